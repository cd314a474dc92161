"""Whether a model fits on a host: asked on each paint, answered at once from what is known."""

from dataclasses import dataclass, replace
from typing import Self

from desktop.domain.guessed_shape import guessed_shape
from desktop.domain.host import HostId, HostState
from desktop.domain.measured import Estimator
from desktop.domain.memory import Load, Room
from desktop.domain.model import InstalledModel, LoadedModel
from desktop.domain.model_shape import ModelShape
from desktop.hosts.snapshot import HostSnapshot
from desktop.hosts.watched import HostsWithCards
from desktop.memory.answers import fit_answer, largest_for
from desktop.memory.computers import Computers
from desktop.memory.installed import Installed
from desktop.memory.learned import LearnedLoads
from desktop.memory.rooms import graphics_total
from desktop.memory.shapes import Failed, Measures, Shapes
from desktop.memory.slow import is_split, room_beside, why_slow
from desktop.memory.snapshot import FitAnswer, HostMemory, Missing, Slow
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner

_GIB = 1024**3
_CONTEXTS = ((47 * _GIB, 262144), (23 * _GIB, 32768))
"""From how much GPU memory on which context a host takes where none is set."""
_CONTEXT = 4096
"""With less."""
_MOST_KEPT = 4000


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is to be loaded where; what was never installed has no digest."""

    host_id: HostId
    shape: ModelShape
    digest: str = ""
    is_guessed: bool = False


class Fits(TaskOwner):
    """Answers whether models fit, and learns from what hosts show as loaded.

    Every answer is made of what is known at this moment and kept until that changes; `changed`
    says so. Only an installed model's measures have to be asked for, which begins by itself.
    """

    def __init__(
        self,
        hosts: HostsWithCards,
        computers: Computers,
        learned: LearnedLoads,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.changed = Event[None]()
        self._hosts = hosts
        self._computers = computers
        self._learned = learned
        self._shapes = Shapes(hosts, clock or SystemClock(), self._tasks)
        self._models = Installed()
        self._estimators: dict[_Subject, Estimator] = {}
        self._largest: dict[tuple[_Subject, Load, Room], int | None] = {}
        self._answers: dict[tuple[_Subject, Load], FitAnswer] = {}
        self._seen: dict[HostId, tuple[HostState, object]] = {}
        self._subscribe(hosts.changed, lambda _: self._on_list())
        self._subscribe(hosts.host_changed, self._on_host)
        self._subscribe(computers.changed, lambda _: self._renew())
        self._subscribe(learned.changed, lambda _: self._renew())
        self._subscribe(self._shapes.changed, lambda _: self._renew())

    async def __aenter__(self) -> Self:
        for snapshot in self._hosts.snapshots:
            self._on_host(snapshot.id)
        return self

    def installed(self, host_id: HostId, model: str, load: Load) -> FitAnswer:
        """Return whether an installed model fits; its measures are asked for where needed."""
        memory = self._computers.memory(host_id)
        found = self._installed(host_id, model)
        if found is None:
            return FitAnswer(load, memory, missing=self._why_not_there(host_id))
        if found.is_remote:
            return FitAnswer(load, memory, missing=Missing.IN_THE_CLOUD)
        measures = self._measures(host_id, found)
        if measures is None:
            return FitAnswer(load, memory, missing=Missing.ASKING)
        if isinstance(measures, Failed):
            return FitAnswer(load, memory, missing=Missing.FAILED, error=measures.error)
        if measures.shape is None:
            return self._of_unmeasured(host_id, found, load, memory)
        return self._answer(_Subject(host_id, measures.shape, found.digest), load, memory)

    def of_shape(self, host_id: HostId, shape: ModelShape, load: Load) -> FitAnswer:
        """Return whether a model of these measures fits, such as a file that was dropped."""
        return self._answer(_Subject(host_id, shape), load, self._computers.memory(host_id))

    def of_size(self, host_id: HostId, size: int, load: Load) -> FitAnswer:
        """Return whether a file of so many bytes fits, of which nothing else is known yet."""
        subject = _Subject(host_id, guessed_shape(size), is_guessed=True)
        return self._answer(subject, load, self._computers.memory(host_id))

    def shape(self, host_id: HostId, model: InstalledModel) -> ModelShape | Missing:
        """Return the measures of a host's model, to judge it for another host that lacks it."""
        if model.is_remote:
            return Missing.IN_THE_CLOUD
        measures = self._measures(host_id, model)
        if measures is None:
            return Missing.ASKING
        if isinstance(measures, Failed):
            return Missing.FAILED
        return measures.shape or Missing.NO_MEASURES

    def ask_again(self, host_id: HostId) -> None:
        """Ask a host once more for measures that could not be had, as soon as they are wanted."""
        self._shapes.forgive(host_id)
        self.changed.emit(None)

    def usual_load(self, host_id: HostId, model: str = "") -> Load:
        """Return what a host would load a model with when nobody says otherwise.

        The num_ctx of its card, else what Ollama takes by the memory of all GPUs together, at most
        what the model was trained for. A server's own OLLAMA_CONTEXT_LENGTH is not known.
        """
        memory = self._computers.memory(host_id)
        graphics = graphics_total(memory)
        usual = next((context for least, context in _CONTEXTS if graphics >= least), _CONTEXT)
        found = self._installed(host_id, model) if model else None
        measures = self._measures(host_id, found) if found and not found.is_remote else None
        if isinstance(measures, Measures):
            usual = measures.context or usual
            if measures.shape is not None and measures.shape.trained_context:
                usual = min(usual, measures.shape.trained_context)
        return Load(usual)

    def slow(self, host_id: HostId, loaded: LoadedModel) -> Slow | None:
        """Return why a loaded model is slow; None where it is not, or where that is not known."""
        if not is_split(loaded):
            return None
        memory = self._computers.memory(host_id)
        beside = alone = None
        snapshot = self._snapshot(host_id)
        found = None if snapshot is None else self._models.loaded(snapshot, loaded)
        if found is not None:
            measures = self._measures(host_id, found)
            if isinstance(measures, Measures) and measures.shape is not None:
                subject = _Subject(host_id, measures.shape, found.digest)
                load, room = Load(loaded.context_length), room_beside(loaded, memory)
                beside = self._largest_of(subject, load, replace(memory, room=room))
                alone = self._largest_of(subject, load, memory)
        return why_slow(loaded, memory, beside, alone)

    def _measures(self, host_id: HostId, model: InstalledModel) -> Measures | Failed | None:
        """Return what is known of a model; a host that is down is not asked."""
        known = self._shapes.known(model)
        if known is None and (snapshot := self._snapshot(host_id)) and not snapshot.is_up:
            return Failed(snapshot.error, 0.0) if snapshot.state is HostState.DOWN else None
        return known or self._shapes.want(host_id, model)

    def _of_unmeasured(
        self, host_id: HostId, model: InstalledModel, load: Load, memory: HostMemory
    ) -> FitAnswer:
        """A model whose card says too little is known all the same once it was loaded."""
        if not self._learned.measured(host_id, model.digest):
            return FitAnswer(load, memory, missing=Missing.NO_MEASURES)
        shape = guessed_shape(model.size)
        subject = _Subject(host_id, shape, model.digest, is_guessed=True)
        return self._answer(subject, load, memory)

    def _answer(self, subject: _Subject, load: Load, memory: HostMemory) -> FitAnswer:
        key = (subject, load)
        if (known := self._answers.get(key)) is not None:
            return known
        if len(self._answers) >= _MOST_KEPT:
            self._answers.clear()
        found = fit_answer(
            memory,
            self._estimator(subject, memory),
            load,
            self._largest_of(subject, load, memory),
            is_guessed=subject.is_guessed,
        )
        snapshot = self._snapshot(subject.host_id)
        is_silent = snapshot is not None and snapshot.state is HostState.DOWN
        self._answers[key] = replace(found, is_silent=is_silent)
        return self._answers[key]

    def _largest_of(self, subject: _Subject, load: Load, memory: HostMemory) -> int | None:
        key = (subject, replace(load, context=0), memory.room)
        if key not in self._largest:
            estimator = self._estimator(subject, memory)
            self._largest[key] = largest_for(memory, estimator, load)
        return self._largest[key]

    def _estimator(self, subject: _Subject, memory: HostMemory) -> Estimator:
        if (known := self._estimators.get(subject)) is None:
            host_id, digest = subject.host_id, subject.digest
            known = self._estimators[subject] = Estimator(
                subject.shape,
                memory.room.base,
                self._learned.measured(host_id, digest) if digest else (),
                self._learned.elsewhere(host_id, digest) if digest else (),
            )
        return known

    def _snapshot(self, host_id: HostId) -> HostSnapshot | None:
        try:
            return self._hosts.snapshot(host_id)
        except KeyError:
            return None

    def _installed(self, host_id: HostId, name: str) -> InstalledModel | None:
        snapshot = self._snapshot(host_id)
        return None if snapshot is None else self._models.named(snapshot, name)

    def _why_not_there(self, host_id: HostId) -> Missing:
        snapshot = self._snapshot(host_id)
        is_early = snapshot is not None and not snapshot.models_known
        is_down = snapshot is None or snapshot.state is HostState.DOWN
        return Missing.ASKING if is_early and not is_down else Missing.NO_HOST

    def _on_list(self) -> None:
        there = {snapshot.id for snapshot in self._hosts.snapshots}
        self._shapes.forget(there.__contains__)
        for host_id in self._seen.keys() - there:
            del self._seen[host_id]
            self._models.forget(host_id)
        self._renew()

    def _on_host(self, host_id: HostId) -> None:
        if (snapshot := self._snapshot(host_id)) is None:
            return
        self._learned.note(snapshot)
        seen = (snapshot.state, snapshot.models)
        before = self._seen.get(host_id)
        if before is not None and before[0] is seen[0] and before[1] is seen[1]:
            return
        self._seen[host_id] = seen
        if snapshot.is_up and (before is None or before[0] is not HostState.UP):
            self._shapes.forgive(host_id)
        self._renew()

    def _renew(self) -> None:
        self._answers.clear()
        self._largest.clear()
        self._estimators.clear()
        self.changed.emit(None)
