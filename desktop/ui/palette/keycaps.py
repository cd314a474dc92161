"""The keys of a command, each as a cap of its own."""

from PySide6.QtGui import QKeySequence

_SIGNS = "⌃⌥⇧⌘"
"""What macOS writes without a plus between."""


def keycaps(keys: str) -> tuple[str, ...]:
    """Return the keys of a portable text ("Ctrl+N") as this system names them: Ctrl, N."""
    sequence = QKeySequence(keys)
    if sequence.isEmpty():
        return ()
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    signs = [letter for letter in text if letter in _SIGNS]
    rest = text.lstrip(_SIGNS)
    last = "+" if rest.endswith("+") else ""
    names = [name for name in rest.removesuffix("+").split("+") if name]
    return (*signs, *names, last) if last else (*signs, *names)
