"""Target 9: what a chart's tick costs, and its memory, against pyqtgraph."""

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from importlib.machinery import PathFinder
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIGURES = (("tick", "ms of CPU", 1.0), ("memory", "MB", 0.2), ("load", "ms of CPU", 0.0))
"""What is measured, in what, and how much of pyqtgraph's it may be; 0 is only told."""
SHAPES = (
    ("8 lines, 900 × 300", 8, "large"),
    ("1 line with its ground, 320 × 48", 1, "page"),
)

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """How often each chart is made anew, and for how many ticks."""

    rounds: int = 5
    ticks: int = 1500


SMALLEST = Plan(rounds=1, ticks=20)
QUICK = Plan(rounds=3, ticks=600)


@dataclass(frozen=True, slots=True)
class Case:
    """One shape of chart, ours and theirs; None where pyqtgraph is not there."""

    says: str
    ours: Figures
    theirs: Figures | None


@dataclass(frozen=True, slots=True)
class Result:
    """Every shape, the medians of so many rounds."""

    cases: tuple[Case, ...]
    rounds: int

    @property
    def has_other(self) -> bool:
        return all(case.theirs is not None for case in self.cases)


def measure(plan: Plan, library: str = "") -> Result:
    """Measure ours and pyqtgraph in turn; `library` is a folder that pyqtgraph lies in."""
    has_other = PathFinder.find_spec("pyqtgraph", [library, *sys.path]) is not None
    names = ("ours", "pyqtgraph") if has_other else ("ours",)
    cases: list[Case] = []
    for says, series, size in SHAPES:
        found: dict[str, list[Figures]] = {name: [] for name in names}
        for _ in range(plan.rounds):
            for name in names:
                found[name].append(_in_child(name, series, size, plan.ticks, library))
        theirs = _medians(found["pyqtgraph"]) if has_other else None
        cases.append(Case(says, _medians(found["ours"]), theirs))
    return Result(tuple(cases), plan.rounds)


def _in_child(name: str, series: int, size: str, ticks: int, library: str) -> Figures:
    options = [f"--series={series}", f"--size={size}", f"--ticks={ticks}"]
    answer = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.chart_child", name, *options]
        + ([f"--library={library}"] if library else []),
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found: Figures = json.loads(answer.stdout.splitlines()[-1])
    if found["paints"] < 1:
        raise RuntimeError(f"{name} painted less often than it was asked to")
    return found


def _medians(found: list[Figures]) -> Figures:
    return {name: statistics.median(one[name] for one in found) for name, _, _ in FIGURES}
