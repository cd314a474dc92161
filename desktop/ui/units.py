"""Figures as people read them: bytes, speeds, times and counts, in the chosen language.

Every function depends on its arguments, the default QLocale and the installed
translations alone. Bytes are decimal (1 kB is 1000 B), as disks and network
speeds are. A text with %n is only asked for with counts of two and more where
one would need other words, so that it reads well without an English translation.
"""

from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTimeZone

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_LONG = 31 * _DAY
_STEPS = ("B", "kB", "MB", "GB", "TB", "PB", "EB")


def size(count: int) -> str:
    """Bytes with three figures or so: 488 B, 11.3 kB, 274 MB, 9.0 GB."""
    step, value = _scaled(count)
    return _with_unit(_number(value, _size_places(step, value)), step)


def exact_size(count: int) -> str:
    """Every byte, for a tooltip or the inspector: 8,988,124,069 bytes."""
    text = QCoreApplication.translate("Units", "{number} bytes")
    return text.format(number=number(count))


def size_of(done: int, total: int) -> str:
    """How much of how much, both in the unit of the whole: 3.86 of 8.99 GB."""
    step, value = _scaled(total)
    places = 0 if step == 0 else 2 if value < 9.995 else 1
    text = QCoreApplication.translate("Units", "{done} of {total}")
    return text.format(
        done=_number(done / 1000**step, places),
        total=_with_unit(_number(value, places), step),
    )


def speed(bytes_a_second: float) -> str:
    """Bytes a second: 41.2 MB/s, 0 B/s."""
    step, value = _scaled(round(bytes_a_second))
    places = 0 if step == 0 or value >= 99.95 else 1
    text = QCoreApplication.translate("Units", "{size}/s")
    return text.format(size=_with_unit(_number(value, places), step))


def duration(seconds: float) -> str:
    """A time that has passed, to two units: 22 s, 3 min 12 s, 1 h 5 min, 2 d 3 h."""
    whole = max(0, int(seconds))
    for unit, smaller in ((_DAY, _HOUR), (_HOUR, _MINUTE), (_MINUTE, 1)):
        if whole >= unit:
            rest = whole % unit // smaller
            first = _in_unit(whole // unit, unit)
            return f"{first} {_in_unit(rest, smaller)}" if rest else first
    return _in_unit(whole, 1)


def short_duration(seconds: float) -> str:
    """A time in its largest unit, for a narrow column: 45 s, 4 min, 3 h, 2 d."""
    whole = max(0, int(seconds))
    unit = next((unit for unit in (_DAY, _HOUR, _MINUTE) if whole >= unit), 1)
    return _in_unit(whole // unit, unit)


def span(seconds: float) -> str:
    """How long a short step took: 38 ms, 1.2 s, 18 s."""
    if seconds < 0.9995:
        text = QCoreApplication.translate("Units", "{number} ms")
        return text.format(number=number(round(max(0.0, seconds) * 1000)))
    if seconds < 9.95:
        text = QCoreApplication.translate("Units", "{number} s")
        return text.format(number=_number(seconds, 1))
    return duration(seconds)


def time_left(seconds: float) -> str:
    """How long something will still take, no finer than it can be known."""
    if seconds < 10:
        return QCoreApplication.translate("Units", "a few seconds left")
    text = QCoreApplication.translate("Units", "about {time} left")
    return text.format(time=_rough(seconds))


def age(when: datetime, now: datetime) -> str:
    """How long ago: just now, 5 min, 3 h, yesterday, 3 days, 2 weeks, Mar 2026.

    A clock may be years off (fact 58): what lies ahead by more than a minute
    is told by its month, as everything older than one is.
    """
    seconds = (now - when).total_seconds()
    if -_MINUTE < seconds < _MINUTE:
        return QCoreApplication.translate("Units", "just now")
    if not 0 < seconds < _LONG:
        return _month(when)
    if seconds < _DAY:
        text = QCoreApplication.translate("Age", "{time}")  # Other languages add "ago" to it.
        return text.format(time=short_duration(seconds))
    days = int(seconds // _DAY)
    if days == 1:
        return QCoreApplication.translate("Units", "yesterday")
    if days < 14:
        return QCoreApplication.translate("Age", "%n days", "", days)
    weeks = days // 7
    return QCoreApplication.translate("Age", "%n weeks", "", weeks)


def exact_time(when: datetime) -> str:
    """Day and time of day in this computer's time zone, for a tooltip: 17 Nov 2026, 21:04."""
    form = QCoreApplication.translate("Units", "d MMM yyyy, HH:mm")
    return QLocale().toString(_local(when), form)


def day(when: date) -> str:
    """A day of the calendar: 17 Nov 2026."""
    form = QCoreApplication.translate("Units", "d MMM yyyy")
    return QLocale().toString(QDate(when.year, when.month, when.day), form)


def number(value: int) -> str:
    """A whole number with the separators of the language."""
    return _number(value, 0)


def decimal(value: float, places: int) -> str:
    """A number with that many decimals, in the language's way of writing it."""
    return _number(value, places)


def percent(fraction: float) -> str:
    """A share of one: 84 %."""
    text = QCoreApplication.translate("Units", "{number} %")
    return text.format(number=_number(round(fraction * 100), 0))


def parameters(count: float) -> str:
    """How many parameters a model has: 14.8 B, 4.0 B, 494 M, 119 K. Unknown (0) is empty."""
    for letter, factor in (("T", 1e12), ("B", 1e9), ("M", 1e6), ("K", 1e3)):
        if count >= factor:
            value = count / factor
            places = 0 if value >= 99.95 or letter == "K" else 1
            return f"{_number(value, places)} {letter}"
    return _number(count, 0) if count > 0 else ""


def tokens(count: int) -> str:
    """A context length, counted in 1024s as models are: 512, 32 k, 128 k, 1 M."""
    for letter, factor in (("M", 1 << 20), ("k", 1 << 10)):
        if count >= factor:
            value = count / factor
            return f"{_number(value, 0 if value == int(value) else 1)} {letter}"
    return _number(count, 0) if count > 0 else ""


def _scaled(count: int) -> tuple[int, float]:
    value, step = float(count), 0
    while value >= 999.5 and step < len(_STEPS) - 1:
        value, step = value / 1000, step + 1
    return step, value


def _size_places(step: int, value: float) -> int:
    if step == 0 or value >= 99.95:
        return 0
    return 0 if _STEPS[step] == "MB" and value >= 9.95 else 1


def _with_unit(text: str, step: int) -> str:
    words = (
        QCoreApplication.translate("Units", "{number} B"),
        QCoreApplication.translate("Units", "{number} kB"),
        QCoreApplication.translate("Units", "{number} MB"),
        QCoreApplication.translate("Units", "{number} GB"),
        QCoreApplication.translate("Units", "{number} TB"),
        QCoreApplication.translate("Units", "{number} PB"),
        QCoreApplication.translate("Units", "{number} EB"),
    )
    return words[step].format(number=text)


def _number(value: float, places: int) -> str:
    return QLocale().toString(float(value), "f", places)


def _in_unit(count: int, unit: int) -> str:
    words = {
        1: QCoreApplication.translate("Units", "{number} s"),
        _MINUTE: QCoreApplication.translate("Units", "{number} min"),
        _HOUR: QCoreApplication.translate("Units", "{number} h"),
        _DAY: QCoreApplication.translate("Units", "{number} d"),
    }
    return words[unit].format(number=number(count))


def _rough(seconds: float) -> str:
    """To ten seconds under a minute, to a minute under two hours, else to an hour."""
    if seconds < 55:
        return _in_unit(round(seconds / 10) * 10, 1)
    if seconds < 2 * _HOUR:
        return _in_unit(max(1, round(seconds / _MINUTE)), _MINUTE)
    if seconds < 2 * _DAY:
        return _in_unit(round(seconds / _HOUR), _HOUR)
    return _in_unit(round(seconds / _DAY), _DAY)


def _local(when: datetime) -> QDateTime:
    when = when.astimezone(UTC)
    milliseconds = int(when.timestamp() * 1000)
    return QDateTime.fromMSecsSinceEpoch(milliseconds, QTimeZone.utc()).toLocalTime()


def _month(when: datetime) -> str:
    of_month: QDate = _local(when).date()
    return QLocale().toString(of_month, QCoreApplication.translate("Units", "MMM yyyy"))
