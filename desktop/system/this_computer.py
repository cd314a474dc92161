"""Reads this computer: what psutil, the drivers and the kernel tell, each asked on its own.

None of them can hold up another: a driver that hangs costs its own figures only.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from desktop.domain.readings import ComputerReading, GpuReading, ReadingProblem
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.together import together
from desktop.system.amd import read_amd
from desktop.system.apple import apple_gpu, has_apple_gpu
from desktop.system.computer import Computer, read_disks
from desktop.system.intel import IntelCards
from desktop.system.nvidia import NvidiaCards
from desktop.system.probe import Probe
from desktop.system.reader import NoReading

PATIENCE = 3.0
"""Seconds that a driver may take."""


class ThisComputer:
    """A reader of the computer that this program runs on.

    `folders` are those whose disks matter: where models are kept.
    """

    def __init__(
        self,
        folders: Callable[[], Sequence[Path]] = tuple,
        *,
        computer: Computer | None = None,
        drivers: Sequence[Callable[[], tuple[GpuReading, ...]]] | None = None,
        clock: Clock | None = None,
        patience: float = PATIENCE,
    ) -> None:
        clock = clock or SystemClock()
        self._computer = Probe((computer or Computer()).read, clock)
        self._disks = Probe(lambda: read_disks(folders()), clock)
        drivers = usual_drivers() if drivers is None else drivers
        self._drivers = [Driver(driver, clock, patience) for driver in drivers]

    async def read(self) -> ComputerReading:
        """Return what is known at this moment.

        Raises:
            NoReading: not even its memory can be read.
        """
        memory, disks, *cards = await together(
            [self._read_memory(), self._read_disks(), *(each.read() for each in self._drivers)]
        )
        found = tuple(card for part in cards for card in part.gpus or ())
        if has_apple_gpu():
            found = (apple_gpu(memory),)
        knows_all = sys.platform == "linux" or found  # Elsewhere AMD's and Intel's are not told.
        return replace(memory, disks=disks.disks, gpus=found if knows_all else None)

    async def _read_memory(self) -> ComputerReading:
        if (reading := await self._computer.read()) is None:
            raise NoReading(ReadingProblem.NO_ANSWER)
        return reading

    async def _read_disks(self) -> ComputerReading:
        return ComputerReading(disks=await self._disks.read() or ())


class Driver:
    """One maker's cards. While it hangs, those that it had count as lost."""

    def __init__(
        self, read: Callable[[], tuple[GpuReading, ...]], clock: Clock, patience: float
    ) -> None:
        self._probe = Probe(read, clock, seconds=patience)
        self._last: tuple[GpuReading, ...] = ()

    async def read(self) -> ComputerReading:
        """Return the cards, and nothing else, within seconds."""
        if (cards := await self._probe.read()) is not None:
            self._last = cards
        else:
            cards = tuple(
                GpuReading(card.name, card.vendor, is_unified=card.is_unified, is_lost=True)
                for card in self._last
            )
        return ComputerReading(gpus=cards)


def usual_drivers() -> list[Callable[[], tuple[GpuReading, ...]]]:
    """Return who is asked for cards on this system. Apple's have no driver to ask."""
    nvidia = [] if sys.platform == "darwin" else [NvidiaCards().read]
    kernel = [read_amd, IntelCards().read] if sys.platform == "linux" else []
    return [*nvidia, *kernel]
