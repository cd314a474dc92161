"""Hosts, models and conversations as the tests of the composer and the picker need them."""

from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from desktop.chat.snapshot import Phase, TalkSnapshot, Turn
from desktop.domain.address import parse_address
from desktop.domain.conversation import (
    NO_ENTRY,
    Conversation,
    ConversationId,
    Draft,
    Entry,
    EntryId,
    Role,
    Target,
)
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.model import Capability, InstalledModel, LoadedModel, ModelDetails
from desktop.hosts.snapshot import HostSnapshot
from desktop.ollama.errors import Refused

NOTHING = Draft()
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
QWEN = Target(HostId("tower"), "qwen2.5:14b")
LLAVA = Target(HostId("tower"), "llava:7b")
GEMMA = Target(HostId("laptop"), "gemma3:4b")
MISTRAL = Target(HostId("attic"), "mistral:7b")
CAN_TOOLS = frozenset({Capability.CHAT, Capability.TOOLS})
CAN_SEE = frozenset({Capability.CHAT, Capability.VISION})


def model(name: str, *can: Capability, quantization: str = "Q4_K_M") -> InstalledModel:
    details = ModelDetails(
        family=name.partition(":")[0], parameter_size="14.8B", quantization_level=quantization
    )
    return InstalledModel(name, f"sha256:{name}", 9 * 10**9, NOW, details, frozenset(can))


def host(
    key: str, *models: InstalledModel, state: HostState = HostState.UP, loaded: str = ""
) -> HostSnapshot:
    is_down = state is HostState.DOWN
    return HostSnapshot(
        Host(HostId(key), parse_address("192.168.1.20"), key),
        state,
        models=models,
        models_known=state is not HostState.CHECKING,
        loaded=(LoadedModel(loaded),) if loaded else (),
        error=Refused("refused") if is_down else None,
    )


HOSTS = (
    host(
        "tower",
        model("bge:latest", Capability.EMBEDDING),
        model("llava:7b", Capability.CHAT, Capability.VISION),
        model("qwen2.5:14b", Capability.CHAT, Capability.TOOLS, Capability.THINKING),
        loaded="qwen2.5:14b",
    ),
    host("attic", model("mistral:7b", Capability.CHAT), state=HostState.DOWN),
    host("laptop", model("gemma3:4b", Capability.CHAT, Capability.VISION, quantization="Q8_0")),
)


def conversation(
    key: str = "one", *, draft: Draft = NOTHING, target: Target = QWEN
) -> Conversation:
    return Conversation(ConversationId(key), NOW, NOW, target=target, draft=draft)


def own(key: str, text: str) -> Entry:
    return Entry(EntryId(key), NO_ENTRY, Role.USER, NOW, text)


def turn(phase: Phase) -> Turn:
    return Turn(EntryId("answer"), QWEN, "tower", phase, 0.0, 0.0)


def talk(head: Conversation, *path: Entry, phase: Phase | None = None) -> TalkSnapshot:
    return TalkSnapshot(head, path, turn=turn(phase) if phase else None)


def picture(width: int, height: int, kind: str = "png", colour: str = "teal") -> bytes:
    """Return an encoded picture of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    assert writer.write(image)
    del writer
    return bytes(buffer.data().data())
