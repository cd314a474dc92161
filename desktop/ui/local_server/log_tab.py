"""The log: followed, filtered, copied, and explained where its words are known."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.explain import Remedy
from desktop.domain.host import Host
from desktop.system.local_log import LocalLog
from desktop.system.local_snapshot import LocalSnapshot
from desktop.system.log_line import Severity, Writer
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.log_absence import Absence, no_lines, no_log, unreadable
from desktop.ui.local_server.log_detail import LogDetail
from desktop.ui.local_server.log_empty import LogEmpty
from desktop.ui.local_server.log_list import LogList
from desktop.ui.local_server.log_table import LogTable, Wanted
from desktop.ui.local_server.log_words import lines_words
from desktop.ui.widgets.buttons import Chip, IconButton
from desktop.ui.widgets.chip_row import ChipRow
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.labels import ElidedLabel, Hairline, Label
from desktop.ui.widgets.splitter import HairlineSplitter


class LogTab(QWidget):
    """A view over the service's log; it keeps no lines of its own."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        log: LocalLog,
        host: Callable[[], Host | None],
        offered: Sequence[Remedy],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._log = log
        self.rows = LogTable(host, self)
        self.list = LogList(theme, self.rows)
        self.detail = LogDetail(theme, offered)
        self.search = SearchField(theme, self.tr("Filter the log"))
        self.severities = {
            Severity.ERROR: Chip(theme, self.tr("Errors"), "circle-x"),
            Severity.WARNING: Chip(theme, self.tr("Warnings"), "triangle-alert"),
        }
        self.writers = {
            Writer.SERVER: Chip(theme, self.tr("Server"), "server"),
            Writer.REQUEST: Chip(theme, self.tr("Requests"), "route"),
            Writer.ENGINE: Chip(theme, self.tr("Engine"), "box"),
        }
        self.chips = ChipRow(theme, [*self.severities.values(), *self.writers.values()])
        self.follow = Chip(theme, self.tr("Follow"), "arrow-down-to-line")
        self.copy = IconButton(theme, "copy", self.tr("Copy the chosen lines, or all"))
        self.empty = LogEmpty(theme)
        self._stack = QStackedWidget()
        self._place = ElidedLabel(theme, "", "mono_hint", "muted")
        self._count = Label(theme, "", "small", "muted")
        self._build()
        self._connect()

    def show_state(self, known: LocalSnapshot) -> None:
        """Show the lines there are, or why there are none."""
        log = self._log.current
        self.rows.show_log(log)
        view, place = self.rows.view, self._log.place
        if view.lines:
            self._stack.setCurrentWidget(self._body)
        elif not place:
            self._show_absence(no_log(known))
        elif view.problem:
            self._show_absence(unreadable(place, view.problem))
        else:
            self._show_absence(no_lines(known, place))
        self._place.setText(place)
        self._show_count()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the line that is read, before it leaves the page."""
        if event.key() == Qt.Key.Key_Escape and self.detail.isVisible():
            self._close_detail()
        else:
            super().keyPressEvent(event)

    def focus_filter(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_absence(self, absence: Absence) -> None:
        self._stack.setCurrentWidget(self.empty)
        self.empty.say(absence)

    def _show_count(self) -> None:
        view, shown = self.rows.view, self.rows.rowCount()
        if view.problem and view.lines:
            text = self.tr("No more comes: {problem}. It is tried again every few seconds.")
            self._count.setText(text.format(problem=view.problem))
        elif shown == len(view.lines):
            self._count.setText(lines_words(shown))
        else:
            text = self.tr("{shown} of {all} lines")
            every = units.number(len(view.lines))
            self._count.setText(text.format(shown=units.number(shown), all=every))
        self._nothing.setVisible(bool(view.lines) and not shown)

    def _filter(self) -> None:
        self.rows.want(
            Wanted(
                self.search.text().strip().casefold(),
                frozenset(each for each, chip in self.severities.items() if chip.isChecked()),
                frozenset(each for each, chip in self.writers.items() if chip.isChecked()),
            )
        )
        self.list.follow(self.follow.isChecked())
        self._show_count()
        self._show_line()

    def _show_line(self) -> None:
        index = self.list.currentIndex()
        chosen = index if index.isValid() and self.list.selectionModel().hasSelection() else None
        if chosen is None:
            self.detail.show_line(None, None)
            return
        if chosen.row() < self.rows.rowCount() - 1:
            self.list.follow(False)  # What is read shall not run away.
        self.detail.show_line(self.rows.line(chosen), self.rows.explanation(chosen))

    def _close_detail(self) -> None:
        self.list.clearSelection()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        count = self.list.copy()
        one, more = self.tr("One line was copied"), self.tr("%n lines were copied", "", count)
        self.said.emit(one if count == 1 else more)

    def _build(self) -> None:
        px = self._theme.px
        self.follow.setChecked(True)
        self._nothing = Label(self._theme, self.tr("No line is like that."), "body", "muted")
        self._nothing.setContentsMargins(px(16), px(12), px(16), 0)
        self._nothing.hide()
        bar = QHBoxLayout()
        bar.setContentsMargins(px(16), px(10), px(12), px(10))
        bar.setSpacing(px(8))
        bar.addWidget(self.search)
        bar.addWidget(self.chips, 1)
        bar.addWidget(self.follow)
        bar.addWidget(self.copy)
        self._body = HairlineSplitter(self._theme, Qt.Orientation.Vertical)
        self._body.addWidget(self.list)
        self._body.addWidget(self.detail)
        self._body.setStretchFactor(0, 1)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(8), px(16), px(8))
        foot.setSpacing(px(16))
        foot.addWidget(self._place, 1)
        foot.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(Hairline())
        column.addWidget(self._nothing)
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.chips.toggled.connect(self._filter)
        self.follow.clicked.connect(self.list.follow)
        self.list.follows_changed.connect(self.follow.setChecked)
        self.list.selectionModel().selectionChanged.connect(self._show_line)
        self.list.selectionModel().currentChanged.connect(self._show_line)
        self.rows.modelReset.connect(self._show_line)
        self.detail.closed.connect(self._close_detail)
        self.copy.clicked.connect(self._copy)
