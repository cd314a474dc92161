from datetime import datetime, timedelta

import pytest

from desktop.ui.chat.times import group_words, time_words

FRIDAY = datetime(2026, 11, 20, 12, 30)


@pytest.mark.parametrize(
    ("day", "group", "time"),
    [
        (datetime(2026, 11, 20, 12, 29, 30), "", "now"),
        (datetime(2026, 11, 20, 9, 40), "", "09:40"),
        (datetime(2026, 11, 19, 23, 59), "Yesterday", "Thu"),
        (datetime(2026, 11, 16, 8, 0), "This week", "Mon"),
        (datetime(2026, 11, 15, 8, 0), "Last week", "Sun"),
        (datetime(2026, 11, 9, 8, 0), "Last week", "9 Nov"),
        (datetime(2026, 11, 8, 8, 0), "November", "8 Nov"),
        (datetime(2026, 10, 2, 8, 0), "October", "2 Oct"),
        (datetime(2025, 11, 20, 8, 0), "November 2025", "Nov 2025"),
        (datetime(2026, 11, 21, 8, 0), "", "21 Nov"),
    ],
)
def test_a_conversation_stands_under_its_day_week_or_month(day: datetime, group: str, time: str):
    assert (group_words(day, FRIDAY), time_words(day, FRIDAY)) == (group, time)


def test_on_a_monday_yesterday_is_no_last_week():
    monday = datetime(2026, 11, 16, 8, 0)
    assert group_words(monday - timedelta(days=1), monday) == "Yesterday"
    assert group_words(monday - timedelta(days=2), monday) == "Last week"
