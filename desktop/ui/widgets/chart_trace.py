"""A series as a path that grows by a line for each reading, and is never made anew for one."""

from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from desktop.ui.widgets.history import LAPSE

_LEAD = 0.5
"""Seconds that a line begins before its first reading, so that one alone between gaps is seen."""


@dataclass(frozen=True, slots=True)
class _Point:
    x: float
    y: float


class Trace:
    """The line of a series and the ground below it, in seconds across and in its own unit up.

    Both are painted through a transform, so neither time nor size touches them.
    """

    def __init__(self, lapse: float = LAPSE) -> None:
        self._lapse = lapse
        self.line = QPainterPath()
        self._closed = QPainterPath()
        self._last: _Point | None = None

    def clear(self) -> None:
        self.line, self._closed, self._last = QPainterPath(), QPainterPath(), None

    def append(self, x: float, y: float | None) -> None:
        """Go on to that point; None, or a lapse of time, leaves a gap."""
        if self._last is not None and (y is None or x - self._last.x > self._lapse):
            self._closed.lineTo(self._last.x, 0)
            self._last = None
        if y is None:
            return
        if self._last is None:
            self.line.moveTo(x - _LEAD, y)
            self._closed.moveTo(x - _LEAD, 0)
            self._closed.lineTo(x - _LEAD, y)
        self.line.lineTo(x, y)
        self._closed.lineTo(x, y)
        self._last = _Point(x, y)

    @property
    def ground(self) -> QPainterPath:
        """Everything between the line and nothing, closed after the last point."""
        if self._last is None:
            return self._closed
        ground = QPainterPath(self._closed)
        ground.lineTo(self._last.x, 0)
        return ground
