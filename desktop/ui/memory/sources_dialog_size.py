"""An amount of memory as people type it: 24, 24 GB or 24 GiB."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.fields import FormField, TextField

_GIB = 1024**3
_MOST = 1 << 50
"""A petabyte: what the settings keep at most."""
_SIZE = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,9})?)\s*([MGT]?)(i?)B?", re.IGNORECASE | re.ASCII)
_POWERS = {"M": 2, "G": 3, "T": 4, "": 3}


def parse_size(text: str) -> int | None:
    """Return the bytes, 0 for an empty text, and None for what is no amount of memory.

    A number alone is in GB of 10⁹ bytes, as everything here is.
    """
    text = text.strip()
    if not text:
        return 0
    match = _SIZE.fullmatch(text)
    if match is None:
        return None
    base = 1024 if match[3] else 1000
    size = round(float(match[1].replace(",", ".")) * base ** _POWERS[match[2].upper()])
    return size if 0 < size <= _MOST else None


def size_text(size: int) -> str:
    """Write an amount so that it reads back as the same."""
    if not size:
        return ""
    if size % _GIB == 0:
        return f"{size // _GIB} GiB"
    return f"{size / 1e9:.9f}".rstrip("0").rstrip(".") + " GB"


class SizeField(QWidget):
    """A field for an amount; its hint says what was understood."""

    changed = Signal()

    def __init__(self, theme: Theme, label: str, hint: str) -> None:
        super().__init__()
        self._hint = hint
        self.line = TextField(theme, hint=self.tr("such as 24 GB"))
        self.form = FormField(theme, label, self.line, hint=hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.line.textChanged.connect(self._on_typed)

    @property
    def amount(self) -> int | None:
        """Bytes; None for what is no amount."""
        return parse_size(self.line.text())

    def show_size(self, size: int) -> None:
        """Put an amount into the field."""
        self.line.setText(size_text(size))

    def _on_typed(self) -> None:
        size = self.amount
        if size is None:
            self.form.set_error(self.tr("Type an amount such as 24 GB or 24 GiB."))
        else:
            self.form.set_hint(units.size(size) if size else self._hint)
        self.changed.emit()
