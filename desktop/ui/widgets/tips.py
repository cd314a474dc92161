"""Tooltips with text of foreign origin."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Return a tooltip that shows just that text.

    Qt takes what looks like HTML for HTML in a tooltip, and opens the local
    files that its images name.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>"
