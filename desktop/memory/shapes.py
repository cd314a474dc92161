"""The measures of installed models: asked of their hosts once for each manifest, and kept."""

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.model_shape import ModelShape, shape_of
from desktop.hosts.watched import AsksCards
from desktop.ollama.errors import OllamaError
from desktop.runtime.clock import Clock
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Supervisor

AT_ONCE = 4
"""Cards that are asked for at a time on one host."""
MOST = 4000
"""Manifests whose measures are kept; the least wanted go."""
PAUSE = 30.0
"""Seconds before a model that did not answer is asked again, if somebody wants to know still."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What a card says: the shape, None where it does not say enough, and its num_ctx, 0 if none.

    `weights` is the digest of the weights, "" where the card names none.
    """

    shape: ModelShape | None = None
    context: int = 0
    weights: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A card that did not come; `error` is None where the host is gone. `at` by the clock."""

    error: OllamaError | None
    at: float


@dataclass(slots=True)
class _Line:
    """What is still to be asked of one host, and how many are being asked."""

    waiting: deque[InstalledModel] = field(default_factory=deque[InstalledModel])
    asked: int = 0


class Shapes:
    """Asks for cards, four at a time on a host, and keeps of each only what decides its memory.

    A manifest that is asked for on one host is not asked for on another meanwhile. `changed`
    comes with each answer.
    """

    def __init__(self, hosts: AsksCards, clock: Clock, tasks: Supervisor) -> None:
        self.changed = Event[str]()
        self._hosts = hosts
        self._clock = clock
        self._tasks = tasks
        self._known: OrderedDict[str, Measures] = OrderedDict()
        self._asking: set[str] = set()
        self._failed: dict[tuple[HostId, str], Failed] = {}
        self._lines: dict[HostId, _Line] = {}

    def known(self, model: InstalledModel) -> Measures | None:
        """Return what is known already."""
        key = key_of(model)
        if (found := self._known.get(key)) is not None:
            self._known.move_to_end(key)
        return found

    def want(self, host_id: HostId, model: InstalledModel) -> Measures | Failed | None:
        """Return what is known, or why it is not; None while the host is being asked."""
        if (found := self.known(model)) is not None:
            return found
        key = key_of(model)
        failed = self._failed.get((host_id, key))
        if failed is not None and self._clock.monotonic() - failed.at < PAUSE:
            return failed
        if key not in self._asking:
            self._asking.add(key)
            self._ask_soon(host_id, model)
        return None

    def forgive(self, host_id: HostId) -> None:
        """Ask a host again for what it did not answer, as soon as somebody wants it."""
        for key in [key for key in self._failed if key[0] == host_id]:
            del self._failed[key]

    def forget(self, is_there: Callable[[HostId], bool]) -> None:
        """Drop what is only of hosts that were removed."""
        for key in [key for key in self._failed if not is_there(key[0])]:
            del self._failed[key]
        for host_id in [each for each in self._lines if not is_there(each)]:
            waiting = self._lines.pop(host_id).waiting
            self._asking.difference_update(map(key_of, waiting))
            waiting.clear()

    def _ask_soon(self, host_id: HostId, model: InstalledModel) -> None:
        line = self._lines.setdefault(host_id, _Line())
        line.waiting.append(model)
        if line.asked < AT_ONCE:
            line.asked += 1
            self._tasks.start(self._ask_in_turn(host_id, line), name="ask for measures")

    async def _ask_in_turn(self, host_id: HostId, line: _Line) -> None:
        try:
            while line.waiting:
                model = line.waiting.popleft()
                try:
                    await self._ask(host_id, model)
                finally:
                    self._asking.discard(key_of(model))
                self.changed.emit(key_of(model))
                await asyncio.sleep(0)
        finally:
            line.asked -= 1

    async def _ask(self, host_id: HostId, model: InstalledModel) -> None:
        answer = await self._hosts.try_card(host_id, model.name)
        key = key_of(model)
        if answer.card is None:
            self._failed[host_id, key] = Failed(answer.error, self._clock.monotonic())
            return
        self._failed.pop((host_id, key), None)
        card = answer.card
        said = dict(card.parameter_rows).get("num_ctx", "")
        context = int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else 0
        shape = shape_of(card.metadata, card.tensors, model.size)
        self._known[key] = Measures(shape, context, card.weights_digest)
        while len(self._known) > MOST:
            self._known.popitem(last=False)


def key_of(model: InstalledModel) -> str:
    """The manifest; without one, a name and when it was last changed."""
    return model.digest or f"{model.name} {model.modified_at} {model.size}"
