"""What a measured start looks at, and what it fills the window with."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.session import Session
from tests.benchmarks.talks import long_talk

_EACH = 1.5
"""Seconds for a page to be read, laid out and painted; the charts get some readings."""


class _Painted(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._then()
        return False


def when_painted(widget: QWidget, then: Callable[[], object]) -> None:
    """Call `then` whenever that widget is painted."""
    _Painted(widget, then)


async def fill_whole(session: Session, messages: int) -> None:
    """Show the charts of this computer, and then a conversation of so many messages."""
    program = session.program
    program.window.show_page("memory")
    await asyncio.sleep(_EACH)
    program.window.show_page("chat")
    await asyncio.sleep(_EACH)
    program.for_chat.page.work.transcript.show_talk(long_talk(messages))
    await asyncio.sleep(_EACH)
