"""How a host's memory is known, and which models stay in it: what a person set for that host."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.connection import Tunnel
from desktop.domain.tellers import Place


class Telling(StrEnum):
    """What is asked about a host's memory, besides Ollama itself."""

    NOTHING = ""
    EXPORTERS = "exporters"
    """node_exporter, dcgm-exporter, nvidia_gpu_exporter: those of them that have a place."""
    GLANCES = "glances"
    SSH = "ssh"
    """`ssh … nvidia-smi`, by the person's own ssh."""


@dataclass(frozen=True, slots=True)
class Entered:
    """Memory that a person entered, in bytes; 0 where nothing was.

    `gpu` is that of all cards together. Unified memory is one for both, as on
    Apple's machines, and is `ram`. `has_no_gpu` says that there is none, which
    is more than that nothing was entered: it counts against what others tell.
    """

    gpu: int = 0
    ram: int = 0
    is_unified: bool = False
    has_no_gpu: bool = False

    def __bool__(self) -> bool:
        return bool(self.gpu or self.ram or self.has_no_gpu)


@dataclass(frozen=True, slots=True)
class MemorySource:
    """Who is asked. Amounts that were entered stand in for whatever these do not tell.

    `places` are used where the telling is EXPORTERS or GLANCES, and `ssh` where it is SSH.
    """

    telling: Telling = Telling.NOTHING
    places: tuple[Place, ...] = ()
    ssh: Tunnel = Tunnel()
    entered: Entered = Entered()


@dataclass(frozen=True, slots=True)
class Pin:
    """A model that stays in a host's memory, and is loaded again after that host was restarted.

    `context` is the num_ctx that it is loaded with, in tokens; 0 is the host's own.
    """

    model: str
    context: int = 0
