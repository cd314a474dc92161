"""Which contents are wider than the area that scrolls them, and cannot be scrolled sideways."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def wider_than_seen(root: QWidget) -> Iterator[tuple[QScrollArea, int]]:
    """Return such areas, and by how many pixels their right edge is not seen.

    What is lost there may be no text at first: a margin, then the edge of a field.
    """
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    for area in root.findChildren(QScrollArea):
        content = area.widget()
        if not area.isVisible() or area.horizontalScrollBarPolicy() is not never:
            continue
        if content is not None and content.width() > area.viewport().width():
            yield area, content.width() - area.viewport().width()
