"""What a pull is, and how far along it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto


class PullPhase(Enum):
    """Where a pull or push stands, from the server's status lines (facts 34 and 45)."""

    MANIFEST = auto()
    TRANSFERRING = auto()
    VERIFYING = auto()
    WRITING = auto()
    CLEANING = auto()
    SUCCESS = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class PullStep:
    """One line of a server's answer to /api/pull or /api/push; bytes are of one layer (fact 30)."""

    status: str
    digest: str = ""
    total: int = 0
    completed: int = 0
    raw: bytes = b""

    @property
    def phase(self) -> PullPhase:
        """What this line says is being done."""
        if self.digest:
            return PullPhase.TRANSFERRING
        return _PHASES.get(self.status, PullPhase.OTHER)


_PHASES = {
    "pulling manifest": PullPhase.MANIFEST,
    "retrieving manifest": PullPhase.MANIFEST,
    "pushing manifest": PullPhase.WRITING,
    "verifying sha256 digest": PullPhase.VERIFYING,
    "writing manifest": PullPhase.WRITING,
    "removing unused layers": PullPhase.CLEANING,
    "removing any unused layers": PullPhase.CLEANING,
    "success": PullPhase.SUCCESS,
}


@dataclass(frozen=True, slots=True)
class Layer:
    """Bytes of one layer. A server may take back what it had (fact 32): `fell` says that it did."""

    total: int
    completed: int
    fell: bool = False

    @property
    def is_done(self) -> bool:
        return 0 < self.total <= self.completed


@dataclass(frozen=True, slots=True)
class PullProgress:
    """The sum of every layer heard of so far.

    A server names a layer's size only when it reaches that layer, so `total`
    grows during a pull, and layers that arrive quickly are never named at all
    (fact 30). A fraction is therefore one of what is known, and may go back.
    """

    phase: PullPhase = PullPhase.OTHER
    status: str = ""
    layers: Mapping[str, Layer] = field(default_factory=dict[str, Layer])

    @property
    def total(self) -> int:
        """Bytes of all layers that have been named."""
        return sum(layer.total for layer in self.layers.values())

    @property
    def completed(self) -> int:
        """Bytes of them that have arrived."""
        return sum(layer.completed for layer in self.layers.values())

    @property
    def fraction(self) -> float | None:
        """What has arrived of what is known, from 0 to 1; None before anything is known."""
        return min(1.0, self.completed / self.total) if self.total > 0 else None


def advance(progress: PullProgress, step: PullStep) -> PullProgress:
    """Return the progress after one more step."""
    if not step.digest:
        return replace(progress, phase=step.phase, status=step.status)
    before = progress.layers.get(step.digest)
    total = max(step.total, 0) or (before.total if before else 0)
    completed = max(0, min(step.completed, total) if total > 0 else step.completed)
    fell = before is not None and completed < before.completed
    layer = Layer(total, completed, fell)
    return PullProgress(step.phase, step.status, {**progress.layers, step.digest: layer})
