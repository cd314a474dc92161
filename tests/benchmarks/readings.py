"""What it costs to watch this computer: `python -m tests.benchmarks.readings [SECONDS]`.

Figures are percent of one core, of the program's own processor time, at the pace of a page that
is shown and of one that is hidden, beside as many processes as a desktop has. Goals: 3 and 1.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop.system.sampler import Readings
from desktop.system.this_computer import ThisComputer

PROCESSES = 400


@dataclass(frozen=True, slots=True)
class Cost:
    """Percent of a core while watched; that of the hidden pace is reckoned from one reading."""

    shown: float
    readings: int
    milliseconds: float

    @property
    def hidden(self) -> float:
        return self.milliseconds / 30_000 * 100


async def measure(seconds: float) -> Cost:
    """Watch this computer for some time, after a first reading, which loads libraries."""
    async with Readings(ThisComputer(lambda: [Path.home()])) as readings:
        readings.watch_closely(True)
        await asyncio.sleep(2.5)
        count = len(readings.snapshot.history)
        began, used = time.monotonic(), time.process_time()
        await asyncio.sleep(seconds)
        used, passed = time.process_time() - used, time.monotonic() - began
        count = len(readings.snapshot.history) - count
    return Cost(100 * used / passed, count, 1000 * used / max(1, count))


@contextmanager
def crowd(most: int) -> Iterator[int]:
    """Start idle processes until there are as many as on a desktop."""
    missing = max(0, most - len(psutil.pids()))
    children = [subprocess.Popen(["sleep", "3600"]) for _ in range(missing)]
    try:
        yield len(psutil.pids())
    finally:
        for child in children:
            child.kill()
        for child in children:
            child.wait()


def main() -> None:
    """Measure and print."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    with crowd(PROCESSES) as count:
        cost = asyncio.run(measure(seconds))
    print(f"{cost.readings} readings beside {count} processes, {cost.milliseconds:.1f} ms each")
    print(
        f"shown (each 2 s): {cost.shown:.2f} % of a core; hidden (each 30 s): {cost.hidden:.3f} %"
    )


if __name__ == "__main__":
    main()
