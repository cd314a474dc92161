"""Text from servers, made safe to look at."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.redaction import redact
from desktop.domain.text import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("llama3.2:latest", "llama3.2:latest"),
        ("bücher 模型 مرحبا", "bücher 模型 مرحبا"),
        ("a\u202eb", "a‹U+202E›b"),
        ("a\u2066b\u2069", "a‹U+2066›b‹U+2069›"),
        ("a\u200bb", "a‹U+200B›b"),
        ("\ufeffa", "‹U+FEFF›a"),
        ("a\x00\x1b[31m", "a‹U+0000›‹U+001B›[31m"),
        ("a\nb", "a‹U+000A›b"),
        ("a\rb", "a‹U+000D›b"),
        ("a\x85b", "a‹U+0085›b"),
        ("a\u2028b", "a‹U+2028›b"),
        ("a\u3164b", "a‹U+3164›b"),
        ("a\u115fb", "a‹U+115F›b"),
        ("a\u2800b", "a‹U+2800›b"),
        ("a\u034fb", "a‹U+034F›b"),
        ("a\u00adb", "a‹U+00AD›b"),
        ("a\u00a0b", "a‹U+00A0›b"),
        ("a\u3000b", "a‹U+3000›b"),
        ("a\ud800b", "a‹U+D800›b"),
        ("a\ue000b", "a‹U+E000›b"),
        ("a\U000e0041b", "a‹U+E0041›b"),
        ("a\u200db", "a‹U+200D›b"),
        ("a\ufe0fb", "a‹U+FE0F›b"),
        ("a\ufe00b", "a‹U+FE00›b"),
        ("a\U000e0100b", "a‹U+E0100›b"),
        ("a\u17b4b", "a‹U+17B4›b"),
        ("a\u180bb", "a‹U+180B›b"),
        ("\u200da", "‹U+200D›a"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("❤\ufe0f", "❤\ufe0f"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d\u200d💻", "👩\u200d‹U+200D›💻"),
        ("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"),
        ("葛\U000e0100", "葛\U000e0100"),
        ("😀\ufe01\ufe02", "😀\ufe01‹U+FE02›"),
        ("", ""),
    ],
)
def test_nothing_invisible_stays_invisible(text: str, seen: str):
    assert visible(text) == seen


def test_newlines_stay_where_they_are_wanted():
    assert visible("a\n\tb\u00a0c\u3000d", keep_newlines=True) == "a\n\tb\u00a0c\u3000d"


def test_a_carriage_return_is_written_out_even_then():
    assert visible("a\r\nb", keep_newlines=True) == "a‹U+000D›\nb"


@given(st.text())
def test_what_is_shown_holds_no_control_or_direction_character(text: str):
    for character in visible(text):
        assert unicodedata.bidirectional(character) not in {"RLO", "LRO", "RLE", "LRE", "PDF"}
        assert unicodedata.category(character) not in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(st.text(st.characters(max_codepoint=126, min_codepoint=32)))
def test_plain_text_is_left_alone(text: str):
    assert visible(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer canary",
        "authorization=canary",
        "{'Authorization': 'Basic canary'}",
        "[(b'authorization', b'Bearer canary')]",
        "Illegal header value b'Bearer canary'",
        "http://me:canary@box:1/x",
        "https://canary@box",
        "proxy socks5://u:canary@box:1080 failed",
        "/x?api_key=canary&q=1",
        "api-key: canary",
        "token=canary",
        '{"access_token": "canary"}',
        "password = canary",
        "Proxy-Authorization: Basic canaryyy",
    ],
)
def test_a_secret_is_taken_out(text: str):
    assert "canary" not in redact(text)


@pytest.mark.parametrize(
    "text", ["pulling tiny", "http://box:11434/api/tags", "me@box", "12 tokens", "GET /a@b"]
)
def test_ordinary_text_is_not_redacted(text: str):
    assert redact(text) == text
