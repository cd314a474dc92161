from math import inf

import pytest

from desktop.chat.keep_alive import read_keep_alive, seconds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30m", "30m"),
        (" 30 min ", "30m"),
        ("2 hours", "2h"),
        ("1h 30m", "1h30m"),
        ("1.5h", "1.5h"),
        ("90", 90),
        ("-1", -1),
        ("0", 0),
        ("90 sec", "90s"),
    ],
)
def test_a_time_is_read_as_a_person_types_it(text: str, value: str | int):
    assert read_keep_alive(text) == value


@pytest.mark.parametrize("text", ["", "soon", "5x", "m", "1d", "30m later", "9999999999h"])
def test_what_is_no_time_is_not_taken(text: str):
    assert read_keep_alive(text) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [("5m", 300), (300, 300), ("1h30m", 5400), (-1, inf), ("-1s", inf), (0, 0), ("0", 0)],
)
def test_a_time_is_so_many_seconds(value: str | int, expected: float):
    assert seconds(value) == expected


def test_a_text_that_is_no_duration_has_no_seconds():
    assert seconds("forever") is None
    assert seconds("") is None
