"""The help page's list of keys, made from the commands themselves."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.palette.command_entries import doing, icon_of, page_names
from desktop.ui.palette.delegate import PaletteDelegate
from desktop.ui.palette.entry import Entry, Group
from desktop.ui.palette.finding import Found
from desktop.ui.palette.keycaps import keycaps
from desktop.ui.palette.match import fit, pieces
from desktop.ui.palette.rows import PaletteRows
from desktop.ui.shell.window import MainWindow

_COLUMN = 820


class KeysView(QListView):
    """Every command with its keys, by page; Enter or a double click does it."""

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.rows = PaletteRows(self)
        self.setObjectName("helpKeys")
        self.setAccessibleName(self.tr("Keys"))
        self.setModel(self.rows)
        self.setItemDelegate(PaletteDelegate(theme, self, has_ring=True))
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMaximumWidth(theme.px(_COLUMN))
        self.doubleClicked.connect(self._do)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def narrow(self, typed: str) -> bool:
        """Show what has every word that was typed, and return whether anything has.

        Those without keys come last in their group.
        """
        parts, groups = pieces(typed), list[tuple[str, list[Found]]]()
        for page, title in self._titles():
            found = [
                Found(entry, fitting.places)
                for entry in self._entries(page)
                if (fitting := fit(parts, entry.folded, entry.alias))
            ]
            found.sort(key=lambda one: not one.entry.keys)
            if found:
                groups.append((title, found))
        self.rows.show_titled(groups)
        if (first := self.rows.step(-1, 1)) >= 0:
            self.setCurrentIndex(self.rows.index(first))
            self.scrollToTop()
        return first >= 0

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _titles(self) -> list[tuple[str, str]]:
        names = page_names(self._window)
        used = {command.page for command, _ in self._window.commands.all()}
        own = [(page, name) for page, name in names.items() if page in used]
        return [("", self.tr("Everywhere")), *own]

    def _entries(self, page: str) -> list[Entry]:
        return [
            Entry(
                Group.ACTIONS,
                action.text(),
                doing(self._window, command, action),
                icon=icon_of(command),
                keys=keycaps(next(iter(command.shortcuts), "")),
                alias=" ".join((command.key, *command.shortcuts)).lower(),
            )
            for command, action in self._window.commands.all()
            if command.page == page
        ]

    def _do(self, index: QModelIndex) -> None:
        found = self.rows.found(index.row())
        if found is not None:
            found.entry.do()
