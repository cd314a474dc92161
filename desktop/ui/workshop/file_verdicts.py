"""Whether a file's model would fit, on each host of the list."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.model_shape import ModelShape
from desktop.memory.snapshot import FitAnswer
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.services import FitsService
from desktop.ui.memory.verdict_line import FitDoor, VerdictLine
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.workshop.looking import SourceFile

_MOST = 6
"""Hosts with a line each; the others are counted, and judged on the memory page."""


class FileVerdicts(QWidget):
    """Hidden until it is told whom to ask, and for a file that says too little of itself."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._door: FitDoor | None = None
        self._file: SourceFile | None = None
        self.lines: list[VerdictLine] = []
        self.more = Button(theme, self.tr("Will it fit?"), "link")
        self._others = Label(theme, "", "small", "muted")
        self._rows = QVBoxLayout()
        self._build()
        self.more.clicked.connect(self._on_more)
        self.hide()

    def judge_with(self, door: FitDoor) -> None:
        """Ask that from now on."""
        self._door = door
        self._show()

    def show_file(self, file: SourceFile) -> None:
        """Judge another file."""
        self._file = file
        self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        shape = self._file.header.shape if self._file and self._file.header else None
        if self._door is None or shape is None:
            self.hide()
            return
        hosts = self._door.hosts()
        if len(self.lines) != min(len(hosts), _MOST):
            self._rebuild(self._door, min(len(hosts), _MOST))
        self.show()
        for line, host in zip(self.lines, hosts, strict=False):
            line.ask(partial(_ask, host.id, shape), host.label)
        hidden = len(hosts) - len(self.lines)
        self._others.setText(self.tr("and {number} more").format(number=units.number(hidden)))
        self._others.setVisible(hidden > 0)

    def _rebuild(self, door: FitDoor, count: int) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [VerdictLine(self._theme, door) for _ in range(count)]
        for line in self.lines:
            self._rows.addWidget(line)

    def _on_more(self) -> None:
        if self._door is not None and self._file is not None:
            self._door.judge_file(self._file.file.path)

    def _build(self) -> None:
        px = self._theme.px
        self._rows.setSpacing(px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Label(self._theme, self.tr("Memory"), "strong"))
        column.addLayout(self._rows)
        column.addWidget(self._others)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)


def _ask(host_id: HostId, shape: ModelShape, fits: FitsService) -> FitAnswer:
    return fits.of_shape(host_id, shape, fits.usual_load(host_id))
