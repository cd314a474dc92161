"""Above the table of hosts: the filter, what brings more hosts, and the one main action."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.fields import SearchField


class HostsToolbar(QWidget):
    """Emits what is wanted; the page does it."""

    find_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()
    report_wanted = Signal()
    test_all_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search = SearchField(theme, self.tr("Filter hosts"))
        self.search.setObjectName("hostFilter")
        self.look_for = Button(theme, self.tr("Find on my network"), icon="radar")
        self.look_for.setObjectName("findHosts")
        self.share = Button(theme, self.tr("Import"), icon="import")
        self.share.setObjectName("importHosts")
        self.add = Button(theme, self.tr("Add host"), "primary", "plus")
        self.add.setObjectName("addHostButton")
        self.panel = IconButton(theme, "panel-right-open", self.tr("Open the panel"))
        self.more = IconButton(theme, "ellipsis", self.tr("More actions"))
        self.more.setObjectName("hostsMore")
        self._build()
        self.look_for.clicked.connect(self.find_wanted)
        self.share.clicked.connect(self.import_wanted)
        self.more.clicked.connect(self._open_more)

    def more_menu(self) -> QMenu:
        """Return what concerns the whole list."""
        menu = QMenu(self)
        menu.addAction(self.tr("Test every host"), self.test_all_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Import hosts…"), self.import_wanted.emit)
        menu.addAction(self.tr("Export hosts…"), self.export_wanted.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Save a report…"), self.report_wanted.emit)
        return menu

    def set_narrow(self, is_narrow: bool) -> None:
        """Leave to the menu what has no room."""
        self.share.setVisible(not is_narrow)

    def _open_more(self) -> None:
        menu = self.more_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _build(self) -> None:
        px = self._theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(11), px(12), px(11))
        row.setSpacing(px(6))
        row.addWidget(self.search, 1)
        row.addStretch(1)
        for widget in (self.look_for, self.share, self.more, self.add, self.panel):
            row.addWidget(widget)
