"""Durations, times and complaints as Go writes them."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.demo.body import read_body
from desktop.demo.cards import quoted
from desktop.demo.gojson import FOREVER, BadDuration, dump, later, seconds, stamp
from desktop.demo.reply import Refusal
from desktop.demo.weights import parameter_size

MOMENT = datetime(2026, 11, 20, 7, 22, 28, 736573, tzinfo=UTC)


def test_json_is_escaped_as_go_does() -> None:
    assert dump({"a": "<é>&"}) == '{"a":"\\u003cé\\u003e\\u0026"}'.encode()


@pytest.mark.parametrize(
    ("nanoseconds", "hours", "text"),
    [
        (221, 0, "2026-11-20T07:22:28.736573221Z"),
        (0, 0, "2026-11-20T07:22:28.736573Z"),
        (0, 5.5, "2026-11-20T12:52:28.736573+05:30"),
    ],
)
def test_a_time_has_up_to_nine_digits(nanoseconds: int, hours: float, text: str) -> None:
    assert stamp(MOMENT, timezone(timedelta(hours=hours)), nanoseconds) == text


def test_a_whole_second_has_no_digits() -> None:
    assert stamp(MOMENT.replace(microsecond=0), UTC) == "2026-11-20T07:22:28Z"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (90, 90.0),
        (1.5, 1.5),
        (-1, FOREVER),
        ("5m", 300.0),
        ("1h30m", 5400.0),
        ("300ms", 0.3),
        ("0", 0.0),
        ("-1s", FOREVER),
        ("+2s", 2.0),
        ("1e3", None),
        ("forever", None),
        ("10", None),
        ("", None),
        (True, None),
    ],
)
def test_a_duration_is_read_as_go_does(value: object, expected: float | None) -> None:
    if expected is not None:
        assert seconds(value) == expected
        return
    with pytest.raises(BadDuration):
        seconds(value)


def test_for_ever_ends_in_the_year_2319() -> None:
    assert later(MOMENT, FOREVER).year == 2319


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"", "missing request body"),
        (b'{"a": ', "unexpected EOF"),
        (b'{"a": "b', "unexpected EOF"),
        (b'{"a" 1}', "invalid character '1' after object key"),
        (b'{"a": 1 2}', "invalid character '2' after object key:value pair"),
        (b"tru", "unexpected EOF"),
        (b"[1]", "json: cannot unmarshal array into Go value of type api.X"),
        (b"[" * 100_000, "json: exceeded max depth"),
        (b"%", "invalid character '%' looking for beginning of value"),
    ],
)
def test_a_body_is_complained_about_as_go_does(raw: bytes, text: str) -> None:
    with pytest.raises(Refusal, match="^" + text.replace("[", r"\[") + "$"):
        read_body(raw, "X")


@pytest.mark.parametrize(
    ("count", "text"),
    [(14_770_000_000, "14.8B"), (1_426_688, "1.43M"), (118_592, "119K"), (7, "7"), (2**40, "1.1T")],
)
def test_a_number_of_parameters_is_short(count: int, text: str) -> None:
    assert parameter_size(count) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [("plain", "plain"), (" x", '" x"'), ("a\nb", '"a\nb"'), ('a\n"b"', '"""a\n"b""""')],
)
def test_a_text_is_quoted_only_where_it_must_be(text: str, written: str) -> None:
    assert quoted(text) == written
