"""The palette over the window: type a few letters, and do or open what was found."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.palette.delegate import PaletteDelegate
from desktop.ui.palette.entry import Entry, Offer
from desktop.ui.palette.finding import find
from desktop.ui.palette.foot import PaletteFoot
from desktop.ui.palette.frame import PaletteFrame, paint_over
from desktop.ui.palette.rows import PaletteRows
from desktop.ui.palette.top import PaletteTop
from desktop.ui.widgets.headed_list import MOVES, HeadedView
from desktop.ui.widgets.labels import Hairline, Label

_WIDTH, _TOP, _LEAST, _GAP = 620, 110, 8, 8
_MOST_ROWS = 440


class Palette(QWidget):
    """Covers the window with a scrim; Up and Down, Enter does it, Tab shows more, Esc leaves.

    `gather` is asked what there is each time it opens. `used` is emitted with
    the key of an entry that was done.
    """

    used = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, gather: Callable[[], Offer]) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(self.tr("Search actions and everything else"))
        self._theme = theme
        self._over = window
        self._gather = gather
        self._offer = Offer()
        self._of: Entry | None = None
        self._typed_before = ""
        self._before: QWidget | None = None
        self.frame = PaletteFrame(self)
        self.top = PaletteTop(theme)
        self.field = self.top.field
        self.view = HeadedView("paletteRows")
        self._rows = PaletteRows(self)
        self._nothing = Label(theme, "", "body", "muted", wraps=True)
        self._foot = PaletteFoot(theme)
        self._build()
        self.hide()
        self.field.textChanged.connect(self._narrow)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101  widgets cannot exist without it
        app.focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)
        theme.changed.connect(self._on_theme)

    @property
    def current(self) -> Entry | None:
        """What Enter does."""
        found = self._rows.found(self.view.currentIndex().row())
        return found.entry if found is not None else None

    def open(self) -> None:
        """Show everything there is; where it is open already, close it."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self._offer, self._of = self._gather(), None
        self.top.show_of("")
        self.field.clear()
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._narrow()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Close it, and give the keyboard back to whoever had it, if that is still there."""
        before, self._before = self._before, None
        self.hide()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_over(self, self.frame.geometry(), self._theme)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the list closes it, and does nothing else."""
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._offer = Offer()  # Thousands of entries are for nobody now.
        self._rows.show_groups(())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._on_key(event)
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._place()
        return False

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return True  # Nothing below the scrim is reached.

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the list; tell whether it meant something."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.view.go(self._beside(MOVES[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._open_more() if key == Qt.Key.Key_Tab else self._back()
        elif key == Qt.Key.Key_Escape and self._of is None:
            self.leave()
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Backspace and not self.field.text()):
            self._back()
        else:
            return False
        return True

    def _beside(self, step: int) -> int:
        """Return the row that many further; from the last one to the first, and back."""
        at = self._rows.step(self.view.currentIndex().row(), step)
        if at >= 0:
            return at
        return self._rows.step(-1, 1) if step > 0 else self._rows.step(self._rows.rowCount(), -1)

    def _open_more(self) -> None:
        entry = self.current
        more = entry.more() if entry is not None and entry.more is not None else ()
        if entry is None or not more:
            return
        self._of, self._typed_before = entry, self.field.text()
        self._offer = Offer(more)
        self.top.show_of(entry.text, entry.note)
        self.field.clear()
        self._narrow()

    def _back(self) -> None:
        """Return from what can be done with one thing to where that was found."""
        if self._of is None:
            return
        self._of = None
        self._offer = self._gather()
        self.top.show_of("")
        self.field.setText(self._typed_before)
        self._narrow()

    def _narrow(self) -> None:
        if not self.isVisible():
            return
        groups = find(self._offer, self.field.text())
        self._rows.show_groups(groups)
        self._nothing.setText(self.tr("Nothing is called that. Fewer letters find more."))
        self._nothing.setVisible(not groups)
        self.view.setVisible(bool(groups))
        self.view.go(self._rows.step(-1, 1))
        self._on_current()
        self._place()

    def _choose(self, index: QModelIndex) -> None:
        """Close first: what is done may take the keyboard, and look at the page below."""
        found = self._rows.found(index.row())
        if found is not None:
            self.leave()
            if found.entry.key:
                self.used.emit(found.entry.key)
            found.entry.do()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go when the person does, into a dialog by its keys; a page that came late may not."""
        if not self.isVisible() or now is None or self.isAncestorOf(now):
            return
        self._before = now
        if now.window() is self._over:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.hide()

    def _on_current(self) -> None:
        """The field keeps the focus, so it is the field that a screen reader is told of a row."""
        entry = self.current
        said = self.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(str(said or ""))
        self._foot.show_more(has_more=entry is not None and entry.more is not None)

    def _on_theme(self) -> None:
        if self.isVisible():
            self.view.scheduleDelayedItemsLayout()
            QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        px, room = self._theme.px, self.rect()
        width = min(px(_WIDTH), room.width() - 2 * px(_GAP))
        top = min(px(_TOP), room.height() // 8)
        rest = self.top.sizeHint().height() + self._foot.sizeHint().height() + 2 * px(6) + 4
        most = min(px(_MOST_ROWS), room.height() - top - px(_GAP) - rest)
        rows = sum(self.view.sizeHintForRow(row) for row in range(min(self._rows.rowCount(), 40)))
        needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        has_room = rows <= most  # A pixel that is missing would bring the scroll bar.
        self.view.setVerticalScrollBarPolicy(never if has_room else needed)
        height = rest + max(px(40), min(rows + px(4), most))
        self.frame.setGeometry((room.width() - width) // 2, top, width, height)
        self.update()

    def _build(self) -> None:
        px = self._theme.px
        self.field.installEventFilter(self)
        view = self.view
        view.setAccessibleName(self.tr("What was found"))
        view.setModel(self._rows)
        view.setItemDelegate(PaletteDelegate(self._theme, view))
        view.clicked.connect(self._choose)
        self._nothing.setContentsMargins(px(18), px(8), px(18), px(8))
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(Hairline())
        column.addSpacing(px(6))
        column.addWidget(view, 1)
        column.addWidget(self._nothing, 1)
        column.addSpacing(px(6))
        column.addWidget(Hairline())
        column.addWidget(self._foot)
