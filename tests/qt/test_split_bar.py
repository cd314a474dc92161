import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.bridge.tokens import DARK, LIGHT
from desktop.ui.widgets.marks import CPU, GPU, OTHER
from desktop.ui.widgets.split_bar import Part, SplitBar, SplitLine, part_widths

WIDE = 200


@pytest.fixture
def bar(theme: Theme, qtbot) -> SplitBar:
    bar = SplitBar(theme)
    qtbot.addWidget(bar)
    bar.resize(WIDE, bar.height())
    return bar


def colours(bar: SplitBar) -> list[str]:
    """The colours along its middle, from left to right."""
    shown: QImage = bar.grab().toImage()
    return [shown.pixelColor(x, 3).name().upper() for x in range(shown.width())]


@pytest.mark.parametrize(
    ("amounts", "whole", "expected"),
    [
        ((3, 1), 0, (74, 24)),
        ((1,), 0, (100,)),
        ((1,), 4, (25,)),
        ((0, 5), 0, (0, 100)),
        ((0, 0), 0, (0, 0)),
        ((), 9, ()),
    ],
)
def test_parts_are_as_wide_as_they_are_much(amounts, whole, expected):
    assert part_widths(amounts, 100, 2, whole) == expected


def test_parts_and_the_gaps_between_fill_the_bar():
    amounts = (18.5e9, 1.0, 3.0, 8e9)
    widths = part_widths(amounts, 296, 2, 0)
    assert sum(widths) + 3 * 2 == 296
    assert min(widths) == 2


def test_there_is_always_a_part_where_there_is_hardly_any_room():
    assert all(part_widths((5.0, 1.0), 3, 2, 0))


def test_the_gpu_comes_first_and_the_cpu_two_pixels_after_it(bar: SplitBar):
    bar.show_parts([Part(3, GPU), Part(1, CPU)])
    found = colours(bar)
    assert found[10] == LIGHT.series[0]
    assert found[-10] == LIGHT.series[1]
    first, last = found.index(LIGHT.series[1]), found[::-1].index(LIGHT.series[0])
    assert first - (len(found) - last) == 2


def test_what_is_left_of_a_whole_is_a_track(bar: SplitBar):
    bar.show_parts([Part(1, GPU), Part(1, OTHER)], whole=4)
    assert colours(bar)[-10] == LIGHT.track
    assert colours(bar)[WIDE // 2 - 10] == LIGHT.control


def test_without_parts_it_is_an_empty_track(bar: SplitBar):
    assert colours(bar)[WIDE // 2] == LIGHT.track


def test_it_is_six_high_and_follows_theme_and_text_size(bar: SplitBar, theme: Theme):
    assert bar.height() == 6
    theme.set_mode(ThemeMode.DARK)
    theme.set_text_scale(1.5)
    bar.show_parts([Part(1, GPU)])
    assert bar.height() == theme.px(6)
    assert colours(bar)[WIDE // 2] == DARK.series[0]


def test_the_words_stand_above_the_bar(theme: Theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    line = SplitLine(theme)
    QVBoxLayout(window).addWidget(line)
    line.show_split("3.4 GB on the GPU", [Part(1, GPU)])
    window.show()
    assert line.words.text() == "3.4 GB on the GPU"
    assert line.words.geometry().bottom() < line.bar.geometry().top()
