"""What a host is: a name and an address that a person gave."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NewType

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection
from desktop.domain.memory_source import MemorySource, Pin

HostId = NewType("HostId", str)
"""Names a host for as long as it is in the list, whatever its name or address becomes."""


class HostState(Enum):
    """What is known of a host at this moment."""

    CHECKING = auto()
    UP = auto()
    DOWN = auto()


@dataclass(frozen=True, slots=True)
class Host:
    """An Ollama server that a person wants to see.

    `name` may be empty, and the address then stands for it. A demo host is
    served by this very program and is never kept in the settings. `colour` is
    0 for none, or the number of one of the chart series (1 to 5). `memory` says who
    tells how much memory it has, and `pins` which models stay there.
    """

    id: HostId
    address: HostAddress
    name: str = ""
    is_demo: bool = False
    connection: Connection = Connection()
    colour: int = 0
    memory: MemorySource = MemorySource()
    pins: tuple[Pin, ...] = ()

    @property
    def label(self) -> str:
        """What to call it."""
        return self.name or self.address.short

    @property
    def is_here(self) -> bool:
        """Whether its server runs on this very computer, as far as its address says."""
        return self.address.is_loopback and not self.connection.tunnel and not self.is_demo
