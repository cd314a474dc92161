"""A transcript on screen, and what a test does with it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.chat.growth import Growth
from desktop.chat.snapshot import Phase, TalkSnapshot, Turn
from desktop.domain.conversation import (
    NO_ENTRY,
    AttachmentId,
    Conversation,
    ConversationId,
    Ending,
    Entry,
    EntryId,
    Role,
    Target,
)
from desktop.domain.host import HostId
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.surface import Surface
from desktop.ui.chat.transcript.row import Row
from desktop.ui.chat.transcript.transcript import Transcript
from desktop.ui.chat.transcript.views.tools import text_of

NOW = datetime(2026, 11, 20, tzinfo=UTC)
TARGET = Target(HostId("tower"), "qwen2.5:14b")
HEAD = Conversation(ConversationId("c"), NOW, NOW, "Retry")


def own(name: str, text: str, **more: Any) -> Entry:
    return replace(Entry(EntryId(name), NO_ENTRY, Role.USER, NOW, text), **more)


def said(name: str, text: str, **more: Any) -> Entry:
    entry = Entry(EntryId(name), NO_ENTRY, Role.ASSISTANT, NOW, text)
    return replace(entry, target=TARGET, host_name="tower", **more)


def talk(*path: Entry, **more: Any) -> TalkSnapshot:
    return TalkSnapshot(HEAD, path, **more)


def long_talk(count: int) -> TalkSnapshot:
    """Return so many messages, no two as high as each other."""
    make = (own, said)
    text = "words that break into lines " * 12
    entries = (make[n % 2](f"e{n}", f"{n}: {text[: 30 + n * 37 % 300]}") for n in range(count))
    return talk(*entries)


class Scene:
    """A transcript of 700 by 500 pixels."""

    def __init__(self, theme: Theme) -> None:
        self.view = Transcript(theme, _no_content, lambda: 10.0)
        self.view.resize(700, 500)
        self.view.show()
        self.view.activateWindow()
        self.growth: Growth | None = None

    def show(self, snapshot: TalkSnapshot) -> None:
        self.view.show_talk(snapshot)
        self.settle()

    def begin(self, *before: Entry) -> None:
        """Show a conversation in which an answer begins to come."""
        answer = said("growing", "", ending=Ending.GROWING)
        turn = Turn(answer.id, TARGET, "tower", Phase.ANSWERING, 0.0, 0.0)
        self.growth = Growth(answer.id)
        self.view.show_talk(talk(*before, answer, turn=turn), self.growth)
        self.settle()

    def end(self, *before: Entry) -> None:
        """Show the answer that came as it is kept."""
        assert self.growth is not None
        self.growth.answer.finish()
        self.view.grow()
        answer = said("growing", self.growth.answer.text, done_reason="stop")
        self.view.show_talk(talk(*before, answer))

    def say(self, text: str) -> None:
        """Let more of the answer come, in one frame."""
        assert self.growth is not None
        self.growth.answer.feed(text)
        self.view.grow()

    def settle(self) -> None:
        """Let everything be made that is made when there is time."""
        for _ in range(20):
            QApplication.processEvents()

    @property
    def rows(self) -> Sequence[Row]:
        """Every row that has a widget, from top to bottom."""
        return sorted(self.view.area.stage.rows, key=lambda row: row.box.top())

    @property
    def seen(self) -> Sequence[Row]:
        """Every row of which something is in sight."""
        room = self.view.area.viewport().rect()
        return [row for row in self.rows if row.box.intersects(room)]

    def text(self, part: str) -> Surface:
        """Return the text in sight that says that."""
        for row in self.rows:
            surface = text_of(row.view)
            if surface is not None and part in surface.document.toPlainText():
                return surface
        raise AssertionError(f"nothing says {part!r}")

    def drag(self, start: tuple[Surface, int], end: tuple[Surface, int]) -> None:
        """Press, move and release, from before one character to before another."""
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(start[0], left, pos=place_of(*start))
        target = start[0].mapFromGlobal(end[0].mapToGlobal(place_of(*end)))
        QTest.mouseMove(start[0], target)
        _send_move(start[0], target)
        QTest.mouseRelease(start[0], left, pos=target)

    def copied(self) -> str:
        """Return what Ctrl+C would copy."""
        return self.view.area.selected(False)

    def button(self, name: str) -> QAbstractButton:
        """Return the first button that says that, or is called so by a screen reader."""
        for row in self.rows:
            for button in row.view.findChildren(QAbstractButton) if row.view else []:
                if name in (button.accessibleName(), button.text()) and button.isVisible():
                    return button
        for button in self.view.findChildren(QAbstractButton):
            if name == button.accessibleName():
                return button
        raise AssertionError(f"there is no {name!r}")


def place_of(surface: Surface, position: int) -> QPoint:
    """Return the middle of the left edge of a character."""
    block = surface.document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    x: Any = line.cursorToX(position - block.position())
    box = surface.document.documentLayout().blockBoundingRect(block)
    left = float(x[0] if isinstance(x, tuple) else x)
    return QPoint(round(box.left() + left), round(box.top() + line.y() + line.height() / 2))


def _send_move(widget: QWidget, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    where, world = QPointF(at), QPointF(widget.mapToGlobal(at))
    plain = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, where, world, none, left, plain)
    )


async def _no_content(_attachment: AttachmentId) -> bytes:
    return b""
