"""Waits until models have left a host's memory."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry

_PATIENCE_MS = 20_000
"""How long it may take; what is asked then is asked all the same, and says what is wrong."""


class Unloading(QObject):
    """Calls one function once a host's memory is as it was wanted; a later wish replaces it."""

    def __init__(self, registry: HostRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry
        self._host_id = HostId("")
        self._goes: Callable[[str], bool] = bool
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self._go)
        self.destroyed.connect(registry.host_changed.subscribe(self._look))

    def then(self, host_id: HostId, goes: Callable[[str], bool], work: Callable[[], None]) -> None:
        """Do that once no model of which `goes` is true is in that host's memory."""
        self._host_id, self._goes, self._then = host_id, goes, work
        self._timer.start()

    def _look(self, host_id: HostId) -> None:
        if self._then is None or host_id != self._host_id:
            return
        loaded = self._registry.snapshot(host_id).loaded
        if not any(self._goes(row.name) for row in loaded):
            self._go()

    def _go(self) -> None:
        work, self._then = self._then, None
        self._timer.stop()
        if work is not None:
            work()
