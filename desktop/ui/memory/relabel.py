"""Words that are said again with every poll."""

from desktop.domain.text import visible
from desktop.ui.widgets.labels import Label


def relabel(label: Label, text: str) -> None:
    """Say that; a label that is told what it says has its page laid out all the same."""
    if label.text() != visible(text, keep_newlines=True):
        label.setText(text)
