"""The list of the completion: words, what follows them, and a line about the current one."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.paint import paint_ground
from desktop.ui.workshop.editor.choices import Choice

Index = QModelIndex | QPersistentModelIndex
CHOICE_ROLE = Qt.ItemDataRole.UserRole
_ROWS = 8
_WIDE = 420
_NO_INDEX = QModelIndex()


class _Choices(QAbstractListModel):
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
    return ", ".join(part for part in (choice.text, choice.facts, choice.help) if part)


class _Rows(QStyledItemDelegate):
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
        self._write(painter, room, choice.text, is_name=True)
        self._write(painter, room.adjusted(name, 0, 0, 0), choice.facts or choice.help)

    def _write(self, painter: QPainter, room: QRect, text: str, *, is_name: bool = False) -> None:
        role = "mono" if is_name else "small"
        painter.setFont(self._theme.font(role))
        painter.setPen(self._theme.color("text" if is_name else "muted"))
        shown = self._theme.metrics(role).elidedText(
            text, Qt.TextElideMode.ElideRight, max(0, room.width())
        )
        side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, shown)


class CompletionPopup(QFrame):
    """Floats over the window and never has the focus: the text's keys steer it."""

    taken = Signal(object)
    """The Choice that was clicked."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("completion")
        self._theme = theme
        self._choices = _Choices(self)
        self.list = QListView(self)
        self.list.setObjectName("completionList")
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.list.setModel(self._choices)
        self.list.setItemDelegate(_Rows(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._on_click)
        self._line = Hairline()
        self._help = Label(theme, "", "small", "muted", wraps=True)
        self._help.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(5)] * 4)
        column.setSpacing(theme.px(4))
        column.addWidget(self.list)
        column.addWidget(self._line)
        column.addWidget(self._help)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.hide()

    @property
    def current(self) -> Choice | None:
        choice = self.list.currentIndex().data(CHOICE_ROLE)
        return choice if isinstance(choice, Choice) else None

    @property
    def offered(self) -> tuple[str, ...]:
        """The words in their order."""
        rows = range(self._choices.rowCount())
        return tuple(str(self._choices.index(row).data()) for row in rows)

    def show_choices(self, choices: tuple[Choice, ...], above: QPoint, below: QPoint) -> None:
        """Open at a place of the window: below it, or above where there is no room."""
        self._choices.show_choices(choices)
        self.list.setCurrentIndex(self._choices.index(0))
        has_help = any(one.facts and one.help for one in choices)
        self._line.setVisible(has_help)
        self._help.setVisible(has_help)
        self._place(above, below, len(choices))
        self.show()
        self.raise_()

    def step(self, rows: int) -> None:
        """Go that many rows on, round at either end."""
        count = self._choices.rowCount()
        row = (self.list.currentIndex().row() + rows) % count
        self.list.setCurrentIndex(self._choices.index(row))

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("raised"))
        painter.setPen(QPen(self._theme.color("border_strong"), 1))
        radius = self._theme.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def _place(self, above: QPoint, below: QPoint, count: int) -> None:
        px, window = self._theme.px, self.window()
        row = self._theme.metrics("mono").height() + px(8)
        self.list.setFixedHeight(row * min(count, _ROWS))
        wide = min(px(_WIDE), window.width() - px(16))
        high = self.list.height() + 2 * px(5)
        if not self._help.isHidden():
            high += self._theme.metrics("small").height() * 2 + px(9)
        left = max(px(8), min(below.x(), window.width() - wide - px(8)))
        fits = below.y() + high <= window.height()
        self.setGeometry(left, below.y() if fits else max(0, above.y() - high), wide, high)

    def _on_current(self, current: QModelIndex) -> None:
        choice = current.data(CHOICE_ROLE)
        self._help.setText(choice.help if isinstance(choice, Choice) and choice.facts else "")

    def _on_click(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE)
        if isinstance(choice, Choice):
            self.taken.emit(choice)
