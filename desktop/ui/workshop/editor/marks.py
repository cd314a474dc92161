"""What is drawn over the text of the editor: waves under findings, and what was searched for."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from desktop.domain.modelfile import Span
from desktop.domain.modelfile_check import Finding, Trap
from desktop.ui.bridge.theme import Theme

MOST = 500
"""Waves and matches that are drawn; a text with more is not read by them."""
_OF_NAME = {Trap.DEPRECATED, Trap.UNKNOWN_PARAMETER}

Selection = QTextEdit.ExtraSelection


def marked_span(text: str, finding: Finding) -> Span:
    """Return where the wave of a finding goes: under a name, and under one line at most."""
    start, end = finding.span.start, finding.span.end
    if finding.trap in _OF_NAME and finding.name:
        start = max(start, text.find(finding.name, start + len("parameter"), end))
        end = start + len(finding.name)
    for newline in "\r\n":
        at = text.find(newline, start, end)
        end = at if at >= 0 else end
    if start >= end:  # Nothing is there to draw under: take the character before it.
        return Span(max(0, start - 1), start) if start == len(text) else Span(start, start + 1)
    return Span(start, end)


def wave(theme: Theme, cursor: QTextCursor, *, is_error: bool) -> Selection:
    """Return a wave in the colour of an error or a warning."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(theme.color("danger" if is_error else "warning"))
    return _selection(form, cursor)


def matches(
    theme: Theme, document: QTextDocument, spans: Sequence[tuple[int, int]], current: int
) -> list[Selection]:
    """Return a ground for each match, in positions of the document; the current one stands out."""
    found: list[Selection] = []
    for place, (start, end) in enumerate(spans):
        form = QTextCharFormat()
        form.setBackground(QColor(theme.tokens.found))
        if place == current:
            form.setBackground(QColor(theme.tokens.selection))
        found.append(_selection(form, between(document, start, end)))
    return found


def between(document: QTextDocument, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects from one position to another, as far as the document goes."""
    last = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(start, last))
    cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _selection(form: QTextCharFormat, cursor: QTextCursor) -> Selection:
    selection = Selection()
    selection.format = form  # pyright: ignore[reportAttributeAccessIssue]
    selection.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
    return selection
