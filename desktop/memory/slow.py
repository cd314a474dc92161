"""Why a loaded model is slow, as far as its memory tells."""

from desktop.domain.memory import MARGIN
from desktop.domain.model import LoadedModel
from desktop.memory.snapshot import HostMemory, Slow

_LEAST = 0.005
"""The part on the CPU that counts; less is rounding."""


def is_split(loaded: LoadedModel) -> bool:
    """Whether a part of it that counts lies in the computer's memory."""
    return loaded.size > 0 and 1 - loaded.gpu_share >= _LEAST


def why_slow(loaded: LoadedModel, memory: HostMemory, largest: int | None) -> Slow | None:
    """Return why; None where it is all on the GPU, or where memory is not the reason.

    That is so on a host without a GPU, and where the GPU has room for all of it: then it was
    loaded beside something that has gone since, or told to. `largest` is the largest context that
    a GPU holds whole; only a smaller one than that in force is offered.
    """
    room = memory.room
    if not is_split(loaded) or room.gpus == ():
        return None
    free = None if room.gpus is None or room.is_at_least else sum(room.gpus)
    if free is not None and loaded.size <= free - MARGIN:
        return None
    context = largest if largest and largest < loaded.context_length else 0
    return Slow(1 - loaded.gpu_share, loaded.size, free, context)
