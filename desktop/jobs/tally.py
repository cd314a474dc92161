"""What the lines of a pull add up to: bytes, speed, time left, and why a bar moved back."""

from dataclasses import replace

from desktop.domain.pull import Layer, PullPhase, PullProgress, PullStep, advance
from desktop.jobs.rate import Rate

GREW_FOR = 5.0
"""Seconds for which it is said that a further layer made the total bigger."""
_LATE = {PullPhase.VERIFYING, PullPhase.WRITING, PullPhase.CLEANING, PullPhase.SUCCESS}


class Tally:
    """Counts one pull, over all its attempts; times are the clock's monotonic seconds.

    What an attempt's first line for a layer says was there already, so it is
    no speed (fact 37). `heard_at` is when something last came: a new byte, or
    a layer not named before in this attempt.
    """

    def __init__(self, progress: PullProgress, at: float) -> None:
        self.progress = progress
        self.heard_at = at
        self.went_back = False
        self._grew_at: float | None = None
        self._at = at
        self._peak = 0.0
        self._received = 0
        self._rate = Rate()
        self._seen: set[str] = set()
        self._current = ""
        self.begin_again(at)

    def begin_again(self, at: float) -> None:
        """Make ready for another attempt: what was counted stays, so that the bar does too."""
        self.progress = PullProgress(layers=self.progress.layers)
        self.heard_at = self._at = at
        self._peak = self.progress.fraction or 0.0
        self._rate.clear()
        self._seen.clear()
        self._current = ""

    @property
    def is_transferring(self) -> bool:
        """Whether bytes ought to come."""
        return self.progress.phase is PullPhase.TRANSFERRING

    @property
    def grew(self) -> bool:
        """Whether a further layer was named a moment ago and moved the bar back."""
        return self._grew_at is not None and self._at - self._grew_at < GREW_FOR

    @property
    def speed(self) -> float | None:
        """Bytes a second over the last seconds; None if not transferring or too early to say."""
        return self._rate.speed if self.is_transferring else None

    @property
    def seconds_left(self) -> float | None:
        """Seconds until all bytes known of have come, at the present speed."""
        speed = self.speed
        return (self.progress.total - self.progress.completed) / speed if speed else None

    def take(self, step: PullStep, at: float) -> bool:
        """Count one line and return whether it shows that the pull is alive."""
        if step.digest:
            self._turn_to(step.digest)
        before = self.progress.layers
        self.progress = advance(self.progress, step)
        self._at = at
        if not step.digest:
            self._rate.clear()
            if step.phase in _LATE:
                self._fill_all()
            self.heard_at = at
            return True
        layer = self.progress.layers[step.digest]
        is_alive = self._count(step.digest, before.get(step.digest), layer)
        self._rate.add(at, self._received)
        self._explain(layer, is_new=step.digest not in before)
        if is_alive:
            self.heard_at = at
        return is_alive

    def _turn_to(self, digest: str) -> None:
        """Fill up the layer that the server has left behind, of whose end it often says nothing.

        Layers come strictly one after another, a line every 60 ms (fact 30).
        """
        if digest != self._current and (layer := self.progress.layers.get(self._current)):
            layers = {**self.progress.layers, self._current: _full(layer)}
            self.progress = replace(self.progress, layers=layers)
        self._current = digest

    def _count(self, digest: str, before: Layer | None, layer: Layer) -> bool:
        if before is None or digest not in self._seen:
            self._seen.add(digest)
            return True
        fresh = max(0, layer.completed - before.completed)
        self._received += fresh
        return fresh > 0

    def _explain(self, layer: Layer, *, is_new: bool) -> None:
        """Note why the bar stands lower than it did, until it has caught up."""
        fraction = self.progress.fraction or 0.0
        if fraction >= self._peak:
            self._peak = fraction
            self.went_back = False
        elif is_new:
            self._peak = fraction
            self._grew_at = self._at
        elif layer.fell:
            self.went_back = True

    def _fill_all(self) -> None:
        """Fill up every layer: a server verifies only when all of them are there.

        One that an earlier attempt had in part may have come without a line in this one.
        """
        self.went_back, self._grew_at = False, None
        layers = self.progress.layers.items()
        self.progress = replace(self.progress, layers={d: _full(layer) for d, layer in layers})


def _full(layer: Layer) -> Layer:
    return Layer(layer.total, max(layer.total, layer.completed))
