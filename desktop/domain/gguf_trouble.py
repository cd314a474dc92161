"""What is wrong with a GGUF file, or out of the ordinary."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.gguf import GgufHeader
from desktop.domain.gguf_stream import Fault


class GgufTrouble(Enum):
    """One thing that a person should know before the file is sent."""

    HEADER_CUT = auto()
    HEADER_WRONG = auto()
    HEADER_LONG = auto()
    """The header goes on after what is read of any file: what is shown is not all."""
    NEW_VERSION = auto()
    DATA_CUT = auto()
    """The weights end too early: `have` of `want` bytes are there."""
    BIG_ENDIAN = auto()
    UNKNOWN_TYPE = auto()
    """Tensors of a type that this program does not know, so that their size was not checked."""
    MISALIGNED = auto()
    NO_ARCHITECTURE = auto()


DAMAGE = frozenset(
    {
        GgufTrouble.HEADER_CUT,
        GgufTrouble.HEADER_WRONG,
        GgufTrouble.DATA_CUT,
        GgufTrouble.MISALIGNED,
        GgufTrouble.NO_ARCHITECTURE,
    }
)
"""With these no server can use the file."""

_FAULTS = {
    Fault.CUT_SHORT: GgufTrouble.HEADER_CUT,
    Fault.IMPOSSIBLE: GgufTrouble.HEADER_WRONG,
    Fault.TOO_LONG: GgufTrouble.HEADER_LONG,
    Fault.VERSION: GgufTrouble.NEW_VERSION,
}


@dataclass(frozen=True, slots=True)
class GgufProblem:
    """One trouble; `said` are the reader's own words, `have` and `want` are bytes."""

    trouble: GgufTrouble
    said: str = ""
    have: int = 0
    want: int = 0


def problems_of(header: GgufHeader, size: int) -> tuple[GgufProblem, ...]:
    """Return the troubles of a file of that many bytes, the worst first."""
    return tuple(_found(header, size))


def _found(header: GgufHeader, size: int) -> Iterator[GgufProblem]:
    if header.problem is not None:
        yield GgufProblem(_FAULTS[header.problem.fault], str(header.problem))
    else:
        yield from _of_weights(header, size)
    if header.is_big_endian:
        yield GgufProblem(GgufTrouble.BIG_ENDIAN)


def _of_weights(header: GgufHeader, size: int) -> Iterator[GgufProblem]:
    """What only a header that was read to its end tells."""
    sums = header.sums
    want = header.data_start + sums.size
    if sums.count and size < want:
        yield GgufProblem(GgufTrouble.DATA_CUT, have=size, want=want)
    if not sums.is_aligned:
        yield GgufProblem(GgufTrouble.MISALIGNED)
    if not header.metadata.get("general.architecture") and not header.metadata.get("general.type"):
        yield GgufProblem(GgufTrouble.NO_ARCHITECTURE)
    if sums.unknown:
        yield GgufProblem(GgufTrouble.UNKNOWN_TYPE, sums.unknown)
