"""The view of a log: it follows what is written until a person scrolls up."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.log_delegate import LogDelegate
from desktop.ui.local_server.log_table import LogTable


class LogList(QListView):
    """Where it does not follow, what is read stays where it is while older lines go."""

    follows_changed = Signal(bool)

    def __init__(self, theme: Theme, rows: LogTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._follows = True
        self._is_placing = False
        self._delegate = LogDelegate(theme, self)
        self.setObjectName("serverLog")
        self.setAccessibleName(self.tr("Log of the server"))
        self.setProperty("ring", False)
        self.setMouseTracking(True)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range)
        rows.rowsAboutToBeRemoved.connect(self._on_removed)

    @property
    def follows(self) -> bool:
        return self._follows

    def follow(self, follows: bool) -> None:
        """Stay at the end from now on, or stay where one is."""
        if follows:
            self.scrollToBottom()
        if follows is not self._follows:
            self._follows = follows
            self.follows_changed.emit(follows)

    def chosen_lines(self) -> list[str]:
        """Return the lines that are chosen, whole, in their order, and safe for a terminal."""
        rows = sorted(self.selectedIndexes(), key=QModelIndex.row)
        lines = (self._rows.line(index) for index in rows)
        return [visible(line.raw) for line in lines if line is not None]

    def copy(self) -> int:
        """Copy what is chosen, or all that is shown where nothing is; return how many lines."""
        lines = self.chosen_lines()
        if not lines:
            every = (self._rows.line(self._rows.index(row)) for row in range(self._rows.rowCount()))
            lines = [visible(line.raw) for line in every if line is not None]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
        return len(lines)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Home:
            self.scrollToTop()  # Also where the first line is the current one, out of sight.
        elif event.key() == Qt.Key.Key_End:
            self.scrollToBottom()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest line, which is in sight, and not at the first, as Qt would."""
        if not self.currentIndex().isValid():
            last = self._rows.index(self._rows.rowCount() - 1)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(last, flag)
        super().focusInEvent(event)

    def _on_scrolled(self, value: int) -> None:
        if not self._is_placing:
            self.follow(value >= self.verticalScrollBar().maximum())

    def _on_range(self) -> None:
        if self._follows:
            self._place(self.verticalScrollBar().maximum())

    def _on_removed(self, _: QModelIndex, first: int, last: int) -> None:
        if not self._follows:
            bar = self.verticalScrollBar()
            self._place(bar.value() - (last - first + 1) * self._delegate.row_height)

    def _place(self, value: int) -> None:
        self._is_placing = True
        self.verticalScrollBar().setValue(value)
        self._is_placing = False
