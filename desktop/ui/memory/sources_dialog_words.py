"""What came of a try: the figures that somebody told, or why none came."""

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.readings import ComputerReading, GpuReading, ReadingProblem
from desktop.domain.text import visible
from desktop.ui import joining, units

_MOST = 4
"""Cards and disks that are named each; the others are counted."""
_PROBLEMS: dict[ReadingProblem, tuple[object, object]] = {
    ReadingProblem.NO_ANSWER: (
        QT_TRANSLATE_NOOP("Sources", "Nothing answers there"),
        QT_TRANSLATE_NOOP("Sources", "Is it running, and is its port open to this computer?"),
    ),
    ReadingProblem.REFUSED: (
        QT_TRANSLATE_NOOP("Sources", "What answers there refuses"),
        QT_TRANSLATE_NOOP("Sources", "Is the path right? A sign-in is not possible here."),
    ),
    ReadingProblem.NOT_UNDERSTOOD: (
        QT_TRANSLATE_NOOP("Sources", "What answers there tells none of the figures"),
        QT_TRANSLATE_NOOP(
            "Sources", "Is it that program? If it is, its metrics may have other names now."
        ),
    ),
    ReadingProblem.NO_SSH: (
        QT_TRANSLATE_NOOP("Sources", "ssh did not get there, or nvidia-smi is not there"),
        QT_TRANSLATE_NOOP("Sources", "It has to work without questions, as by a key or an agent."),
    ),
}


def problem_words(problem: ReadingProblem) -> tuple[str, str]:
    """Return what is wrong, and what to look at."""
    sentence, advice = _PROBLEMS[problem]
    return (
        QCoreApplication.translate("Sources", str(sentence)),
        QCoreApplication.translate("Sources", str(advice)),
    )


def reading_words(reading: ComputerReading) -> str:
    """Every figure that came, a line each."""
    return "\n".join(_lines(reading))


def _lines(reading: ComputerReading) -> Iterator[str]:
    translate = QCoreApplication.translate
    if reading.ram_total is not None:
        yield translate("Sources", "RAM: {used}").format(
            used=_used(reading.ram_used, reading.ram_total)
        )
    if reading.swap_total:
        text = translate("Sources", "Swap: {used}")
        yield text.format(used=_used(reading.swap_used, reading.swap_total))
    if reading.cpu is not None:
        yield translate("Sources", "CPU: {load}").format(load=units.percent(reading.cpu / 100))
    elif reading.cores is not None:
        yield translate("Sources", "CPU: its load comes with the second reading")
    yield from _cards(reading.gpus)
    for disk in reading.disks[:_MOST]:
        if disk.total and disk.free is not None:
            text = translate("Sources", "Disk {folder}: {free} of {total} free")
            yield text.format(
                folder=visible(disk.folder),
                free=units.size(disk.free),
                total=units.size(disk.total),
            )


def _cards(cards: tuple[GpuReading, ...] | None) -> Iterator[str]:
    if cards is None:
        yield QCoreApplication.translate("Sources", "It tells nothing of GPUs")
        return
    if not cards:
        yield QCoreApplication.translate("Sources", "It tells that there is no GPU")
    for card in cards[:_MOST]:
        name = visible(card.name)
        if card.is_lost:
            text = QCoreApplication.translate("Sources", "{card}: does not answer")
            yield text.format(card=name)
            continue
        yield joining.labelled(name, joining.phrases(_facts(card)))
    if (more := len(cards) - _MOST) > 0:
        yield QCoreApplication.translate("Sources", "and %n more GPUs", "", more)


def _facts(card: GpuReading) -> Iterator[str]:
    translate = QCoreApplication.translate
    if card.memory_total is not None:
        yield _used(card.memory_used, card.memory_total)
    elif card.memory_load is not None:
        full = units.percent(card.memory_load / 100)
        yield translate("Sources", "its memory is {percent} full").format(percent=full)
    if card.load is not None:
        load = units.percent(card.load / 100)
        yield translate("Sources", "load {percent}").format(percent=load)
    if card.temperature is not None:
        yield translate("Sources", "{number} °C").format(number=units.decimal(card.temperature, 0))
    if card.power is not None:
        yield translate("Sources", "{number} W").format(number=units.decimal(card.power, 0))


def _used(used: int | None, total: int) -> str:
    return units.size(total) if used is None else units.size_of(used, total)
