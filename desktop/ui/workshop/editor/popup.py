"""The list of the completion: words, what follows them, and a line about the current one."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.workshop.editor.choices import Choice
from desktop.ui.workshop.editor.popup_rows import CHOICE_ROLE, ChoiceDelegate, ChoiceList

_ROWS = 8
_WIDE = 420


class CompletionPopup(QFrame):
    """Floats over the window and never has the focus: the text's keys steer it."""

    taken = Signal(object)
    """The Choice that was clicked."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("completion")
        self._theme = theme
        self._choices = ChoiceList(self)
        self.list = QListView(self)
        self.list.setObjectName("completionList")
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.list.setModel(self._choices)
        self.list.setItemDelegate(ChoiceDelegate(theme, self.list))
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
        self.place(above, below)
        self.show()
        self.raise_()

    def place(self, above: QPoint, below: QPoint) -> None:
        """Go to that place of the window with what is offered."""
        count = self._choices.rowCount()
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

    def _on_current(self, current: QModelIndex) -> None:
        choice = current.data(CHOICE_ROLE)
        self._help.setText(choice.help if isinstance(choice, Choice) and choice.facts else "")

    def _on_click(self, index: QModelIndex) -> None:
        choice = index.data(CHOICE_ROLE)
        if isinstance(choice, Choice):
            self.taken.emit(choice)
