"""One host: its memory in words, and a row for each model that is in it or on its way."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from desktop.diagnostics.explain import Remedy
from desktop.domain.text import visible
from desktop.hosts.snapshot import LoadAttempt
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.actions import MemoryActions
from desktop.ui.memory.busy_rows import FailedRow, LoadingRow, WaitingRow
from desktop.ui.memory.card_facts import CardFacts
from desktop.ui.memory.card_header import CardHeader
from desktop.ui.memory.card_row import CardRow
from desktop.ui.memory.loaded_row import LoadedRow
from desktop.ui.memory.trouble_line import TroubleLine

_Key = tuple[object, ...]
_Wanted = Iterator[tuple[_Key, Callable[[], CardRow]]]


class HostCard(QFrame):
    """Rows are kept and filled anew; one is made or dropped only as its model comes or goes."""

    load_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        actions: MemoryActions,
        facts: CardFacts,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("box", "card")
        self._theme = theme
        self._actions = actions
        self.facts = facts
        self._is_narrow = False
        self._rows: dict[_Key, CardRow] = {}
        self._dismissed: list[LoadAttempt] = []
        self.header = CardHeader(theme)
        self.trouble = TroubleLine(theme, self._mend)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.header)
        self._column.addWidget(self.trouble)
        self._first = self._column.count()
        self._connect()
        self._fill(now)

    @property
    def rows(self) -> tuple[CardRow, ...]:
        """Its rows from top to bottom."""
        return tuple(self._rows.values())

    def loaded_row(self, model: str) -> LoadedRow | None:
        """Return the row of a loaded model."""
        return next(
            (row for row in self.rows if isinstance(row, LoadedRow) and row.facts.name == model),
            None,
        )

    def show_facts(self, facts: CardFacts, now: datetime) -> None:
        """Show those from now on; what is as it was is left alone."""
        if facts != self.facts:
            self.facts = facts
            self._fill(now)

    def tick(self, now: datetime) -> None:
        """A second went by."""
        for row in self._rows.values():
            row.tick(now)

    def set_narrow(self, is_narrow: bool) -> None:
        """Put below each other what has no room side by side."""
        self._is_narrow = is_narrow
        self.header.set_narrow(is_narrow)
        for row in self._rows.values():
            row.set_narrow(is_narrow)

    def _fill(self, now: datetime) -> None:
        facts, self._now = self.facts, now
        self._dismissed = [one for one in self._dismissed if _is_among(one, facts.failed)]
        self.header.show_facts(facts)
        self.trouble.show_trouble(facts.trouble)
        self._arrange(dict(self._wanted(now)), now)
        self.setAccessibleName(visible(facts.host.label))

    def _wanted(self, now: datetime) -> _Wanted:
        """Yield what names each row, and how it is made, in their order."""
        theme, actions, facts = self._theme, self._actions, self.facts
        for place, one in enumerate(facts.loaded):
            twin = sum(1 for before in facts.loaded[:place] if before.name == one.name)
            yield ("loaded", one.name, twin), lambda one=one: LoadedRow(theme, actions, one, now)
        for tried in facts.loading:
            key = ("loading", tried.model, tried.context)
            yield key, lambda tried=tried: self._loading(tried)
        for tried in facts.failed:
            if not _is_among(tried, self._dismissed):
                key = ("failed", tried.model, id(tried.error))
                yield key, lambda tried=tried: self._failed(tried)
        for pin in facts.waiting:
            row = ("waiting", pin)
            yield row, lambda pin=pin: WaitingRow(theme, actions, facts.host_id, pin)

    def _loading(self, attempt: LoadAttempt) -> CardRow:
        return LoadingRow(self._theme, self._actions, self.facts.host_id, attempt, self._now)

    def _failed(self, attempt: LoadAttempt) -> CardRow:
        return FailedRow(self._theme, self._actions, self.facts.host, attempt, self._dismiss)

    def _arrange(self, wanted: dict[_Key, Callable[[], CardRow]], now: datetime) -> None:
        lost = self._drop([key for key in self._rows if key not in wanted])
        before, self._rows = self._rows, {}
        for place, (key, make) in enumerate(wanted.items()):
            row = self._rows[key] = before.get(key) or make()
            item = self._column.itemAt(self._first + place)
            if item is None or item.widget() is not row:
                self._column.insertWidget(self._first + place, row)
            if key not in before:
                row.set_narrow(self._is_narrow)
        for one, row in zip(self.facts.loaded, self.rows, strict=False):
            if isinstance(row, LoadedRow):
                row.show_facts(one, now)
        if lost is not None:
            self._give_focus(lost)

    def _drop(self, keys: list[_Key]) -> int | None:
        """Drop rows, and return the place of the one that had the focus, if one had."""
        lost = None
        for key in keys:
            place, row = list(self._rows).index(key), self._rows.pop(key)
            if any(button.hasFocus() for button in row.findChildren(QAbstractButton)):
                lost = place
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        return lost

    def _give_focus(self, place: int) -> None:
        """Focus what stands where a focused row went, so that keys lead on from there."""
        rows = self.rows
        near = (*rows[place:], *reversed(rows[:place]), self.header)
        for widget in near:
            for button in widget.findChildren(QAbstractButton):
                if button.isVisible() and button.isEnabled():
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
                    return

    def _dismiss(self, attempt: LoadAttempt) -> None:
        self._dismissed.append(attempt)
        self._arrange(dict(self._wanted(self._now)), self._now)

    def _mend(self, remedy: Remedy) -> None:
        if self.facts.trouble is not None:
            self._actions.mend(self.facts.host_id, remedy, self.facts.trouble, "")

    def _connect(self) -> None:
        header, actions = self.header, self._actions
        header.load_wanted.connect(self.load_wanted)
        header.unload_all_wanted.connect(lambda: actions.unload_all(self.facts.host_id))
        header.sources_wanted.connect(lambda: actions.open_sources(self.facts.host_id))
        header.ask_again_wanted.connect(lambda: actions.ask_again(self.facts.host_id))


def _is_among(attempt: LoadAttempt, others: tuple[LoadAttempt, ...] | list[LoadAttempt]) -> bool:
    return any(one is attempt or one.error is attempt.error for one in others)
