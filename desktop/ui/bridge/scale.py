"""How long a length is: everything but fonts and hairlines follows the body font."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

BASE_HEIGHT = 16
"""Height of the body font, in pixels, for which the visual design gives its lengths."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns a length of the visual design into pixels; `k` is 1.0 for a 10 pt font at 96 dpi."""

    k: float = 1.0

    def px(self, length: float) -> int:
        """Return that length in device independent pixels, rounded, and never 0 unless it is 0."""
        rounded = round(length * self.k)
        return max(1, rounded) if length > 0 else rounded


def scale_of(font: QFont) -> Scale:
    """Return the scale that follows from the body font."""
    return Scale(round(QFontMetricsF(font).height()) / BASE_HEIGHT)
