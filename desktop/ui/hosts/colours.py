"""The colours that a host can have, taken from the theme's series."""

from PySide6.QtGui import QColor

from desktop.ui.bridge.theme import Theme

SERIES = (0, 2, 3, 1, 6)
"""Places in the theme's series: blue, green, purple, orange, red, as hosts' colours 1 to 5."""


def host_colour(theme: Theme, colour: int) -> QColor | None:
    """Return the colour to paint; None for 0, which is none."""
    return QColor(theme.tokens.series[SERIES[colour - 1]]) if 1 <= colour <= len(SERIES) else None
