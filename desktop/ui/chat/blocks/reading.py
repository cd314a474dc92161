"""From a block's markdown to a document that loads nothing and hides nothing."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFont, QTextDocument
from typing_extensions import override

from desktop.chat.blocks import Block
from desktop.chat.maths import Formula, find_formulas
from desktop.domain.text import visible

MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_NONCE = secrets.token_hex(6)
"""No text of a model can name a place of ours, because it would have to guess this."""
_NOTHING = f"\ue000{_NONCE}999999\ue001"
"""Stands for no formula, and so for no text: Qt leaves out a picture without a description."""
_MOST_COLUMNS = 128
_UNDESCRIBED = re.compile(r"!\[\](?=[\[(])")
_MARK = re.compile(f"\ue000{_NONCE}([0-9]+)\ue001")


class SafeDocument(QTextDocument):
    """A document that answers nothing whenever Qt wants a file, a picture or a style sheet.

    That alone does not keep Qt from files: its handler of pictures opens what a
    name says by itself when the document answers nothing. So pictures are taken
    out (`guarding.py`) before a layout exists, and markdown is only ever read
    into a document that has none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        return None


@dataclass(frozen=True, slots=True)
class Marked:
    """Markdown in which each formula is one unguessable word, so that it is read as text."""

    text: str
    formulas: tuple[Formula, ...]
    sources: tuple[str, ...]
    """Each formula as it was written, with its dollars."""

    def restore(self, text: str) -> str:
        """Return a text with its formulas as they were written."""
        return _MARK.sub(lambda found: self.source(int(found[1])), text)

    def source(self, number: int) -> str:
        return self.sources[number] if number < len(self.sources) else ""

    def pieces(self, text: str) -> list[str | int]:
        """Return what a text consists of: words, and numbers of formulas between them."""
        parts = _MARK.split(text)
        numbers = [int(part) if place % 2 else part for place, part in enumerate(parts)]
        return [part for part in numbers if part != ""]


def is_too_wide(table: str) -> bool:
    """Whether a table has so many columns that reading it stalls the window: 0.3 s for 2,000."""
    return table.partition("\n")[0].count("|") > _MOST_COLUMNS


def mark(source: str, definitions: str = "") -> Marked:
    """Make markdown safe to look at and put words in its formulas' places."""
    text = visible(source, keep_newlines=True).replace("\ufffc", "‹U+FFFC›")
    formulas = find_formulas(text) if "$" in text or "\\" in text else ()
    text, sources = _with_marks(text, formulas)
    text = _UNDESCRIBED.sub(f"![{_NOTHING}]", text)
    if definitions:
        text = f"{text}\n\n{visible(definitions, keep_newlines=True)}"
    return Marked(text, tuple(formulas), tuple(sources))


def marked(block: Block) -> Marked:
    """Return a block's markdown with the definitions that it refers to, marked."""
    return mark(block.source, block.definitions)


def read(given: Marked) -> SafeDocument:
    """Return the document of a markdown text, raw: its pictures are still to be taken out."""
    document = SafeDocument()
    document.setMarkdown(given.text, MARKDOWN)
    return document


def _with_marks(text: str, formulas: Sequence[Formula]) -> tuple[str, list[str]]:
    parts: list[str] = []
    sources: list[str] = []
    end = 0
    for number, formula in enumerate(formulas):
        parts += text[end : formula.start], f"\ue000{_NONCE}{number}\ue001"
        sources.append(text[formula.start : formula.end])
        end = formula.end
    return "".join([*parts, text[end:]]), sources


def plain_document(text: str, font: QFont) -> SafeDocument:
    """Return a document that shows a text as it is, its unseen characters written out."""
    document = SafeDocument()
    document.setDefaultFont(font)
    document.setPlainText(visible(text, keep_newlines=True))
    return document
