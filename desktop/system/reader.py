"""Who can be asked for a reading, and what it says where it has none."""

from typing import Protocol

from desktop.domain.readings import ComputerReading, ReadingProblem


class NoReading(Exception):
    """There is no reading, or only a part of one; the text is what was said by what went wrong."""

    def __init__(
        self, problem: ReadingProblem, raw: str = "", part: ComputerReading | None = None
    ) -> None:
        super().__init__(raw)
        self.problem = problem
        self.raw = raw
        self.part = part


class Reader(Protocol):
    """Reads one computer, near or far."""

    async def read(self) -> ComputerReading:
        """Return what there is to know at this moment, within seconds; raises NoReading."""
        ...
