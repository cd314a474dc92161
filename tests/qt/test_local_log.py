"""The list of a log's lines: which are shown, what explains them, and that it stays where it is."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.diagnostics.codes import Code
from desktop.system.log_line import Severity, Writer, parse_line
from desktop.system.server_log import LogView
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.log_list import LogList
from desktop.ui.local_server.log_table import LogTable, Wanted
from tests.qt.local_scene import HOST, recorded_lines

ERROR = 'time=2026-11-20T07:33:31.009Z level=ERROR source=x.go:1 msg="CUDA error: lost" key=value'
REQUEST = '[GIN] 2026/11/20 - 07:20:36 | 404 | 1.9ms | 127.0.0.1 | POST     "/api/pull"'
ENGINE = "slot print_timing: all is well"


@dataclass
class Written:
    """A log that a test writes."""

    view: LogView = LogView()

    def write(self, *texts: str, gone: int = 0) -> None:
        """Add lines, and drop the first ones."""
        lines = (*self.view.lines, *map(parse_line, texts))[gone:]
        self.view = LogView(lines, self.view.gone + gone)


@pytest.fixture
def log() -> Written:
    return Written()


@pytest.fixture
def rows(qapp: object, log: Written) -> LogTable:
    table = LogTable(lambda: HOST)
    log.write(ERROR, REQUEST, ENGINE)
    show(table, log)
    return table


def show(table: LogTable, log: Written) -> None:
    table.show_log(log)  # pyright: ignore[reportArgumentType]


def texts(table: LogTable) -> list[str]:
    return [str(table.index(row).data()) for row in range(table.rowCount())]


def test_a_row_says_what_the_line_says(rows: LogTable):
    assert texts(rows) == ["CUDA error: lost  key=value", "404  POST /api/pull", ENGINE]
    read_out = rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read_out.startswith("error, server, ")
    assert read_out.endswith("CUDA error: lost  key=value, explained")


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        (Wanted(text="cuda"), [0]),
        (Wanted(severities=frozenset({Severity.WARNING})), [1]),
        (Wanted(severities=frozenset({Severity.WARNING, Severity.ERROR})), [0, 1]),
        (Wanted(writers=frozenset({Writer.ENGINE})), [2]),
        (Wanted("pull", frozenset({Severity.ERROR})), []),
        (Wanted(), [0, 1, 2]),
    ],
)
def test_only_what_is_wanted_is_shown(rows: LogTable, wanted: Wanted, shown: list[int]):
    every = texts(rows)
    rows.want(wanted)
    assert texts(rows) == [every[place] for place in shown]


def test_new_lines_are_added_and_old_ones_dropped_without_a_reset(rows: LogTable, log: Written):
    resets: list[None] = []
    rows.modelReset.connect(lambda: resets.append(None))
    kept = rows.index(2)
    log.write("one", "two", gone=2)
    show(rows, log)
    assert texts(rows) == [ENGINE, "one", "two"]
    log.write(gone=3)
    show(rows, log)
    assert (rows.rowCount(), resets) == (0, [])
    assert kept.row() == 2
    show(rows, Written())
    assert resets == [None]


def test_a_filter_holds_for_what_comes(rows: LogTable, log: Written):
    rows.want(Wanted(text="cuda"))
    log.write("nothing", "more CUDA", gone=1)
    show(rows, log)
    assert texts(rows) == ["more CUDA"]


def test_a_line_is_explained_once_and_with_its_host(rows: LogTable):
    explanation = rows.explanation(rows.index(0))
    assert explanation is not None
    assert (explanation.code, explanation.facts["host"]) == (Code.GPU_FAILED, HOST.label)
    assert rows.explanation(rows.index(0)) is explanation
    assert rows.explanation(rows.index(1)) is None
    assert rows.explanation(QModelIndex()) is None


def test_a_terminal_s_colours_are_left_out_and_other_garbage_is_seen(rows: LogTable, log: Written):
    log.write("\x1b[31;1mred\x1b[0m \x07 \u202e", "x" * 1_000_000, gone=3)
    show(rows, log)
    assert texts(rows)[0] == "red ‹U+0007› ‹U+202E›"
    assert len(texts(rows)[1]) < 1000


@pytest.fixture
def view(theme: Theme, rows: LogTable, log: Written, qtbot) -> LogList:
    log.write(*recorded_lines())
    show(rows, log)
    made = LogList(theme, rows)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: made.verticalScrollBar().maximum() > 0)
    return made


def at_end(view: LogList) -> bool:
    bar = view.verticalScrollBar()
    return bar.value() == bar.maximum()


def test_it_follows_until_a_person_scrolls_up_and_again_at_the_end(
    view: LogList, rows: LogTable, log: Written, qtbot
):
    said: list[bool] = []
    view.follows_changed.connect(said.append)
    assert view.follows
    qtbot.waitUntil(lambda: at_end(view))
    log.write(*["more"] * 50)
    show(rows, log)
    qtbot.waitUntil(lambda: at_end(view))
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert not view.follows
    before = view.verticalScrollBar().value()
    log.write(*["more"] * 50)
    show(rows, log)
    view.grab()
    assert view.verticalScrollBar().value() == before
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.follows
    assert said == [False, True]


def test_what_is_read_stays_while_older_lines_go(
    view: LogList, rows: LogTable, log: Written, qtbot
):
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: at_end(view))
    bar.setValue(bar.maximum() // 2)
    read = view.indexAt(view.viewport().rect().center()).data()
    log.write(*["more"] * 100, gone=100)
    show(rows, log)
    view.grab()
    assert view.indexAt(view.viewport().rect().center()).data() == read


def test_chosen_lines_are_copied_whole_or_else_all_that_are_shown(view: LogList, rows: LogTable):
    rows.want(Wanted(text="cuda error"))
    view.setCurrentIndex(rows.index(0))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ERROR
    view.clearSelection()
    assert view.copy() == rows.rowCount()


def test_a_line_that_is_copied_drives_no_terminal(view: LogList, rows: LogTable, log: Written):
    log.write("loaded \x1b]0;owned\x07 well", gone=1)
    show(rows, log)
    rows.want(Wanted(text="owned"))
    assert view.copy() == 1
    assert "\x1b" not in QGuiApplication.clipboard().text()
    assert "\x07" not in QGuiApplication.clipboard().text()


def test_five_thousand_lines_are_painted_as_few(view: LogList, rows: LogTable, log: Written):
    log.write(*recorded_lines() * 3, gone=1)
    show(rows, log)
    painted: list[int] = []
    explanation = rows.explanation
    rows.explanation = lambda index: painted.append(index.row()) or explanation(index)  # pyright: ignore
    view.grab()
    assert 0 < len(painted) < 40
