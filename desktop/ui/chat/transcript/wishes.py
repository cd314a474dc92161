"""What a person can wish for in a conversation, said by any of its rows."""

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """One place where the rows say what was clicked. Entries go by their ids, as text."""

    regenerate = Signal(str)
    edit = Signal(str)
    walk = Signal(str, object)
    """An entry, and a BranchStep."""
    go_on = Signal(str)
    """Continue a cut answer."""
    pin = Signal(str, bool)
    quote_message = Signal(str)
    copy_message = Signal(str, bool)
    """An entry, and whether as Markdown."""
    fold = Signal(str, bool)
    """An entry whose thought is to be opened or closed."""
    remedy = Signal(object)
    decide = Signal(object)
    parameters = Signal()
    """Open the parameters, to change what ended an answer."""
    link = Signal(str)
