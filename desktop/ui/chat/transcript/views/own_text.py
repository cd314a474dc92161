"""Text as the person wrote it, which can be selected: no markdown, no links."""

from math import ceil

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextOption
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.surface import Surface

_LINE_HEIGHT = 135.0
"""Per cent of the font's own height, as in an answer."""


class OwnText(Surface):
    """A surface for plain text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme_of_text = theme

    def show_text(self, text: str) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._theme_of_text.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setPlainText(visible(text, keep_newlines=True))
        lines = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        lines.setLineHeight(_LINE_HEIGHT, kind)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(lines)
        self.show_document(document, text)

    def height_for(self, width: int) -> int:
        self.document.setTextWidth(width)
        return ceil(self.document.size().height())

    def width_wanted(self, most: int) -> int:
        """Return how wide the longest line is, at most so wide."""
        self.document.setTextWidth(most)
        return min(most, ceil(self.document.idealWidth()) + 1)

    @override
    def selected_markdown(self) -> str:
        return self.selected_text()
