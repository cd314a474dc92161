"""What a search finds is decided by how texts and queries are cut and folded."""

import sqlite3
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.search_text import (
    EXCERPT,
    excerpt,
    marks,
    query,
    spaced,
    without_signs,
    words,
)


@pytest.fixture(scope="module")
def finds() -> Callable[[str, str], bool]:
    """Whether FTS5 finds a text by a query."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE i USING fts5 (words, signs, tokenize = 'ascii')")

    def find(text: str, asked: str) -> bool:
        connection.execute("DELETE FROM i")
        connection.execute("INSERT INTO i VALUES (?, ?)", (words(text), spaced(text)))
        expression = query(asked)
        sql = "SELECT count(*) FROM i WHERE i MATCH ?"
        return bool(expression and connection.execute(sql, (expression,)).fetchone()[0])

    return find


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("高维向量空间的模型", "向量"),
        ("高维向量空间的模型", "模"),
        ("用ollama吧", "ollama"),
        ("用ollama吧", "吧"),
        ("Keep the 向量 in Sync", "sync 向量"),
        ("B站的视频", "B站"),
        ("東京タワーへ行く", "タワー"),
        ("안녕하세요 세계", "하세"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("ＡＢＣ", "abc"),
        ("สวัสดีครับ", "ครับ"),
        ("यह हिन्दी है", "हिन्दी"),
        ("Crème Brûlée", "creme brulee"),
        ("creme brulee", "Crème"),
        ("Cre\u0300me", "crème"),
        ("Die Straße", "STRASSE"),
        ("Ёлка", "елка"),
        ("synchronous", "sync"),
        ("run node.js now", "node.js"),
        ("run node.js now", "node"),
        ("f(x) = snake_case_name", "snake_case"),
        ("f(x) = snake_case_name", "case"),
        ("well done 🎉 all", "🎉"),
        ("say hello world again", '"hello world"'),
        ("a 3.14 b", "3.14"),
        ("x\u200by", "xy"),
    ],
)
def test_it_is_found(finds: Callable[[str, str], bool], text: str, asked: str):
    assert finds(text, asked)
    assert marks(text, asked)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("方向。量子", "向量"),
        ("方向 and 量子", "向量"),
        ("asynchronous", "sync"),
        ("node and js", "node.js"),
        ("world hello", '"hello world"'),
        ("only sync", "sync 向量"),
        ("only 向量", "sync 向量"),
        ("x", "gap"),
        ("用 q 吧", "x"),
    ],
)
def test_it_is_not_found(finds: Callable[[str, str], bool], text: str, asked: str):
    assert not finds(text, asked)


@pytest.mark.parametrize("asked", ["", "  ", '"', "''", "***", "-", "( )", "\0", "\ud800", ":;,."])
def test_nothing_to_look_for_is_no_query(asked: str):
    assert query(asked) == ""
    assert marks("some text", asked) == ()


@given(st.text() | st.text(alphabet="\"'*^:(){}-+ aAND\u5411\U0001f389\ud800"))
def test_no_text_is_an_error(asked: str):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE i USING fts5 (words, signs, tokenize = 'ascii')")
    if expression := query(asked):
        connection.execute("SELECT * FROM i WHERE i MATCH ?", (expression,)).fetchall()
    connection.close()


def test_a_query_of_a_whole_page_is_cut_down():
    asked = query(" ".join(f"w{number}" for number in range(5000)))
    assert asked.count(" AND ") < 20


@given(st.text(), st.text())
def test_marks_stand_in_the_text_one_after_the_other(text: str, asked: str):
    end = 0
    for begin, length in marks(text, asked):
        assert length > 0
        assert begin >= end
        end = begin + length
    assert end <= len(text)


@given(st.text(min_size=1))
def test_a_text_that_is_found_by_itself_is_marked(text: str):
    if query(text):
        assert marks(text, text)


def test_marks_are_in_characters_of_the_text_itself():
    text = "Die ﬁne Cre\u0300me: 高维向量空间"
    found = [text[begin : begin + length] for begin, length in marks(text, "fine creme 向量")]
    assert found == ["ﬁne", "Cre\u0300me", "向量"]


def test_an_excerpt_is_one_line_around_the_first_place():
    text = "before it\n" * 400 + "here\nis the 向量空间 that\nis meant" + " and after" * 400
    piece = excerpt(text, "向量")
    assert "here is the 向量空间 that is meant" in piece
    assert "\n" not in piece
    assert piece.startswith(("…before it", "…it before"))
    assert piece.endswith("…")
    assert len(piece) <= EXCERPT + 2


def test_an_excerpt_of_a_short_text_is_the_text():
    assert excerpt(" just\nthis ", "this") == "just this"
    assert excerpt("just this", "elsewhere") == "just this"
    assert excerpt("", "x") == ""


@given(st.text(max_size=1500), st.text(max_size=20))
def test_an_excerpt_never_grows_long(text: str, asked: str):
    assert len(excerpt(text, asked)) <= EXCERPT + 2


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("### 第一 **向量检索** 的", "第一 向量检索 的"),
        ("- [x] done *soft* `code`\n> - quoted", "done soft code\nquoted"),
        ("| a | b |\n|---|:-:|\n```py\nx = 1\n```", "  a   b  \n\n\nx = 1\n"),
        ("the rest** of it and **begun", "the rest of it and begun"),
        ("2 ** 3, 2**3, __init__, a*b*c, f(**all, *rest)", None),
        ("a - b # c > d\n1. one", None),
        ("", None),
    ],
)
def test_an_excerpt_has_no_signs_but_those_that_may_be_meant(markdown: str, plain: str | None):
    assert without_signs(markdown) == (markdown if plain is None else plain)


def test_marks_stand_right_in_an_excerpt_without_signs():
    piece = excerpt("Much before.\n\n### 结论\n\n用 **向量检索** 更好", "向量")
    assert piece == "Much before. 结论 用 向量检索 更好"
    assert [piece[start : start + length] for start, length in marks(piece, "向量")] == ["向量"]


@given(st.text("#*`>|-[]x \n", max_size=200))
def test_leaving_signs_out_never_makes_a_text_longer(text: str):
    assert len(without_signs(text)) <= len(text)
