"""An answer to whether something fits, from a host's memory and what is known of the model."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.domain.measured import Estimate, Estimator, Measured, is_usual
from desktop.domain.memory import WHOLE, Fit, Load, Verdict, fit, largest_that_fits
from desktop.memory.snapshot import Basis, FitAnswer, HostMemory


def fit_answer(
    memory: HostMemory,
    estimator: Estimator,
    load: Load,
    largest: int | None,
    *,
    is_guessed: bool = False,
) -> FitAnswer:
    """Return whether a model fits when it is loaded so.

    `is_guessed` says that only the size of its file is known: half of what else it takes and
    twice as much are possible then.
    """
    estimate = estimator.estimate(load)
    found = _seen(fit(estimate.need, memory.room), load, estimator.own)
    low, high = estimate.low, estimate.high
    if is_guessed and not estimate.is_measured:
        weights = estimate.need.weights
        low = weights + max(0, low - weights) // 2
        high = weights + max(0, high - weights) * 2
    return FitAnswer(
        load,
        memory,
        found,
        basis=_basis(estimate, estimator, is_guessed=is_guessed),
        low=low,
        high=high,
        largest=largest,
        trained_context=estimator.trained_context,
    )


def largest_for(memory: HostMemory, estimator: Estimator, load: Load) -> int | None:
    """Return the largest context that a GPU holds whole, 0 where none does, None if unknown."""
    room = memory.room
    if room.gpus is None or room.is_at_least:
        return None
    found = largest_that_fits(
        lambda context: estimator.need(replace(load, context=context)),
        room,
        estimator.trained_context,
    )
    seen = (
        point.context
        for point in estimator.own
        if is_usual(load) and _was_whole(point) and point.size <= sum(room.gpus)
    )
    return max([found, *seen])


def _seen(found: Fit, load: Load, own: Sequence[Measured]) -> Fit:
    """What was seen whole on the GPU fits there, however little it leaves."""
    if found.verdict in WHOLE or found.need.total > found.free or not is_usual(load):
        return found
    if not any(_was_whole(point) and point.context == load.context for point in own):
        return found
    return replace(found, verdict=Verdict.TIGHT, layers_on_gpu=found.layers, on_cpu=0)


def _was_whole(point: Measured) -> bool:
    return point.size_vram >= point.size


def _basis(estimate: Estimate, estimator: Estimator, *, is_guessed: bool) -> Basis:
    if estimate.is_measured:
        return Basis.MEASURED
    if is_guessed:
        return Basis.SIZE
    return Basis.CORRECTED if estimator.is_corrected else Basis.FORMULA
