"""What the page that tidies up is built from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.domain.host import HostId
from desktop.domain.readings import DiskReading
from desktop.hosts.registry import HostRegistry
from desktop.jobs.queue import JobQueue
from desktop.memory.weights import Weights
from desktop.system.tidy import Tidying


@dataclass(frozen=True, slots=True)
class TidyServices:
    """The services that the page shows and calls.

    `disk_of` returns the disk of a host's models folder where somebody tells it; `here` is the
    host that is this computer's own server, if it is among them; `now` has its zone.
    """

    registry: HostRegistry
    jobs: JobQueue
    weights: Weights
    tidying: Tidying
    disk_of: Callable[[HostId], DiskReading | None]
    here: Callable[[], HostId | None]
    now: Callable[[], datetime]
