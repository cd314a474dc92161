"""Which weights each model of a host has: asked only where somebody wants to know."""

import asyncio
from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel, ModelCard
from desktop.hosts.snapshot import CardAnswer
from desktop.hosts.watched import HostsWithCards
from desktop.ollama.errors import Unreachable
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.runtime.together import together

AT_ONCE = 4
"""Cards that are asked for at a time on one host."""
PAUSE = 30.0
"""Seconds before a model that did not answer is asked again, if somebody wants to know still."""
_ENOUGH = 8
"""Failures one after another, after which the others are not asked in this round."""


@dataclass(frozen=True, slots=True)
class HostWeights:
    """What is known of the weights of a host's models.

    `by_name` has the digest of each model's weights. `unknown` counts the models that were not
    asked yet or did not answer, `untold` those whose card names no weights: cloud models are
    neither. `is_asking` says that answers are still to come.
    """

    by_name: Mapping[str, str] = field(default_factory=dict[str, str])
    unknown: int = 0
    untold: int = 0
    is_asking: bool = False

    @property
    def is_known(self) -> bool:
        """Whether every model of the host has been asked."""
        return self.unknown == 0


@dataclass(slots=True)
class _Ledger:
    """Of one host: what was found by manifest, what failed when, and what is still to be asked."""

    found: dict[str, str] = field(default_factory=dict[str, str])
    failed: dict[str, float] = field(default_factory=dict[str, float])
    waiting: dict[str, str] = field(default_factory=dict[str, str])
    queue: deque[str] = field(default_factory=deque[str])
    failures: int = 0
    task: asyncio.Task[None] | None = None
    said: tuple[tuple[InstalledModel, ...], HostWeights] | None = None


class Weights(TaskOwner):
    """Asks hosts for cards, and keeps of each the digest of its weights by manifest.

    A model with another name but the same manifest, or one that was listed before, is not asked
    again. `changed` names a host of which more is known, or that is not asked any longer.
    """

    def __init__(self, hosts: HostsWithCards, clock: Clock | None = None) -> None:
        super().__init__()
        self.changed = Event[HostId]()
        self._hosts = hosts
        self._clock = clock or SystemClock()
        self._ledgers: dict[HostId, _Ledger] = {}
        self._subscribe(hosts.changed, lambda _: self._drop_removed())

    def of(self, host_id: HostId) -> HostWeights:
        """Return what is known of a host's models; of one that was removed nothing is."""
        try:
            models = self._hosts.snapshot(host_id).models
        except KeyError:
            return HostWeights()
        ledger = self._ledgers.setdefault(host_id, _Ledger())
        if ledger.said is None or ledger.said[0] is not models:
            ledger.said = (models, _summary(models, ledger))
        return ledger.said[1]

    def want(self, host_id: HostId, names: Collection[str] | None = None) -> None:
        """Ask for what is not known of these models, or of all; a host that is down is left alone.

        It costs nothing to want the same again: what failed is not asked before `PAUSE` is over.
        """
        try:
            snapshot = self._hosts.snapshot(host_id)
        except KeyError:
            return
        if not snapshot.is_up:
            return
        ledger = self._ledgers.setdefault(host_id, _Ledger())
        for model in snapshot.models:
            if (names is None or model.name in names) and self._is_open(ledger, model):
                ledger.waiting[_key(model)] = model.name
                ledger.queue.append(_key(model))
        if ledger.queue and ledger.task is None:
            ledger.failures = 0
            ledger.task = self._tasks.start(self._ask(host_id, ledger), name="ask for weights")
            self._tell(host_id, ledger)

    def learn(self, host_id: HostId, model: InstalledModel, card: ModelCard) -> None:
        """Take over what a card says that was read for another reason."""
        ledger = self._ledgers.setdefault(host_id, _Ledger())
        if _key(model) not in ledger.found:
            ledger.found[_key(model)] = card.weights_digest
            self._tell(host_id, ledger)

    def _is_open(self, ledger: _Ledger, model: InstalledModel) -> bool:
        key = _key(model)
        if model.is_remote or key in ledger.found or key in ledger.waiting:
            return False
        failed = ledger.failed.get(key)
        return failed is None or self._clock.monotonic() - failed >= PAUSE

    async def _ask(self, host_id: HostId, ledger: _Ledger) -> None:
        try:
            while ledger.queue:  # Somebody may want more while the last of them come to an end.
                await together([self._ask_in_turn(host_id, ledger) for _ in range(AT_ONCE)])
        finally:
            ledger.task = None
            ledger.queue.clear()
            ledger.waiting.clear()
        self._tell(host_id, ledger)

    async def _ask_in_turn(self, host_id: HostId, ledger: _Ledger) -> None:
        while ledger.queue:
            key = ledger.queue.popleft()
            if key not in ledger.found:  # Nobody else has learned it meanwhile.
                answer = await self._hosts.try_card(host_id, ledger.waiting[key])
                self._note(ledger, key, answer)
            ledger.waiting.pop(key, None)
            self._tell(host_id, ledger)

    def _note(self, ledger: _Ledger, key: str, answer: CardAnswer) -> None:
        if answer.card is not None:
            ledger.found[key] = answer.card.weights_digest
            ledger.failed.pop(key, None)
            ledger.failures = 0
            return
        ledger.failures += 1
        ledger.failed[key] = self._clock.monotonic()
        if isinstance(answer.error, Unreachable) or ledger.failures >= _ENOUGH:
            ledger.failed |= dict.fromkeys(ledger.queue, self._clock.monotonic())
            ledger.queue.clear()

    def _tell(self, host_id: HostId, ledger: _Ledger) -> None:
        ledger.said = None
        self.changed.emit(host_id)

    def _drop_removed(self) -> None:
        there = {snapshot.id for snapshot in self._hosts.snapshots}
        for host_id in self._ledgers.keys() - there:
            if (task := self._ledgers.pop(host_id).task) is not None:
                task.cancel()


def _summary(models: Collection[InstalledModel], ledger: _Ledger) -> HostWeights:
    by_name: dict[str, str] = {}
    unknown = untold = 0
    for model in models:
        if model.is_remote:
            continue
        found = ledger.found.get(_key(model))
        if found:
            by_name[model.name] = found
        elif found is None:
            unknown += 1
        else:
            untold += 1
    return HostWeights(by_name, unknown, untold, ledger.task is not None)


def _key(model: InstalledModel) -> str:
    """The manifest, which names the weights; without one, a name and when it was last changed."""
    return model.digest or f"{model.name} {model.modified_at}"
