"""A model's measures from a host that has it, for a host that does not."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.model_shape import ModelShape, shape_of
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import CardAnswer
from desktop.memory.snapshot import Missing
from desktop.ui.bridge.scope import TaskScope

_MOST = 200
"""Models whose measures are kept; a list of layers is a few kilobytes."""


class Shapes(QObject):
    """Asks for each model's card once, until `ask_again` is called for those that failed."""

    changed = Signal()

    def __init__(self, registry: HostRegistry, parent: QObject) -> None:
        super().__init__(parent)
        self._registry = registry
        self._scope = TaskScope(self)
        self._known: dict[tuple[HostId, str, str], ModelShape | Missing] = {}

    def of(self, host_id: HostId, model: InstalledModel) -> ModelShape | Missing:
        """Return the measures, or why there are none; `changed` says that an answer has come."""
        if model.is_remote:
            return Missing.IN_THE_CLOUD
        key = (host_id, model.name, model.digest)
        if key not in self._known:
            self._ask(key, model.size)
        return self._known[key]

    def ask_again(self) -> None:
        """Forget what could not be had, so that it is asked for once more."""
        failed = [key for key, known in self._known.items() if known is Missing.FAILED]
        for key in failed:
            del self._known[key]
        self.changed.emit()

    def _ask(self, key: tuple[HostId, str, str], size: int) -> None:
        while len(self._known) >= _MOST:
            self._known.pop(next(iter(self._known)))
        self._known[key] = Missing.ASKING

        def on_answer(answer: CardAnswer) -> None:
            if answer.card is None:
                self._known[key] = Missing.FAILED
            else:
                shape = shape_of(answer.card.metadata, answer.card.tensors, size)
                self._known[key] = shape or Missing.NO_MEASURES
            self.changed.emit()

        self._scope.start(self._registry.try_card(key[0], key[1]), on_answer)
