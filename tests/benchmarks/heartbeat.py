"""The window's pulse: a 16 ms timer in the GUI thread, and how late it fires."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 0.016
"""Seconds between two beats: one frame at 60 Hz."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How late each beat of some seconds came, and what the process did meanwhile; in seconds."""

    late: tuple[float, ...] = ()
    wall: float = 0.0
    cpu: float = 0.0

    def percentile(self, part: float) -> float:
        """Return the lateness that this part (0 to 1) of all beats stayed within."""
        ordered = sorted(self.late)
        return ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else 0.0

    @property
    def worst(self) -> float:
        return max(self.late, default=0.0)

    @property
    def share(self) -> float:
        """CPU of one core, from 0 to 1."""
        return self.cpu / self.wall if self.wall else 0.0


def together(pulses: Sequence[Pulse]) -> Pulse:
    """Return the pulse of several stretches as one."""
    return Pulse(
        tuple(late for pulse in pulses for late in pulse.late),
        sum(pulse.wall for pulse in pulses),
        sum(pulse.cpu for pulse in pulses),
    )


class Heartbeat(QObject):
    """Beats until it is read.

    A stall swallows beats, and a timer then fires once for all of them. Each
    swallowed one is counted with the lateness that it had, or a second's
    stall would be one beat among sixty.
    """

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.setInterval(round(BEAT * 1000))
        self._timer.timeout.connect(self._beat)
        self._late: list[float] = []
        self._begin()

    def read(self) -> Pulse:
        """Return the pulse since the last reading, and begin anew."""
        pulse = Pulse(
            tuple(self._late), time.perf_counter() - self._since, time.process_time() - self._cpu
        )
        self._begin()
        return pulse

    def _begin(self) -> None:
        self._late = []
        self._since, self._cpu = time.perf_counter(), time.process_time()
        self._arm()

    def _arm(self) -> None:
        self._due = time.perf_counter() + BEAT
        self._timer.start()

    def _beat(self) -> None:
        late = time.perf_counter() - self._due
        self._late.append(max(0.0, late))
        while (late := late - BEAT) > 0:
            self._late.append(late)
        self._arm()
