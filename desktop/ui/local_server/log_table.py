"""The lines of a log as a list: those that are wanted, added and dropped as they come and go."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from desktop.diagnostics.explain import Explanation
from desktop.diagnostics.log_lines import explain_log_line
from desktop.domain.host import Host
from desktop.system.log_line import LogLine, Severity, Writer
from desktop.system.server_log import LogView, ServerLog
from desktop.ui import joining
from desktop.ui.local_server.log_words import row_text, row_time, severity_word, writer_word

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole
EXPLAINED_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_NOTHING = LogView()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines are shown. No severity and no writer chosen means all of them."""

    text: str = ""
    severities: frozenset[Severity] = frozenset()
    writers: frozenset[Writer] = frozenset()

    def takes(self, line: LogLine) -> bool:
        if self.severities and line.severity not in self.severities:
            return False
        if self.writers and line.writer not in self.writers:
            return False
        return not self.text or self.text in line.raw.casefold()


class LogTable(QAbstractListModel):
    """Holds the numbers of the lines that are shown; a number is a line's for ever.

    A line is explained when it is first painted: of five thousand few are ever seen.
    """

    def __init__(self, host: Callable[[], Host | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._log: ServerLog | None = None
        self._view = _NOTHING
        self._wanted = Wanted()
        self._numbers: list[int] = []
        self._next = 0
        self._explained: dict[int, Explanation | None] = {}

    @property
    def view(self) -> LogView:
        return self._view

    def show_log(self, log: ServerLog | None) -> None:
        """Show what that log holds now; another log begins anew."""
        view = _NOTHING if log is None else log.view
        if log is not self._log:
            self._log = log
            self._explained.clear()
            self._begin(view)
        elif view is not self._view:
            self._drop(view.gone)
            self._view = view
            self._add()

    def want(self, wanted: Wanted) -> None:
        """Show other lines of the same log."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._begin(self._view)

    def line(self, index: Index) -> LogLine | None:
        """Return the line of a row."""
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        return self._at(self._numbers[index.row()])

    def explanation(self, index: Index) -> Explanation | None:
        """Return what explains the line of a row, if anything does."""
        line = self.line(index)
        if line is None or line.severity < Severity.WARNING:
            return None
        number = self._numbers[index.row()]
        if number not in self._explained:
            self._explained[number] = explain_log_line(line.raw, self._host())
        return self._explained[number]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if (line := self.line(index)) is None:
            return None
        match role:
            case Qt.ItemDataRole.UserRole:
                return line
            case Qt.ItemDataRole.DisplayRole:
                return row_text(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._read_out(index, line)
            case _:
                return self.explanation(index) is not None if role == EXPLAINED_ROLE else None

    def _at(self, number: int) -> LogLine | None:
        place = number - self._view.gone
        return self._view.lines[place] if 0 <= place < len(self._view.lines) else None

    def _begin(self, view: LogView) -> None:
        self.beginResetModel()
        self._view = view
        self._numbers = []
        self._next = view.gone
        self._numbers = self._new_ones()
        self.endResetModel()

    def _drop(self, gone: int) -> None:
        """Take away the rows whose lines were dropped for newer ones."""
        count = next(
            (row for row, number in enumerate(self._numbers) if number >= gone),
            len(self._numbers),
        )
        if count:
            self.beginRemoveRows(_ROOT, 0, count - 1)
            for number in self._numbers[:count]:
                self._explained.pop(number, None)
            del self._numbers[:count]
            self.endRemoveRows()

    def _add(self) -> None:
        if new := self._new_ones():
            row = len(self._numbers)
            self.beginInsertRows(_ROOT, row, row + len(new) - 1)
            self._numbers += new
            self.endInsertRows()

    def _new_ones(self) -> list[int]:
        """Return the wanted numbers of the lines that were not looked at yet."""
        gone, lines = self._view.gone, self._view.lines
        first = max(self._next, gone)
        self._next = gone + len(lines)
        takes = self._wanted.takes
        return [number for number in range(first, self._next) if takes(lines[number - gone])]

    def _read_out(self, index: Index, line: LogLine) -> str:
        explained = self.tr("explained") if self.explanation(index) is not None else ""
        parts = (
            severity_word(line.severity),
            writer_word(line.writer),
            row_time(line),
            row_text(line),
            explained,
        )
        return joining.phrases(parts)
