"""The help page: how to begin, every key, and what an error means and what helps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.help.begin_view import BeginView, HelpDoors
from desktop.ui.help.keys_view import KeysView
from desktop.ui.help.troubles_view import TroublesView
from desktop.ui.shell.window import MainWindow
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.tabs import TabBar

_BEGIN, _KEYS, _TROUBLES = range(3)


class HelpPage(QWidget):
    """Three parts under tabs; keys and errors can be searched."""

    def __init__(self, theme: Theme, window: MainWindow, doors: HelpDoors) -> None:
        super().__init__()
        self.setObjectName("helpPage")
        self._theme = theme
        self._window = window
        self._doors = doors
        names = [self.tr("Begin"), self.tr("Keys"), self.tr("Troubleshooting")]
        self.tabs = TabBar(theme, names)
        self.search = SearchField(theme, self.tr("Search the help"))
        self.search.setObjectName("helpSearch")
        self._stack = QStackedWidget()
        nothing, hint = self.tr("No action is called that"), self.tr("Its keys find it too.")
        self._nothing = EmptyState(theme, "search-x", nothing, hint)
        self.keys = KeysView(theme, window)
        self.troubles = TroublesView(theme)
        self._build()
        self.tabs.chosen.connect(self._show_tab)
        self.search.textChanged.connect(self._narrow)

    def regions(self) -> tuple[QWidget, ...]:
        """Return where F6 goes within the sheet."""
        return self.tabs, self._stack

    def show_keys(self) -> None:
        """Show every key there is."""
        self._show_part(_KEYS)

    def show_troubles(self) -> None:
        """Show everything that can go wrong, and what helps."""
        self._show_part(_TROUBLES)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._narrow()  # Commands may have come or gone since.

    def _show_part(self, part: int) -> None:
        self.search.clear()
        self.tabs.choose(part)
        self._show_tab(part)

    def _show_tab(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.search.setVisible(part != _BEGIN)
        self._narrow()

    def _narrow(self) -> None:
        part, typed = self.tabs.current, self.search.text()
        if part == _KEYS:
            is_found = self.keys.narrow(typed)
            self._stack.setCurrentWidget(self.keys if is_found else self._nothing)
        elif part == _TROUBLES:
            self.troubles.narrow(typed)

    def _build(self) -> None:
        px = self._theme.px
        begin = BeginView(self._theme, self._doors, lambda: self._window.show_page("workshop"))
        begin.setAccessibleName(self.tr("Begin"))
        for view in (begin, self.keys, self.troubles, self._nothing):
            self._stack.addWidget(view)
        head = QHBoxLayout()
        head.setContentsMargins(px(24), px(10), px(20), px(10))
        head.setSpacing(px(20))
        head.addWidget(Label(self._theme, self.tr("Help"), "title"))
        head.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.search)
        self.search.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)
