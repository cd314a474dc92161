"""Where the newest snapshot of one host is kept."""

from collections.abc import Callable
from dataclasses import replace

from desktop.hosts.snapshot import HostSnapshot


class HostStore:
    """Holds one host's snapshot and says when something about it has really changed."""

    def __init__(self, snapshot: HostSnapshot, on_change: Callable[[], None]) -> None:
        self._snapshot = snapshot
        self._on_change = on_change

    @property
    def snapshot(self) -> HostSnapshot:
        return self._snapshot

    def put(self, snapshot: HostSnapshot) -> None:
        """Replace the snapshot; a later last answer alone is no news."""
        before, self._snapshot = self._snapshot, snapshot
        if replace(before, last_answer=snapshot.last_answer) != snapshot:
            self._on_change()
