"""Chips in a row; those that do not fit move into a menu, last first."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Chip

_GAP, _HIGH = 6, 26


class ChipRow(QWidget):
    """Lays chips out itself, so that it can be narrower than all of them.

    A chip in the menu keeps its state; the menu's own chip is shown as on
    while one of those it holds is on.
    """

    toggled = Signal()
    """Some chip went on or off."""

    def __init__(
        self, theme: Theme, chips: Sequence[Chip], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips = list(chips)
        self._more = Chip(theme, self.tr("More"), "list-filter", parent=self)
        self._menu = QMenu(self)
        self._hidden: list[Chip] = []
        self._more.clicked.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for chip in self._chips:
            chip.setParent(self)
            chip.toggled.connect(self._on_toggled)
        self._menu.aboutToShow.connect(self._fill)
        theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def hidden_chips(self) -> tuple[Chip, ...]:
        """The chips that are in the menu now."""
        return tuple(self._hidden)

    @override
    def sizeHint(self) -> QSize:
        wide = sum(chip.sizeHint().width() for chip in self._chips)
        gaps = self._theme.px(_GAP) * max(0, len(self._chips) - 1)
        return QSize(wide + gaps, self._theme.px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._more.sizeHint().width(), self._theme.px(_HIGH))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()
        super().changeEvent(event)

    def _arrange(self) -> None:
        fitting = self._fitting()
        self._hidden = self._chips[fitting:]
        shown = [*self._chips[:fitting], *([self._more] if self._hidden else [])]
        left, gap, high = 0, self._theme.px(_GAP), self._theme.px(_HIGH)
        for chip in shown:
            wide = chip.sizeHint().width()
            chip.setGeometry(left, (self.height() - high) // 2, wide, high)
            left += wide + gap
        for chip in (*self._chips, self._more):
            chip.setVisible(chip in shown)
        self._mark()
        self.updateGeometry()

    def _fitting(self) -> int:
        gap, room = self._theme.px(_GAP), self.width()
        if self.sizeHint().width() <= room:
            return len(self._chips)
        room -= self._more.sizeHint().width()
        for place, chip in enumerate(self._chips):
            room -= chip.sizeHint().width() + gap
            if room < 0:
                return place
        return len(self._chips)

    def _fill(self) -> None:
        self._menu.clear()
        for chip in self._hidden:
            action = QAction(chip.text(), self._menu, checkable=True, checked=chip.isChecked())
            action.toggled.connect(chip.setChecked)
            self._menu.addAction(action)

    def _open(self) -> None:
        self._mark()
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _on_toggled(self) -> None:
        self._mark()
        self.toggled.emit()

    def _mark(self) -> None:
        self._more.setChecked(any(chip.isChecked() for chip in self._hidden))
