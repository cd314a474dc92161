"""What loads that were seen teach: an estimate that agrees with them, and how sure one is.

/api/ps tells of a loaded model how much it takes, with which context. The next estimate for that
context is then this figure; for another one it follows the measured points.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.memory import BATCH, Load, Need, clamped, graph_of, need_of
from desktop.domain.model_shape import ModelShape

_MASK_BYTES = 2
"""Of each pair of a batch's and the context's tokens, with flash attention."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A load as /api/ps showed it. `context` in tokens, sizes in bytes, `at` when it was seen."""

    context: int
    size: int
    size_vram: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Estimate:
    """A need, between which figures it lies, and whether a load with this context was seen."""

    need: Need
    low: int
    high: int
    is_measured: bool = False


@dataclass(frozen=True, slots=True)
class _Lesson:
    """What one load teaches of others: where it lies between the bounds, and what lies outside."""

    part: float
    more: int


class Estimator:
    """Estimates one model on one host, as it is learned from what was measured there.

    `own` are loads on this host, `others` those on another one, which count only where there are
    none of its own: how its server is set (KV type, batch, driver) is its own matter.

    What a host is set to is unknown, so a measured load counts as one of the usual kind (one
    request at a time, f16). Between two measured contexts the estimate lies on a straight line.
    Beyond them, and for a load of another kind, it keeps its place between the bounds (see
    `estimate`): where what computes took much, it takes much with another context too. It grows
    with the context, agrees with each measure, and is never negative.
    """

    def __init__(
        self,
        shape: ModelShape,
        base: int,
        own: Iterable[Measured] = (),
        others: Iterable[Measured] = (),
    ) -> None:
        self._shape = shape
        self._base = base
        self._own = agreeing(own)
        self._points = self._own or agreeing(others)
        self._newest = max(self._points, key=lambda point: point.at, default=None)
        self._lessons: dict[int, _Lesson] = {}

    @property
    def is_corrected(self) -> bool:
        """Whether any load is known that says more than the formula."""
        return bool(self._points)

    @property
    def own(self) -> Sequence[Measured]:
        """The loads that were seen on this host, by context."""
        return self._own

    @property
    def trained_context(self) -> int:
        """The most tokens that the model can use, 0 if unknown."""
        return self._shape.trained_context

    def need(self, load: Load) -> Need:
        """Return what it needs when it is loaded so."""
        load = clamped(self._shape, load)
        need = need_of(self._shape, load, base=self._base)
        if self._newest is None:
            return need
        size = self._size(load, need) if is_usual(load) else self._as(self._newest, load, need)
        return replace(need, correction=max(0, size) - need.total)

    def estimate(self, load: Load) -> Estimate:
        """Return the need and its range.

        The range is that of what no host tells. Without a measure `low` is weights, keys and
        values alone, for what /api/ps shows leaves out what a driver takes, and `high` has what
        computes twice, with the larger batch that Ollama takes for a longer context (1024 beyond
        4,096 tokens, 2048 beyond 32,768), and its mask: of the recorded loads of usual models, on
        a CPU, `high` is within 1 % of what was shown, where the formula alone is 35 to 65 % of it
        (`python -m tests.benchmarks memory`). With a measure, the range is what these bounds grow
        by between its context and this one; at a measured context it is nothing.
        """
        load = clamped(self._shape, load)
        need = self.need(load)
        nearest = min(
            self._points, key=lambda point: abs(point.context - load.context), default=None
        )
        if self._own and nearest and nearest.context == load.context and is_usual(load):
            return Estimate(need, need.total, need.total, is_measured=True)
        bounds = self._bounds(load, need)
        if nearest is not None:
            near = self._bounds_at(nearest.context)
            bounds = (nearest.size + bounds[0] - near[0], nearest.size + bounds[1] - near[1])
        return Estimate(need, max(0, min(*bounds, need.total)), max(*bounds, need.total))

    def _size(self, load: Load, need: Need) -> int:
        """Return the size that the points say, of a load of the usual kind."""
        contexts = [point.context for point in self._points]
        place = bisect_left(contexts, load.context)
        if place < len(contexts) and contexts[place] == load.context:
            return self._points[place].size
        if 0 < place < len(contexts):
            before, after = self._points[place - 1], self._points[place]
            part = (load.context - before.context) / (after.context - before.context)
            return before.size + round(part * (after.size - before.size))
        return self._as(self._points[min(place, len(contexts) - 1)], load, need)

    def _as(self, point: Measured, load: Load, need: Need) -> int:
        """Return the size of a load that lies between its bounds as a measured one does."""
        if (lesson := self._lessons.get(point.context)) is None:
            low, high = self._bounds_at(point.context)
            part = min(1.0, max(0.0, (point.size - low) / max(1, high - low)))
            lesson = _Lesson(part, point.size - low - round(part * (high - low)))
            self._lessons[point.context] = lesson
        low, high = self._bounds(load, need)
        return low + round(lesson.part * (high - low)) + lesson.more

    def _bounds_at(self, context: int) -> tuple[int, int]:
        load = Load(context)
        return self._bounds(load, need_of(self._shape, load, base=self._base))

    def _bounds(self, load: Load, need: Need) -> tuple[int, int]:
        low = need.weights + need.kv + need.projector
        batch = min(load.context, max(load.batch, batch_of(load.context)))
        graph = graph_of(self._shape, replace(load, batch=batch))
        mask = _MASK_BYTES * batch * load.context * load.parallel
        return low, low + need.base + 2 * graph + (mask if load.has_flash_attention else 0)


def is_usual(load: Load) -> bool:
    """Whether a load is of the kind that a measured one counts as."""
    return load == Load(load.context)


def batch_of(context: int) -> int:
    """Return how many tokens Ollama computes at a time for such a context, where it has room."""
    return BATCH if context <= 4096 else 2 * BATCH if context <= 32768 else 4 * BATCH


def agreeing(measured: Iterable[Measured]) -> Sequence[Measured]:
    """Return points that grow with the context, smallest first.

    A newer load has the last word: an older one that contradicts it was made when the host was
    set otherwise, and is left out.
    """
    kept: list[Measured] = []
    for point in sorted(measured, key=lambda each: each.at, reverse=True):
        place = bisect_left([each.context for each in kept], point.context)
        if place < len(kept) and kept[place].context == point.context:
            continue
        fits_left = place == 0 or kept[place - 1].size <= point.size
        if fits_left and (place == len(kept) or point.size <= kept[place].size):
            kept.insert(place, point)
    return kept
