"""Whether the system asks for more contrast."""

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibilityHints, QGuiApplication, QStyleHints


@cache
def _kept() -> tuple[QStyleHints, QAccessibilityHints]:
    """Hold both for good: PySide 6.11 ends the second one's wrapper with the first one's."""
    style = QGuiApplication.styleHints()
    return style, style.accessibility()


def contrast_hints() -> QAccessibilityHints:
    """Return what says that the wish has changed."""
    return _kept()[1]


def system_wants_contrast() -> bool:
    """Return whether a high-contrast scheme is chosen in the system's settings, as Qt knows it."""
    return contrast_hints().contrastPreference() is Qt.ContrastPreference.HighContrast
