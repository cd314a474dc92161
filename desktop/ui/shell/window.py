"""The window: rail, a list beside it, and one rounded sheet for the work."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QHideEvent,
    QMoveEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.shell.commands import Command, Commands
from desktop.ui.shell.navigation import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    NOWHERE,
    SCROLLS_BELOW,
    Content,
    LayoutClass,
    Page,
    Place,
    layout_class,
)
from desktop.ui.shell.open_dialogs import OpenDialogs
from desktop.ui.shell.walk import walk
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.rail import Rail, RailItem
from desktop.ui.widgets.toast import Toast

_FIRST_SIZE = QSize(1440, 900)
_GAP = 8
_SIDE_GAP = 4
_REMEMBER_MS = 500


class MainWindow(QMainWindow):
    """Holds the pages that are added to it, and shows one.

    `remember` is handed the window's place half a second after it last changed and
    when it closes. `may_close` is asked before that; `closed` is emitted once it has,
    and `quit_wanted` where the program shall end. `seen` says whether it can be seen,
    so that hosts are asked less often while it cannot.
    """

    closed = Signal()
    quit_wanted = Signal()
    seen = Signal(bool)
    page_changed = Signal(str)

    def __init__(
        self, theme: Theme, title: str, remember: Callable[[Place], None], place: Place = NOWHERE
    ) -> None:
        super().__init__()
        self._theme = theme
        self._remember = remember
        self.may_close: Callable[[], bool] = lambda: True
        self._first_page = place.page
        self._pages: dict[str, tuple[Page, RailItem]] = {}
        self._contents: dict[str, Content] = {}
        self._page = ""
        self._class = LayoutClass.WIDE
        self.setObjectName("mainWindow")
        self.setWindowTitle(title)
        self.commands = Commands(theme, self)
        self._build()
        self.toast = Toast(theme, self._sheet)
        self._ring = FocusRing(theme, self)
        self._dialogs = OpenDialogs(self)
        self._later = QTimer(self, singleShot=True, interval=_REMEMBER_MS)
        self._later.timeout.connect(self._tell_place)
        theme.changed.connect(self._refresh)
        self._refresh()
        self._add_walk()
        self._restore(place)

    @property
    def layout_class(self) -> LayoutClass:
        """How much fits side by side now."""
        return self._class

    @property
    def page(self) -> str:
        """The key of the page that is shown."""
        return self._page

    @property
    def place(self) -> Place:
        """How the window stands now."""
        return Place(self.saveGeometry().toBase64().toStdString(), self._page)

    def add_page(self, page: Page) -> None:
        """Put a page into the rail; `show_first` shows one of them."""
        shortcuts = (page.shortcut,) if page.shortcut else ()
        command = Command(f"page.{page.key}", page.name, shortcuts, page.icon)
        action = self.commands.add(command, lambda: self.show_page(page.key))
        item = RailItem(self._theme, page.icon, page.name, action.shortcut())
        item.setObjectName(f"rail.{page.key}")
        item.clicked.connect(action.trigger)
        self._rail.add(item, at_bottom=page.at_bottom or not page.is_on_rail)
        item.setVisible(page.is_on_rail)
        self._pages[page.key] = page, item

    def furnish(self, key: str, content: Content) -> None:
        """Take what a page shows, which is the window's from now on."""
        self._contents[key] = content
        self._stack.addWidget(content.sheet)
        if content.side is not None:
            self._sides.addWidget(content.side)
        content.follow(self._class)

    def show_first(self) -> None:
        """Show the page that was left, or else the first one that was added."""
        known = self._first_page in self._pages
        self.show_page(self._first_page if known else next(iter(self._pages)))

    def add_to_rail(self, command: Command, do: Callable[[], object]) -> None:
        """Put something that is no page to the bottom of the rail; it is a command as well."""
        action = self.commands.add(command, do)
        item = RailItem(self._theme, command.icon, command.text, action.shortcut())
        item.setObjectName(f"rail.{command.key}")
        item.setCheckable(False)
        item.clicked.connect(action.trigger)
        self._rail.add(item, at_bottom=True)

    def show_page(self, key: str) -> None:
        """Show that page, which is built now if it is shown for the first time.

        Raises:
            KeyError: there is none of that key.
        """
        page, item = self._pages[key]
        if key not in self._contents:
            page.build()
        content = self._contents[key]
        is_other = key != self._page
        self._page = key
        item.setChecked(True)
        self._stack.setCurrentWidget(content.sheet)
        if content.side is not None:
            self._sides.setCurrentWidget(content.side)
        self.commands.set_page(key)
        self._arrange()
        if is_other:
            self.page_changed.emit(key)
            self._later.start()

    def rail_item(self, key: str) -> RailItem:
        """Return a page's item, to set its badge."""
        return self._pages[key][1]

    def remember_now(self) -> None:
        """Have the window's place remembered, without waiting for it to rest."""
        self._later.stop()
        self._tell_place()

    def walk(self, step: int = 1) -> None:
        """Put the focus on the next region: rail, list, and those of the sheet."""
        walk(self._regions(), step)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._classify()
        self._later.start()

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._later.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dialogs.show_again()
        self.seen.emit(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._dialogs.hide()
        self.seen.emit(False)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange:
            self.seen.emit(not self.isMinimized())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember_now()
        event.setAccepted(self.may_close())
        if event.isAccepted():
            self.closed.emit()

    def _build(self) -> None:
        ground = QFrame()
        ground.setObjectName("window")
        self._rail = Rail(self._theme)
        self._sides = QStackedWidget()
        self._side_area = QWidget()
        QVBoxLayout(self._side_area).addWidget(self._sides)
        self._stack = QStackedWidget()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(self._stack)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QFrame()
        self._sheet.setObjectName("sheet")
        self._sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._scroll)
        self._row = QHBoxLayout(ground)
        self._row.setSpacing(0)
        for part in (self._rail, self._side_area, self._sheet):
            self._row.addWidget(part)
        self.setCentralWidget(ground)

    def _add_walk(self) -> None:
        forth = Command("walk.next", self.tr("Next part of the window"), ("F6",))
        back = Command("walk.previous", self.tr("Previous part of the window"), ("Shift+F6",))
        self.commands.add(forth, lambda: self.walk(1))
        self.commands.add(back, lambda: self.walk(-1))

    def _regions(self) -> list[QWidget]:
        content = self._contents[self._page]
        side = [content.side] if content.side is not None and self._side_area.isVisible() else []
        chosen = self.rail_item(self._page)
        return [chosen, *side, *(content.regions() or (content.sheet,))]

    def _refresh(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, px(_GAP), px(_GAP), px(_GAP))
        layout = self._side_area.layout()
        assert layout is not None  # noqa: S101  it was given one when it was built
        layout.setContentsMargins(0, 0, px(_SIDE_GAP), 0)
        edge = 4  # Of the sheet: its line and a pixel within it at each side, at every scale.
        wide, high = SCROLLS_BELOW
        self._stack.setMinimumSize(px(wide - 60 - _GAP) - edge, px(high - 2 * _GAP) - edge)
        self._limit()
        self._classify()
        self._arrange()

    def _limit(self) -> None:
        least = QSize(self._theme.px(LEAST_WIDTH), self._theme.px(LEAST_HEIGHT))
        self.setMinimumSize(least.boundedTo(_room(self) * 0.9))

    def _classify(self) -> None:
        found = layout_class(self.width(), self._theme.k)
        if found is not self._class:
            self._class = found
            self._arrange()
            for content in self._contents.values():
                content.follow(found)

    def _arrange(self) -> None:
        self._rail.set_bare(self._class is LayoutClass.NARROW)
        has_side = bool(self._page) and self._contents[self._page].side is not None
        if has_side:
            self._side_area.setFixedWidth(self._theme.px(self._pages[self._page][0].side_width))
        self._side_area.setVisible(has_side and self._class < LayoutClass.CHOOSER)

    def _restore(self, place: Place) -> None:
        geometry = QByteArray.fromBase64(place.geometry.encode("ascii", "replace"))
        if not place.geometry or not self.restoreGeometry(geometry):
            wanted = QSize(_FIRST_SIZE * self._theme.k)
            self.resize(wanted.boundedTo(_room(self) * 0.9))

    def _tell_place(self) -> None:
        self._remember(self.place)


def _room(window: QWidget) -> QSize:
    """Return the screen's room under the window's middle.

    Not by the widget's `screen()`: PySide 6.11 ties the screen to the widget
    that was asked, and crashes once that is gone.
    """
    screen = QGuiApplication.screenAt(window.geometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableSize()
