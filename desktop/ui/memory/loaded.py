"""What the page shows of one loaded model, put together from what the services know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from desktop.chat.keep_alive import seconds
from desktop.domain.host import HostId
from desktop.domain.model import LoadedModel
from desktop.domain.name import is_same_name
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.snapshot import Slow

FOR_EVER = timedelta(days=3650)
"""A model that was loaded for ever expires some centuries from now (fact 72)."""
KEEP_FOR_EVER = -1
ALL_ON_GPU = 0.995
"""The share of a model that counts as all of it; what lacks is rounding."""
_USUAL = ("5m", "1h", "24h")


class Stay(Enum):
    """How much longer a model stays in memory."""

    COUNTING = auto()
    FOR_EVER = auto()
    PINNED = auto()
    LEAVING = auto()
    """Its time is over: it goes as soon as it is idle (fact 71)."""
    UNKNOWN = auto()


class Cure(Enum):
    """What would make a slow model fast, as far as a click can do it."""

    CONTEXT = auto()
    """A smaller context."""
    UNLOAD_OTHERS = auto()
    LOAD_ANEW = auto()
    """It would fit by now; no host moves a model by itself."""
    NONE = auto()


@dataclass(frozen=True, slots=True)
class LoadedFacts:
    """One row. `now` is always the time by this computer; `skew` is how far the host is ahead.

    `living` is a name that requests can be made under: its own, or that of
    another model with the same digest where its own was deleted; "" where
    there is none (fact 74). `also` are the other names of the same runner
    (fact 73). `others` is what the other models hold of the GPU, in bytes.
    `has_gpu` is False where the host has none for sure, as where a person said so.
    """

    host_id: HostId
    host: str
    model: LoadedModel
    living: str
    skew: float = 0.0
    also: tuple[str, ...] = ()
    others: int = 0
    is_pinned: bool = False
    is_unloading: bool = False
    is_loading: bool = False
    slow: Slow | None = None
    has_gpu: bool = True

    @property
    def name(self) -> str:
        return self.model.name

    @property
    def on_gpu(self) -> int:
        return max(0, min(self.model.size_vram, self.model.size))

    @property
    def on_cpu(self) -> int:
        return max(0, self.model.size - self.on_gpu)

    @property
    def is_dead(self) -> bool:
        """Whether its own name was deleted while it was loaded."""
        return not is_same_name(self.living, self.name)

    @property
    def cure(self) -> Cure | None:
        """What would help it to the GPU; None where it is not slow, or there is no GPU."""
        is_split = 0 < self.model.gpu_share < ALL_ON_GPU
        if self.slow is None:
            return Cure.LOAD_ANEW if is_split and self.has_gpu else None
        if self.slow.context:
            return Cure.CONTEXT
        is_in_the_way = self.slow.fits_alone or self.slow.free is None
        return Cure.UNLOAD_OTHERS if is_in_the_way and self.others else Cure.NONE

    def left(self, now: datetime) -> float:
        """Return the seconds until it leaves, by the clock of its host."""
        if self.model.expires_at is None:
            return 0.0
        return (self.model.expires_at - now).total_seconds() - self.skew

    def leaves_at(self, now: datetime) -> datetime | None:
        """Return when it leaves, by this computer's clock; None where that is not known."""
        left = self.left(now)
        is_known = 0 < left < FOR_EVER.total_seconds()
        return now + timedelta(seconds=left) if is_known else None

    def stay(self, now: datetime) -> Stay:
        """Say how much longer it stays."""
        if self.is_unloading:
            return Stay.LEAVING
        if self.model.expires_at is None:
            return Stay.PINNED if self.is_pinned else Stay.UNKNOWN
        left = self.left(now)
        if left <= 0:
            return Stay.LEAVING
        if left <= FOR_EVER.total_seconds():
            return Stay.COUNTING
        return Stay.PINNED if self.is_pinned else Stay.FOR_EVER


def keep_of(facts: LoadedFacts, now: datetime) -> str | int | None:
    """Return the keep_alive that it was most likely loaded with: no server tells it.

    It is the least of the usual times that is not over yet.
    """
    match facts.stay(now):
        case Stay.FOR_EVER | Stay.PINNED:
            return KEEP_FOR_EVER
        case Stay.COUNTING:
            left = facts.left(now)
            return next((keep for keep in _USUAL if left <= (seconds(keep) or 0)), f"{left:.0f}s")
        case Stay.LEAVING | Stay.UNKNOWN:
            return None


def names_of(model: LoadedModel, snapshot: HostSnapshot) -> tuple[str, tuple[str, ...]]:
    """Return a name that requests can be made under, and the other names of its runner."""
    same = [one.name for one in snapshot.models if model.digest and one.digest == model.digest]
    is_there = any(is_same_name(one.name, model.name) for one in snapshot.models)
    if is_there or not snapshot.models_known or snapshot.left_out or snapshot.damaged:
        return model.name, tuple(name for name in same if not is_same_name(name, model.name))
    return (same[0] if same else ""), tuple(same)


def held_by_others(model: LoadedModel, loaded: Sequence[LoadedModel]) -> int:
    """Return the bytes of GPU memory that the host's other models hold."""
    return sum(max(0, one.size_vram) for one in loaded if one is not model)
