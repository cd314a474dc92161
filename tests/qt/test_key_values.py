"""Where keys and values stand beside each other."""

import pytest

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.key_values import KeyValues
from desktop.ui.widgets.labels import Label

KEY, VALUE = "国国H", "H"


def foot(facts: KeyValues, text: str) -> int:
    """Return the lowest row of the H that ends this text."""
    label = next(each for each in facts.findChildren(Label) if each.text() == text)
    place = label.rect().translated(label.mapTo(facts, label.rect().topLeft()))
    image, letter = facts.grab().toImage(), label.fontMetrics().horizontalAdvance("H")
    end = place.x() + label.fontMetrics().horizontalAdvance(text)
    inked = [
        y
        for y in range(place.top(), place.bottom() + 1)
        if any(image.pixelColor(x, y).lightness() < 160 for x in range(end - letter, end))
    ]
    return max(inked)


@pytest.mark.parametrize("mono", [False, True])
def test_a_chinese_key_and_a_latin_value_stand_on_one_line(theme: Theme, qtbot, mono: bool):
    facts = KeyValues(theme)
    qtbot.addWidget(facts)
    facts.add(KEY, VALUE, mono=mono)
    facts.resize(300, facts.sizeHint().height())
    facts.show()
    assert abs(foot(facts, KEY) - foot(facts, VALUE)) <= 1
