"""The list of what is wrong with a draft, below its editor."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.labels import Label
from desktop.ui.workshop.problem_delegate import ROW_ROLE, ProblemDelegate
from desktop.ui.workshop.problem_list import ProblemListView, ProblemTable
from desktop.ui.workshop.problem_rows import ProblemRow, Severity

_LEAST_SEEN, _MOST_SEEN = 2, 5


class ProblemsList(QWidget):
    """Rows that lead to their line; the fix is at the right, and in the row's menu.

    Up and Down walk, Enter goes to the line, Ctrl+Enter mends, F8 and Shift+F8
    go to the next and the one before from wherever the list stands.
    """

    fix_wanted = Signal(object)
    """A Fix of the text."""
    row_pressed = Signal(object)
    """A ProblemRow with a label and no fix of the text."""
    span_wanted = Signal(object)
    """A Span of the text to be shown."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self._theme = theme
        self._model = ProblemTable(self)
        self._title = Label(theme, self.tr("Problems"), "strong")
        self._counts = Label(theme, "", "small", "muted")
        self._counts.setObjectName("problemCounts")
        self.list = ProblemListView(self)
        self.list.setModel(self._model)
        self.delegate = ProblemDelegate(theme, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.clicked.connect(self._on_click)
        self._build()
        theme.changed.connect(self._set_height)
        self.show_rows(())

    @property
    def counts(self) -> str:
        """What stands beside the title: "1 error, 1 warning"."""
        return self._counts.text()

    @property
    def rows(self) -> tuple[ProblemRow, ...]:
        return self._model.rows

    def show_rows(self, rows: Sequence[ProblemRow]) -> None:
        """Show these; the same again keep the current one."""
        if tuple(rows) == self._model.rows and self._counts.text():
            return
        at = self.list.currentIndex().row()
        self._model.show_rows(tuple(rows))
        self._counts.setText(self._count_words())
        if 0 <= at < len(rows) and self.list.hasFocus():
            self.list.setCurrentIndex(self._model.index(at))
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        self._set_height()

    def step(self, by: int) -> None:
        """Make the next row current, or the one before, and show its line; round at either end."""
        count = len(self._model.rows)
        if not count:
            return
        at = self.list.currentIndex().row()
        at = (at + by) % count if at >= 0 else (0 if by > 0 else count - 1)
        self.list.setCurrentIndex(self._model.index(at))
        self.go_to(self._model.rows[at])

    def go_to(self, row: ProblemRow) -> None:
        """Ask for the place of a row to be shown."""
        if row.span is not None:
            self.span_wanted.emit(row.span)

    def mend(self, row: ProblemRow) -> None:
        """Do what the button of a row says."""
        if row.fix is not None:
            self.fix_wanted.emit(row.fix)
        elif row.label:
            self.row_pressed.emit(row)

    def menu_for(self, row: ProblemRow) -> QMenu:
        """Return what can be done with a row."""
        menu = QMenu(self)
        menu.setFont(self._theme.font())
        if row.span is not None:
            go = menu.addAction(self.tr("Go to line {line}").format(line=row.line))
            go.triggered.connect(lambda: self.go_to(row))
        if row.label:
            mend = menu.addAction(row.label.replace("&", "&&"))
            mend.triggered.connect(lambda: self.mend(row))
        text = joining.phrases((row.where, row.words, visible(row.said)))
        copy = menu.addAction(self.tr("Copy"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(text))
        return menu

    def _on_click(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ProblemRow):
            return
        if self.delegate.fix_area(self.list.visualRect(index), row).contains(self.list.released_at):
            self.mend(row)
        else:
            self.go_to(row)

    def _count_words(self) -> str:
        severities = [row.severity for row in self._model.rows]
        errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
        notes = severities.count(Severity.NOTE)
        parts = (
            (errors, self.tr("1 error") if errors == 1 else self.tr("%n errors", "", errors)),
            (
                warnings,
                self.tr("1 warning") if warnings == 1 else self.tr("%n warnings", "", warnings),
            ),
            (notes, self.tr("1 note") if notes == 1 else self.tr("%n notes", "", notes)),
        )
        return joining.phrases(words for count, words in parts if count) or self.tr("No problems")

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(10), px(18), px(4))
        head.setSpacing(px(10))
        head.addWidget(self._title)
        head.addWidget(self._counts)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(6))
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _set_height(self) -> None:
        """As high as its rows, up to five; two at least, so that nothing jumps while one types."""
        high = self._theme.metrics("body").height() + self._theme.px(16)
        rows = max(_LEAST_SEEN, min(len(self._model.rows), _MOST_SEEN))
        self.list.setFixedHeight(high * rows)
