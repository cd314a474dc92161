import pytest

from desktop.chat.json_document import LARGEST, Members, NotJson, Number, plain, read, written


def test_numbers_are_kept_as_they_were_written():
    assert read('{"price": 1.10, "count": 007}'.replace("007", "7")) == [
        ("price", "1.10"),
        ("count", "7"),
    ]
    assert isinstance(read("1e400"), Number)
    assert read("9" * 5000) == "9" * 5000


def test_both_members_of_one_key_are_kept():
    assert read('{"a": 1, "a": 2}') == Members([("a", "1"), ("a", "2")])
    assert plain('{"a": 1, "a": 2}') == {"a": 2}


@pytest.mark.parametrize(
    ("text", "line", "column"), [("", 1, 1), ("{\n  a: 1}", 2, 3), ("[1, 2", 1, 6), ("{} x", 1, 4)]
)
def test_what_is_no_json_says_where(text: str, line: int, column: int):
    with pytest.raises(NotJson) as caught:
        read(text)
    assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "[" * 300 + "]" * 300, '{"a":' * 50_000, "NaN", "[-Infinity]"]
)
def test_what_python_would_choke_on_or_let_pass_is_no_json(text: str):
    with pytest.raises(NotJson):
        read(text)
    with pytest.raises(NotJson):
        plain(text)


def test_a_text_of_megabytes_is_not_read():
    with pytest.raises(NotJson, match="too long"):
        read("[" + "1," * LARGEST + "1]")


def test_digits_without_end_are_read_as_a_plain_number():
    assert plain("9" * 5000) == float("inf")


def test_a_part_is_written_as_it_was_read():
    text = '{"a": 1.10, "a": [true, null, "\\n\u4f60"], "b": {}}'
    assert written(read(text)) == text.replace("\\u4f60", "\u4f60")
