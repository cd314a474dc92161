import pytest

from desktop.domain.modelfile import BAD_INSTRUCTION, BAD_ROLE, decode, parse
from desktop.domain.printable import is_printable


def test_every_command_knows_where_it_stands():
    text = '# mine\nFROM base\nSYSTEM """one\ntwo"""\nPARAMETER stop "x y"\n'
    parsed = parse(text)
    pieces = [text[one.span.start : one.span.end] for one in parsed.commands]
    assert pieces == ["FROM base", 'SYSTEM """one\ntwo"""', 'PARAMETER stop "x y"']
    values = [text[one.value_span.start : one.value_span.end] for one in parsed.commands]
    assert values == ["base", '"""one\ntwo"""', '"x y"']
    assert [one.line for one in parsed.commands] == [2, 3, 5]
    assert [text[span.start : span.end] for span in parsed.comments] == ["# mine"]


def test_a_parameter_is_told_from_the_instruction_of_its_name():
    first, second = parse("PARAMETER system a\nSYSTEM a\nFROM x").commands[:2]
    assert (first.name, first.keyword) == ("system", "parameter")
    assert (second.name, second.keyword) == ("system", "system")


def test_a_problem_says_in_ollamas_words_what_and_where():
    problem = parse("FROM x\nSYSTM hello\n").problem
    assert problem is not None
    assert str(problem) == f"(line 2): {BAD_INSTRUCTION}"
    assert problem.offset == len("FROM x\nSYSTM")


def test_what_was_read_before_a_problem_is_kept():
    parsed = parse("FROM x\nMESSAGE pirate hello\n")
    assert parsed.pairs() == [("model", "x")]
    assert parsed.problem is not None
    assert parsed.problem.text == BAD_ROLE


def test_cr_and_lf_count_as_two_lines():
    assert parse("FROM x\r\nFROM y\r\n").commands[1].line == 3


@pytest.mark.parametrize(
    "raw",
    [
        b"FROM x\n",
        b"\xef\xbb\xbfFROM x\n",
        b"\xff\xfe" + "FROM x\n".encode("utf-16-le"),
        b"\xfe\xff" + "FROM x\n".encode("utf-16-be"),
    ],
)
def test_a_byte_order_mark_says_how_a_file_is_encoded(raw: bytes):
    assert decode(raw) == "FROM x\n"


def test_bytes_that_are_no_text_are_replaced_and_not_refused():
    assert decode(b"FROM \xff\n") == "FROM \ufffd\n"


@pytest.mark.parametrize("line", ['"quoted"', "text", '"""', " "])
def test_a_long_open_value_is_read_in_one_pass(line: str):
    text = 'FROM x\nSYSTEM """' + f"{line}.\n" * 20_000 + '"""\n'
    assert len(parse(text).commands) == 2


def test_characters_count_as_printable_by_the_tables_of_unicode_15():
    assert is_printable("\U0001fae8")  # Shaking face, of 2022: unknown to Python 3.11's tables.
    assert not is_printable("\U0002ebf0")  # Of 2023: known to Python 3.13's.
    assert not is_printable("\u200d")
    assert not is_printable("\u00a0")
    assert is_printable("\ufffd")
