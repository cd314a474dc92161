"""Gathers changes, so that a fast network cannot stall painting."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")

FRAME_MS = 33


class Frame(Generic[T]):
    """Collects what changed and announces it once a frame, each thing once.

    A pull reports hundreds of steps a second; an item model adds the job's id
    for each, and emits `dataChanged` when this calls it. `interval` is in milliseconds.
    """

    def __init__(
        self,
        owner: QObject,
        announce: Callable[[frozenset[T]], None],
        interval: int = FRAME_MS,
    ) -> None:
        self._announce = announce
        self._gathered: set[T] = set()
        self._timer = QTimer(owner, singleShot=True, interval=interval)
        self._timer.timeout.connect(self.flush)

    def add(self, item: T) -> None:
        """Announce that item with the next frame."""
        self._gathered.add(item)
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Announce what was gathered now, if anything was."""
        self._timer.stop()
        gathered = frozenset(self._gathered)
        self._gathered.clear()
        if gathered:
            self._announce(gathered)
