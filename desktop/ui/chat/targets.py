"""What is known of the model that is asked: its card, what it can do, and who is asked first."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.domain.conversation import Target
from desktop.domain.model import Capability, InstalledModel, ModelCard
from desktop.domain.name import is_same_name
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import CardAnswer, HostSnapshot
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.chat.picker_choices import can_chat, find_model, is_down


class TargetFacts(QObject):
    """Follows one target. `changed` says that its card came."""

    changed = Signal()

    def __init__(self, registry: HostRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self._target = Target()
        self._digest = ""
        self._scope = TaskScope(self)
        self.card: ModelCard | None = None

    @property
    def target(self) -> Target:
        return self._target

    @property
    def host(self) -> HostSnapshot | None:
        """The host that is asked; None where it was removed or none was chosen."""
        return find_model(self._registry.snapshots, self._target)[0]

    @property
    def model(self) -> InstalledModel | None:
        """The model as its host lists it; None where it does not."""
        return find_model(self._registry.snapshots, self._target)[1]

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What the model can do: by the list, or by the card where an old list does not say."""
        model = self.model
        listed = model.capabilities if model is not None else frozenset[Capability]()
        return listed or (self.card.capabilities if self.card is not None else frozenset())

    def follow(self, target: Target) -> None:
        """Read the card of that target, unless it is the one that was read."""
        model = find_model(self._registry.snapshots, target)[1]
        digest = model.digest if model is not None else ""
        if (target, digest) == (self._target, self._digest):
            return
        self._target, self._digest = target, digest
        self.card = None
        self._scope.cancel()
        if model is not None:
            self._scope.start(self._registry.try_card(target.host_id, model.name), self._learn)

    def _learn(self, answer: CardAnswer) -> None:
        self.card = answer.card
        self.changed.emit()


def first_target(snapshots: Sequence[HostSnapshot], recent: Sequence[Target]) -> Target:
    """Return whom a new chat asks: the last one that is there, else a model that is loaded.

    Where no host lists a model that can chat yet it is nobody.
    """
    for target in recent:
        host, model = find_model(snapshots, target)
        if host is not None and model is not None and not is_down(host):
            return target
    offered = [
        (snapshot, model)
        for snapshot in snapshots
        if not is_down(snapshot)
        for model in snapshot.models
        if can_chat(model)
    ]
    loaded = [one for one in offered if _is_loaded(*one)]
    own = [one for one in offered if not one[1].is_remote]
    found = next(iter(loaded or own or offered), None)
    return Target(found[0].id, found[1].name) if found is not None else Target()


def is_loaded(snapshots: Sequence[HostSnapshot], target: Target) -> bool:
    """Whether a target's host has told that it holds the model in memory."""
    host, model = find_model(snapshots, target)
    return host is not None and model is not None and _is_loaded(host, model)


def others_with(snapshots: Sequence[HostSnapshot], target: Target) -> list[Target]:
    """Return the other hosts that answer and have a model of that name."""
    return [
        Target(snapshot.id, model.name)
        for snapshot in snapshots
        if snapshot.id != target.host_id and snapshot.is_up
        for model in snapshot.models
        if is_same_name(model.name, target.model)
    ]


def _is_loaded(snapshot: HostSnapshot, model: InstalledModel) -> bool:
    return any(
        is_same_name(row.name, model.name) or (row.digest and row.digest == model.digest)
        for row in snapshot.loaded
    )
