"""What can be done with a host of the table, as a menu and by keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.hosts.routes import HostRoutes
from desktop.ui import curl
from desktop.ui.hosts.table import HostTable


@dataclass(frozen=True, slots=True)
class HostDoors:
    """What the window does for this page: each is a plain function of a host."""

    test: Callable[[HostId], None]
    test_token: Callable[[HostId], None]
    """Test up to the first token, which loads a model."""
    edit: Callable[[HostId], None]
    remove: Callable[[HostId], None]
    show_models: Callable[[HostId], None]
    chat: Callable[[HostId], None]
    """Begin a chat with one of its models."""
    say: Callable[[str], None]
    """Tells briefly what was done."""
    sources: Callable[[HostId], None] | None = None
    """Ask how its memory is known."""


class HostActions(QWidget):
    """Makes the menus, and gives the table its keys. It is never shown itself."""

    def __init__(
        self,
        registry: HostRegistry,
        routes: HostRoutes,
        hosts: HostTable,
        doors: HostDoors,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._registry = registry
        self._routes = routes
        self._hosts = hosts
        self._doors = doors
        self.hide()

    def menu(self, host_id: HostId) -> QMenu:
        """Return everything that can be done with a host."""
        doors, row = self._doors, self._hosts.row_of(host_id)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Test connection"), lambda: doors.test(host_id))
        token = menu.addAction(self.tr("Test with one token"), lambda: doors.test_token(host_id))
        token.setEnabled(bool(self._registry.snapshot(host_id).models))
        menu.addAction(self.tr("Ask again"), lambda: self._registry.refresh(host_id))
        menu.addAction(self.tr("Show its models"), lambda: doors.show_models(host_id))
        chat = menu.addAction(self.tr("Chat"), lambda: doors.chat(host_id))
        chat.setEnabled(token.isEnabled())
        menu.addSeparator()
        menu.addAction(self.tr("Edit…"), lambda: doors.edit(host_id))
        if (sources := doors.sources) is not None:
            menu.addAction(self.tr("Memory…"), lambda: sources(host_id))
        menu.addAction(self.tr("Copy address"), lambda: self.copy_address(host_id))
        menu.addMenu(self.curl_menu(host_id, menu))
        menu.addSeparator()
        up = menu.addAction(self.tr("Move up"), lambda: self._move_up(host_id))
        down = menu.addAction(self.tr("Move down"), lambda: self._move_down(host_id))
        up.setEnabled(row > 0)
        down.setEnabled(row < self._hosts.rowCount() - 1)
        menu.addSeparator()
        menu.addAction(self.tr("Remove from the list…"), lambda: doors.remove(host_id))
        return menu

    def curl_menu(self, host_id: HostId, parent: QWidget) -> QMenu:
        """Return what can be asked of a host by curl."""
        menu = QMenu(self.tr("Copy as curl"), parent)
        for text, call in (
            (self.tr("Version"), curl.VERSION),
            (self.tr("Models"), curl.TAGS),
            (self.tr("Loaded models"), curl.LOADED),
        ):
            menu.addAction(text, lambda call=call: self.copy_curl(host_id, call))
        return menu

    def copy_curl(self, host_id: HostId, call: curl.Call) -> None:
        """Put the line into the clipboard, with a word in capitals for each secret."""
        host = self._registry.snapshot(host_id).host
        text = curl.curl_text(host, call, self._routes.route(host_id))
        QGuiApplication.clipboard().setText(text)
        self._doors.say(self.tr("The curl line is copied. It holds no secret."))

    def copy_address(self, host_id: HostId) -> None:
        """Put the address in full into the clipboard."""
        QGuiApplication.clipboard().setText(self._registry.snapshot(host_id).host.address.url)
        self._doors.say(self.tr("The address is copied."))

    def add_keys(self, table: QWidget, chosen: Callable[[], HostId | None]) -> None:
        """Let the table do by key what the menu offers for the chosen host."""
        doors = self._doors
        for keys, work in (
            ("Alt+Up", self._move_up),
            ("Alt+Down", self._move_down),
            ("F2", doors.edit),
            ("Ctrl+E", doors.edit),
            ("Del", doors.remove),
            ("Ctrl+C", self.copy_address),
        ):
            self._add_key(table, keys, chosen, work)

    def _move_up(self, host_id: HostId) -> None:
        self._hosts.move(host_id, -1)

    def _move_down(self, host_id: HostId) -> None:
        self._hosts.move(host_id, 1)

    def _add_key(
        self,
        table: QWidget,
        keys: str,
        chosen: Callable[[], HostId | None],
        work: Callable[[HostId], None],
    ) -> None:
        def act() -> None:
            if (host_id := chosen()) is not None:
                work(host_id)

        action = QAction(table)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())
        table.addAction(action)
