"""Measures against the named alternatives: `python -m tests.benchmarks [--quick] [NAME…]`.

pyqtgraph, which the program does not need, is put into a folder of its own:
`pip install --target DIR pyqtgraph numpy`, then `… charts --pyqtgraph DIR`.
Chromium is looked for on the PATH.
"""

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QApplication

from desktop.app import make_application
from tests.benchmarks import calm, charts, chat, memory, report, starts, tables


class Size(Enum):
    """How long and how much is measured."""

    SMALLEST = "smallest"
    QUICK = "quick"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says; `library` is the folder that pyqtgraph lies in, if any."""

    size: Size
    library: str = ""


_PLANS = {
    Size.SMALLEST: calm.Plan(calm.SMALLEST, rounds=1, seconds=0.2),
    Size.QUICK: calm.Plan(rounds=1, seconds=4.0),
    Size.WHOLE: calm.Plan(),
}
_CHATS = {Size.SMALLEST: chat.SMALLEST, Size.QUICK: chat.QUICK, Size.WHOLE: chat.Plan()}
_CHARTS = {Size.SMALLEST: charts.SMALLEST, Size.QUICK: charts.QUICK, Size.WHOLE: charts.Plan()}
_STARTS = {Size.SMALLEST: starts.SMALLEST, Size.QUICK: starts.QUICK, Size.WHOLE: starts.Plan()}
_ROWS = {Size.SMALLEST: 100, Size.QUICK: 2000, Size.WHOLE: tables.ROWS}


def _heartbeat(app: QApplication, asked: Asked) -> str:
    return report.of_heartbeat(calm.measure(app, _PLANS[asked.size]))


def _tables(_app: QApplication, asked: Asked) -> str:
    return report.of_tables(tables.run(_ROWS[asked.size]))


def _chat(app: QApplication, asked: Asked) -> str:
    return report.of_chat(chat.measure(app, _CHATS[asked.size]))


def _charts(_app: QApplication, asked: Asked) -> str:
    return report.of_charts(charts.measure(_CHARTS[asked.size], asked.library))


def _memory(_app: QApplication, _asked: Asked) -> str:
    return report.of_memory(memory.measure())


def _starts(_app: QApplication, asked: Asked) -> str:
    return report.of_starts(starts.measure(_STARTS[asked.size]))


BENCHMARKS: dict[str, Callable[[QApplication, Asked], str]] = {
    "heartbeat": _heartbeat,
    "tables": _tables,
    "chat": _chat,
    "charts": _charts,
    "memory": _memory,
    "starts": _starts,
}


def main() -> None:
    """Measure what was asked for, everything by default, and print it."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", metavar="NAME", nargs="*", help=f"any of {', '.join(BENCHMARKS)}")
    parser.add_argument("--quick", action="store_true", help="shorter, and less sure")
    parser.add_argument("--smallest", action="store_true", help="only to see that it runs")
    parser.add_argument("--pyqtgraph", metavar="DIR", default="", help="where pip has put it")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    size = Size.SMALLEST if options.smallest else Size.QUICK if options.quick else Size.WHOLE
    for name in options.names or BENCHMARKS:
        print(BENCHMARKS[name](app, Asked(size, options.pyqtgraph)), flush=True)


if __name__ == "__main__":
    main()
