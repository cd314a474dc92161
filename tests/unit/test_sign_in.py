import pytest

from desktop.domain.sign_in import (
    SignInProblem,
    header_name_problem,
    header_value_problem,
    password_problem,
    token_problem,
    user_problem,
)

Problem = SignInProblem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("sk-abc.DEF_123~+/=", None),
        ("", Problem.EMPTY),
        ("two words", Problem.SPACE),
        ("line\nbreak", Problem.SPACE),
        ("end\r\nX-Evil: 1", Problem.SPACE),
        ("tökén", Problem.CHARACTER),
        ("nul\x00", Problem.CHARACTER),
    ],
)
def test_a_token_is_printable_ascii_without_spaces(text: str, problem: Problem | None) -> None:
    assert token_problem(text) is problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [("me", None), ("Jürgen Ä", None), ("", Problem.EMPTY), ("a:b", Problem.COLON)],
)
def test_a_user_s_name_has_no_colon(text: str, problem: Problem | None) -> None:
    assert user_problem(text) is problem


def test_what_cannot_be_seen_is_refused_in_a_user_s_name_and_a_password() -> None:
    assert user_problem("me\n") is Problem.CONTROL
    assert password_problem("a\tb") is Problem.CONTROL
    assert password_problem("") is None
    assert password_problem("pass: wörd") is None


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("X-API-Key", None),
        ("Authorization", None),
        ("", Problem.EMPTY),
        ("X API", Problem.HEADER_NAME),
        ("X:", Problem.HEADER_NAME),
        ("Ключ", Problem.HEADER_NAME),
        ("Host", Problem.HEADER_OURS),
        ("content-length", Problem.HEADER_OURS),
        ("x-twice", Problem.HEADER_TWICE),
    ],
)
def test_a_header_has_a_name_of_its_own(name: str, problem: Problem | None) -> None:
    assert header_name_problem(name, ("X-Twice",)) is problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a value, with spaces", None),
        ("", Problem.EMPTY),
        (" x", Problem.SPACE),
        ("x\n", Problem.SPACE),
        ("x\r\nEvil: 1", Problem.CHARACTER),
        ("é", Problem.CHARACTER),
    ],
)
def test_a_header_s_value_is_one_line_of_ascii(text: str, problem: Problem | None) -> None:
    assert header_value_problem(text) is problem
