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

BEGIN, KEYS, TROUBLES = range(3)


class HelpPage(QWidget):
    """Built when it is first looked at; until then it costs nothing."""

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
        self.keys: KeysView | None = None
        self.troubles: TroublesView | None = None
        self._build()
        self.tabs.chosen.connect(self._show_tab)
        self.search.textChanged.connect(self._narrow)

    def regions(self) -> tuple[QWidget, ...]:
        """Return where F6 goes within the sheet."""
        return self.tabs, self._stack

    def show_part(self, part: int) -> None:
        """Show how to begin, all the keys, or all the errors."""
        self._fill()
        self.search.clear()
        self.tabs.choose(part)
        self._show_tab(part)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()
        self._narrow()  # Commands may have come or gone since.

    def _fill(self) -> None:
        if self.keys is not None:
            return
        theme, show = self._theme, self._window.show_page
        self.keys = KeysView(theme, self._window)
        self.troubles = TroublesView(theme)
        begin = BeginView(theme, self._doors, lambda: show("workshop"))
        begin.setAccessibleName(self.tr("Begin"))
        for view in (begin, self.keys, self.troubles, self._nothing):
            self._stack.addWidget(view)
        self._show_tab(self.tabs.current)

    def _show_tab(self, part: int) -> None:
        self._stack.setCurrentIndex(part)
        self.search.setVisible(part != BEGIN)
        self._narrow()

    def _narrow(self) -> None:
        part, typed = self.tabs.current, self.search.text()
        if part == KEYS and self.keys is not None:
            is_found = self.keys.narrow(typed)
            self._stack.setCurrentWidget(self.keys if is_found else self._nothing)
        elif part == TROUBLES and self.troubles is not None:
            self.troubles.narrow(typed)

    def _build(self) -> None:
        px = self._theme.px
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
