"""What a model's file says of itself, to search; the tokenizer's lists come on request."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.model import ModelCard
from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.card import Fact, has_hidden_lists, matching, metadata_facts
from desktop.ui.models.facts import Entries, FactList
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.labels import ElidedLabel


class MetadataSection(QWidget):
    """A search field over the facts; a long list is opened in their place, and closed again."""

    lists_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: list[Fact] = []
        self._card: ModelCard | None = None
        self.search = SearchField(theme, self.tr("Search metadata"))
        self.search.setMaximumWidth(theme.px(10_000))
        self.list = FactList(theme, self.tr("Metadata"))
        self._back = Button(theme, self.tr("Back"), "quiet", "chevron-left")
        self._opened = ElidedLabel(theme, "", "small", "muted", mode=Qt.TextElideMode.ElideMiddle)
        self.more = Button(theme, self.tr("Read the tokenizer’s lists"), "quiet", "list")
        self._build(theme)
        self.search.textChanged.connect(self._filter)
        self.list.opened.connect(self._open)
        self._back.clicked.connect(self._close)
        self.more.clicked.connect(self._ask)

    def show_card(self, card: ModelCard | None) -> None:
        """Show what this card holds; the same one again changes nothing."""
        if card is self._card:
            return
        self._card = card
        self._facts = metadata_facts(card) if card else []
        self.more.setVisible(card is not None and has_hidden_lists(card))
        self.more.setEnabled(True)
        self.more.setText(self.tr("Read the tokenizer’s lists"))
        self._close()

    def _build(self, theme: Theme) -> None:
        px = theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(10), px(18), px(8))
        head.addWidget(self.search, 1)
        head.addWidget(self._back)
        head.addWidget(self._opened, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(12), px(6), px(12), px(8))
        foot.addWidget(self.more)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _filter(self) -> None:
        self.list.put(matching(self._facts, self.search.text()))

    def _ask(self) -> None:
        self.more.setEnabled(False)
        self.more.setText(self.tr("Reading the tokenizer’s lists"))
        self.lists_wanted.emit()

    def _open(self, fact: Fact) -> None:
        entries = Entries(fact.entries or ())
        self.list.put(entries)
        text = self.tr("{name}, {number} entries")
        name = visible(fact.key)
        self._opened.setText(text.format(name=name, number=units.number(len(entries))))
        self._set_open(True)
        self._back.setFocus()

    def _close(self) -> None:
        self._set_open(False)
        self._filter()

    def _set_open(self, is_open: bool) -> None:
        self.search.setVisible(not is_open)
        self._back.setVisible(is_open)
        self._opened.setVisible(is_open)
