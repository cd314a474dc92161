"""Quitting while jobs run: asked once, before anything closes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog


class LeavingQuestion(Dialog):
    """Accepted where the program shall end now; `background_chosen` where it shall go on unseen."""

    background_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        jobs: int,
        *,
        resumes: bool,
        has_tray: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`jobs` run or wait; `resumes` says that pulls are started again at the next start."""
        super().__init__(theme, "", primary="", kind="danger", parent=parent)
        self.setObjectName("leavingQuestion")
        several = self.tr("Quit while %n jobs run?", "", jobs)
        title = several if jobs != 1 else self.tr("Quit while a job runs?")
        self.setWindowTitle(title)
        self.title.setText(title)
        if resumes:
            line = self.tr("Pulls go on at the next start, where they were. Other jobs end.")
        else:
            line = self.tr("They end. What a host has already of a pulled model stays there.")
        self.line.setText(line)
        self.line.show()
        self.set_primary(self.tr("Quit"))
        self.cancel.setText(self.tr("Stay"))
        self.background = Button(theme, self.tr("Go on in the background"), "quiet")
        self.background.setObjectName("leaveToTray")
        self.background.clicked.connect(self._go_on)
        self.set_quiet(self.background)
        self.background.setVisible(has_tray)

    def _go_on(self) -> None:
        self.reject()  # First, for it would come back with the window.
        self.background_chosen.emit()
