"""Reads the card of the model that is chosen, and nothing of those that are only passed by."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.model import ModelCard
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import CardAnswer
from desktop.memory.weights import Weights
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.models.view import ModelRow

PAUSE_MS = 120
"""How long a row must stay chosen before its host is asked."""


class CardReader(QObject):
    """Holds the newest answer for one row; whatever was asked for another one is broken off.

    `error` is what went wrong instead. `weights` learns from every card that was
    read, because it tells what deleting a model frees.
    """

    changed = Signal()

    def __init__(
        self, hosts: HostRegistry, weights: Weights, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.card: ModelCard | None = None
        self.error = None
        self._hosts = hosts
        self._row: ModelRow | None = None
        self._is_verbose = False
        self._weights = weights
        self._scope = TaskScope(self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._ask)

    @property
    def row(self) -> ModelRow | None:
        return self._row

    @property
    def is_reading(self) -> bool:
        return self._timer.isActive() or self._scope.is_busy

    def show(self, row: ModelRow | None) -> None:
        """Read that row's card after a short pause, unless it is the one that was read."""
        before, self._row = self._row, row
        if before is not None and row is not None and _is_same(before, row):
            return
        self._scope.cancel()
        self._is_verbose = False
        self.card = self.error = None
        if row is None or row.damage:
            self._timer.stop()
        else:
            self._timer.start()
        self.changed.emit()

    def read_again(self) -> None:
        """Ask at once, as after an error."""
        self.error = None
        self._ask()

    def read_lists(self) -> None:
        """Ask for the tokenizer's lists too, which are left out otherwise (fact 64)."""
        self._is_verbose = True
        self.read_again()

    def _ask(self) -> None:
        if (row := self._row) is None:
            return
        self._timer.stop()
        self._scope.cancel()
        asked = self._hosts.try_card(row.host_id, row.name, verbose=self._is_verbose)
        self._scope.start(asked, self._on_answer)
        self.changed.emit()

    def _on_answer(self, answer: CardAnswer) -> None:
        self.error = answer.error
        if answer.card is not None:
            self.card = answer.card
            if self._row is not None:
                self._weights.learn(self._row.host_id, self._row.model, answer.card)
        self.changed.emit()


def _is_same(one: ModelRow, other: ModelRow) -> bool:
    return one.id == other.id and one.model == other.model
