"""Why a loaded model is slow, as far as its memory tells."""

from dataclasses import replace

from desktop.domain.memory import MARGIN, Room
from desktop.domain.model import LoadedModel
from desktop.memory.cards import shared_out
from desktop.memory.snapshot import HostMemory, Slow

LEAST_CONTEXT = 4096
"""Tokens: what Ollama takes by itself. For less nobody wants to keep the other models loaded."""
_LEAST = 0.005
"""The part on the CPU that counts; less is rounding."""


def is_split(loaded: LoadedModel) -> bool:
    """Whether a part of it that counts lies in the computer's memory."""
    return loaded.size > 0 and 1 - loaded.gpu_share >= _LEAST


def room_beside(loaded: LoadedModel, memory: HostMemory) -> Room:
    """Return the room for a model that is loaded, beside all others that are.

    That is what is free, and what it holds itself: of several GPUs in proportion to what is used.
    """
    room, now = memory.room, memory.room_now
    if not room.gpus or not now.gpus or len(room.gpus) != len(now.gpus):
        return room
    used = tuple(max(0, all_ - free) for all_, free in zip(room.gpus, now.gpus, strict=True))
    own = shared_out(max(0, min(loaded.size, loaded.size_vram)), used)
    free = zip(room.gpus, now.gpus, own, strict=True)
    return replace(room, gpus=tuple(min(whole, left + held) for whole, left, held in free))


def why_slow(
    loaded: LoadedModel, memory: HostMemory, beside: int | None, alone: int | None
) -> Slow | None:
    """Return why; None where it is all on the GPU, or where memory is not the reason.

    That is so on a host without a GPU, and where the GPU has room for all of it beside the other
    models: then it was loaded beside something that has gone since, or told to. `beside` is the
    largest context that a GPU holds whole beside the others, `alone` the largest without them;
    only a smaller one than that in force is offered, and first one that unloads nobody.
    """
    if not is_split(loaded) or memory.room.gpus == ():
        return None
    share, room = 1 - loaded.gpu_share, room_beside(loaded, memory)
    if room.gpus is None or room.is_at_least:
        return Slow(share, loaded.size, None, _smaller(loaded, alone))
    free, most = sum(room.gpus), sum(memory.room.gpus or ())
    if loaded.size <= free - MARGIN:
        return None
    if (context := _smaller(loaded, beside)) >= LEAST_CONTEXT:
        return Slow(share, loaded.size, free, context)
    if loaded.size <= most - MARGIN:
        return Slow(share, loaded.size, free, fits_alone=True)
    return Slow(share, loaded.size, most, _smaller(loaded, alone), counts_alone=most > free)


def _smaller(loaded: LoadedModel, largest: int | None) -> int:
    return largest if largest and largest < loaded.context_length else 0
