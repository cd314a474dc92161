"""Why every block has a document of its own: what Qt does with a tail that is replaced."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop.chat.blocks import split
from tests.markdown_corpus import DOCUMENTS, GITHUB_ONLY, WITH_FORMULAS

FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
ABOVE = "First paragraph."


def rendered(markdown: str) -> QTextDocument:
    document = QTextDocument()
    document.setMarkdown(markdown, FEATURES)
    return document


def lines(markdown: str) -> list[str]:
    """The text that is seen; empty blocks come and go beside rules and tables."""
    return [line for line in rendered(markdown).toPlainText().split("\n") if line.strip()]


def grown_in_place(tail: str) -> QTextDocument:
    """A document whose tail was replaced for each character that came."""
    document = rendered(ABOVE)
    end = document.characterCount() - 1
    for length in range(1, len(tail) + 1):
        cursor = QTextCursor(document)
        cursor.setPosition(end)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.insertMarkdown(f"\n\n{tail[:length]}", FEATURES)
    return document


TAILS = {
    "list": ("- a\n- b\n  - c", 1),
    "numbered list": ("5. a\n6. b", 1),
    "table": ("| a | b |\n|---|---|\n| 1 | 2 |", 1),
    "nested quote": ("> a\n> > b\n> c", 0),
    "paragraph": ("some **bold** words", 0),
}


@pytest.mark.parametrize("name", TAILS)
def test_a_replaced_tail_leaves_a_stray_block_above_lists_and_tables(
    name: str, qapp: object
) -> None:
    tail, stray = TAILS[name]
    whole = rendered(f"{ABOVE}\n\n{tail}")
    assert grown_in_place(tail).blockCount() - whole.blockCount() == stray


@pytest.mark.parametrize("name", TAILS)
def test_a_document_set_anew_has_no_stray_block(name: str, qapp: object) -> None:
    tail = TAILS[name][0]
    document = QTextDocument()
    for length in range(1, len(tail) + 1):
        document.setMarkdown(tail[:length], FEATURES)
    assert document.toPlainText() == rendered(tail).toPlainText()
    assert document.blockCount() == rendered(tail).blockCount()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_blocks_rendered_one_by_one_say_what_the_whole_says(name: str, qapp: object) -> None:
    text = DOCUMENTS[name]
    parts = [line for block in split(text) for line in lines(block.markdown)]
    assert parts == lines(text)


@pytest.mark.parametrize("name", WITH_FORMULAS | GITHUB_ONLY)
def test_the_blocks_that_differ_have_the_same_words(name: str, qapp: object) -> None:
    """A formula ends a paragraph, and tables are GitHub's: only line ends and bars differ."""
    text = (WITH_FORMULAS | GITHUB_ONLY)[name]
    parts = " ".join(line for block in split(text) for line in lines(block.markdown))
    whole = " ".join(lines(text))
    marks = str.maketrans("", "", "|-# ")
    assert parts.translate(marks) == whole.translate(marks)


LONG = {
    "list": "".join(f"{number}. item {number}\n   more\n" for number in range(1, 600)),
    "loose list": "".join(f"- item {number}\n\n  - inner\n\n" for number in range(400)),
    "quote": "".join(f"> words {number}\n>\n" for number in range(600)),
    "paragraph": "".join(f"Sentence **number** {number}. " for number in range(600)),
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_block_in_parts_says_what_the_whole_says(name: str, qapp: object) -> None:
    blocks = split(LONG[name])
    assert len(blocks) > 2
    parts = " ".join(line.strip() for block in blocks for line in lines(block.markdown))
    assert parts == " ".join(line.strip() for line in lines(LONG[name]))


def test_a_long_list_in_parts_goes_on_counting(qapp: object) -> None:
    for block in split(LONG["list"]):
        document = rendered(block.source)
        first = document.begin()
        start = first.textList().format().start()
        assert first.text().startswith(f"item {start} ")
