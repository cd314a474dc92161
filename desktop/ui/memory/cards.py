"""Every host's card, in the person's order, in one column that scrolls."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.actions import MemoryActions
from desktop.ui.memory.card_facts import CardFacts
from desktop.ui.memory.host_card import HostCard

_WIDE = 780
"""From which width on names, bars and figures stand beside each other."""
_AT_ONCE = 6
_PAUSE_MS = 15
"""Between two bits, in which the window can be used."""


class HostCards(QScrollArea):
    """Cards are kept for as long as their host is in the list."""

    load_wanted = Signal(str)
    """The id of a host on which a model shall be loaded."""

    def __init__(self, theme: Theme, actions: MemoryActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hostCards")
        self._theme = theme
        self._actions = actions
        self._is_narrow = False
        self._cards: dict[HostId, HostCard] = {}
        self._hosts: dict[HostId, CardFacts] = {}
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._make_more)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(*[theme.px(length) for length in (20, 16, 16, 16)])
        self._column.setSpacing(theme.px(10))
        self._column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inner)
        self.setAccessibleName(self.tr("Hosts and what is loaded there"))

    @property
    def cards(self) -> tuple[HostCard, ...]:
        """The cards from top to bottom."""
        return tuple(self._cards.values())

    def card(self, host_id: HostId) -> HostCard | None:
        """Return a host's card; None where it has none."""
        return self._cards.get(host_id)

    def show_hosts(self, hosts: Sequence[CardFacts], now: datetime) -> None:
        """Show these hosts, in this order, and no others.

        More than fit on a screen are made bit by bit, so that the page is there at once.
        """
        there = {facts.host_id for facts in hosts}
        for host_id in [one for one in self._cards if one not in there]:
            self._drop(host_id)
        self._hosts = {facts.host_id: facts for facts in hosts}
        self._now = now
        for host_id, card in self._cards.items():
            card.show_facts(self._hosts[host_id], now)
        self._make_some()
        self._order()

    def show_host(self, facts: CardFacts, now: datetime) -> None:
        """Show what is news of one host."""
        if facts.host_id in self._hosts:
            self._hosts[facts.host_id] = facts
        if (card := self._cards.get(facts.host_id)) is not None:
            card.show_facts(facts, now)

    def _make_some(self) -> None:
        """Make the next cards that are missing, and go on soon if there are more."""
        missing = [facts for facts in self._hosts.values() if facts.host_id not in self._cards]
        for facts in missing[:_AT_ONCE]:
            self._cards[facts.host_id] = self._made(facts, self._now)
        if len(missing) > _AT_ONCE:
            self._soon.start()

    def _make_more(self) -> None:
        self._make_some()
        self._order()

    def _order(self) -> None:
        self._cards = {one: self._cards[one] for one in self._hosts if one in self._cards}
        for place, card in enumerate(self._cards.values()):
            item = self._column.itemAt(place)
            if item is None or item.widget() is not card:
                self._column.insertWidget(place, card)

    def tick(self, now: datetime) -> None:
        """A second went by: the cards that can be seen count it."""
        seen = QRect(0, self.verticalScrollBar().value(), 1, self.viewport().height())
        for card in self._cards.values():
            place = card.geometry()
            if place.bottom() >= seen.top() and place.top() <= seen.bottom():
                card.tick(now)

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        is_narrow = self.width() < self._theme.px(_WIDE)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for card in self._cards.values():
                card.set_narrow(is_narrow)

    def _made(self, facts: CardFacts, now: datetime) -> HostCard:
        card = HostCard(self._theme, self._actions, facts, now)
        card.set_narrow(self._is_narrow)
        card.load_wanted.connect(lambda: self.load_wanted.emit(card.facts.host_id))
        return card

    def _drop(self, host_id: HostId) -> None:
        card = self._cards.pop(host_id)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
