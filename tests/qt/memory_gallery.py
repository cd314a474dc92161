"""Draws charts, split bars and verdicts: `python -m tests.qt.memory_gallery DIR`."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.memory import Load, Room, fit, largest_context, need_of
from desktop.ui.bridge.theme import Theme, ThemeMode
from desktop.ui.memory.verdict import VerdictView
from desktop.ui.memory.words import placement
from desktop.ui.units import percent, size
from desktop.ui.widgets.chart import Chart, Series
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.marks import CPU, GPU, OTHER
from desktop.ui.widgets.split_bar import Part, SplitBar, SplitLine
from tests.qt.memory_side_scene import GB, SHAPE

SECONDS = 300
CASES = (
    (Load(8192), Room((48 * GB,), 64 * GB)),
    (Load(8192), Room((23 * GB,), 64 * GB)),
    (Load(32768), Room((24 * GB,), 64 * GB)),
    (Load(8192), Room((), 64 * GB)),
    (Load(32768), Room((8 * GB,), 16 * GB)),
    (Load(4096), Room()),
)
SPLITS = ((12.4, 0.0), (8.7, 1.7), (0.0, 0.1))


def walk(chance: random.Random, start: float, least: float, most: float) -> Iterator[float]:
    """Go up and down at random between two values."""
    value = start
    step = (most - least) / 14
    for _ in range(SECONDS):
        value = min(most, max(least, value + chance.uniform(-step, step)))
        yield value


def in_percent(value: float) -> str:
    return percent(value / 100)


def in_bytes(value: float) -> str:
    return size(round(value))


def charts(theme: Theme) -> list[Chart]:
    """Four charts with five minutes of history: one with a gap, one of two series."""
    chance = random.Random(3)
    found = [
        Chart(theme, "CPU", [Series("CPU", 0)], 100, in_percent),
        Chart(theme, "Memory", [Series("Memory", 2)], 16 * GB, in_bytes),
        Chart(theme, "GPU memory", [Series("All", 3), Series("Ollama", 0)], 6 * GB, in_bytes),
        Chart(theme, "GPU load", [Series("GPU load", 1)], 100, in_percent),
    ]
    busy = list(walk(chance, 30, 5, 60))
    used = list(walk(chance, 9.6 * GB, 9.2 * GB, 10 * GB))
    load = list(walk(chance, 70, 60, 80))
    for when in range(SECONDS):
        is_loaded = when > 190
        in_use = 3.9 * GB if is_loaded else 0.9 * GB
        found[0].append(when, [None if 90 < when < 120 else busy[when]], "of 8 cores")
        found[1].append(when, [used[when]], "of 16 GB")
        found[2].append(when, [in_use, in_use - 0.5 * GB if is_loaded else 0], "of 6 GB")
        found[3].append(when, [load[when] if is_loaded else busy[when] / 6], "61 °C, 78 W")
    return found


def computer(theme: Theme) -> QFrame:
    """This computer, as the memory page's right side has it."""
    sheet = QFrame()
    sheet.setObjectName("sheet")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(*[theme.px(18)] * 4)
    column.setSpacing(theme.px(8))
    head = QHBoxLayout()
    head.addWidget(Label(theme, "This computer", "heading"), 1)
    head.addWidget(Label(theme, "last 5 minutes", "small", "muted"))
    column.addLayout(head)
    for chart in charts(theme):
        column.addWidget(chart)
    folder = SplitBar(theme)
    folder.show_parts([Part(41, GPU), Part(31, OTHER)], 190)
    column.addWidget(folder)
    column.addWidget(Hairline())
    card = QFrame()
    card.setProperty("box", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(*[theme.px(16)] * 4)
    inside.addWidget(Label(theme, "Will it fit?", "heading"))
    inside.addWidget(verdict(theme, *CASES[2]))
    column.addWidget(card)
    return sheet


def verdict(theme: Theme, load: Load, room: Room) -> VerdictView:
    view = VerdictView(theme)
    found = fit(need_of(SHAPE, load), room)
    view.show_fit(found, load, largest=largest_context(SHAPE, load, room))
    return view


def verdicts(theme: Theme) -> QFrame:
    """A verdict of each kind, and split bars below them."""
    sheet = QFrame()
    sheet.setObjectName("sheet")
    grid = QGridLayout(sheet)
    grid.setContentsMargins(*[theme.px(18)] * 4)
    grid.setSpacing(theme.px(24))
    for place, (load, room) in enumerate(CASES):
        grid.addWidget(verdict(theme, load, room), place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
    for place, (gpu, cpu) in enumerate(SPLITS):
        line = SplitLine(theme)
        words = placement(round(gpu * GB), round(cpu * GB))
        line.show_split(words, [Part(gpu, GPU), Part(cpu, CPU)])
        grid.addWidget(line, 2, place)
    for place in range(3):
        grid.setColumnStretch(place, 1)
    return sheet


def shoot(app: QApplication, widget: QWidget, wide: int, path: Path) -> None:
    layout = widget.layout()
    assert layout
    widget.resize(QSize(wide, layout.totalHeightForWidth(wide)))
    widget.show()
    app.processEvents()
    widget.grab().save(str(path))


def draw(app: QApplication, theme: Theme, folder: Path) -> None:
    """Draw everything in the theme as it is."""
    name = f"{theme.mode.value}-{round(theme.text_scale * 100)}.png"
    side = computer(theme)
    shoot(app, side, theme.px(368), folder / f"computer-{name}")
    chart = side.findChildren(Chart)[2]
    chart.plot.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(70):
        QTest.keyClick(chart.plot, Qt.Key.Key_Left)
    app.processEvents()
    side.grab().save(str(folder / f"cursor-{name}"))
    table = chart.show_table()
    app.processEvents()
    table.grab().save(str(folder / f"table-{name}"))
    table.close()
    shoot(app, verdicts(theme), theme.px(1000), folder / f"verdicts-{name}")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    theme = Theme(app, ThemeMode.LIGHT)
    for scale in (1.0, 1.5):
        theme.set_text_scale(scale)
        for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
            theme.set_mode(mode)
            draw(app, theme, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
