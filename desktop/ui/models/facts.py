"""A list of names and values of any length: parameters, metadata, a tokenizer's tokens, tensors."""

from collections.abc import Sequence
from typing import TypeAlias, overload

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from desktop.domain.model import JsonValue
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.card import Fact, shown
from desktop.ui.widgets.paint import paint_ground, paint_icon, paint_ring
from desktop.ui.widgets.tips import plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
FACT_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING, _GAP, _CHEVRON = 6, 1, 14


class Entries(Sequence[Fact]):
    """The entries of a long list as numbered facts, each made when it is looked at."""

    def __init__(self, entries: Sequence[JsonValue]) -> None:
        self._entries = entries

    @override
    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fact]: ...
    @override
    def __getitem__(self, index: int | slice) -> Fact | Sequence[Fact]:
        if isinstance(index, slice):
            return Entries(self._entries[index])
        value = self._entries[index]
        return Fact(units.number(index), shown(value), value)


class FactRows(QAbstractListModel):
    """One row a fact; a whole list of them is put in place of another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: Sequence[Fact] = ()

    def put(self, facts: Sequence[Fact]) -> None:
        self.beginResetModel()
        self._facts = facts
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._facts)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        fact = self._facts[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return joining.labelled(visible(fact.key), fact.text)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{visible(fact.key)}\n{fact.text}")
            case _:
                return fact if role == FACT_ROLE else None


class FactList(QTableView):
    """Shows facts in two lines each; values are copied whole, and long lists are opened.

    It is a table of one column because that alone shows 150,000 rows at once:
    a QListView lays every one of them out before it paints the first.
    """

    opened = Signal(object)
    """A fact whose entries a person wants to see."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = FactRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_FactDelegate(theme, self))
        self.setAccessibleName(name)
        self._build()
        self.customContextMenuRequested.connect(self._show_menu)
        self.clicked.connect(self._open)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _build(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setProperty("ring", False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _refresh(self) -> None:
        lines = 2 * self._theme.metrics("small").height()
        height = lines + self._theme.px(_GAP + 2 * _PADDING)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def put(self, facts: Sequence[Fact]) -> None:
        """Show these facts, from the first."""
        self._rows.put(facts)
        self.scrollToTop()

    @property
    def current(self) -> Fact | None:
        """The fact that is marked, if any."""
        fact = self.currentIndex().data(FACT_ROLE)
        return fact if isinstance(fact, Fact) else None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_value()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        fact = index.data(FACT_ROLE)
        if isinstance(fact, Fact) and fact.entries:
            self.opened.emit(fact)

    def _copy_value(self) -> None:
        if fact := self.current:
            QGuiApplication.clipboard().setText(fact.whole)

    def _copy_name(self) -> None:
        if fact := self.current:
            QGuiApplication.clipboard().setText(fact.key)

    def _show_menu(self, point: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy value")).triggered.connect(self._copy_value)
        menu.addAction(self.tr("Copy name")).triggered.connect(self._copy_name)
        menu.popup(self.viewport().mapToGlobal(point))


class _FactDelegate(QStyledItemDelegate):
    """The name small and muted, the value below it, a chevron where there is a list to open."""

    def __init__(self, theme: Theme, view: FactList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fact = index.data(FACT_ROLE)
        if not isinstance(fact, Fact):
            return
        self._ground(painter, option, index)
        area = option.rect.adjusted(self._theme.px(20), 0, -self._theme.px(18), 0)
        if fact.entries:
            side = self._theme.px(_CHEVRON)
            right = QRect(area.right() - side, area.y(), side, area.height())
            paint_icon(painter, right, "chevron-right", "muted", self._theme, _CHEVRON)
            area.setRight(right.left() - self._theme.px(4))
        top = area.y() + self._theme.px(_PADDING)
        height = self._theme.metrics("small").height()
        first = QRect(area.x(), top, area.width(), height)
        self._line(painter, first, visible(fact.key), is_value=False)
        second = first.translated(0, height + self._theme.px(_GAP))
        self._line(painter, second, fact.text, is_value=True)

    def _line(self, painter: QPainter, area: QRect, text: str, *, is_value: bool) -> None:
        mode = Qt.TextElideMode.ElideRight if is_value else Qt.TextElideMode.ElideMiddle
        text = self._theme.metrics("small").elidedText(text, mode, area.width())
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("text" if is_value else "muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
        painter.drawText(area, flags, text)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        inset = self._theme.px(8)
        bar = QRectF(option.rect.adjusted(inset, 1, -inset, -1))
        radius = float(self._theme.px(7))
        if option.state & QStyle.StateFlag.State_Selected:
            role = "selection" if self._view.hasFocus() else "selection_idle"
            paint_ground(painter, bar, self._theme.color(role), radius)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, bar, self._theme.color("hover"), radius)
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            outer = bar.adjusted(-1, -1, 1, 1)
            paint_ring(painter, outer, self._theme.color("focus"), radius)
