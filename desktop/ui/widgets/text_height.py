"""How high the lines of a field are, as Qt lays them out: at many sizes more than metrics say."""

from PySide6.QtGui import QFont, QTextDocument, QTextLayout


def line_height(font: QFont) -> float:
    """Return how high a line of Latin text is, in pixels."""
    layout = QTextLayout("x", font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.height()


def text_height(document: QTextDocument) -> float:
    """Return how high the whole text is without its margins: each line is measured.

    Fonts differ in height, and one stands in for another. It looks at every
    paragraph, so it is for texts of a few lines.
    """
    layout, block, high = document.documentLayout(), document.begin(), 0.0
    while block.isValid():
        high += layout.blockBoundingRect(block).height()
        block = block.next()
    return high - document.documentMargin()  # Qt counts the one below to the last paragraph.
