"""Targets 7 and 8: CPU to the first paint against a bare window, and memory against Chromium."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import browser
from tests.benchmarks.servers import Amount, served

ROOT = Path(__file__).parents[2]
WANTED_PAINT = 1.5
WANTED_MEMORY = 0.33

_HOST = Amount(live=1, dead=0, models=20, pullable=0)
"""The one host, which is served by another process."""

Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """How often each is started; `has_browser` is whether Chromium is looked for."""

    rounds: int = 7
    browsers: int = 3
    has_browser: bool = True


SMALLEST = Plan(rounds=1, browsers=0, has_browser=False)
QUICK = Plan(rounds=3, browsers=1)


@dataclass(frozen=True, slots=True)
class Result:
    """Medians of so many rounds; CPU in ms, memory in MB; None where Chromium is not there."""

    bare: Figures
    paddock: Figures
    whole: Figures
    chromium: float | None
    rounds: int


def measure(plan: Plan) -> Result:
    """Start a bare window and ours in turn, then everything that is open against Chromium."""
    with served(_HOST) as ports:
        port = str(ports.live[0])
        bare: list[Figures] = []
        paddock: list[Figures] = []
        for _ in range(plan.rounds):
            bare.append(_in_child("bare"))
            paddock.append(_in_child("paddock", port))
        whole: list[Figures] = []
        chromium: list[float] = []
        program = browser.find_chromium() if plan.has_browser else ""
        for _ in range(max(1, plan.browsers)):
            whole.append(_in_child("whole", port))
            if program:
                chromium.append(browser.memory_of_empty_window(program))
    other = statistics.median(chromium) if chromium else None
    return Result(_medians(bare), _medians(paddock), _medians(whole), other, plan.rounds)


def _in_child(*words: str) -> Figures:
    with tempfile.TemporaryDirectory(prefix="paddock-start-") as home:
        answer = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.start_child", *words],
            cwd=ROOT,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PADDOCK_HOME": home},
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
    found: Figures = json.loads(answer.stdout.splitlines()[-1])
    return found


def _medians(found: list[Figures]) -> Figures:
    return {name: statistics.median(one[name] for one in found) for name in found[0]}
