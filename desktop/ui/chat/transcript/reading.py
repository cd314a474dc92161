"""The rows of a conversation as a reader uses them: selection, copying, keys, a hit's mark."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from desktop.domain.conversation import NO_ENTRY, EntryId
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.transcript.area import RowArea
from desktop.ui.chat.transcript.column import Column
from desktop.ui.chat.transcript.copying import Copying
from desktop.ui.chat.transcript.hit_mark import HitMark
from desktop.ui.chat.transcript.marking import Marking
from desktop.ui.chat.transcript.row import MakeView, Row
from desktop.ui.chat.transcript.selection import FIRST
from desktop.ui.chat.transcript.stage import focus_inside
from desktop.ui.chat.transcript.word_marks import WordMarks


class ReadingArea(RowArea):
    """A row area with a selection."""

    quoted = Signal(str)
    copy_wanted = Signal(str)
    """A message, by its id, is to be copied."""

    def __init__(self, theme: Theme, column: Column, make: MakeView) -> None:
        super().__init__(theme, column, make)
        self.marking = Marking(self, column)
        self._copying = Copying(make, self.marking.order)
        self._mark = HitMark(theme, self.viewport())
        self._words = WordMarks(self.stage)
        self.settled.connect(self._place_mark)
        self.stage.is_held = self._is_held
        self.setAccessibleName(self.tr("Messages"))
        self.setAccessibleDescription(self.tr("Tab goes through links and buttons."))

    def highlight(self, message: int, asked: str = "") -> None:
        """Mark a message for a moment, -1 for none, and in it the words that were asked for."""
        self._mark.show_for(message)
        entry_id = self.column.messages[message].id if message >= 0 else NO_ENTRY
        self._words.show_in(entry_id, asked)
        self._place_mark()

    def selected(self, as_markdown: bool) -> str:
        stretch = self.marking.stretch
        if stretch is None:
            return ""
        return self._copying.selected(self.column.messages, stretch, as_markdown)

    def copy(self, as_markdown: bool = False) -> None:
        """Put what is selected on the clipboard."""
        if text := self.selected(as_markdown):
            self.put_on_clipboard(text)

    def put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def menu(self, at: QPoint) -> QMenu:
        """Return what can be done with the selection, and with the message at a point."""
        menu = QMenu(self)
        entry_id, has_selection = self._entry_at(at), self.marking.stretch is not None
        for text, do, is_possible in (
            (self.tr("Copy"), lambda: self.copy(), has_selection),
            (self.tr("Copy as Markdown"), lambda: self.copy(as_markdown=True), has_selection),
            (self.tr("Quote"), lambda: self.quoted.emit(self.selected(True)), has_selection),
            (self.tr("Copy message"), lambda: self.copy_wanted.emit(entry_id), bool(entry_id)),
            (self.tr("Select all"), self.marking.mark_all, True),
        ):
            menu.addAction(text, do).setEnabled(is_possible)
        menu.actions()[0].setShortcut(QKeySequence.StandardKey.Copy)
        menu.actions()[-1].setShortcut(QKeySequence.StandardKey.SelectAll)
        return menu

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._words.clear()
        self.marking.press(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.marking.double_click(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.marking.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.marking.release()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu(self.viewport().mapFromGlobal(event.globalPos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.marking.mark_all()
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0, FIRST, -self.viewport().height())
        elif event.key() == Qt.Key.Key_End:
            self.go_to_end()
        elif event.key() == Qt.Key.Key_Escape and self.marking.stretch is not None:
            self.marking.clear()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Walk over the rows from top to bottom, whatever order their widgets were made in."""
        self.make_around()
        before: QWidget = self
        for row in sorted(self.stage.rows, key=lambda row: row.box.top()):
            for widget in _reached(row):
                QWidget.setTabOrder(before, widget)
                before = widget
        moved = super().focusNextPrevChild(next)
        focus = focus_inside(self.viewport())
        if moved and focus is not None:
            corner = focus.mapTo(self.viewport(), focus.rect().topLeft())
            self.reveal(QRect(corner, focus.size()))
        return moved

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.viewport().update()

    def _entry_at(self, at: QPoint) -> EntryId:
        rows = (row for row in self.stage.rows if row.box.top() <= at.y() <= row.box.bottom())
        return next((row.entry_id for row in rows), NO_ENTRY)

    def _place_mark(self) -> None:
        if self._mark.message < 0:
            return
        box = QRect()
        for row in self.column.messages[self._mark.message].rows:
            if row.view is not None:
                box = box.united(row.box)
        edge = self.theme.px(8)
        self._mark.setGeometry(box.adjusted(-edge, -edge, edge, edge))

    def _is_held(self, row: Row) -> bool:
        return self.marking.holds(row) or (
            row.view is not None and focus_inside(row.view) is not None
        )


def _reached(row: Row) -> list[QWidget]:
    """Return what of a row the Tab key reaches, in the order it was put in."""
    if row.view is None:
        return []
    found = row.view.findChildren(QWidget)
    return [w for w in found if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
