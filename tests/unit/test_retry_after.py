"""When a server says that it wants to be asked again, and when a pull is."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.jobs.patience import TRIES, pause_after
from desktop.ollama.errors import Busy, NotOllama, OllamaError, ServerRefused, StreamBroken
from desktop.ollama.refusals import retry_after

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("601", 600.0),
        ("9" * 5000, 600.0),
        ("Fri, 20 Nov 2026 12:00:07 GMT", 7.0),
        ("Fri, 20 Nov 2026 11:00:00 GMT", 0.0),
        ("Fri, 20 Nov 2099 12:00:00 GMT", 600.0),
        ("Fri, 20 Nov 2026 12:00:07", 7.0),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("soon", None),
        ("Fri, 31 Dec 9999 23:00:00 -2300", None),
        ("", None),
    ],
)
def test_seconds_and_times_are_read_and_bounded(text: str, seconds: float | None):
    assert retry_after({"retry-after": text}, NOW) == seconds


def test_a_time_is_measured_from_the_servers_own_clock():
    headers = {
        "retry-after": "Thu, 01 Jan 2009 00:00:09 GMT",
        "date": "Thu, 01 Jan 2009 00:00:01 GMT",
    }
    assert retry_after(headers, NOW) == 8.0


@given(some.text())
def test_any_text_is_a_bounded_pause_or_none(text: str):
    seconds = retry_after({"retry-after": text}, NOW)
    assert seconds is None or 0 <= seconds <= 600


def test_pauses_grow_until_nobody_asks_any_more():
    pauses = [pause_after(Busy(503, "busy"), tries, 0.5) for tries in range(TRIES)]
    assert pauses == [1.0, 2.0, 4.0, 8.0, 16.0, None]


def test_many_pulls_do_not_come_back_at_once():
    assert [pause_after(Busy(503, "busy"), 3, chance) for chance in (0.0, 1.0)] == [
        pytest.approx(6.4),
        pytest.approx(9.6),
    ]


def test_the_servers_own_wish_goes_before_but_for_no_pause_at_all():
    error = ServerRefused(429, "too many requests")
    error.retry_after = 45.0
    assert pause_after(error, 0, 0.5) == 45.0
    error.retry_after = 0.0
    assert pause_after(error, 0, 0.5) == 1.0


@pytest.mark.parametrize(
    ("error", "is_asked_again"),
    [
        (ServerRefused(503, "account unavailable"), True),
        (NotOllama("a page", status=503), True),
        (NotOllama("a page", status=429), True),
        (NotOllama("a page", status=502), False),
        (ServerRefused(200, "server busy"), False),
        (ServerRefused(500, "server busy"), False),
        (StreamBroken("cut"), False),
    ],
)
def test_only_a_refusal_before_the_answer_is_asked_again(error: OllamaError, is_asked_again: bool):
    assert (pause_after(error, 0, 0.5) is not None) == is_asked_again
