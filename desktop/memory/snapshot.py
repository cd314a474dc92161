"""What is known of a host's memory at one moment, and whether a model would fit there."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.host import HostId
from desktop.domain.memory import Fit, Load, Room
from desktop.domain.readings import ReadingProblem, Source
from desktop.ollama.errors import OllamaError


@dataclass(frozen=True, slots=True)
class HostMemory:
    """A host's memory, in bytes; what nobody told is None.

    `source` says where the figures come from, None where there are none but
    those of /api/ps: those of the cards, or of the RAM (`ram_source`) where
    none was ever seen in use, or nothing is known of them. Cards that are
    GUESSED have at least this much.
    `gpus` are the totals of the cards, an empty tuple where there is none for
    sure. `gpu_used` and `gpu_others` are of all cards together: what is used,
    and what other programs than Ollama use of that. Unified memory is
    `ram_total`, and has no cards of its own.

    `room` is what a model could have if Ollama unloaded everything else for
    it, as it does, and `room_now` what is free beside all that is loaded.
    `problem` and `raw` say why who was to tell does not.
    """

    host_id: HostId
    source: Source | None = None
    gpus: tuple[int, ...] | None = None
    gpu_used: int | None = None
    gpu_others: int | None = None
    ram_total: int | None = None
    ram_available: int | None = None
    is_unified: bool = False
    room: Room = Room()
    room_now: Room = Room()
    problem: ReadingProblem | None = None
    raw: str = ""
    ram_source: Source | None = None

    @property
    def gpu_total(self) -> int | None:
        """That of all cards together."""
        return None if self.gpus is None else sum(self.gpus)


class Basis(Enum):
    """What an estimate rests on."""

    FORMULA = auto()
    """On nothing but the model's measures."""
    SIZE = auto()
    """On the size of its file alone: context and graph are guessed from models of that size."""
    CORRECTED = auto()
    """On the formula, corrected by loads with another context, or on another host."""
    MEASURED = auto()
    """A load with this context was seen on this host."""


class Missing(Enum):
    """Why there is no estimate."""

    ASKING = auto()
    """The host is being asked for the model's measures; `changed` will say so."""
    NO_MEASURES = auto()
    """Neither the model's card nor its file says enough."""
    IN_THE_CLOUD = auto()
    """It runs elsewhere and takes no memory here."""
    FAILED = auto()
    """The host did not say; see `error`."""
    NO_HOST = auto()
    """The host or the model is not in the list any more."""


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """Whether a model fits on a host when it is loaded so, or why that is not known.

    `low` and `high` are the range of the need in bytes; they are alike where
    it was measured. `largest` is the largest context that a GPU holds whole,
    in tokens, 0 where none does, None where that is not known;
    `trained_context` is the most the model can use, 0 if unknown. Of a host
    that `is_silent` only its memory is known: its Ollama does not answer.
    """

    load: Load
    memory: HostMemory
    fit: Fit | None = None
    missing: Missing | None = None
    error: OllamaError | None = None
    basis: Basis = Basis.FORMULA
    low: int = 0
    high: int = 0
    largest: int | None = None
    trained_context: int = 0
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """Why a loaded model is slow: part of it runs on the CPU.

    `size` is what it takes, `free` what the GPU has for it (None if unknown), in bytes;
    `context` is a num_ctx with which the GPU would hold it whole, 0 where none would.
    `fits_alone` says that only the host's other models are in its way: `free` is beside them.
    `counts_alone` says that they are, and that `free` and `context` are without them.
    """

    cpu_share: float
    size: int
    free: int | None
    context: int = 0
    fits_alone: bool = False
    counts_alone: bool = False
