"""One thread, one loop: asyncio on Qt's event loop."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop
from typing_extensions import override

T = TypeVar("T")


def run(app: QApplication, main: Coroutine[Any, Any, T]) -> T:
    """Run `main` to its end on Qt's loop, then cancel what is left and close the loop.

    The window's closing must end `main`, not Qt: a loop that Qt stops leaves
    every `async with` open. So the last window does not quit the application,
    and whoever awaits in `main` is told of the closing (see `Closing`).
    """
    app.setQuitOnLastWindowClosed(False)
    with asyncio.Runner(loop_factory=lambda: _loop(app)) as runner:
        return runner.run(main)


def _loop(app: QApplication) -> asyncio.AbstractEventLoop:
    return QEventLoop(app)


class Closing(QObject):
    """Resolves once the program shall end: `await closing.wait()` in the main coroutine.

    It takes over the system's wish to quit (a session's end, Cmd+Q), which
    would otherwise stop the loop under running tasks: `wish` is told of it
    instead, where a person may be asked first.
    """

    def __init__(self, app: QApplication, wish: Callable[[], None] | None = None) -> None:
        super().__init__(app)
        self._app = app
        self._wish = wish or self.ask
        self._asked = asyncio.Event()
        app.installEventFilter(self)

    def ask(self) -> None:
        """Let `wait` return; connect to it what ends the program."""
        self._asked.set()

    async def wait(self) -> None:
        try:
            await self._asked.wait()
        finally:
            self._app.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Quit and watched is self._app:
            self.ask() if self._app.isSavingSession() else self._wish()
            return True
        return False


def on_crash(loop_error: Callable[[str, BaseException], None]) -> None:
    """Hand what a callback or a forgotten task raised on the running loop to that function."""

    def report(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            loop_error(str(context.get("message", "")), error)
        else:
            loop.default_exception_handler(context)

    asyncio.get_running_loop().set_exception_handler(report)
