"""The window of a running program from its start to its end, however often it is built anew."""

import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.program import Program
from desktop.services import Services
from desktop.storage.desktop_entry import DesktopSettings
from desktop.storage.paths import Paths
from desktop.ui.bridge.collector import Collector
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.translations import Translations
from desktop.ui.shell.foreground import with_tokens
from desktop.ui.shell.leaving import LeavingQuestion
from desktop.ui.shell.text_drop import TextDrop

_FORWARD_MS = 500
"""After which a window that was shown has the focus, or is not let have it."""


class Session(QObject):
    """Holds the program's window, and builds it anew for another language or size of text.

    `program` is the one that is shown; `replaced` says that it is another one. `hidden` is
    emitted when the window is closed and the program goes on without it.
    `ended` is emitted once, when the program shall end. A window holds no
    facts, so that nothing is lost with it.
    """

    replaced = Signal()
    hidden = Signal()
    ended = Signal()

    def __init__(
        self, theme: Theme, services: Services, paths: Paths, translations: Translations
    ) -> None:
        super().__init__(theme)
        self._theme = theme
        self._services = services
        self._paths = paths
        self._translations = translations
        self._shown: tuple[str, float] = _look(services.settings.settings.desktop)
        theme.set_reduces_motion(services.settings.settings.desktop.reduces_motion)
        self._question: LeavingQuestion | None = None
        self._is_ending = False
        self.hides: Callable[[], bool] = lambda: False
        """Whether closing the window leaves the program in the tray; set by who has one."""
        self.has_tray: Callable[[], bool] = lambda: False
        """Whether the program can be reached without its window."""
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._build_anew)
        self.program = self._build()
        self._forget = services.settings.changed.subscribe(lambda _: self._look_again())

    def show(self) -> None:
        """Bring the window before the person, wherever it was."""
        window = self.program.window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        (QApplication.activeModalWidget() or window).activateWindow()

    def come_forward(self, tokens: Mapping[str, str]) -> None:
        """Show the window because of a click elsewhere, which `tokens` are the proof of.

        Where the desktop does not let it to the front, it asks for attention.
        """
        with with_tokens(tokens, os.environ):
            self.show()
        window = self.program.window
        QTimer.singleShot(_FORWARD_MS, window, lambda: QApplication.alert(window))

    def leave(self) -> None:
        """End the program; while jobs run, ask first."""
        jobs = sum(1 for job in self._services.jobs.jobs if not job.state.is_finished)
        if not jobs or self._is_ending or _is_session_ending():
            self.end()
        elif self._question is None:
            self._ask(jobs)

    def end(self) -> None:
        """End the program now."""
        if not self._is_ending:
            self._is_ending = True
            self.program.window.close()
            self.ended.emit()

    def close(self) -> None:
        """Destroy the window, and follow nothing any more."""
        self._forget()
        self._later.stop()
        self.program.close()

    def _build(self) -> Program:
        program = Program(self._theme, self._services, self._paths)
        program.window.may_close = self._may_close
        program.window.quit_wanted.connect(self.leave)
        program.window.closed.connect(self._on_closed)
        TextDrop(program.window, program.pull)
        return program

    def _may_close(self) -> bool:
        """Whether the window may close at once: the program ends with it, or goes on unseen."""
        if self._is_ending or (self.hides() and not _is_session_ending()):
            return True
        if self._question is None:
            QTimer.singleShot(0, self, self.leave)
        return False

    def _ask(self, jobs: int) -> None:
        self.show()
        question = LeavingQuestion(
            self._theme,
            jobs,
            resumes=self._services.settings.settings.desktop.resumes_pulls,
            has_tray=self.has_tray(),
            parent=self.program.window,
        )
        self._question = question
        question.accepted.connect(self.end)
        question.background_chosen.connect(self._go_on_unseen)
        question.finished.connect(self._forget_question)
        question.open()

    def _go_on_unseen(self) -> None:
        self.program.window.remember_now()
        self.program.window.hide()
        self.hidden.emit()

    def _on_closed(self) -> None:
        if not self._is_ending:
            self.hidden.emit()

    def _forget_question(self) -> None:
        if self._question is not None:
            self._question.deleteLater()
        self._question = None

    def _look_again(self) -> None:
        desktop = self._services.settings.settings.desktop
        self._theme.set_reduces_motion(desktop.reduces_motion)
        if _look(desktop) != self._shown:
            self._later.start()  # Later: a widget of the window that goes has asked for it.

    def _build_anew(self) -> None:
        wanted = _look(self._services.settings.settings.desktop)
        if wanted == self._shown or self._is_ending:
            return
        before, (language, scale) = self.program, wanted
        was_visible, focus = before.window.isVisible(), _focus_name(before.window)
        before.window.remember_now()
        before.window.may_close = lambda: True
        before.window.hide()  # Before the style is another: the whole of it would be laid out anew.
        before.close()
        if language != self._shown[0]:
            self._translations.use(language)
            self._theme.follow_language()
        if scale != self._shown[1]:
            self._theme.set_text_scale(scale)
        self._shown = wanted
        self.program = self._build()
        Collector(self.program.window)
        self.replaced.emit()
        if was_visible:
            self.show()
            _give_focus(self.program.window, focus)


def _look(desktop: DesktopSettings) -> tuple[str, float]:
    """What only a window that is built anew can follow."""
    return desktop.language, desktop.text_scale


def _is_session_ending() -> bool:
    """Whether the person signs out: nobody waits there for an answer."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and app.isSavingSession()


def _focus_name(window: QWidget) -> str:
    focused = QApplication.focusWidget()
    is_within = focused is not None and window.isAncestorOf(focused)
    return focused.objectName() if focused is not None and is_within else ""


def _give_focus(window: QWidget, name: str) -> None:
    if name and (found := window.findChild(QWidget, name)) is not None:
        found.setFocus()
