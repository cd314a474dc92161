"""A word that was searched for, marked where it stands."""

import pytest
from PySide6.QtCore import QPoint

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.marked_label import MarkedLabel

INDENT = 30


@pytest.mark.parametrize("indent", [0, INDENT])
def test_the_ground_lies_under_the_word_also_in_a_text_that_is_indented(
    theme: Theme, qtbot, indent: int
):
    label = MarkedLabel(theme, "It does not sleep", "small", wraps=True)
    qtbot.addWidget(label)
    label.setIndent(indent)
    label.resize(400, 30)
    start = label.text().index("sleep")
    label.mark(((start, 5),))
    begins = label.fontMetrics().horizontalAdvance(label.text()[:start]) + indent
    width = label.fontMetrics().horizontalAdvance("sleep")
    picture, ground = label.grab().toImage(), theme.color("found")
    inside = [x for x in range(400) if picture.pixelColor(QPoint(x, 8)) == ground]
    assert abs(inside[0] - begins) <= 2
    assert abs(inside[-1] - begins - width) <= 2
