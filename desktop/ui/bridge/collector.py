"""Collects garbage on the window's thread, and on no other."""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 250
_SETTLED_MS = 2000
"""After which what is shown first has come: the first collection takes 60 ms (measured)."""
_THRESHOLDS = (10_000, 20, 50)
"""As those of gc: what is new is looked at less often than Python would, old things rarely."""


class Collector(QObject):
    """Takes over from Python, which collects on whichever thread happens to allocate.

    A widget that is part of a cycle would then be destroyed on that thread, and
    Qt ends the process. It works until its owner is destroyed. What was
    made in the first seconds is looked through no more, which takes 35 ms and more
    (measured), until the next window has settled: a window that was exchanged is 4 MB.
    """

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        gc.disable()
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(collect_if_due)
        QTimer.singleShot(_SETTLED_MS, self, self._settle)

    def _settle(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._timer.start()


def collect_if_due() -> None:
    """Collect the oldest generation whose turn it is, if enough is new."""
    counts = gc.get_count()
    if counts[0] < _THRESHOLDS[0]:
        return
    due = 0
    if counts[1] >= _THRESHOLDS[1]:
        due = 2 if counts[2] >= _THRESHOLDS[2] else 1
    gc.collect(due)
