from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import LIGHT
from desktop.ui.widgets.cells import Cell, NameCell, NumberCell
from desktop.ui.widgets.table import BarTable, CellDelegate

ROWS = 5


class Cells(CellDelegate):
    @override
    def cell(self, index) -> Cell:
        text = str(index.data())
        return NameCell(text, ":14b") if index.column() == 0 else NumberCell("9.0 GB")


@pytest.fixture
def table(theme: Theme, qtbot) -> Iterator[BarTable]:
    window = QWidget()
    qtbot.addWidget(window)
    table = BarTable(theme)
    row = QHBoxLayout(window)
    row.addWidget(QLineEdit())
    row.addWidget(table, 1)
    model = QStandardItemModel(ROWS, 3, table)
    model.setHorizontalHeaderLabels(["Name", "Host", "Size"])
    for place in range(ROWS):
        item = QStandardItem(f"qwen{place}")
        item.setData("qwen on tower, 9.0 GB", Qt.ItemDataRole.AccessibleTextRole)
        model.setItem(place, 0, item)
    table.setModel(model)
    table.setItemDelegate(Cells(theme, table))
    table.stretch(0)
    table.measure_columns()
    window.resize(700, 300)
    with qtbot.waitActive(window):
        window.show()
    yield table
    window.close()


def picture(table: BarTable) -> QImage:
    return table.viewport().grab().toImage()


def ground(table: BarTable, row: int) -> QColor:
    """The colour in the middle of a row, left of any text."""
    place = table.visualRect(table.model().index(row, 0))
    return picture(table).pixelColor(place.x() + 12, place.center().y())


def test_a_selected_row_is_one_bar_across_all_cells(table: BarTable):
    table.setFocus()
    table.selectRow(1)
    shot = picture(table)
    middle = table.visualRect(table.model().index(1, 0)).center().y()
    edge = table.viewport().width() - 12
    assert shot.pixelColor(12, middle) == QColor(LIGHT.selection)
    assert shot.pixelColor(edge, middle) == QColor(LIGHT.selection)
    assert shot.pixelColor(2, middle) != QColor(LIGHT.selection)


def test_a_selection_is_idle_while_the_focus_is_elsewhere(table: BarTable):
    table.selectRow(1)
    table.setFocus()
    assert ground(table, 1) == QColor(LIGHT.selection)
    table.clearFocus()
    assert ground(table, 1) == QColor(LIGHT.selection_idle)


def test_the_whole_row_under_the_pointer_is_marked(table: BarTable):
    rest = ground(table, 2)
    place = table.visualRect(table.model().index(2, 2)).center()
    QTest.mouseMove(table.viewport(), place)
    table.entered.emit(table.model().index(2, 2))
    assert table.hovered == 2
    assert ground(table, 2) == QColor(LIGHT.hover)
    assert ground(table, 3) == rest


def test_the_current_row_has_a_ring_for_the_keyboard_alone(table: BarTable):
    table.setFocus()
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=table.visualRect(table.model().index(0, 0)).center(),
    )
    assert not table.shows_ring
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.shows_ring
    assert table.currentIndex().row() == 1
    place = table.visualRect(table.model().index(1, 0))
    assert picture(table).pixelColor(place.x() + 60, place.y() + 1) == QColor(LIGHT.focus)


def test_tab_leaves_the_table(table: BarTable):
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_a_shortcut_into_the_table_makes_a_row_current(table: BarTable):
    table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert table.currentIndex().row() == 0
    assert table.selectionModel().selectedRows() == []


def test_the_name_takes_the_room_that_is_left(table: BarTable):
    assert table.bars.length() == table.viewport().width()
    table.window().resize(900, 300)
    assert table.bars.length() == table.viewport().width()


def test_too_many_columns_scroll_sideways_and_the_bar_goes_along(table: BarTable):
    table.bars.resizeSection(1, 900)
    assert table.bars.length() > table.viewport().width()
    row = table.visualRect(table.model().index(0, 0))
    assert table.bar(row).width() > table.viewport().width()


def test_columns_are_as_wide_as_contents_and_header_need(table: BarTable):
    delegate = table.itemDelegate()
    assert isinstance(delegate, Cells)
    assert table.columnWidth(2) >= table.sizeHintForColumn(2)
    assert table.columnWidth(1) >= table.bars.sectionSizeFromContents(1).width()


def test_a_row_is_read_out_in_words(table: BarTable):
    index = table.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "qwen on tower, 9.0 GB"


def test_a_click_on_the_header_sorts(table: BarTable):
    table.setSortingEnabled(True)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.model().index(0, 0).data() == "qwen4"
    QTest.mouseClick(table.bars.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 15))
    assert table.model().index(0, 0).data() == "qwen0"


def test_contents_of_any_length_leave_room_for_others(theme: Theme, table: BarTable):
    class Endless(CellDelegate):
        @override
        def cell(self, index) -> Cell:
            return NumberCell("9" * 500)

    table.setItemDelegate(Endless(theme, table))
    table.measure_columns()
    assert table.columnWidth(1) < table.width() / 2
