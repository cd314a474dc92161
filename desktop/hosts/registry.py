"""The hosts a person has: the list, its order, and who watches each of them."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Self

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId
from desktop.domain.model import ModelCard
from desktop.hosts.entries import new_id, read_entries, write_entries
from desktop.hosts.loading import carry_out
from desktop.hosts.snapshot import CardAnswer, HostSnapshot, LoadAttempt
from desktop.hosts.store import HostStore
from desktop.hosts.watcher import Watcher
from desktop.ollama.clients import Clients
from desktop.ollama.errors import OllamaError
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.supervisor import Supervisor
from desktop.storage.settings import SettingsFile


class HostExists(ValueError):
    """Another host of the list has this address already."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.address.url)
        self.host = host


@dataclass(slots=True)
class _Watch:
    """One host's store, and the tasks that work for it: polling, loading and unloading."""

    store: HostStore
    watcher: Watcher
    polling: asyncio.Task[None]
    others: set[asyncio.Task[None]] = field(default_factory=set[asyncio.Task[None]])

    def cancel(self) -> None:
        for task in (self.polling, *self.others):
            task.cancel()


class HostRegistry:
    """Owns one watcher for each host, and keeps the list in the settings.

    `changed` says that the list, its order, a name or an address changed;
    `host_changed` that a host's snapshot was replaced. Hosts are watched from
    `async with` on; closing cancels everything that is under way.
    """

    def __init__(
        self,
        settings: SettingsFile,
        clients: Clients,
        clock: Clock | None = None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.changed = Event[None]()
        self.host_changed = Event[HostId]()
        self._settings = settings
        self._clients = clients
        self._clock = clock or SystemClock()
        self._chance = chance
        self._supervisor = Supervisor()
        self.crashed = self._supervisor.crashed
        self._watches: dict[HostId, _Watch] = {}
        self._is_visible = True

    async def __aenter__(self) -> Self:
        for host in read_entries(self._settings.settings.hosts):
            self._watch(host)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._supervisor.close()

    @property
    def hosts(self) -> tuple[Host, ...]:
        """Every host, in the person's order."""
        return tuple(snapshot.host for snapshot in self.snapshots)

    @property
    def snapshots(self) -> tuple[HostSnapshot, ...]:
        """What is known of each host, in the same order."""
        return tuple(watch.store.snapshot for watch in self._watches.values())

    def snapshot(self, host_id: HostId) -> HostSnapshot:
        """Return what is known of one host; KeyError if it was removed."""
        return self._watches[host_id].store.snapshot

    def add(self, address: HostAddress, name: str = "", *, is_demo: bool = False) -> HostId:
        """Add a host at the end of the list and return its id.

        Raises:
            HostExists: another host has this address.
        """
        self._refuse_twice(address)
        host = Host(new_id(), address, name.strip(), is_demo)
        self._watch(host)
        self._save()
        return host.id

    def edit(self, host_id: HostId, *, name: str, address: HostAddress) -> None:
        """Give a host another name or address; at another address it is asked anew.

        Raises:
            HostExists: another host has this address.
        """
        self._refuse_twice(address, but=host_id)
        watch = self._watches[host_id]
        before = watch.store.snapshot
        host = replace(before.host, name=name.strip(), address=address)
        if address == before.host.address:
            watch.store.put(replace(before, host=host))
        else:
            watch.cancel()
            self._watch(host)
            self.host_changed.emit(host_id)
        self._save()

    def move(self, host_id: HostId, position: int) -> None:
        """Put a host at that place of the list, counted from 0 without it."""
        order = [other for other in self._watches if other != host_id]
        order.insert(position, host_id)
        self._watches = {other: self._watches[other] for other in order}
        self._save()

    def remove(self, host_id: HostId) -> None:
        """Forget a host and break off whatever it is being asked."""
        self._watches.pop(host_id).cancel()
        self._clients.drop(host_id)
        self._save()

    def refresh(self, host_id: HostId | None = None) -> None:
        """Ask one host, or every one, at once."""
        for watch in self._watches.values() if host_id is None else [self._watches[host_id]]:
            if watch.polling.done():
                watch.polling = self._poll(watch.watcher, watch.store.snapshot.host)
            watch.watcher.refresh()

    def watch_closely(self, visible: bool) -> None:
        """Ask six times less often while the window is hidden."""
        self._is_visible = visible
        for watch in self._watches.values():
            watch.watcher.watch_closely(visible)

    async def read_card(self, host_id: HostId, model: str, *, verbose: bool = False) -> ModelCard:
        """Return everything a host says of a model; `verbose` brings the tokenizer's lists.

        Raises:
            KeyError: the host was removed.
            OllamaError: it did not answer, or refused.
        """
        return await self._clients.client(host_id).show(model, verbose=verbose)

    async def try_card(self, host_id: HostId, model: str, *, verbose: bool = False) -> CardAnswer:
        """Return the card, or what went wrong as a fact to show; neither if the host is gone."""
        try:
            return CardAnswer(await self.read_card(host_id, model, verbose=verbose))
        except KeyError:
            return CardAnswer()
        except OllamaError as error:
            return CardAnswer(error=error)

    def load(self, host_id: HostId, model: str, keep_alive: str | int | None = None) -> None:
        """Load a model into memory; the snapshot's `attempts` say how it goes."""
        self._attempt(host_id, LoadAttempt(model, keep_alive=keep_alive))

    def unload(self, host_id: HostId, model: str) -> None:
        """Take a model out of memory; the snapshot's `attempts` say how it goes."""
        self._attempt(host_id, LoadAttempt(model, is_unload=True))

    def _attempt(self, host_id: HostId, attempt: LoadAttempt) -> None:
        watch = self._watches[host_id]

        async def work() -> None:
            await carry_out(attempt, self._clients.client(host_id), watch.store)
            watch.watcher.refresh()

        task = self._supervisor.start(work(), name=f"load {attempt.model}")
        watch.others.add(task)
        task.add_done_callback(watch.others.discard)

    def _watch(self, host: Host) -> None:
        self._clients.put(host)
        store = HostStore(HostSnapshot(host), lambda: self.host_changed.emit(host.id))
        watcher = Watcher(store, self._clients.client(host.id), self._clock, self._chance)
        watcher.watch_closely(self._is_visible)
        self._watches[host.id] = _Watch(store, watcher, self._poll(watcher, host))

    def _poll(self, watcher: Watcher, host: Host) -> asyncio.Task[None]:
        return self._supervisor.start(watcher.run(), name=f"watch {host.address.url}")

    def _refuse_twice(self, address: HostAddress, but: HostId | None = None) -> None:
        for host in self.hosts:
            if host.address == address and host.id != but:
                raise HostExists(host)

    def _save(self) -> None:
        before = self._settings.settings
        entries = write_entries(self.hosts, before.hosts)
        self._settings.update(replace(before, hosts=entries))
        self.changed.emit(None)
