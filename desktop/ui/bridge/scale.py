"""How long a length is: everything but fonts and hairlines follows the body font."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

BASE_HEIGHT = 16
"""Height of the body font, in pixels, for which the visual design gives its lengths."""
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ALPHABET_HEIGHTS = 11.45
"""How many of its heights the alphabet is long in the font that the visual design is drawn with."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns a length of the visual design into pixels; `k` is 1.0 for a 10 pt font at 96 dpi."""

    k: float = 1.0

    def px(self, length: float) -> int:
        """Return that length in device independent pixels, rounded, and never 0 unless it is 0."""
        rounded = round(length * self.k)
        return max(1, rounded) if length > 0 else rounded


def scale_of(font: QFont) -> Scale:
    """Return the scale that follows from the body font: from its height, and more if it is wide.

    DejaVu Sans, all that a bare Debian has, is lower than most and wider by a tenth: by its
    height alone, texts have no room in what was drawn to hold them, and by its width alone
    lines lie too far apart. So it is halfway between.
    """
    metrics = QFontMetricsF(font)
    height = metrics.height()
    wide = metrics.horizontalAdvance(_ALPHABET) / _ALPHABET_HEIGHTS
    return Scale(round(max(height, (height + wide) / 2)) / BASE_HEIGHT)
