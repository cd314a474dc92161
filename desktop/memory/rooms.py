"""How much memory a host has, from who tells, what a person entered, and what is loaded there.

Which cards count says `cards.py`. Of the rest:

- *What others use* of a card is what is used less what Ollama holds there: the shares of its
  processes where these are known, else `size_vram` of what is loaded, in proportion to what is
  used; of a host that is down, of what was loaded there: an Ollama that hangs still has it, and of
  one that ended no more is taken than is in use. Where only the total is known, others use nothing.
- *Room.* `room` is total less others, since a host unloads what is in the way; `room_now` is what
  is free beside all that is loaded.
- *RAM.* What the system says is available, and what Ollama holds there: its runner reads weights
  into memory of its own (seen in a real server's log: `--load-mode none`). Of what was entered,
  all of it.
- *Unified memory.* RAM and GPU have room in the same bytes. Of these Metal uses two thirds of up
  to 36 GiB and three quarters of more, unless it is told otherwise [common knowledge, unchecked];
  an AMD processor's graphics what its driver says, and NVIDIA's all.
"""

from desktop.domain.memory import Room
from desktop.domain.memory_source import Entered
from desktop.domain.readings import ComputerReading, GpuReading, Source, Vendor
from desktop.memory.cards import Cards, cards_of, less, shared_out, usable
from desktop.memory.facts import Facts
from desktop.memory.snapshot import HostMemory

_METAL_STEP = 36 * 1024**3


def host_memory(facts: Facts) -> HostMemory:
    """Return a host's memory by the rules above."""
    source, ram, available = _ram(facts.reading, facts.entered)
    listed = usable(facts)
    is_unified = all(card.is_unified for card in listed) if listed else facts.entered.is_unified
    if is_unified and ram is not None:
        return _unified(facts, source, ram, available, listed[0] if listed else None)
    cards = cards_of(facts)
    room, room_now = _rooms(cards, facts, ram, available)
    return HostMemory(
        facts.host_id,
        source=_source_of(cards, source),
        gpus=cards.totals if cards else None,
        gpu_used=cards.total_used if cards else None,
        gpu_others=cards.total_others if cards else None,
        ram_total=ram,
        ram_available=available,
        room=room,
        room_now=room_now,
        problem=facts.readings.problem,
        raw=facts.readings.raw,
        ram_source=source,
    )


def _source_of(cards: Cards | None, ram: Source | None) -> Source | None:
    """Whence the figures come: where no card was ever seen in use, those are of the RAM."""
    is_bare = cards is None or (cards.source is Source.GUESSED and not cards.totals)
    return ram if cards is None or (is_bare and ram is not None) else cards.source


def graphics_total(memory: HostMemory) -> int:
    """Return what all GPUs have together, in bytes, as a server counts it; 0 if unknown."""
    if memory.is_unified and memory.ram_total is not None:
        return metal_share(memory.ram_total)
    return memory.gpu_total or 0


def metal_share(ram: int) -> int:
    """Return how much of a Mac's memory its GPU uses at most."""
    return ram * 2 // 3 if ram <= _METAL_STEP else ram * 3 // 4


def _ram(
    reading: ComputerReading | None, entered: Entered
) -> tuple[Source | None, int | None, int | None]:
    if reading is not None and reading.ram_total is not None:
        return reading.source, reading.ram_total, reading.ram_available
    if entered.ram:
        return Source.ENTERED, entered.ram, None
    return None, None, None


def _rooms(
    cards: Cards | None, facts: Facts, ram: int | None, available: int | None
) -> tuple[Room, Room]:
    """Return the room if all else were unloaded, and that beside what is loaded."""
    ram_now = available
    if available is None and ram is not None:
        ram_now = max(0, ram - facts.held_in_ram)
    ram_room = ram
    if ram is not None and available is not None:
        ram_room = min(ram, available + facts.held_in_ram)
    if cards is None:
        return Room(None, ram_room), Room(None, ram_now)
    others = cards.others or (0,) * len(cards.totals)
    used = cards.used or shared_out(facts.held, cards.totals)
    return (
        Room(less(cards.totals, others), ram_room, is_at_least=cards.is_at_least),
        Room(less(cards.totals, used), ram_now, is_at_least=cards.is_at_least),
    )


def _unified(
    facts: Facts, source: Source | None, ram: int, available: int | None, card: GpuReading | None
) -> HostMemory:
    """Of memory that both share: Ollama's part is free for another model, but only once."""
    held = facts.held + facts.held_in_ram
    late = max(held, facts.held_at_most)
    free = ram if available is None else min(ram, available + late)
    free_now = max(0, ram - held) if available is None else available
    usable_now = max(0, (limit := _limit(card, ram)) - facts.held)
    return HostMemory(
        facts.host_id,
        source=source,
        gpus=(),
        ram_total=ram,
        ram_available=available,
        is_unified=True,
        room=Room((min(limit, free),), free, is_shared=True),
        room_now=Room((min(usable_now, free_now),), free_now, is_shared=True),
        problem=facts.readings.problem,
        raw=facts.readings.raw,
        ram_source=source,
    )


def _limit(card: GpuReading | None, ram: int) -> int:
    """Return how much of the shared memory its graphics part uses at most."""
    if card is None or card.vendor is Vendor.APPLE:
        return metal_share(ram)
    return min(ram, card.memory_total or ram)
