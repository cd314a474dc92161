"""What is scrolled away and has no scroll bar to come back: the right of an area, lines of text."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def wider_than_seen(root: QWidget) -> Iterator[tuple[QScrollArea, int]]:
    """Return areas that do not scroll sideways, and by how many pixels their content is wider.

    What is lost there may be no text at first: a margin, then the edge of a field.
    """
    for area in root.findChildren(QScrollArea):
        content = area.widget()
        if not area.isVisible() or area.horizontalScrollBarPolicy() is not _NEVER:
            continue
        if content is not None and content.width() > area.viewport().width():
            yield area, content.width() - area.viewport().width()


def without_first_lines(root: QWidget) -> Iterator[QPlainTextEdit]:
    """Return fields that are to be as high as their text, and are not: their beginning is gone."""
    for field in root.findChildren(QPlainTextEdit):
        has_bar = field.verticalScrollBarPolicy() is not _NEVER
        if field.isVisible() and not has_bar and field.verticalScrollBar().value() > 0:
            yield field
