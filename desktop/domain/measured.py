"""What loads that were seen teach: an estimate that agrees with them, and how sure one is.

/api/ps tells of a loaded model how much it takes, with which context. The next estimate for that
context is then this figure; for another one it follows the measured points.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.memory import BATCH, Load, Need, need_of
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


class Estimator:
    """Estimates one model on one host, as it is learned from what was measured there.

    `own` are loads on this host, `others` those on another one, which count only where there are
    none of its own: how its server is set (KEEP, KV type, batch) is its own matter.

    What a host is set to is unknown, so a measured load counts as one of the usual kind (one
    request at a time, f16). For the usual load the estimate follows the measured sizes, in
    straight lines between two of them, and as the formula grows beyond them; for a load of
    another kind the newest difference between a measure and the formula is added.
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
        self._kept: dict[int, int] = {}

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
        need = need_of(self._shape, load, base=self._base)
        if self._newest is None:
            return need
        if is_usual(load):
            difference = self._size(self._clamped(load.context)) - need.total
        else:
            difference = self._newest.size - self._formula(self._newest.context)
        return replace(need, correction=max(difference, -need.total))

    def estimate(self, load: Load) -> Estimate:
        """Return the need and its range.

        The range is that of what no host tells. Without a measure `low` is weights, keys and
        values alone, for what /api/ps shows leaves out what the driver takes, and `high` has the
        larger batch that Ollama takes for a longer context (1024 beyond 4,096 tokens, 2048
        beyond 32,768), with its mask: of the recorded loads, on a CPU, that is within 1 % of what
        was shown, where the formula alone gives about 60 %. With a measure nearby it is only what
        these grow by between that context and this one; at a measured context it is nothing.
        """
        need = self.need(load)
        context = self._clamped(load.context)
        nearest = min(self._points, key=lambda point: abs(point.context - context), default=None)
        seen = is_usual(load) and nearest is not None and nearest.context == context
        if seen and self._own:
            return Estimate(need, need.total, need.total, is_measured=True)
        low, high = self._bounds(load)
        if nearest is not None:
            near_low, near_high = self._bounds(Load(nearest.context))
            low, high = nearest.size + low - near_low, nearest.size + high - near_high
        return Estimate(need, max(0, min(low, need.total)), max(high, need.total))

    def _bounds(self, load: Load) -> tuple[int, int]:
        need = need_of(self._shape, load, base=self._base)
        low = need.weights + need.kv + need.projector
        context = self._clamped(load.context)
        batch = min(context, batch_of(context))
        wide = need_of(self._shape, replace(load, batch=batch), base=self._base)
        mask = _MASK_BYTES * batch * context * load.parallel if load.has_flash_attention else 0
        return low, low + need.base + 2 * wide.graph + mask

    def _size(self, context: int) -> int:
        """Return the size that the points say, of a load of the usual kind."""
        contexts = [point.context for point in self._points]
        place = bisect_left(contexts, context)
        if place < len(contexts) and contexts[place] == context:
            return self._points[place].size
        if 0 < place < len(contexts):
            before, after = self._points[place - 1], self._points[place]
            part = (context - before.context) / (after.context - before.context)
            return before.size + round(part * (after.size - before.size))
        nearest = self._points[min(place, len(contexts) - 1)]
        return max(0, nearest.size + self._formula(context) - self._formula(nearest.context))

    def _formula(self, context: int) -> int:
        if context not in self._kept:
            self._kept[context] = need_of(self._shape, Load(context), base=self._base).total
        return self._kept[context]

    def _clamped(self, context: int) -> int:
        return min(context, self._shape.trained_context or context)


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
