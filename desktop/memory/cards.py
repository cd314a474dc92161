"""Which graphics cards of a host count, how much they have, and who holds how much of that.

- None counts where a person said that there is none, whatever a reading lists: a driver tells of
  cards that Ollama cannot use.
- Else cards that a reading lists with their memory count first. One that is lost counts for
  nothing; one that is part of the processor counts for nothing beside a real one, where it is
  Intel's (a host does not compute on these), and where models were loaded and never any of them
  lay on it.
- Else what was entered counts, as one card. How full a card is that tells nothing else of its
  memory (glances) is taken of what was entered.
- That there are none is believed of this computer's own drivers as long as /api/ps shows nothing
  on a card. Elsewhere a teller may know some makers' cards only: that it lists none counts once
  models were loaded there and none of them lay on a card. One that says nothing of cards
  (node_exporter) leaves them unknown, and so does one that lost the only card.
- Else it is guessed from /api/ps: at least what was ever in use there at one time; none, where
  models were loaded and never any of them lay on a card.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.readings import ComputerReading, GpuReading, Source, Vendor
from desktop.memory.facts import Facts


@dataclass(frozen=True, slots=True)
class Cards:
    """Of each card its total, what is used of it, and what others than Ollama use of that.

    In bytes; None where that is not known. `is_at_least` says that there may be more.
    """

    source: Source
    totals: tuple[int, ...]
    used: tuple[int, ...] | None = None
    others: tuple[int, ...] | None = None
    is_at_least: bool = False

    @property
    def total_used(self) -> int | None:
        return None if self.used is None else sum(self.used)

    @property
    def total_others(self) -> int | None:
        return None if self.others is None else sum(self.others)


def cards_of(facts: Facts) -> Cards | None:
    """Return a host's cards, those with memory of their own; None where nothing is known."""
    reading, entered = facts.reading, facts.entered
    if entered.has_no_gpu:
        return Cards(Source.ENTERED, ())
    listed = usable(facts)
    if reading is not None and (read := [card for card in listed if card.memory_total]):
        return _read(reading, read, facts)
    if entered.gpu:
        return _entered(entered.gpu, listed, facts)
    if reading is not None and _has_none(reading, facts) and not listed:
        return Cards(reading.source, ())
    if facts.most_vram is None:
        return None
    guess = (facts.most_vram,) if facts.most_vram else ()
    return Cards(Source.GUESSED, guess, is_at_least=bool(guess))


def _has_none(reading: ComputerReading, facts: Facts) -> bool:
    """Whether a reading without a usable card is believed."""
    if reading.gpus is None or any(card.is_lost for card in reading.gpus):
        return False
    return facts.most_vram == 0 or (facts.most_vram is None and reading.source is Source.MEASURED)


def usable(facts: Facts) -> list[GpuReading]:
    """Return the cards of the last reading on which a host computes; none where one said so."""
    if facts.entered.has_no_gpu:
        return []
    listed = (facts.reading.gpus if facts.reading is not None else None) or ()
    there = [card for card in listed if not card.is_lost]
    real = [card for card in there if not card.is_unified]
    return real or [card for card in there if _is_used(card, facts)]


def _is_used(card: GpuReading, facts: Facts) -> bool:
    if card.vendor is Vendor.APPLE:
        return True
    return card.vendor is not Vendor.INTEL and facts.most_vram != 0


def _read(reading: ComputerReading, cards: Sequence[GpuReading], facts: Facts) -> Cards:
    totals = tuple(card.memory_total or 0 for card in cards)
    used = [card.memory_used for card in cards if card.memory_used is not None]
    if len(used) < len(cards):
        return Cards(reading.source, totals)
    known = tuple(used)
    held = held_of(reading, cards, known, facts)
    return Cards(reading.source, totals, known, less(known, held))


def held_of(
    reading: ComputerReading, cards: Sequence[GpuReading], used: tuple[int, ...], facts: Facts
) -> tuple[int, ...]:
    """Return what Ollama holds of each card: its processes' shares, else what /api/ps says."""
    shares = [reading.ollama_share(card) for card in cards]
    told = [share for share in shares if share is not None]
    if len(told) == len(cards) and (any(told) or not facts.held):
        return tuple(told)
    return shared_out(facts.held_at_most, used)


def _entered(total: int, cards: Sequence[GpuReading], facts: Facts) -> Cards:
    fullness = cards[0].fullness if len(cards) == 1 else None
    if fullness is None:
        return Cards(Source.ENTERED, (total,))
    used = round(total * fullness / 100)
    return Cards(Source.ENTERED, (total,), (used,), (max(0, used - facts.held_at_most),))


def shared_out(held: int, among: tuple[int, ...]) -> tuple[int, ...]:
    """Share bytes out in proportion, none getting more than it has."""
    total = sum(among)
    if not total:
        return (0,) * len(among)
    return tuple(min(each, held * each // total) for each in among)


def less(totals: tuple[int, ...], used: tuple[int, ...]) -> tuple[int, ...]:
    """Return what is left of each."""
    return tuple(max(0, a - b) for a, b in zip(totals, used, strict=True))
