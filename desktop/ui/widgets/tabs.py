"""Tabs for the first sections, and a menu for those that do not fit."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QTabBar, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton

_MOST = 3
_PADDING, _GAP = 6, 12


class TabBar(QWidget):
    """Chooses one of several sections, by index.

    At most three are tabs, fewer where they do not fit; the rest are in the
    menu at the right. One chosen from the menu takes the last tab's place
    while it is shown, so that what is open always has a tab.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, names: list[str], *, most: int = _MOST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = names
        self._most = most
        self._current = 0
        self._shown: list[int] = []
        self._marked: frozenset[int] = frozenset()
        self._bar = QTabBar()
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(False)
        self._bar.setElideMode(Qt.TextElideMode.ElideNone)
        self._bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._bar.setProperty("ringRadius", 4)
        self._menu = QMenu(self)
        self._more = IconButton(theme, "chevron-down", self.tr("More sections"))
        self._more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._bar, 1)
        row.addSpacing(-theme.px(_GAP))  # The gap behind the last tab may lie under the button.
        row.addWidget(self._more)
        self._bar.currentChanged.connect(self._on_tab)
        self._menu.aboutToShow.connect(self._fill)
        theme.changed.connect(self._refresh)
        self._refresh()

    @property
    def current(self) -> int:
        return self._current

    def choose(self, index: int) -> None:
        """Show that section's tab, and say so if it is another one."""
        is_other = index != self._current
        self._current = index
        self._arrange()
        if is_other:
            self.chosen.emit(index)

    def set_name(self, index: int, name: str) -> None:
        """Call a section something else; it stays where it is."""
        if self._names[index] != name:
            self._names[index] = name
            self._shown = []
            self._arrange()

    def mark(self, indexes: frozenset[int]) -> None:
        """Put a dot behind the names of those sections, for what was changed in them."""
        if indexes != self._marked:
            self._marked = indexes
            self._shown = []
            self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._more.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _refresh(self) -> None:
        self._bar.setFont(self._theme.font("medium"))
        self._arrange()

    def _arrange(self) -> None:
        shown = self._fitting()
        if self._current not in shown:
            shown[-1] = self._current
            while len(shown) > 1 and self._wide(shown) > self._room():
                del shown[-2]  # What was chosen is longer than the tab whose place it takes.
        was_blocked = self._bar.blockSignals(True)
        if shown != self._shown:
            while self._bar.count():
                self._bar.removeTab(0)
            for index in shown:
                place = self._bar.addTab(self._text(index))
                if index in self._marked:
                    said = self.tr("{name}, edited").format(name=self._names[index])
                    self._bar.setAccessibleTabName(place, said)
                    self._bar.setTabToolTip(place, said)
        self._shown = shown
        self._bar.setCurrentIndex(shown.index(self._current))
        self._bar.blockSignals(was_blocked)
        self._more.setVisible(len(shown) < len(self._names))

    def _fitting(self) -> list[int]:
        shown = list(range(min(self._most, len(self._names))))
        while len(shown) > 1 and self._wide(shown) > self._room():
            shown.pop()
        return shown

    def _room(self) -> int:
        return self.width() - self._more.width()

    def _wide(self, shown: list[int]) -> int:
        metrics = self._theme.metrics("medium")
        texts = sum(metrics.horizontalAdvance(self._text(index)) for index in shown)
        return texts + len(shown) * self._theme.px(_PADDING + _GAP) - self._theme.px(_GAP)

    def _text(self, index: int) -> str:
        name = self._names[index]
        return f"{name} •" if index in self._marked else name

    def _fill(self) -> None:
        self._menu.clear()
        for index in range(len(self._names)):
            if index not in self._shown:
                self._menu.addAction(self._action(self._text(index), index))

    def _action(self, name: str, index: int) -> QAction:
        action = QAction(name, self._menu)
        action.triggered.connect(lambda: self.choose(index))
        return action

    def _on_tab(self, place: int) -> None:
        if 0 <= place < len(self._shown):
            self.choose(self._shown[place])
