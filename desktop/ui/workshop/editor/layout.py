"""Room between the lines of the editor, which Qt's plain text cannot give by itself."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout
from typing_extensions import override

SPACING = 1.32
"""A line's height in ems; a font that has more room of its own keeps that."""


class SpacedLayout(QPlainTextDocumentLayout):
    """Gives every block more room below its text, as code editors built on Qt do.

    A line that is wrapped has the room below its last part only: Qt places the
    parts by itself. Folded blocks have no height.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._extra = 0.0

    @property
    def extra(self) -> float:
        """The room below a block's text, in pixels."""
        return self._extra

    def set_extra(self, extra: float) -> None:
        self._extra = extra
        self.requestUpdate()
        self.documentSizeChanged.emit(self.documentSize())

    @override
    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        area = super().blockBoundingRect(block)
        if not area.isNull():
            area.setHeight(area.height() + self._extra)
        return area
