"""What works for one host."""

import asyncio
from dataclasses import dataclass, field

from desktop.hosts.store import HostStore
from desktop.hosts.watcher import Watcher


@dataclass(slots=True)
class Watch:
    """One host's store, and the tasks that work for it: polling, loading and unloading."""

    store: HostStore
    watcher: Watcher
    polling: asyncio.Task[None]
    others: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    def cancel(self) -> None:
        for task in (self.polling, *self.others):
            task.cancel()
