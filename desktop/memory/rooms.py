"""How much memory a host has, from who tells, what a person entered, and what is loaded there.

The rules, figure by figure:

- *Cards.* Those that a reading lists with their memory; else what was entered (one figure, as one
  card); else a guess. A card that does not tell its memory stands for what was entered, and one
  that is lost counts for nothing. An Intel card that is part of the processor counts as none: a
  host does not compute on it. No card at all is believed where a person said so, or where a
  reading lists none and nothing was ever seen on one; an exporter that tells of no cards (it says
  nothing of them) leaves them unknown.
- *Guess.* Where nobody tells of cards: at least what /api/ps ever showed in use there at one time;
  none, where models were loaded and never any of it lay on a card. In both cases GUESSED.
- *What others use.* What is used of a card less what Ollama holds there: the shares of its
  processes where these are known, else `size_vram` of what is loaded, in proportion to what is
  used. Where only the total is known, others use nothing.
- *Room.* `room` is total less others, since a host unloads what is in the way; `room_now` is what
  is free beside all that is loaded.
- *RAM.* As available as the system says, for weights are mapped and count as available there; of
  what was entered, all of it.
- *Unified memory.* RAM and GPU have room in the same bytes; of these Metal uses two thirds of up
  to 36 GiB and three quarters of more, unless it is told otherwise [common knowledge, unchecked].
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.host import HostId
from desktop.domain.memory import Room
from desktop.domain.memory_source import Entered
from desktop.domain.model import LoadedModel
from desktop.domain.readings import (
    ComputerReading,
    GpuReading,
    ReadingsSnapshot,
    Source,
    Vendor,
)
from desktop.memory.snapshot import HostMemory

_METAL_STEP = 36 * 1024**3


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one host. `loaded` is empty while it is down.

    `most_vram` is the most that /api/ps ever showed on its cards at one time, in bytes; None where
    no model was ever seen loaded there.
    """

    host_id: HostId
    readings: ReadingsSnapshot | None = None
    entered: Entered = Entered()
    loaded: tuple[LoadedModel, ...] = ()
    most_vram: int | None = None


@dataclass(frozen=True, slots=True)
class _Cards:
    """Of each card its total, what is used, and what others use of that; None if unknown."""

    source: Source
    totals: tuple[int, ...]
    used: tuple[int, ...] | None = None
    others: tuple[int, ...] | None = None
    is_at_least: bool = False


def host_memory(facts: Facts) -> HostMemory:
    """Return a host's memory by the rules above."""
    readings = facts.readings or ReadingsSnapshot()
    reading = readings.reading
    ram_source, ram, available = _ram(reading, facts.entered)
    if _is_unified(reading, facts.entered) and ram is not None:
        return _unified(facts, ram_source, ram, available)
    cards = _cards(reading, facts)
    room, room_now = _rooms(cards, facts.loaded, ram, available)
    return HostMemory(
        facts.host_id,
        source=cards.source if cards else ram_source,
        gpus=cards.totals if cards else None,
        gpu_used=_sum(cards.used) if cards else None,
        gpu_others=_sum(cards.others) if cards else None,
        ram_total=ram,
        ram_available=available,
        room=room,
        room_now=room_now,
        problem=readings.problem,
        raw=readings.raw,
        ram_source=ram_source,
    )


def _ram(
    reading: ComputerReading | None, entered: Entered
) -> tuple[Source | None, int | None, int | None]:
    if reading is not None and reading.ram_total is not None:
        return reading.source, reading.ram_total, reading.ram_available
    if entered.ram:
        return Source.ENTERED, entered.ram, None
    return None, None, None


def _is_unified(reading: ComputerReading | None, entered: Entered) -> bool:
    cards = [card for card in (reading.gpus or () if reading else ()) if not _is_nothing(card)]
    return any(card.is_unified for card in cards) if cards else entered.is_unified


def _is_nothing(card: GpuReading) -> bool:
    """Whether a host does not compute on this card."""
    return card.is_lost or (card.vendor is Vendor.INTEL and card.is_unified)


def _cards(reading: ComputerReading | None, facts: Facts) -> _Cards | None:
    entered = facts.entered
    listed = reading.gpus if reading is not None else None
    usable = [card for card in listed or () if not _is_nothing(card)]
    if reading is not None and (read := [card for card in usable if card.memory_total]):
        return _read(reading, read, facts.loaded)
    if entered.gpu:
        return _entered(entered.gpu, usable, facts.loaded)
    if entered.has_no_gpu:
        return _Cards(Source.ENTERED, ())
    if reading is not None and listed is not None and not usable and not facts.most_vram:
        return _Cards(reading.source, ())
    if facts.most_vram is None:
        return None
    guess = (facts.most_vram,) if facts.most_vram else ()
    return _Cards(Source.GUESSED, guess, is_at_least=True)


def _read(
    reading: ComputerReading, cards: Sequence[GpuReading], loaded: Sequence[LoadedModel]
) -> _Cards:
    totals = tuple(card.memory_total or 0 for card in cards)
    used = tuple(card.memory_used for card in cards)
    if None in used:
        return _Cards(reading.source, totals)
    known = tuple(each or 0 for each in used)
    shares = tuple(reading.ollama_share(card) for card in cards)
    if reading.processes is None or None in shares:
        held = _shared_out(sum(model.size_vram for model in loaded), known)
    else:
        held = tuple(each or 0 for each in shares)
    others = tuple(max(0, a - b) for a, b in zip(known, held, strict=True))
    return _Cards(reading.source, totals, known, others)


def _entered(total: int, cards: Sequence[GpuReading], loaded: Sequence[LoadedModel]) -> _Cards:
    """What was entered, and of it what a single card says to be full of its memory."""
    fullness = cards[0].fullness if len(cards) == 1 else None
    if fullness is None:
        return _Cards(Source.ENTERED, (total,))
    used = round(total * fullness / 100)
    held = sum(model.size_vram for model in loaded)
    return _Cards(Source.ENTERED, (total,), (used,), (max(0, used - held),))


def _rooms(
    cards: _Cards | None,
    loaded: Sequence[LoadedModel],
    ram: int | None,
    available: int | None,
) -> tuple[Room, Room]:
    ram_now = available
    if available is None and ram is not None:
        ram_now = max(0, ram - sum(model.size - model.size_vram for model in loaded))
    ram_room = ram if available is None else available
    if cards is None:
        return Room(None, ram_room), Room(None, ram_now)
    others = cards.others or (0,) * len(cards.totals)
    held = _shared_out(sum(model.size_vram for model in loaded), cards.totals)
    is_at_least = cards.is_at_least and bool(cards.totals)
    return (
        Room(_less(cards.totals, others), ram_room, is_at_least=is_at_least),
        Room(_less(cards.totals, cards.used or held), ram_now, is_at_least=is_at_least),
    )


def _unified(facts: Facts, source: Source | None, ram: int, available: int | None) -> HostMemory:
    """Of memory that both share: Ollama's part is free for another model, but only once."""
    held = sum(model.size for model in facts.loaded)
    free = ram if available is None else min(ram, available + held)
    free_now = max(0, ram - held) if available is None else available
    usable = ram * 2 // 3 if ram <= _METAL_STEP else ram * 3 // 4
    on_gpu = sum(model.size_vram for model in facts.loaded)
    readings = facts.readings or ReadingsSnapshot()
    return HostMemory(
        facts.host_id,
        source=source,
        gpus=(),
        ram_total=ram,
        ram_available=available,
        is_unified=True,
        room=Room((min(usable, free),), free, is_shared=True),
        room_now=Room((min(max(0, usable - on_gpu), free_now),), free_now, is_shared=True),
        problem=readings.problem,
        raw=readings.raw,
        ram_source=source,
    )


def _shared_out(held: int, among: tuple[int, ...]) -> tuple[int, ...]:
    """Share bytes out in proportion, none getting more than it has."""
    total = sum(among)
    if not total:
        return (0,) * len(among)
    return tuple(min(each, held * each // total) for each in among)


def _less(totals: tuple[int, ...], used: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(max(0, a - b) for a, b in zip(totals, used, strict=True))


def _sum(figures: tuple[int, ...] | None) -> int | None:
    return None if figures is None else sum(figures)
