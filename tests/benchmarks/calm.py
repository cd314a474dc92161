"""Target 2: how late the window's heartbeat comes under load, against the idle window."""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.services import Services
from desktop.ui.bridge.loop import run
from tests.benchmarks.heartbeat import Heartbeat, Pulse, together
from tests.benchmarks.loads import Load, loaded
from tests.benchmarks.servers import Amount, Ports, served
from tests.benchmarks.window import window

WANTED = 0.008
"""Seconds late at p99 that every load is to stay below."""
QUIET = 0.002
"""Seconds late at p99 above which the idle window says that the machine was busy."""
_SETTLING = 0.5
"""Seconds that a page gets to be shown, and a load to have come or gone."""
LOADS = (
    Load("main", "50 pulls at 20 lines/s, 20 hosts polled, 5 of them dead", 15, 5, 50),
    Load("step", "as main, all lines in the same milliseconds", 15, 5, 50, in_step=True),
    Load("models", "as main, while the models page is shown", 15, 5, 50, page="models"),
    Load("a", "a chat at 200 tokens/s", 1, chats=True),
    Load("c", "50 pulls at 20 lines/s", 5, pulls=50),
    Load("mix", "the chat and the 50 pulls", 5, pulls=50, chats=True),
    Load("hosts", "50 hosts polled, 5 of them dead", 45, 5, page="models"),
)
SMALLEST = (Load("smallest", "one of everything", 1, 1, 1, chats=True),)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured: each load so many times, for so many seconds, with idle ones between."""

    loads: tuple[Load, ...] = LOADS
    rounds: int = 3
    seconds: float = 8.0


@dataclass(slots=True)
class Reading:
    """What was measured of one load: its pulses, its beginning, and whether it was all there."""

    load: Load
    pulses: list[Pulse]
    beginnings: list[Pulse]
    tokens: float = 0.0
    missing: int = 0

    @property
    def pulse(self) -> Pulse:
        return together(self.pulses)

    @property
    def beginning(self) -> float:
        """The latest beat while the load was being put on; seconds."""
        return together(self.beginnings).worst


@dataclass(frozen=True, slots=True)
class Result:
    """The idle window, and every load."""

    idle: Pulse
    readings: tuple[Reading, ...]

    @property
    def is_valid(self) -> bool:
        """Whether the machine was quiet enough to judge by."""
        return self.idle.percentile(0.99) < QUIET and not any(r.missing for r in self.readings)


def measure(app: QApplication, plan: Plan) -> Result:
    """Measure all loads in turn; the servers are in a process of their own."""
    most = Amount(
        live=max(load.live for load in plan.loads),
        dead=max(load.dead for load in plan.loads),
        pullable=max(load.pulls for load in plan.loads),
    )
    with tempfile.TemporaryDirectory() as home, served(most) as ports:
        return run(app, _measure(app, plan, ports, Path(home)))


async def _measure(app: QApplication, plan: Plan, ports: Ports, home: Path) -> Result:
    readings = [Reading(load, [], []) for load in plan.loads]
    idle: list[Pulse] = []
    async with window(app, home) as (program, services):
        heart = Heartbeat()
        for _ in range(plan.rounds):
            for reading in readings:
                program.window.show_page(reading.load.page)
                await asyncio.sleep(_SETTLING)
                heart.read()
                await asyncio.sleep(plan.seconds / 2)
                idle.append(heart.read())
                await _put_on(reading, services, ports, heart, plan.seconds)
    return Result(together(idle), tuple(readings))


async def _put_on(
    reading: Reading, services: Services, ports: Ports, heart: Heartbeat, seconds: float
) -> None:
    load = reading.load
    async with loaded(services, load, ports) as proof:
        await asyncio.sleep(_SETTLING)
        reading.beginnings.append(heart.read())
        before = proof.tokens
        await asyncio.sleep(seconds)
        pulse = heart.read()
        reading.pulses.append(pulse)
        reading.tokens = (proof.tokens - before) / pulse.wall
        reading.missing += load.live - proof.up + load.pulls - proof.flowing
