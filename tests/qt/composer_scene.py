"""A composer in a window, over a conversation that does what it is asked."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.chat.snapshot import Phase, TalkSnapshot
from desktop.domain.conversation import Attachment, AttachmentId, Entry, Target
from desktop.domain.model import Capability
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.composer import Composer
from tests.clock import until
from tests.qt.chat_scene import CAN_TOOLS, HOSTS, NOTHING, conversation, own, talk

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


class Desk:
    """The conversation behind the composer, and the fingers in front of it."""

    def __init__(self, theme: Theme) -> None:
        self.window = QWidget()
        self.window.resize(760, 700)
        self.contents: dict[str, bytes] = {}
        self.composer = Composer(theme, self._read, lambda attachment: attachment.size // 4)
        column = QVBoxLayout(self.window)
        column.addStretch(1)
        column.addWidget(self.composer)
        self.can = CAN_TOOLS
        self.state = talk(conversation())
        self.sent: list[str] = []
        self.typed: list[str] = []
        self.edited: list[tuple[str, str]] = []
        self.targets: list[Target] = []
        self._connect()
        self.show_hosts()
        self.show(self.state)
        self.window.show()
        self.window.activateWindow()
        self.composer.focus_input()

    @property
    def text(self) -> str:
        return self.composer.text

    @property
    def said(self) -> tuple[str, ...]:
        """Why files did not go along."""
        return self.composer.files.refusals.said

    @property
    def files(self) -> list[tuple[str, str]]:
        """The files that stand there: name and measure."""
        chips = self.composer.files.row.chips
        return [(chip.attachment.name, chip.facts) for chip in chips]

    def show(self, state: TalkSnapshot) -> None:
        self.state = state
        self.composer.show_talk(state, self.can)

    def show_hosts(self, hosts: Sequence[HostSnapshot] = HOSTS) -> None:
        self.composer.show_hosts(hosts)

    def see(self, can: frozenset[Capability]) -> None:
        """Let the model be one that can do that."""
        self.can = can
        self.show(self.state)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.composer.input, text)

    def press(
        self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for key in keys:
            QTest.keyClick(self.composer.input, key, held)

    def keep(self, *path: Entry) -> None:
        """Let what was sent become a message, as when it is on the disk."""
        head = replace(self.state.conversation, draft=NOTHING)
        self.show(talk(head, *self.state.path, *path, phase=Phase.ASKING))

    def answer(self) -> None:
        """Let the answer come to its end."""
        self.show(replace(self.state, turn=None))

    def drop(self, *paths: Path) -> None:
        """Let go of files over the page."""
        self.composer.take(mime_of(*paths))

    async def read(self) -> None:
        """Wait until every file is read."""
        await until(lambda: not self.composer.files.is_reading)

    def _connect(self) -> None:
        composer = self.composer
        composer.sent.connect(self._on_sent)
        composer.text_changed.connect(self.typed.append)
        composer.edited.connect(lambda entry, text: self.edited.append((entry, text)))
        composer.target_chosen.connect(self.targets.append)
        composer.attach_wanted.connect(self._on_attach)
        composer.detach_wanted.connect(self._on_detach)

    def _on_sent(self, text: str) -> None:
        self.sent.append(text)
        draft = replace(self.state.conversation.draft, text=text)
        head = replace(self.state.conversation, draft=draft)
        self.show(talk(head, *self.state.path, phase=Phase.SAVING))

    def _on_attach(self, attachment: Attachment, content: bytes) -> None:
        self.contents[attachment.id] = content
        files = (*self.state.conversation.draft.attachments, attachment)
        self._show_files(files)

    def _on_detach(self, attachment_id: str) -> None:
        files = self.state.conversation.draft.attachments
        self._show_files(tuple(file for file in files if file.id != attachment_id))

    def _show_files(self, files: tuple[Attachment, ...]) -> None:
        draft = replace(self.state.conversation.draft, attachments=files)
        self.show(replace(self.state, conversation=replace(self.state.conversation, draft=draft)))

    async def _read(self, attachment_id: AttachmentId) -> bytes:
        return self.contents.get(attachment_id, b"")


@contextmanager
def desk_at(theme: Theme) -> Iterator[Desk]:
    desk = Desk(theme)
    try:
        yield desk
    finally:
        desk.composer.files.forget()
        desk.window.close()
        desk.window.deleteLater()


def mime_of(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def said_by(desk: Desk, *path: str) -> None:
    """Let the conversation have these messages of the person."""
    entries = (own(f"entry {place}", text) for place, text in enumerate(path))
    desk.show(talk(desk.state.conversation, *entries))
