"""The memory page: what is loaded where, and the two pages that are opened from it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.host import HostId
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.overview import MemoryOverview
from desktop.ui.memory.services import (
    MakeSubPage,
    MemoryDoors,
    MemoryRooms,
    MemoryServices,
    SubPage,
)
from desktop.ui.memory.side_place import SidePlace
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.buttons import Button


class MemoryPage(QWidget):
    """Holds the overview, and over it "Tidy up" and "Local server" as they are wanted."""

    shown_changed = Signal()
    """Another of the three is shown."""

    def __init__(
        self,
        theme: Theme,
        services: MemoryServices,
        doors: MemoryDoors,
        rooms: MemoryRooms | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("memoryPage")
        rooms = rooms or MemoryRooms()
        self._rooms = rooms
        self.overview = MemoryOverview(theme, services, doors, rooms)
        self.tidy: SubPage | None = None
        self.local_server: SubPage | None = None
        self._class = LayoutClass.WIDE
        self._stack = QStackedWidget()
        self._stack.addWidget(self.overview)
        self._stack.currentChanged.connect(self.shown_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.overview.tidy_wanted.connect(self.open_tidy)
        self.overview.local_server_wanted.connect(self.open_local_server)

    @property
    def side_place(self) -> SidePlace:
        """Where this computer's charts stand."""
        return self.overview.side_place

    @property
    def shown(self) -> QWidget:
        """The overview, or the page that is open over it."""
        return self._stack.currentWidget() or self.overview

    def open_tidy(self) -> None:
        """Show what could be deleted."""
        if self.tidy is None and self._rooms.tidy is not None:
            self.tidy = self._made(self._rooms.tidy, self.overview.header.tidy)
        self._open(self.tidy)

    def open_local_server(self) -> None:
        """Show the Ollama on this computer."""
        if self.local_server is None and self._rooms.local_server is not None:
            button = self.overview.header.local_server
            self.local_server = self._made(self._rooms.local_server, button)
        self._open(self.local_server)

    def show_side(self) -> None:
        """Show this computer and "Will it fit?", from wherever the person is."""
        self._stack.setCurrentWidget(self.overview)
        self.overview.open_panel()

    def load_a_model(self, host_id: HostId) -> None:
        """Ask which model to load on a host."""
        self.overview.load_a_model(host_id)

    def set_seen(self, is_seen: bool) -> None:
        """The window is minimised, or shown again."""
        self.overview.set_seen(is_seen)

    def set_layout_class(self, found: LayoutClass) -> None:
        """Follow the width of the window."""
        self._class = found
        self.overview.set_layout_class(found)
        for page in self._sub_pages:
            page.set_layout_class(found)

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks."""
        page = next((one for one in self._sub_pages if one.widget is self.shown), None)
        return self.overview.regions() if page is None else page.regions() or (page.widget,)

    @property
    def _sub_pages(self) -> tuple[SubPage, ...]:
        return tuple(page for page in (self.tidy, self.local_server) if page is not None)

    def _made(self, make: MakeSubPage, opened_by: Button) -> SubPage:
        def back() -> None:
            self._stack.setCurrentWidget(self.overview)
            opened_by.setFocus(Qt.FocusReason.OtherFocusReason)

        page = make(back)
        page.set_layout_class(self._class)
        self._stack.addWidget(page.widget)
        return page

    def _open(self, page: SubPage | None) -> None:
        if page is not None:
            self._stack.setCurrentWidget(page.widget)
            page.widget.setFocus(Qt.FocusReason.OtherFocusReason)
