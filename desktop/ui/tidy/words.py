"""What the page says of deleting models, in the chosen language."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.readings import DiskReading
from desktop.domain.text import visible
from desktop.memory.sharing import Freeing, Frees
from desktop.ui import units
from desktop.ui.models.freeing import names_of
from desktop.ui.tidy.view import Column

LITTLE_ROOM = 0.2
"""A share of a disk: with less of it free a person is warned."""

_HEADERS: dict[Column, object] = {
    Column.NAME: QT_TRANSLATE_NOOP("Tidy", "Name"),
    Column.HOST: QT_TRANSLATE_NOOP("Tidy", "Host"),
    Column.SIZE: QT_TRANSLATE_NOOP("Tidy", "Size"),
    Column.MODIFIED: QT_TRANSLATE_NOOP("Tidy", "Modified"),
    Column.FREES: QT_TRANSLATE_NOOP("Tidy", "Deleting it frees"),
}

_SORTS: dict[Column, object] = {
    Column.NAME: QT_TRANSLATE_NOOP("Tidy", "Sort by name"),
    Column.HOST: QT_TRANSLATE_NOOP("Tidy", "Sort by host"),
    Column.SIZE: QT_TRANSLATE_NOOP("Tidy", "Sort by size"),
    Column.MODIFIED: QT_TRANSLATE_NOOP("Tidy", "Sort by date"),
    Column.FREES: QT_TRANSLATE_NOOP("Tidy", "Sort by what is freed"),
}


def header(column: Column) -> str:
    """The name of a column."""
    return QCoreApplication.translate("Tidy", str(_HEADERS[column]))


def sort_by(column: Column) -> str:
    """What the menu says that sorts by a column."""
    return QCoreApplication.translate("Tidy", str(_SORTS[column]))


def frees(freeing: Freeing | None) -> str:
    """What deleting one model frees: "9.0 GB", "next to nothing, shares with a" and so on."""
    if freeing is None:
        return ""
    match freeing.frees:
        case Frees.WHOLE:
            return units.size(freeing.bytes)
        case Frees.AT_MOST:
            text = QCoreApplication.translate("Tidy", "at most {size}")
            return text.format(size=units.size(freeing.bytes))
        case Frees.UNKNOWN:
            return QCoreApplication.translate("Tidy", "not yet known")
        case Frees.NOTHING if freeing.sharing:
            text = QCoreApplication.translate("Tidy", "next to nothing, shares with {others}")
            return text.format(others=names_of(freeing.sharing, freeing.sharing_count))
        case Frees.NOTHING:
            return QCoreApplication.translate("Tidy", "next to nothing")


def selected(count: int, total: Freeing) -> str:
    """What is selected, and what deleting all of it frees."""
    number = units.number(count)
    size = units.size(total.bytes)
    match total.frees:
        case Frees.WHOLE:
            text = QCoreApplication.translate("Tidy", "{number} selected, {size} would be freed")
        case Frees.AT_MOST:
            text = QCoreApplication.translate(
                "Tidy", "{number} selected, at most {size} would be freed"
            )
        case Frees.UNKNOWN:
            text = QCoreApplication.translate(
                "Tidy", "{number} selected, not yet known what is freed, at most {size}"
            )
        case Frees.NOTHING:
            text = QCoreApplication.translate(
                "Tidy", "{number} selected, next to nothing would be freed"
            )
    return text.format(number=number, size=size)


def asked(unknown: int) -> str:
    """Say how many models were not asked yet which weights they have; "" where none."""
    if unknown == 0:
        return ""
    if unknown == 1:
        return QCoreApplication.translate("Tidy", "1 model has not said yet which weights it has")
    text = QCoreApplication.translate(
        "Tidy", "{number} models have not said yet which weights they have"
    )
    return text.format(number=units.number(unknown))


def disk(reading: DiskReading) -> str:
    """How full a disk is: "118 GB of 512 GB free"."""
    if reading.total is None or reading.free is None:
        return QCoreApplication.translate("Tidy", "not known")
    text = QCoreApplication.translate("Tidy", "{free} of {total} free")
    return text.format(free=units.size(reading.free), total=units.size(reading.total))


def free_share(reading: DiskReading) -> float | None:
    """Which part of a disk is free; None where that is not known."""
    if not reading.total or reading.free is None:
        return None
    return min(1.0, max(0.0, reading.free / reading.total))


def has_little_room(reading: DiskReading) -> bool:
    """Whether a person is to be warned."""
    share = free_share(reading)
    return share is not None and share < LITTLE_ROOM


def warning(short: Sequence[tuple[str, DiskReading]]) -> tuple[str, str]:
    """A sentence and its facts about disks that are nearly full, by their hosts' names."""
    facts = QCoreApplication.translate(
        "Tidy", "A pull breaks off when the disk is full. Begin with what is large and long unused."
    )
    if len(short) == 1:
        name, reading = short[0]
        text = QCoreApplication.translate("Tidy", "Only {share} of the disk is free on {host}")
        share = units.percent(free_share(reading) or 0.0)
        return text.format(share=share, host=visible(name)), facts
    text = QCoreApplication.translate("Tidy", "Less than {share} of the disk is free on {hosts}")
    names = names_of([name for name, _ in short])
    return text.format(share=units.percent(LITTLE_ROOM), hosts=names), facts
