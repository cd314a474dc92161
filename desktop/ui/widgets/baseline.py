"""Labels beside each other that stand on one line, whatever is written in them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLabel


def level(*labels: QLabel) -> None:
    """Let labels that are aligned at their top stand on one line, by room above the others.

    Chinese letters reach higher than Latin ones or typewritten, and a large
    font higher than a small one. To be called again when a text is another.
    """
    ascents = [_ascent(label) for label in labels]
    lowest = max(ascents)
    for label, ascent in zip(labels, ascents, strict=True):
        sideways = label.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        label.setAlignment(sideways | Qt.AlignmentFlag.AlignTop)
        above = lowest - ascent
        if label.contentsMargins().top() != above:
            label.setContentsMargins(0, above, 0, 0)


def _ascent(label: QLabel) -> int:
    """How far below its upper edge the first line of a label stands, with the fonts it needs.

    Qt draws it at the nearest whole pixel.
    """
    layout = QTextLayout(label.text().partition("\n")[0], label.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return round(line.ascent())
