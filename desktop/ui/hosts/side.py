"""The list of hosts beside the sheet, and what can be done with each of them."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.delegate import HostDelegate
from desktop.ui.hosts.list import ALL_HOSTS, HostList
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.side_list import SideList, SideTitle


class HostView(SideList):
    """The list itself: choosing follows a press, dragging changes the order."""

    def __init__(self, theme: Theme, hosts: HostList, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("hosts")
        self.setAccessibleName(self.tr("Hosts"))
        self.setModel(hosts)
        self.setItemDelegate(HostDelegate(theme, self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)  # A press beside the rows must not choose nothing.


class HostSide(QWidget):
    """Title, "add" button and list. `chosen` names the host to show, ALL_HOSTS for all."""

    chosen = Signal(str)
    edit_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        *,
        add_host: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._registry = registry
        self._chosen = ALL_HOSTS
        self._hosts = HostList(registry, self)
        self.view = HostView(theme, self._hosts)
        self._add_keyboard()
        self._build(add_host)
        self._hosts.modelReset.connect(self._restore)
        self._restore()
        selection = self.view.selectionModel()
        selection.currentChanged.connect(self._on_current)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.doubleClicked.connect(self._edit_index)

    @property
    def chosen_host(self) -> HostId:
        """The host that is shown, ALL_HOSTS for all of them."""
        return self._chosen

    def choose(self, host_id: str) -> None:
        """Choose a host as a click on it would."""
        self.view.setCurrentIndex(self._hosts.index(self._hosts.row_of(HostId(host_id))))

    def menu_for(self, host_id: HostId) -> QMenu:
        """Return the menu of one host: ask again, edit, order, remove."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = self._hosts.row_of(host_id) - 1
        last = len(self._registry.hosts) - 1
        menu.addAction(self.tr("Ask again"), lambda: self._registry.refresh(host_id))
        menu.addAction(self.tr("Edit…"), lambda: self.edit_wanted.emit(host_id))
        menu.addSeparator()
        up = menu.addAction(self.tr("Move up"), lambda: self._registry.move(host_id, place - 1))
        down = menu.addAction(self.tr("Move down"), lambda: self._registry.move(host_id, place + 1))
        up.setEnabled(place > 0)
        down.setEnabled(place < last)
        menu.addSeparator()
        menu.addAction(self.tr("Remove from the list"), lambda: self.remove_wanted.emit(host_id))
        return menu

    def _build(self, add_host: Callable[[], None]) -> None:
        add = IconButton(self._theme, "plus", self.tr("Add a host"))
        add.setObjectName("addHost")
        add.clicked.connect(add_host)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SideTitle(self._theme, self.tr("Hosts"), add))
        column.addWidget(self.view, 1)

    def _add_keyboard(self) -> None:
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            self._on_key(QKeySequence(keys), lambda step=step: self._move(step))
        self._on_key(QKeySequence(Qt.Key.Key_F2), self._edit_current)
        self._on_key(QKeySequence(Qt.Key.Key_Return), self._edit_current)

    def _on_key(self, keys: QKeySequence, work: Callable[[], None]) -> None:
        action = QAction(self.view)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: work())
        self.view.addAction(action)

    def _move(self, step: int) -> None:
        place = self._hosts.row_of(self._chosen) - 1 + step
        if self._chosen != ALL_HOSTS and 0 <= place < len(self._registry.hosts):
            self._registry.move(self._chosen, place)

    def _edit_current(self) -> None:
        if self._chosen != ALL_HOSTS:
            self.edit_wanted.emit(self._chosen)

    def _edit_index(self, index: QModelIndex) -> None:
        if (host_id := self._hosts.id_at(index.row())) != ALL_HOSTS:
            self.edit_wanted.emit(host_id)

    def _restore(self) -> None:
        """Choose again what was chosen, or all hosts where it was removed."""
        index = self._hosts.index(self._hosts.row_of(self._chosen))
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._choose(self._hosts.id_at(index.row()))

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self._choose(self._hosts.id_at(current.row()))

    def _choose(self, host_id: HostId) -> None:
        if host_id != self._chosen:
            self._chosen = host_id
            self.chosen.emit(host_id)

    def _show_menu(self, point: QPoint) -> None:
        host_id = self._hosts.id_at(self.view.indexAt(point).row())
        if host_id != ALL_HOSTS:
            self.menu_for(host_id).popup(self.view.viewport().mapToGlobal(point))
