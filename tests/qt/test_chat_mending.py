from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random
from typing import Any, cast

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage, QImageWriter

from desktop.chat.snapshot import Failure, TalkSnapshot
from desktop.chat.talk import Talk
from desktop.diagnostics.explain import Code, Explanation, Remedy
from desktop.domain.address import parse_address
from desktop.domain.conversation import (
    NO_ENTRY,
    Attachment,
    AttachmentId,
    AttachmentKind,
    Conversation,
    ConversationId,
    Ending,
    Entry,
    EntryId,
    Parameters,
    Role,
    Target,
)
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.model import InstalledModel, LoadedModel
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.ollama.errors import ServerRefused
from desktop.runtime.event import Event
from desktop.ui.chat.mending import ChatRemedies, MendingDoors
from desktop.ui.remedies import Wish
from desktop.ui.wording_remedies import IN_CHAT
from tests.clock import until

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TOWER, ATTIC = HostId("tower"), HostId("attic")
QWEN = Target(TOWER, "qwen2.5:14b")


def picture(side: int) -> bytes:
    """Return a picture of noise, which no format makes small."""
    noise = Random(1).randbytes(4 * side * side)
    image = QImage(noise, side, side, 4 * side, QImage.Format.Format_RGB32)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


FILES = (
    Attachment(AttachmentId("one"), AttachmentKind.IMAGE, "one.png", "image/png", 9, 900, 900),
    Attachment(AttachmentId("two"), AttachmentKind.IMAGE, "two.png", "image/png", 9, 900, 900),
    Attachment(AttachmentId("text"), AttachmentKind.TEXT, "notes.txt", "text/plain", 9),
)
ASKED = Entry(EntryId("asked"), NO_ENTRY, Role.USER, NOW, "What is it?", attachments=FILES)
HALF = Entry(EntryId("half"), EntryId("asked"), Role.ASSISTANT, NOW, "It", ending=Ending.BROKEN)


class Asking:
    """A talk that failed, and what is called of it."""

    def __init__(self, parameters: Parameters | None = None) -> None:
        head = Conversation(
            ConversationId("c"),
            NOW,
            NOW,
            target=QWEN,
            parameters=parameters or Parameters(),
            leaf=HALF.id,
        )
        failure = Failure(HALF.id, QWEN, ServerRefused(500, "no"))
        self.snapshot = TalkSnapshot(head, (ASKED, HALF), failure=failure)
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *arguments: self.calls.append((name, arguments))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.calls]


@dataclass
class Doors:
    wishes: list[Wish] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    choices: list[Callable[[Target], None]] = field(default_factory=list)
    schemas: list[str] = field(default_factory=list)

    async def read(self, attachment_id: AttachmentId) -> bytes:
        return picture(900)

    def doors(self) -> MendingDoors:
        return MendingDoors(
            mend_host=self.wishes.append,
            choose_model=self.choices.append,
            edit_schema=lambda: self.schemas.append(""),
            trained_context=lambda: 32768,
            read_content=self.read,
            say=self.said.append,
        )


class Hosts:
    """Hosts as the remedies see them."""

    def __init__(self) -> None:
        self.host_changed = Event[HostId]()
        address = parse_address("192.168.1.20")
        tower = HostSnapshot(Host(TOWER, address, "tower"), HostState.UP)
        attic = HostSnapshot(Host(ATTIC, address, "attic"), HostState.UP)
        self.known = {
            TOWER: replace(tower, models=(InstalledModel("qwen2.5:14b"),)),
            ATTIC: replace(attic, models=(InstalledModel("qwen2.5:14b"),)),
        }

    @property
    def snapshots(self) -> tuple[HostSnapshot, ...]:
        return tuple(self.known.values())

    def snapshot(self, host_id: HostId) -> HostSnapshot:
        return self.known[host_id]

    def put(self, snapshot: HostSnapshot) -> None:
        self.known[snapshot.id] = snapshot
        self.host_changed.emit(snapshot.id)


@pytest.fixture
def hosts() -> Hosts:
    return Hosts()


@pytest.fixture
def doors() -> Doors:
    return Doors()


@pytest.fixture
def page(qapp) -> QObject:
    return QObject()


@pytest.fixture
def mend(hosts: Hosts, doors: Doors, page: QObject) -> Callable[..., None]:
    remedies = ChatRemedies(cast("HostRegistry", hosts), doors.doors(), page)

    def do(talk: Asking, remedy: Remedy, **facts: str) -> None:
        said = Explanation(Code.UNKNOWN, facts, (remedy,), "")
        remedies.mend(cast("Talk", talk), remedy, said)

    return do


@pytest.mark.parametrize("remedy", IN_CHAT)
def test_every_button_below_an_answer_does_something(run, mend, doors: Doors, remedy: Remedy):
    async def scenario() -> None:
        talk = Asking(Parameters(num_ctx=8192, num_gpu=99, think=True, top_k=1))
        told = (talk.calls, doors.wishes, doors.said, doors.choices, doors.schemas)
        mend(talk, remedy, option="top_k")
        await until(lambda: any(told))

    run(scenario())


@pytest.mark.parametrize(
    "remedy",
    [Remedy.RAISE_CONTEXT, Remedy.LOWER_CONTEXT, Remedy.USE_CPU, Remedy.SWITCH_THINKING],
)
def test_what_is_asked_differently_is_asked_at_once(mend, remedy: Remedy):
    talk = Asking(Parameters(num_ctx=8192, think="high"))
    mend(talk, remedy)
    assert talk.names == ["set_parameters", "retry"]


def test_without_a_failure_a_longer_context_waits_for_the_next_message(mend, doors: Doors):
    talk = Asking(Parameters(num_ctx=8192))
    talk.snapshot = replace(talk.snapshot, failure=None)
    mend(talk, Remedy.RAISE_CONTEXT)
    assert talk.calls == [("set_parameters", (Parameters(num_ctx=16384),))]
    assert "16384" in doors.said[0]


def test_a_context_that_cannot_grow_is_said(mend, doors: Doors):
    talk = Asking(Parameters(num_ctx=32768))
    mend(talk, Remedy.RAISE_CONTEXT)
    assert talk.calls == []
    assert doors.said


def test_another_host_that_has_the_model_takes_over_and_is_named(mend, doors: Doors):
    talk = Asking()
    mend(talk, Remedy.USE_OTHER_HOST)
    assert talk.calls == [("set_target", (Target(ATTIC, "qwen2.5:14b"),)), ("retry", ())]
    assert doors.said == ["attic is asked from now on."]


def test_where_no_other_host_has_it_the_person_chooses(mend, hosts: Hosts, doors: Doors):
    hosts.put(replace(hosts.known[ATTIC], models=()))
    talk = Asking()
    mend(talk, Remedy.USE_OTHER_HOST)
    assert talk.calls == []
    doors.choices[0](Target(ATTIC, "other"))
    assert talk.names == ["set_target", "retry"]


def test_after_others_are_unloaded_it_is_asked_again(mend, hosts: Hosts, doors: Doors):
    loaded = (LoadedModel("llama3.3:70b"), LoadedModel("qwen2.5:14b"))
    busy = replace(hosts.known[TOWER], loaded=loaded)
    hosts.put(busy)
    talk = Asking()
    mend(talk, Remedy.UNLOAD_OTHERS)
    assert [wish.remedy for wish in doors.wishes] == [Remedy.UNLOAD_OTHERS]
    hosts.put(busy)
    assert talk.calls == []
    hosts.put(replace(busy, loaded=(LoadedModel("qwen2.5:14b"),)))
    assert talk.names == ["retry"]


def test_only_the_last_image_is_sent_or_none(mend):
    talk = Asking()
    mend(talk, Remedy.SEND_LAST_IMAGE)
    mend(talk, Remedy.RESEND_WITHOUT, capability="vision")
    assert talk.calls == [
        ("resend", (ASKED.id, (FILES[1], FILES[2]), {})),
        ("resend", (ASKED.id, (FILES[2],), {})),
    ]


def test_images_are_made_smaller_and_sent_again(run, mend):
    async def scenario() -> None:
        talk = Asking()
        mend(talk, Remedy.SHRINK_IMAGE)
        await until(lambda: talk.calls)
        name, (entry_id, files, contents) = talk.calls[0]
        assert (name, entry_id, files[2]) == ("resend", ASKED.id, FILES[2])
        for one in files[:2]:
            image = QImage.fromData(contents[one.id])
            assert (one.width, image.width(), one.media_type) == (450, 450, "image/jpeg")
            assert one.size == len(contents[one.id])

    run(scenario())


def test_a_cut_answer_goes_on_where_it_ends(mend):
    talk = Asking()
    mend(talk, Remedy.CONTINUE)
    assert talk.calls == [("continue_answer", (HALF.id,))]
