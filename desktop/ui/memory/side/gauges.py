"""What of a computer has a chart, and how its readings become lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from desktop.domain.readings import ComputerReading, GpuReading, Sample
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.widgets.chart import Series
from desktop.ui.widgets.marks import Ink

MOST_CARDS = 8
"""Cards with charts of their own; one that is cut up has up to 64 parts."""
_MEMORY, _GPU_MEMORY, _GPU_LOAD, _SWAP, _OLLAMA = 2, 3, 1, 4, 0

Values: TypeAlias = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Gauge:
    """One chart: `read` returns the values of a reading, and what stands behind them."""

    title: str
    series: tuple[Series, ...]
    ceiling: float
    say: Callable[[float], str]
    read: Callable[[ComputerReading], tuple[Values, str]]

    @property
    def shape(self) -> tuple[str, tuple[Series, ...]]:
        """What makes it another chart where it changes."""
        return self.title, self.series


def gauges_of(reading: ComputerReading, history: Sequence[Sample]) -> tuple[Gauge, ...]:
    """Return the charts of a computer, by its newest reading and those before."""
    found = [_cpu(reading), _memory(reading), _swap(reading, history)]
    cards = reading.gpus or ()
    for place in range(min(len(cards), MOST_CARDS)):
        found += _card(place, len(cards), _known(place, reading, history))
    return tuple(gauge for gauge in found if gauge is not None)


def _cpu(reading: ComputerReading) -> Gauge | None:
    if reading.cores is None and reading.cpu is None:
        return None
    title = QCoreApplication.translate("Gauges", "CPU")

    def read(one: ComputerReading) -> tuple[Values, str]:
        if one.cores is None:
            return (one.cpu,), ""
        whole = one.cores == int(one.cores)
        cores = units.number(int(one.cores)) if whole else units.decimal(one.cores, 1)
        one_core = QCoreApplication.translate("Gauges", "of 1 core")
        text = QCoreApplication.translate("Gauges", "of {cores} cores")
        fact = one_core if one.cores == 1 else text.format(cores=cores)
        return (one.cpu,), fact

    return Gauge(title, (Series(title, 0),), 100, _in_percent, read)


def _memory(reading: ComputerReading) -> Gauge | None:
    if not reading.ram_total:
        return None
    has_ollama = reading.ollama_memory is not None

    def read(one: ComputerReading) -> tuple[Values, str]:
        fact = QCoreApplication.translate("Gauges", "of {size}").format(
            size=units.size(one.ram_total or 0)
        )
        used = one.ram_used
        return (used, _below(one.ollama_memory, used)) if has_ollama else (used,), fact

    return _amount(
        QCoreApplication.translate("Gauges", "Memory"),
        _MEMORY,
        reading.ram_total,
        read,
        has_ollama=has_ollama,
    )


def _swap(reading: ComputerReading, history: Sequence[Sample]) -> Gauge | None:
    """Show it once it was used; an empty one is no news."""
    is_used = any(sample.reading.swap_used for sample in history)
    if not reading.swap_total or not (is_used or reading.swap_used):
        return None

    def read(one: ComputerReading) -> tuple[Values, str]:
        fact = QCoreApplication.translate("Gauges", "of {size}").format(
            size=units.size(one.swap_total or 0)
        )
        return (one.swap_used,), fact

    return _amount(QCoreApplication.translate("Gauges", "Swap"), _SWAP, reading.swap_total, read)


def _card(place: int, count: int, card: GpuReading) -> list[Gauge | None]:
    number = units.number(place + 1)
    if count == 1:
        memory = QCoreApplication.translate("Gauges", "GPU memory")
        load = QCoreApplication.translate("Gauges", "GPU load")
    else:
        text = QCoreApplication.translate("Gauges", "GPU {number} memory")
        memory = text.format(number=number)
        text = QCoreApplication.translate("Gauges", "GPU {number} load")
        load = text.format(number=number)
    return [_card_memory(place, memory, card), _card_load(place, load, card)]


def _card_memory(place: int, title: str, card: GpuReading) -> Gauge | None:
    if not card.memory_total:
        if card.memory_load is None or card.is_unified:
            return None

        def read_load(one: ComputerReading) -> tuple[Values, str]:
            return (_at(place, one).memory_load,), ""

        return Gauge(title, (Series(title, _GPU_MEMORY),), 100, _in_percent, read_load)
    has_ollama = bool(card.shares)

    def read(one: ComputerReading) -> tuple[Values, str]:
        now = _at(place, one)
        fact = QCoreApplication.translate("Gauges", "of {size}").format(
            size=units.size(now.memory_total or card.memory_total or 0)
        )
        share = one.ollama_share(now) if not now.is_lost else None
        return (now.memory_used, share) if has_ollama else (now.memory_used,), fact

    return _amount(title, _GPU_MEMORY, card.memory_total, read, has_ollama=has_ollama)


def _card_load(place: int, title: str, card: GpuReading) -> Gauge | None:
    if card.load is None:
        return None

    def read(one: ComputerReading) -> tuple[Values, str]:
        now = _at(place, one)
        facts: list[str] = []
        if now.temperature is not None:
            facts.append(
                QCoreApplication.translate("Gauges", "{number} °C").format(
                    number=units.decimal(now.temperature, 0)
                )
            )
        if now.power is not None:
            facts.append(
                QCoreApplication.translate("Gauges", "{number} W").format(
                    number=units.decimal(now.power, 0)
                )
            )
        return (now.load,), joining.phrases(facts)

    return Gauge(title, (Series(title, _GPU_LOAD),), 100, _in_percent, read)


def _amount(
    title: str,
    ink: Ink,
    total: int,
    read: Callable[[ComputerReading], tuple[Values, str]],
    *,
    has_ollama: bool = False,
) -> Gauge:
    if has_ollama:
        series = (
            Series(QCoreApplication.translate("Gauges", "In use"), ink),
            Series("Ollama", _OLLAMA),
        )
    else:
        series = (Series(title, ink),)
    return Gauge(title, series, total, _in_bytes, read)


def _known(place: int, reading: ComputerReading, history: Sequence[Sample]) -> GpuReading:
    """Return what was last known of a card; while it is lost it says nothing."""
    newest = _at(place, reading)
    if not newest.is_lost:
        return newest
    for sample in reversed(history):
        card = _at(place, sample.reading)
        if not card.is_lost:
            return card
    return newest


def _at(place: int, reading: ComputerReading) -> GpuReading:
    cards = reading.gpus or ()
    return cards[place] if place < len(cards) else GpuReading("", is_lost=True)


def _below(value: int | None, most: int | None) -> int | None:
    """What Ollama maps of its files is no more than what is in use at all."""
    return value if value is None or most is None else min(value, most)


def lost_cards(reading: ComputerReading) -> tuple[str, ...]:
    """Return the names of the cards that were there and do not answer any more."""
    unnamed = QCoreApplication.translate("Gauges", "The GPU")
    return tuple(visible(card.name) or unnamed for card in reading.gpus or () if card.is_lost)


def _in_percent(value: float) -> str:
    return units.percent(value / 100)


def _in_bytes(value: float) -> str:
    return units.size(round(value))
