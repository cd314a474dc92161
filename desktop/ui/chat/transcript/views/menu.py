"""What else can be done with a message, behind three dots."""

from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.conversation import Entry
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.transcript.wishes import Wishes
from desktop.ui.widgets.buttons import IconButton


class MessageMenu(QMenu):
    """Copy in two ways, quote and pin; `button` opens it."""

    def __init__(self, theme: Theme, wishes: Wishes, parent: QWidget) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._entry: Entry | None = None
        self.button = IconButton(theme, "ellipsis", self.tr("More"), length=16, parent=parent)
        self.button.setMenu(self)
        self.addAction(self.tr("Copy message"), lambda: self.copy(False))
        self.addAction(self.tr("Copy message as Markdown"), lambda: self.copy(True))
        self.addAction(self.tr("Quote"), self._quote)
        self.addSeparator()
        self._pin = self.addAction(self.tr("Pin"), self._on_pin)

    def show_entry(self, entry: Entry) -> None:
        self._entry = entry
        text = self.tr("Unpin") if entry.is_pinned else self.tr("Pin, so it is never left out")
        self._pin.setText(text)

    def copy(self, as_markdown: bool) -> None:
        if self._entry is not None:
            self._wishes.copy_message.emit(self._entry.id, as_markdown)

    def _quote(self) -> None:
        if self._entry is not None:
            self._wishes.quote_message.emit(self._entry.id)

    def _on_pin(self) -> None:
        if self._entry is not None:
            self._wishes.pin.emit(self._entry.id, not self._entry.is_pinned)
