"""In place of a log that cannot be shown: why, and the command that lets one read it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.log_absence import Absence
from desktop.ui.widgets.command_box import CommandBox
from desktop.ui.widgets.messages import EmptyState

_WIDTH = 620


class LogEmpty(QWidget):
    """The command is to be copied: nothing is run from here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self._state = EmptyState(theme, "file-text", "")
        self.command = CommandBox(theme, self.tr("Command"))
        self.command.setMaximumWidth(theme.px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.addStretch(1)
        column.addWidget(self._state)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.command, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def say(self, absence: Absence) -> None:
        self.words = f"{absence.heading}\n{absence.lines}"
        self._state.say(absence.heading, absence.lines, absence.icon)
        self.command.setVisible(bool(absence.command))
        if absence.command != self.command.text:
            self.command.show_text(absence.command)
