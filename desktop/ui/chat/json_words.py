"""What is said where a text is no JSON."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.chat.json_document import NotJson
from desktop.domain.text import visible
from desktop.ui import units

_REASONS: dict[str, object] = {
    "Expecting value": QT_TRANSLATE_NOOP("Json", "a value is missing"),
    "Expecting ',' delimiter": QT_TRANSLATE_NOOP("Json", "a comma or a bracket is missing"),
    "Expecting ':' delimiter": QT_TRANSLATE_NOOP("Json", "a colon is missing"),
    "Expecting property name enclosed in double quotes": QT_TRANSLATE_NOOP(
        "Json", "a key in double quotes is missing"
    ),
    "Illegal trailing comma before end of object": QT_TRANSLATE_NOOP(
        "Json", "there is a comma too many"
    ),
    "Illegal trailing comma before end of array": QT_TRANSLATE_NOOP(
        "Json", "there is a comma too many"
    ),
    "Extra data": QT_TRANSLATE_NOOP("Json", "there is more behind its end"),
    "Unterminated string starting at": QT_TRANSLATE_NOOP("Json", "this text has no end"),
    "Invalid control character at": QT_TRANSLATE_NOOP(
        "Json", "a control character has to be escaped"
    ),
    "Invalid \\escape": QT_TRANSLATE_NOOP("Json", "there is no such escape"),
    "Invalid \\uXXXX escape": QT_TRANSLATE_NOOP("Json", "there is no such escape"),
    "a schema is an object": QT_TRANSLATE_NOOP("Json", "a schema is an object: {…}"),
    "too long": QT_TRANSLATE_NOOP("Json", "it is too long to be read"),
    "too deep": QT_TRANSLATE_NOOP("Json", "its brackets are too deep"),
}
"""Python's reasons, and ours; another version may have others, which are shown as they are."""


def reason(error: NotJson) -> str:
    """Say where and why: "Line 3, column 5: a comma or a bracket is missing"."""
    known = _REASONS.get(error.reason.removesuffix(": ").strip())
    words = QCoreApplication.translate("Json", str(known)) if known else visible(error.reason)
    if not error.line:
        return words[:1].upper() + words[1:]
    text = QCoreApplication.translate("Json", "Line {line}, column {column}: {reason}")
    return text.format(
        line=units.number(error.line), column=units.number(error.column), reason=words
    )
