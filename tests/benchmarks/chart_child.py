"""A chart in a process of its own: `… chart_child ours|pyqtgraph`, JSON comes out.

Every tick adds a reading to each series, and everything is painted. Memory is what
the resident set (RSS) grew by with the chart, its library and its readings, in a
process that has the program's application and theme already. The unique set (USS)
would also change as other windows on the machine come and go, which share Qt's files.
"""

import argparse
import gc
import importlib
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import psutil
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from desktop.app import make_application
from desktop.ui.bridge.theme import Theme, ThemeMode

POINTS = 300
CEILING = 100.0
SIZES = {"large": (900, 300), "page": (320, 48)}

Tick = Callable[[int], None]
Made = tuple[QWidget, QWidget, Tick]


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def value(series: int, when: int) -> float:
    """Return a made-up load, in percent."""
    return 10.0 * series + 12 + 8 * math.sin(when / 9 + series) + when * 7919 % 13 / 4


def ours(theme: Theme, series: int, size: tuple[int, int]) -> Made:
    """Return the program's chart, what of it is painted, and what a tick does."""
    chart_module: Any = importlib.import_module("desktop.ui.widgets.chart")
    lines = [chart_module.Series(f"Series {place}", place) for place in range(series)]
    chart = chart_module.Chart(theme, "Load", lines, CEILING, lambda found: f"{found:.0f} %")
    chart.plot.setFixedHeight(size[1])
    chart.setFixedWidth(size[0])

    def tick(when: int) -> None:
        chart.append(float(when), [value(place, when) for place in range(series)])

    return chart, chart.plot, tick


def pyqtgraph(theme: Theme, series: int, size: tuple[int, int]) -> Made:
    """Return the same with pyqtgraph: antialiased pens of one pixel, no axes, a fixed range."""
    numpy: Any = importlib.import_module("numpy")
    graph: Any = importlib.import_module("pyqtgraph")
    graph.setConfigOptions(antialias=True, background=theme.tokens.surface)
    view = graph.PlotWidget()
    view.setFixedSize(*size)
    view.hideAxis("left")
    view.hideAxis("bottom")
    view.setYRange(0, CEILING, padding=0)
    view.setXRange(-POINTS, 0, padding=0)
    fill = {"fillLevel": 0, "brush": theme.tokens.series[0] + "21"} if series == 1 else {}
    lines = [view.plot(pen=theme.tokens.series[place], **fill) for place in range(series)]
    across = numpy.arange(-POINTS + 1, 1, dtype=float)
    values = numpy.full((series, POINTS), numpy.nan)

    def tick(when: int) -> None:
        values[:, :-1] = values[:, 1:]
        values[:, -1] = [value(place, when) for place in range(series)]
        for line, row in zip(lines, values, strict=True):
            line.setData(across, row)

    return view, view.viewport(), tick


MAKERS = {"ours": ours, "pyqtgraph": pyqtgraph}


def measure(app: QApplication, name: str, series: int, size: str, ticks: int) -> dict[str, float]:
    """Return what a tick costs in ms of CPU, and the chart in MB of memory and ms to load."""
    theme = Theme(app, ThemeMode.LIGHT)
    warm = QWidget()
    warm.show()
    app.processEvents()
    gc.collect()
    before = psutil.Process().memory_info().rss
    began = time.process_time()
    widget, painted, tick = MAKERS[name](theme, series, SIZES[size])
    widget.show()
    app.processEvents()
    load = (time.process_time() - began) * 1000
    paints = Paints(painted)
    moments = iter(range(10**9))
    _run(app, tick, moments, POINTS)
    paints.count = 0
    began = time.process_time()
    _run(app, tick, moments, ticks)
    spent = (time.process_time() - began) * 1000 / ticks
    gc.collect()
    memory = (psutil.Process().memory_info().rss - before) / 1e6
    return {"tick": spent, "memory": memory, "load": load, "paints": paints.count / ticks}


def _run(app: QApplication, tick: Tick, moments: Iterator[int], ticks: int) -> None:
    for _ in range(ticks):
        tick(next(moments))
        app.processEvents()


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=MAKERS)
    parser.add_argument("--series", type=int, default=8)
    parser.add_argument("--size", choices=SIZES, default="large")
    parser.add_argument("--ticks", type=int, default=600)
    parser.add_argument("--library", default="", help="where pip --target has put pyqtgraph")
    options = parser.parse_args()
    if options.library:
        sys.path.append(options.library)
    app = make_application()
    print(json.dumps(measure(app, options.name, options.series, options.size, options.ticks)))


if __name__ == "__main__":
    main()
