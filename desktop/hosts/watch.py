"""What works for one host."""

import asyncio
from dataclasses import dataclass, field

from desktop.hosts.snapshot import LoadAttempt
from desktop.hosts.store import HostStore
from desktop.hosts.watcher import Watcher


@dataclass(slots=True)
class Watch:
    """One host's store, and the tasks that work for it: polling, loading and unloading."""

    store: HostStore
    watcher: Watcher
    polling: asyncio.Task[None]
    others: dict[asyncio.Task[None], LoadAttempt] = field(
        default_factory=dict[asyncio.Task[None], LoadAttempt]
    )

    def cancel(self) -> None:
        for task in (self.polling, *self.others):
            task.cancel()
