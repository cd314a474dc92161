from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.bridge.tokens import DARK, LIGHT
from desktop.ui.units import percent
from desktop.ui.widgets.chart import Chart, Series
from desktop.ui.widgets.chart_table import ChartTable
from desktop.ui.widgets.chart_trace import Trace
from desktop.ui.widgets.marks import line_pen

WIDE = 300
ONE = (Series("CPU", 0),)
TWO = (Series("All programs", 3), Series("Ollama", 0))

Make = Callable[..., Chart]


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def make(theme: Theme, qtbot) -> Iterator[Make]:
    windows: list[QWidget] = []

    def make(series: Sequence[Series] = ONE) -> Chart:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        chart = Chart(theme, "Load", series, 100.0, lambda value: percent(value / 100))
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(chart)
        column.addStretch(1)
        window.resize(WIDE, 200)
        with qtbot.waitActive(window):
            window.show()
        return chart

    yield make
    windows.clear()


def fill(chart: Chart, values: Sequence[float | None], fact: str = "") -> None:
    for when, value in enumerate(values):
        chart.append(float(when), [value], fact)


def picture(chart: Chart) -> QImage:
    return chart.plot.grab().toImage()


def has_ink(image: QImage, x: int, ink: str) -> bool:
    """Whether a column of pixels has that hue, even where it is smoothed or faint."""
    hue = QColor(ink).hsvHue()
    colours = (image.pixelColor(x, y) for y in range(image.height()))
    return any(one.hsvSaturation() > 12 and abs(one.hsvHue() - hue) < 12 for one in colours)


def test_the_latest_reading_lies_at_the_right_edge(make: Make):
    chart = make()
    fill(chart, [50.0] * 20)
    shown = picture(chart)
    assert has_ink(shown, shown.width() - 2, LIGHT.series[0])
    assert not has_ink(shown, WIDE // 2, LIGHT.series[0])
    assert chart.plot.x_of(19.0) == pytest.approx(chart.plot.width())


def test_a_value_lies_between_the_hairlines(make: Make):
    chart = make()
    fill(chart, [50.0] * 20)
    middle = picture(chart).pixelColor(WIDE - 8, round(chart.plot.y_of(50.0)))
    assert middle.hsvHue() == pytest.approx(QColor(LIGHT.series[0]).hsvHue(), abs=12)
    assert chart.plot.y_of(100.0) == pytest.approx(0.5)


def test_readings_are_placed_by_their_time_and_not_by_their_number(make: Make):
    chart = make()
    for when in (0.0, 1.0, 2.0, 150.0):
        chart.append(when, [50.0])
    assert chart.plot.x_of(0.0) == pytest.approx(WIDE / 2)
    assert has_ink(picture(chart), WIDE // 2 + 1, LIGHT.series[0])


def test_what_could_not_be_read_is_a_gap(make: Make):
    chart = make()
    fill(chart, [50.0] * 100 + [None] * 100 + [50.0] * 101)
    shown = picture(chart)
    assert [has_ink(shown, x, LIGHT.series[0]) for x in (50, 150, 250)] == [True, False, True]


def test_a_lapse_of_time_is_a_gap_too(make: Make):
    chart = make()
    for when in [*range(100), *range(200, 301)]:
        chart.append(float(when), [50.0])
    shown = picture(chart)
    assert [has_ink(shown, x, LIGHT.series[0]) for x in (50, 150, 250)] == [True, False, True]


def test_readings_taken_while_nobody_looks_are_joined(make: Make):
    chart = make()
    for when in range(0, 301, 30):
        chart.append(float(when), [50.0])
    shown = picture(chart)
    assert all(has_ink(shown, x, LIGHT.series[0]) for x in range(2, WIDE - 2))


def test_one_reading_alone_between_gaps_is_seen(make: Make):
    chart = make()
    fill(chart, [None] * 150 + [50.0] + [None] * 150)
    shown = picture(chart)
    assert any(has_ink(shown, x, LIGHT.series[0]) for x in range(147, 153))


def test_a_line_that_grows_for_hours_stays_as_long_as_what_is_seen(make: Make):
    chart = make()
    fill(chart, [50.0] * 5000)
    shown = picture(chart)
    assert has_ink(shown, 2, LIGHT.series[0])
    assert has_ink(shown, WIDE - 2, LIGHT.series[0])


def test_a_trace_goes_on_with_one_more_point():
    trace = Trace()
    for x in range(10):
        trace.append(float(x), 1.0)
    length = trace.line.elementCount()
    trace.append(10.0, 2.0)
    assert trace.line.elementCount() == length + 1
    assert trace.ground.currentPosition() == QPointF(10.0, 0.0)


def test_it_is_painted_for_a_reading_and_not_between_two(make: Make, qtbot):
    chart = make()
    fill(chart, [50.0])
    QApplication.processEvents()
    paints = Paints(chart)
    chart.plot.installEventFilter(paints)
    QApplication.processEvents()
    assert paints.count == 0
    chart.append(1.0, [60.0])
    chart.append(2.0, [70.0])
    qtbot.waitUntil(lambda: paints.count > 0)
    assert paints.count == 1


def test_the_value_stands_at_the_right_of_the_title(make: Make):
    chart = make()
    fill(chart, [50.0, 38.0], "of 8 cores")
    assert (chart.head.name, chart.head.value, chart.head.fact) == ("Load", "38 %", "of 8 cores")


def test_a_series_that_is_alone_has_no_legend(make: Make):
    assert make().legend == ()


def test_two_series_have_a_legend_and_lines_of_different_kinds(make: Make, theme: Theme):
    chart = make(TWO)
    chart.append(0.0, [60.0, None])
    assert [(entry.name, entry.value) for entry in chart.legend] == [
        ("All programs", "60 %"),
        ("Ollama", "no reading"),
    ]
    assert line_pen(theme, 3, 0).style() is Qt.PenStyle.SolidLine
    assert line_pen(theme, 0, 1).style() is Qt.PenStyle.CustomDashLine


def test_a_part_of_what_leads_stands_beside_the_title_while_there_is_room(theme: Theme, qtbot):
    chart = Chart(theme, "Load", TWO, 100.0, lambda value: percent(value / 100), leads=True)
    qtbot.addWidget(chart)
    chart.resize(WIDE, 100)
    with qtbot.waitExposed(chart):
        chart.show()
    chart.append(0.0, [60.0, 20.0], "of 8 cores")
    assert (chart.head.value, chart.head.fact) == ("60 %", "of 8 cores")
    (entry,) = chart.legend
    assert (entry.name, entry.value) == ("Ollama", "20 %")

    def is_below() -> bool:
        return entry.mapTo(chart, QPoint(0, 0)).y() >= chart.head.geometry().bottom()

    qtbot.waitUntil(lambda: not is_below())
    chart.resize(chart.head.least_width + 20, 100)
    qtbot.waitUntil(is_below)
    chart.plot.describe()
    assert chart.plot.accessibleDescription().startswith("All programs 60 %, Ollama 20 %")


def test_every_line_has_the_width_that_is_painted_quickly(theme: Theme):
    theme.set_text_scale(1.5)
    pens = [line_pen(theme, place, place) for place in range(8)]
    assert all(pen.isCosmetic() and pen.widthF() == 1 for pen in pens)


def test_the_pointer_shows_what_was_read_then(make: Make):
    chart = make()
    fill(chart, [float(when % 100) for when in range(301)], "of 8 cores")
    QTest.mouseMove(chart.plot, QPoint(WIDE // 2, 20))
    QTest.mouseMove(chart.plot, QPoint(WIDE // 2 - 10, 20))
    assert (chart.head.value, chart.head.fact) == ("40 %", "2 min 40 s ago")
    QApplication.sendEvent(chart.plot, QEvent(QEvent.Type.Leave))
    assert (chart.head.value, chart.head.fact) == ("0 %", "of 8 cores")


def test_where_nothing_was_read_yet_the_pointer_shows_the_latest(make: Make):
    chart = make()
    fill(chart, [30.0] * 5)
    QTest.mouseMove(chart.plot, QPoint(9, 20))
    QTest.mouseMove(chart.plot, QPoint(10, 20))
    assert (chart.head.value, chart.head.fact) == ("30 %", "")


def test_the_keys_go_through_the_readings(make: Make):
    chart = make()
    fill(chart, [10.0, 20.0, 30.0], "of 8 cores")
    seen: list[str] = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Escape,
    ):
        QTest.keyClick(chart.plot, key)
        seen.append(f"{chart.head.value} {chart.head.fact}")
    assert seen == [
        "30 % now",
        "20 % 1 s ago",
        "10 % 2 s ago",
        "10 % 2 s ago",
        "20 % 1 s ago",
        "30 % now",
        "30 % of 8 cores",
    ]


def test_the_cursor_stays_with_its_reading_as_time_goes_on(make: Make):
    chart = make()
    fill(chart, [10.0, 20.0, 30.0])
    QTest.keyClick(chart.plot, Qt.Key.Key_Left)
    chart.append(62.0, [99.0])
    assert (chart.head.value, chart.head.fact) == ("30 %", "1 min ago")


def test_the_cursor_is_a_line_with_a_dot(make: Make):
    chart = make()
    fill(chart, [50.0] * 301)
    QTest.keyClick(chart.plot, Qt.Key.Key_Home)
    for _ in range(150):
        QTest.keyClick(chart.plot, Qt.Key.Key_Right)
    shown = picture(chart)
    assert shown.pixelColor(WIDE // 2, 4).name().upper() == LIGHT.control
    dot = shown.pixelColor(WIDE // 2 + 1, round(chart.plot.y_of(50.0)) + 1)
    assert dot.name().upper() == LIGHT.series[0]


def test_without_readings_it_is_empty_and_says_so(make: Make):
    chart = make()
    chart.plot.describe()
    assert chart.plot.accessibleDescription().startswith("Nothing was read yet")
    QTest.keyClick(chart.plot, Qt.Key.Key_Left)
    assert chart.head.value == ""
    assert picture(chart).pixelColor(5, 0).name().upper() == LIGHT.border


def test_a_screen_reader_is_told_the_value_its_range_and_the_keys(make: Make):
    chart = make()
    fill(chart, [10.0, None, 80.0, 38.0], "of 8 cores")
    chart.plot.clearFocus()
    chart.plot.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.plot.accessibleName() == "Load"
    assert chart.plot.accessibleDescription() == (
        "38 % of 8 cores. Load in the last 5 min: 10 % to 80 %. "
        "Left and Right go through the readings, Enter shows them as a table"
    )


def test_enter_shows_the_readings_as_a_table(make: Make):
    chart = make(TWO)
    chart.append(0.0, [60.0, 50.0])
    chart.append(62.0, [70.0, None])
    QTest.keyClick(chart.plot, Qt.Key.Key_Return)
    table = chart.findChild(ChartTable)
    assert table
    rows = table.table.model()
    heads = [rows.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    cells = [[rows.index(row, column).data() for column in range(3)] for row in range(2)]
    assert heads == ["Ago", "All programs", "Ollama"]
    assert cells == [["0 s", "70 %", "no reading"], ["1 min 2 s", "60 %", "50 %"]]
    assert table.focusWidget() is table.table


def test_the_pointer_finds_the_table_in_the_menu(make: Make):
    chart = make()
    fill(chart, [10.0])
    chart.plot.menu().actions()[0].trigger()
    table = chart.findChild(ChartTable)
    assert table
    assert table.isVisible()


def test_a_table_that_is_open_does_not_change_under_the_reader(make: Make):
    chart = make()
    fill(chart, [10.0])
    table = chart.show_table()
    chart.append(5.0, [20.0])
    assert table.table.model().rowCount() == 1
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not table.isVisible()


def test_a_chart_that_was_hidden_says_the_latest_when_it_is_shown(make: Make):
    chart = make()
    chart.hide()
    fill(chart, [10.0, 20.0])
    assert chart.head.value == ""
    chart.show()
    assert chart.head.value == "20 %"


def test_it_follows_theme_and_text_size(make: Make, theme: Theme):
    chart = make()
    fill(chart, [50.0] * 20)
    theme.set_mode(ThemeMode.DARK)
    theme.set_text_scale(1.5)
    shown = picture(chart)
    assert chart.plot.height() == theme.px(48)
    assert has_ink(shown, shown.width() - 3, DARK.series[0])
    assert shown.pixelColor(5, 0).name().upper() == DARK.border


def test_a_legend_breaks_into_lines_where_it_is_narrow(make: Make):
    chart = make(tuple(Series(f"A long name {place}", place) for place in range(4)))
    chart.append(0.0, [1.0, 2.0, 3.0, 4.0])
    QApplication.processEvents()
    places = [entry.mapTo(chart, QPoint(0, entry.height())).y() for entry in chart.legend]
    assert places[-1] > places[0]
    assert places[-1] <= chart.plot.y()
