"""The rows of the completion's list."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.paint import paint_ground, paint_words
from desktop.ui.workshop.editor.choices import Choice

Index = QModelIndex | QPersistentModelIndex
CHOICE_ROLE = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()


class ChoiceList(QAbstractListModel):
    """The words that fit, best first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._choices)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._choices):
            return None
        choice = self._choices[index.row()]
        if role == CHOICE_ROLE:
            return choice
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said(choice)
        return choice.text if role == Qt.ItemDataRole.DisplayRole else None


def said(choice: Choice) -> str:
    """Return a choice as it is read out."""
    return joining.phrases((choice.text, choice.facts, choice.help))


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a word, and muted at the right what follows it or what it means."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._theme.metrics("mono").height() + self._theme.px(8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        choice = index.data(CHOICE_ROLE)
        if not isinstance(choice, Choice):
            return
        px, area = self._theme.px, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            paint_ground(painter, QRectF(area), self._theme.color("selection"), px(5))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, QRectF(area), self._theme.color("hover"), px(5))
        room = area.adjusted(px(8), 0, -px(8), 0)
        name = self._theme.metrics("mono").horizontalAdvance(choice.text) + px(16)
        paint_words(painter, room, choice.text, "mono", "text", self._theme)
        beside, facts = room.adjusted(name, 0, 0, 0), choice.facts or choice.help
        right = Qt.AlignmentFlag.AlignRight
        paint_words(painter, beside, facts, "small", "muted", self._theme, side=right)
