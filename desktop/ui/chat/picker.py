"""Chooses which model on which host answers: one list over all hosts, narrowed by typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.conversation import Target
from desktop.domain.model import Capability, InstalledModel
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.picker_choices import Group, can_chat, groups, narrowed
from desktop.ui.chat.picker_delegate import PickerDelegate
from desktop.ui.chat.picker_list import PickerList
from desktop.ui.chat.picker_words import nothing
from desktop.ui.widgets.buttons import Button, Chip
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.headed_list import MOVES, HeadedView
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.messages import EmptyState

_WIDTH, _HEIGHT = 480, 440
_GAP = 6


class TargetPicker(QWidget):
    """Lies over the window: type, Up and Down, Enter chooses, Esc leaves all as it was.

    It is a child of the window and no popup of the system's, so that it can be
    placed everywhere and input methods work in it. What is beside the list is
    covered by nothing that is seen, and a press there closes it.
    """

    chosen = Signal(object)
    """The Target that was chosen."""
    pull_wanted = Signal()
    closed = Signal()
    """It is gone, whatever came of it; the focus is for whoever hears this to put somewhere."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        offers: Callable[[InstalledModel], bool] = can_chat,
    ) -> None:
        super().__init__(parent)
        self._offers = offers
        self.setObjectName("pickerGround")
        self.setAccessibleName(self.tr("Choose a model"))
        self._theme = theme
        self._snapshots: Sequence[HostSnapshot] = ()
        self._recent: Sequence[Target] = ()
        self._offered: tuple[Group, ...] | None = None
        self._current = Target()
        self._rows = PickerList(self)
        self.frame = QFrame(self)
        self.field = SearchField(theme, self.tr("Search models and hosts"))
        self.vision = Chip(theme, self.tr("Vision"), "eye")
        self.view = HeadedView("pickerRows")
        self.empty = EmptyState(theme, "search-x", "", actions=(self._pull_button(),))
        self._pages = QStackedWidget()
        self._build()
        self.hide()
        self.field.textChanged.connect(self._narrow)
        self.vision.toggled.connect(self._narrow)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101  widgets cannot exist without it
        app.focusChanged.connect(self._on_focus_changed)

    def show_hosts(self, snapshots: Sequence[HostSnapshot]) -> None:
        """Replace what is known of the hosts; the row that was current stays so."""
        if self._snapshots != tuple(snapshots):
            self._snapshots = tuple(snapshots)
            self._offer()

    def show_recent(self, recent: Sequence[Target]) -> None:
        """Replace what was used last, the latest first."""
        if self._recent != tuple(recent):
            self._recent = tuple(recent)
            self._offer()

    def open_over(self, anchor: QWidget, current: Target, wanted: Capability | None = None) -> None:
        """Show the list above a widget, or below it where there is more room.

        With `wanted` VISION only models that see are offered, until the chip is switched off.
        """
        self._current = current
        self.field.clear()
        self.vision.setChecked(wanted is Capability.VISION)
        self._offered = None
        self._narrow()
        self.setParent(anchor.window())
        anchor.window().installEventFilter(self)
        self._place(anchor)
        self.show()
        self.raise_()
        self._show_group()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and self._on_key(event)
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self.close()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not self._on_key(event):
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.window().removeEventFilter(self)
            self.closed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the list closes it, and does nothing else."""
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round what can be reached here, and not to what lies below."""
        stops = [self.field, self.vision, *self.empty.findChildren(Button)]
        shown = [stop for stop in stops if stop.isVisible()]
        if not shown:
            return super().focusNextPrevChild(next)
        at = _beside(shown, self.focusWidget(), 1 if next else -1)
        shown[at].setFocus(
            Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the list; tell whether it meant something."""
        key = Qt.Key(event.key())
        if key in MOVES:
            self.view.go(self._rows.step(self.view.currentIndex().row(), MOVES[key]))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
            return True
        return False

    def _offer(self) -> None:
        """Take what is offered anew, at once where it is looked at."""
        self._offered = None
        if self.isVisible():
            at = self.view.currentIndex()
            choice = self._rows.choice(at.row())
            self._narrow()
            if choice is not None:
                self.view.go(self._rows.row_of(choice.target, is_recent=choice.is_recent))

    def _narrow(self) -> None:
        if self._offered is None:
            self._offered = groups(self._snapshots, self._recent, self._offers)
        wanted = Capability.VISION if self.vision.isChecked() else None
        text = self.field.text()
        found = narrowed(self._offered, text, wanted)
        self._rows.show_groups(found)
        has_rows = any(group.choices for group in found)
        if not has_rows:
            said = nothing(self._snapshots, text, is_narrowed=wanted is not None)
            self.empty.say(said.heading, said.line, said.icon)
        self._pages.setCurrentWidget(self.view if has_rows else self.empty)
        is_plain = not text and wanted is None
        row = self._rows.row_of(self._current) if is_plain else -1
        self.view.go(row if row >= 0 else self._rows.step(-1, 1))

    def _show_group(self) -> None:
        """Scroll so that the heading above the current row shows too, if both have room."""
        current = self.view.currentIndex()
        if current.isValid():
            self.view.scrollTo(self._rows.index(self._rows.heading_of(current.row())))
            self.view.scrollTo(current)

    def _choose(self, index: QModelIndex) -> None:
        choice = self._rows.choice(index.row())
        if choice is not None:
            self.close()
            self.chosen.emit(choice.target)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Go when the person does, as to another page by its keys."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.close()

    def _on_current(self, index: QModelIndex) -> None:
        """The field keeps the focus, so it is the field that a screen reader is told of a row."""
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        self.field.setAccessibleDescription(str(said or ""))

    def _place(self, anchor: QWidget) -> None:
        """Cover the window, and lay the list where it hides least and is not cut off."""
        px, window = self._theme.px, anchor.window()
        self.setGeometry(window.rect())
        room = self.rect().adjusted(px(_GAP), px(_GAP), -px(_GAP), -px(_GAP))
        top = anchor.mapTo(window, QPoint(0, 0))
        bottom = top.y() + anchor.height() + px(_GAP)
        above, below = top.y() - px(_GAP) - room.top(), room.bottom() - bottom
        is_above = above >= below
        height = min(px(_HEIGHT), max(above, below), room.height())
        width = min(px(_WIDTH), room.width())
        left = max(room.left(), min(top.x(), room.right() - width))
        first = top.y() - px(_GAP) - height if is_above else bottom
        self.frame.setGeometry(left, first, width, height)

    def _pull_button(self) -> Button:
        button = Button(self._theme, self.tr("Pull a model…"), "secondary", "arrow-down-to-line")
        button.setObjectName("pickerPull")
        button.clicked.connect(self._on_pull)
        return button

    def _on_pull(self) -> None:
        self.close()
        self.pull_wanted.emit()

    def _build(self) -> None:
        px = self._theme.px
        self.field.installEventFilter(self)
        self.view.setAccessibleName(self.tr("Models"))
        self.view.setModel(self._rows)
        self.view.setItemDelegate(PickerDelegate(self._theme, self.view))
        self.view.setUniformItemSizes(True)  # 10,000 rows are then laid out at once.
        self.view.clicked.connect(self._choose)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        self.frame.setObjectName("picker")
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(1, 1, 1, px(6))
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(Hairline())
        column.addSpacing(px(4))
        column.addWidget(self._pages, 1)

    def _top(self) -> QLayout:
        px = self._theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(8), px(8), px(8), px(8))
        row.setSpacing(px(8))
        self.field.setMaximumWidth(px(_WIDTH))
        self.vision.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(self.field, 1)
        row.addWidget(self.vision)
        return row


def _beside(stops: Sequence[QWidget], now: QWidget | None, step: int) -> int:
    """Return the place after, or before, that of a widget; the first one for any other."""
    places = [place for place, stop in enumerate(stops) if stop is now]
    return (places[0] + step) % len(stops) if places else 0
