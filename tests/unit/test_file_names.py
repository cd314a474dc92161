"""File names made from foreign text are safe everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.file_name import safe_file_name

PIECES = ["..", ".", "/", "\\", ":", "CON", "nul", "com1", "LPT²", " ", "\0", "\u202e", "a", "é"]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join) | st.text(min_size=90))
def test_any_text_makes_a_safe_file_name(text: str) -> None:
    name = safe_file_name(text)
    assert 0 < len(name) <= 100
    assert len(name.encode()) <= 240
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]', name)
    assert name == name.strip(" .")
    assert name.split(".")[0].strip().lower() not in {"con", "nul", "com1", "lpt²", "prn", "aux"}
    assert safe_file_name(name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("How do I sort a list?", "How do I sort a list"),
        ("../../etc/passwd", "etc passwd"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("con .txt", "_con .txt"),
        ("  . ", "untitled"),
        ("", "untitled"),
        ("向量 数据库", "向量 数据库"),
        ("a\nb\tc", "a b c"),
        ("C:\\x", "C x"),
        ("v1.2.", "v1.2"),
    ],
)
def test_a_name_keeps_what_can_be_kept(text: str, name: str) -> None:
    assert safe_file_name(text) == name
