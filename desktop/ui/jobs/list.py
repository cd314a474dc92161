"""The list of jobs: a view that the keyboard reaches everything in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs import view
from desktop.ui.jobs.captions import action_label
from desktop.ui.jobs.delegate import JobDelegate
from desktop.ui.jobs.problems import Press
from desktop.ui.jobs.rows import JobRow
from desktop.ui.jobs.table import ROW_ROLE, JobTable, Key
from desktop.ui.jobs.view import Action

Index = QModelIndex | QPersistentModelIndex

_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class JobList(QListView):
    """Up and Down walk the jobs, Left and Right fold, Enter does the next thing, Del removes."""

    pressed = Signal(object, object)
    """A job's id, and what was asked for: an Action or a Remedy."""

    def __init__(self, theme: Theme, table: JobTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobList")
        self.setAccessibleName(self.tr("Jobs"))
        self._theme = theme
        self._table = table
        self._heights: dict[Key | None, int] = {}
        self._delegate = JobDelegate(theme, self)
        self._delegate.pressed.connect(self.pressed)
        self.setItemDelegate(self._delegate)
        self.setModel(table)
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme.changed.connect(self._lay_out_anew)

    @property
    def delegate(self) -> JobDelegate:
        return self._delegate

    @override
    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Repaint the rows that changed; lay all out anew only where one's height changed.

        Qt's own list lays everything out at every change, which at thirty
        frames a second is most of what a long list would cost.
        """
        is_other = False
        for row in range(first.row(), last.row() + 1):
            index = self._table.index(row)
            key, height = self._table.key(index), self._delegate.height(index)
            is_other |= self._heights.get(key) != height
            self._heights[key] = height
        if is_other:
            super().dataChanged(first, last, list(roles))
            return
        self.viewport().update(self.visualRect(first).united(self.visualRect(last)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().data(ROW_ROLE)
        if isinstance(row, JobRow) and self._press_key(Qt.Key(event.key()), event.modifiers(), row):
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYBOARD and not self.currentIndex().isValid():
            self.setCurrentIndex(
                self.moveCursor(self.CursorAction.MoveHome, Qt.KeyboardModifier(0))
            )

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._delegate.leave()
        return super().viewportEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_anew()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = index.data(ROW_ROLE)
        if isinstance(row, JobRow):
            self._open_menu(row, event.globalPos() if by_mouse else self._below(index))

    def menu_for(self, row: JobRow) -> QMenu:
        """Return everything that can be done with a job, by name."""
        menu = QMenu(self)
        menu.setFont(self._theme.font())
        for offer in row.failure.offers if row.failure else ():
            menu.addAction(offer.label).triggered.connect(self._presser(row, offer.press))
        wanted = [action for action in row.actions if action is not Action.REMOVE]
        if row.can_fold:
            wanted.append(Action.FOLD)
        for action in wanted:
            menu.addAction(action_label(action)).triggered.connect(self._presser(row, action))
        if Action.REMOVE in row.actions:
            if not menu.isEmpty():
                menu.addSeparator()
            remove = menu.addAction(action_label(Action.REMOVE))
            remove.setShortcut(Qt.Key.Key_Delete)
            remove.triggered.connect(self._presser(row, Action.REMOVE))
        return menu

    def _press_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, row: JobRow) -> bool:
        if key is Qt.Key.Key_Menu or (
            key is Qt.Key.Key_F10 and modifiers & Qt.KeyboardModifier.ShiftModifier
        ):
            self._open_menu(row, self._below(self.currentIndex()))
            return True
        press = self._meaning(key, row)
        if press is not None:
            self.pressed.emit(row.job.id, press)
        return press is not None or key in {Qt.Key.Key_Left, Qt.Key.Key_Right}

    @staticmethod
    def _meaning(key: Qt.Key, row: JobRow) -> Press | None:
        match key:
            case Qt.Key.Key_Left if row.is_unfolded:
                return Action.FOLD
            case Qt.Key.Key_Right if row.can_fold and not row.is_unfolded:
                return Action.FOLD
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return _first_offer(row) if row.failure else view.default_action(row.job)
            case Qt.Key.Key_Delete if Action.REMOVE in row.actions:
                return Action.REMOVE
            case _:
                return None

    def _presser(self, row: JobRow, press: Press) -> Callable[[], None]:
        return lambda: self.pressed.emit(row.job.id, press)

    def _open_menu(self, row: JobRow, at: QPoint) -> None:
        menu = self.menu_for(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _below(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())

    def _lay_out_anew(self) -> None:
        self._heights.clear()
        self.scheduleDelayedItemsLayout()


def _first_offer(row: JobRow) -> Press | None:
    """Return what mends a failure; what overwrites a model is pressed by name, never by Enter."""
    offers = row.failure.offers if row.failure else ()
    harmless = (offer.press for offer in offers if offer.press is not Action.REPLACE)
    return next(harmless, None)
