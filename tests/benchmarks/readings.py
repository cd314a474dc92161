"""What it costs to watch this computer: `python -m tests.benchmarks.readings [SECONDS]`.

Figures are percent of one core, of the program's own processor time, at the pace of a page that
is shown and of one that is hidden, beside as many processes as a desktop has. Goals: 3 and 1.
What is made of the readings counts too: the memory of ten hosts on this computer, and whether
each of ten models fits on each of them.
"""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from desktop.domain.memory import Load
from desktop.memory.computers import Computers
from desktop.memory.fits import Fits
from desktop.memory.learned import LearnedLoads
from desktop.memory.readers import usual_readers
from desktop.storage.settings import SettingsFile
from tests.unit.memory.stand_in_hosts import StandInHosts

PROCESSES = 400
HOSTS = MODELS = 10


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
    with TemporaryDirectory() as folder:
        settings = SettingsFile(Path(folder) / "settings.json")
        async with _watching(settings) as computers:
            await asyncio.sleep(2.5)
            count = len(computers.here.history)
            began, used = time.monotonic(), time.process_time()
            await asyncio.sleep(seconds)
            used, passed = time.process_time() - used, time.monotonic() - began
            count = len(computers.here.history) - count
        settings.close()
    return Cost(100 * used / passed, count, 1000 * used / max(1, count))


@asynccontextmanager
async def _watching(settings: SettingsFile) -> AsyncIterator[Computers]:
    hosts = StandInHosts()
    for number in range(HOSTS):
        hosts.put(hosts.add(f"host {number}", "127.0.0.1"))
    readers = usual_readers(lambda: [Path.home()])
    async with (
        LearnedLoads(None) as learned,
        Computers(hosts, settings, learned, readers) as computers,
        Fits(hosts, computers, learned) as fits,
    ):
        sizes = [number * 1024**3 for number in range(1, MODELS + 1)]

        def paint(_: None) -> None:
            for host in hosts.snapshots:
                for size in sizes:
                    fits.of_size(host.id, size, Load(8192))

        computers.here_changed.subscribe(paint)
        computers.watch_closely(True)
        yield computers


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
