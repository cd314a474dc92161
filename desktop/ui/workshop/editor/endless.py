"""Lines without an end, such as a file that a server or a stranger wrote without a line break."""

from PySide6.QtGui import QTextDocument

_ENDLESS = 50_000
"""Characters of one line, beyond which looking for words to break between takes Qt minutes."""


def has_endless_line(document: QTextDocument, position: int, added: int) -> bool:
    """Whether a change, as `contentsChange` tells it, left a line that is too long for words."""
    if added < _ENDLESS:
        return False
    block = document.findBlock(position)
    while block.isValid() and block.position() <= position + added:
        if block.length() > _ENDLESS:
            return True
        block = block.next()
    return False
