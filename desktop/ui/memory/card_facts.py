"""What the page shows of one host, put together from what the services know."""

from dataclasses import dataclass

from desktop.diagnostics.explain import Explanation, explain
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.memory_source import Pin
from desktop.domain.model import LoadedModel
from desktop.domain.name import is_same_name
from desktop.domain.readings import ReadingProblem, Source
from desktop.hosts.snapshot import HostSnapshot, LoadAttempt
from desktop.ui.hosts.words import dot_of
from desktop.ui.memory.host_words import down_words, memory_words
from desktop.ui.memory.loaded import LoadedFacts, held_by_others, names_of
from desktop.ui.memory.services import MemoryServices
from desktop.ui.widgets.paint import Dot


@dataclass(frozen=True, slots=True)
class CardFacts:
    """One host. Two that are equal look alike, so a poll without news touches nothing.

    `waiting` are pinned models that are not loaded, `loading` and `failed`
    what was asked of the host and has not ended, or not well.
    """

    host: Host
    dot: Dot
    is_up: bool
    state_words: str
    source: Source | None
    problem: ReadingProblem | None
    memory_words: str
    trouble: Explanation | None
    loaded: tuple[LoadedFacts, ...]
    loading: tuple[LoadAttempt, ...]
    failed: tuple[LoadAttempt, ...]
    waiting: tuple[Pin, ...]

    @property
    def host_id(self) -> HostId:
        return self.host.id

    @property
    def is_slim(self) -> bool:
        """Whether there is no row below its header."""
        return not (self.loaded or self.loading or self.failed or self.waiting)


def card_facts(services: MemoryServices, snapshot: HostSnapshot) -> CardFacts:
    """Return what is to be shown of a host; while it is down nothing of it is known."""
    memory = services.computers.memory(snapshot.id)
    loaded = snapshot.loaded if snapshot.is_up else ()
    attempts = snapshot.attempts if snapshot.is_up else ()
    words = memory_words(
        memory, sum(one.size for one in loaded), sum(one.size_vram for one in loaded)
    )
    return CardFacts(
        host=snapshot.host,
        dot=dot_of(snapshot),
        is_up=snapshot.is_up,
        state_words="" if snapshot.is_up else down_words(snapshot),
        source=memory.source,
        problem=memory.problem,
        memory_words=words,
        trouble=_trouble(snapshot),
        loaded=tuple(
            _loaded(services, snapshot, model, has_gpu=memory.room.gpus != ()) for model in loaded
        ),
        loading=tuple(one for one in attempts if _is_new_load(one, loaded)),
        failed=tuple(one for one in attempts if _is_failure(one, loaded)),
        waiting=_waiting(snapshot) if snapshot.is_up else (),
    )


def _trouble(snapshot: HostSnapshot) -> Explanation | None:
    if snapshot.error is None or snapshot.state is HostState.CHECKING:
        return None
    return explain(snapshot.error, snapshot.host)


def _loaded(
    services: MemoryServices, snapshot: HostSnapshot, model: LoadedModel, *, has_gpu: bool
) -> LoadedFacts:
    living, also = names_of(model, snapshot)
    tried = [
        one
        for one in snapshot.attempts
        if one.error is None and is_same_name(one.model, living or model.name)
    ]
    return LoadedFacts(
        host_id=snapshot.id,
        host=snapshot.host.label,
        model=model,
        living=living,
        skew=snapshot.clock_skew,
        also=also,
        others=held_by_others(model, snapshot.loaded),
        is_pinned=any(services.pins.is_pinned(snapshot.id, name) for name in (model.name, living)),
        is_unloading=any(one.is_unload for one in tried),
        is_loading=any(not one.is_unload for one in tried),
        slow=services.fits.slow(snapshot.id, model),
        has_gpu=has_gpu,
    )


def _is_new_load(attempt: LoadAttempt, loaded: tuple[LoadedModel, ...]) -> bool:
    """Whether it will be a load, and not only that a model is kept longer."""
    if attempt.is_unload or attempt.error is not None:
        return False
    return not any(
        is_same_name(one.name, attempt.model) and attempt.context in (0, one.context_length)
        for one in loaded
    )


def _is_failure(attempt: LoadAttempt, loaded: tuple[LoadedModel, ...]) -> bool:
    """Whether it failed, and what was wanted has not come to pass since."""
    if attempt.error is None:
        return False
    is_there = any(is_same_name(one.name, attempt.model) for one in loaded)
    return is_there or not attempt.is_unload


def _waiting(snapshot: HostSnapshot) -> tuple[Pin, ...]:
    busy = [one.name for one in snapshot.loaded] + [one.model for one in snapshot.attempts]
    return tuple(
        pin for pin in snapshot.host.pins if not any(is_same_name(pin.model, name) for name in busy)
    )
