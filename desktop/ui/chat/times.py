"""When a conversation was last written in: its group in the list, and the words at its right."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_NOW = 60
_WEEK = 7


def group_words(when: datetime, now: datetime) -> str:
    """Return the heading it stands under: "" today, Yesterday, Last week, later its month.

    Both times are local. What lies ahead, by a clock that was wrong once, counts as today.
    """
    day, today = when.date(), now.date()
    monday = today - timedelta(days=today.weekday())
    if day >= today:
        return ""
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Chat", "Yesterday")
    if day >= monday:
        return QCoreApplication.translate("Chat", "This week")
    if day >= monday - timedelta(days=_WEEK):
        return QCoreApplication.translate("Chat", "Last week")
    form = QCoreApplication.translate("Dates", "MMMM yyyy")
    if day.year == today.year:
        form = QCoreApplication.translate("Dates", "MMMM")
    return QLocale().toString(_date(when), form)


def time_words(when: datetime, now: datetime) -> str:
    """Return the short time at a row's right: now, 09:40, Thu, 12 Nov, Nov 2025."""
    day, today = when.date(), now.date()
    if abs((now - when).total_seconds()) < _NOW:
        return QCoreApplication.translate("Chat", "now")
    if day == today:
        return QLocale().toString(QTime(when.hour, when.minute), "HH:mm")
    if timedelta() < today - day < timedelta(days=_WEEK):
        return QLocale().toString(_date(when), "ddd")
    form = QCoreApplication.translate("Dates", "MMM yyyy")
    if day.year == today.year:
        form = QCoreApplication.translate("Dates", "d MMM")
    return QLocale().toString(_date(when), form)


def _date(when: datetime) -> QDate:
    return QDate(when.year, when.month, when.day)
