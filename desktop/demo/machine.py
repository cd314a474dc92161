"""The computer that the stand-in pretends to be: disk, memory, registry, clock and faults."""

import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from desktop.demo.faults import Faults
from desktop.demo.gojson import stamp
from desktop.demo.registry import Registry
from desktop.demo.runners import Runners
from desktop.demo.store import Store
from desktop.runtime.clock import Clock

VERSION = "0.33.0-rc2"


@dataclass(frozen=True, slots=True)
class Machine:
    """What every endpoint works on. `token_pause` is seconds between two words of an answer.

    `quantize_speed` is in bytes a second.
    """

    store: Store
    registry: Registry
    runners: Runners
    faults: Faults
    clock: Clock
    token_pause: float
    zone: tzinfo = UTC
    has_cloud: bool = True
    version: str = VERSION
    quantize_speed: float = math.inf
    _ticks: Callable[[], int] = field(default_factory=lambda: itertools.count(137, 97).__next__)

    def now(self) -> datetime:
        """The server's own clock, which may be years off."""
        return self.clock.now() + self.faults.clock_ahead

    def local(self, moment: datetime) -> str:
        """Write a moment in the server's zone, as modified_at and expires_at are (fact 63)."""
        return stamp(moment + self.faults.clock_ahead, self.zone, moment.microsecond * 7)

    def created_at(self) -> str:
        return stamp(self.now(), UTC, self._ticks())
