"""The hosts a person has: the list, its order, and who watches each of them."""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Self

from typing_extensions import override

from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Keeping, Secret
from desktop.domain.host import Host, HostId
from desktop.domain.memory_source import MemorySource, Pin
from desktop.domain.model import ModelCard
from desktop.hosts.entries import new_id, read_entries, write_entries
from desktop.hosts.loading import begin, break_off
from desktop.hosts.secret_keeping import (
    ForThisRun,
    SecretKeeping,
    SecretPlace,
    is_same_way,
    kept_in,
    lacks_secret,
    needs_secret,
    with_login,
)
from desktop.hosts.snapshot import CardAnswer, HostSnapshot, LoadAttempt
from desktop.hosts.store import HostStore
from desktop.hosts.twins import refuse_twice
from desktop.hosts.watch import Watch
from desktop.hosts.watcher import Watcher
from desktop.ollama.clients import Clients
from desktop.ollama.errors import OllamaError
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.storage.settings import SettingsFile


class HostRegistry(TaskOwner):
    """Owns one watcher for each host, and keeps the list in the settings.

    `changed` says that the list, its order, a name or an address changed;
    `host_changed` that a host's snapshot was replaced. Hosts are watched from
    `async with` on; closing cancels everything that is under way. A host's
    secret is read before it is first asked, while the others are asked already;
    without a place for `secrets` they are kept for this run.
    """

    def __init__(
        self,
        settings: SettingsFile,
        clients: Clients,
        clock: Clock | None = None,
        chance: Callable[[], float] = random.random,
        secrets: SecretPlace | None = None,
    ) -> None:
        super().__init__()
        self.changed = Event[None]()
        self.host_changed = Event[HostId]()
        self._settings = settings
        self._clients = clients
        self._clock = clock or SystemClock()
        self._chance = chance
        self._secrets = SecretKeeping(secrets or ForThisRun(), self._tasks, self._on_kept)
        self._watches: dict[HostId, Watch] = {}
        self._is_visible = True

    async def __aenter__(self) -> Self:
        for host in read_entries(self._settings.settings.hosts):
            self._watch(host, None)
        return self

    @override
    async def _close(self) -> None:
        await self._secrets.settle()
        await super()._close()

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

    def add(
        self,
        address: HostAddress,
        name: str = "",
        *,
        is_demo: bool = False,
        connection: Connection | None = None,
        colour: int = 0,
        secret: Secret | None = None,
    ) -> HostId:
        """Add a host at the end of the list and return its id.

        Raises:
            HostExists: another host has this address.
        """
        secret, connection = secret or Secret(), connection or Connection()
        refuse_twice(self.hosts, address, connection.tunnel)
        connection = with_login(connection, bool(secret.proxy))
        host = Host(new_id(), address, name.strip(), is_demo, connection, colour)
        self._watch(host, secret)
        if secret:
            self._secrets.keep(host, secret)
        self._save()
        return host.id

    def edit(
        self,
        host_id: HostId,
        *,
        name: str,
        address: HostAddress,
        connection: Connection | None = None,
        colour: int | None = None,
        secret: Secret | None = None,
    ) -> None:
        """Change a host; one that is reached in another way is asked anew.

        What is None stays as it is; an empty secret is forgotten.

        Raises:
            HostExists: another host has this address.
        """
        watch = self._watches[host_id]
        snapshot = watch.store.snapshot
        before = snapshot.host
        tunnel = (connection or before.connection).tunnel
        refuse_twice(self.hosts, address, tunnel, but=host_id)
        has_login = before.connection.proxy.has_login if secret is None else bool(secret.proxy)
        host = replace(
            before,
            name=name.strip(),
            address=address,
            connection=with_login(connection or before.connection, has_login),
            colour=before.colour if colour is None else colour,
        )
        if secret is None and is_same_way(before, host):
            watch.store.put(replace(snapshot, host=host))
        else:
            watch.cancel()
            self._watch(host, secret)
            self.host_changed.emit(host_id)
        self._keep_secret(before, host, secret)
        self._save()

    def keep(
        self,
        host_id: HostId,
        *,
        memory: MemorySource | None = None,
        pins: Sequence[Pin] | None = None,
    ) -> None:
        """Remember who tells a host's memory, or which models stay in it; None is as before."""
        store = self._watches[host_id].store
        host = store.snapshot.host
        pins = host.pins if pins is None else tuple(pins)
        host = replace(host, memory=memory or host.memory, pins=pins)
        store.put(replace(store.snapshot, host=host))
        self._save()

    def move(self, host_id: HostId, position: int) -> None:
        """Put a host at that place of the list, counted from 0 without it."""
        order = [other for other in self._watches if other != host_id]
        order.insert(position, host_id)
        self._watches = {other: self._watches[other] for other in order}
        self._save()

    def remove(self, host_id: HostId) -> None:
        """Forget a host and break off whatever it is being asked."""
        watch = self._watches.pop(host_id)
        watch.cancel()
        self._clients.drop(host_id)
        self._secrets.forget(watch.store.snapshot.host)
        self._save()

    def refresh(self, host_id: HostId | None = None) -> None:
        """Ask one host, or every one, at once; a secret that is missing is looked for again."""
        for watch in self._watches.values() if host_id is None else [self._watches[host_id]]:
            snapshot = watch.store.snapshot
            if watch.polling.done() or snapshot.secret_missing:
                watch.polling.cancel()
                watch.polling = self._poll(watch.watcher, watch.store, reads_secret=True)
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

    def load(
        self, host_id: HostId, model: str, keep_alive: str | int | None = None, context: int = 0
    ) -> None:
        """Load a model into memory; the snapshot's `attempts` say how it goes.

        `context` is its num_ctx, in tokens; 0 is the host's own. Another one
        than that in force loads a model anew (fact 73).
        """
        self._attempt(host_id, LoadAttempt(model, keep_alive=keep_alive, context=context))

    def unload(self, host_id: HostId, model: str) -> None:
        """Take a model out of memory; the snapshot's `attempts` say how it goes."""
        self._attempt(host_id, LoadAttempt(model, is_unload=True))

    def break_off(self, host_id: HostId, model: str) -> None:
        """Stop loading a model; its host drops it with the connection (fact 19)."""
        break_off(model, self._watches[host_id])

    def _attempt(self, host_id: HostId, attempt: LoadAttempt) -> None:
        watch, clients = self._watches[host_id], self._clients
        begin(attempt, watch, lambda: clients.client(host_id), self._tasks)

    def _watch(self, host: Host, secret: Secret | None) -> None:
        """Begin to ask a host; a secret that is None is read first, where one is needed."""
        self._clients.put(host, secret)
        missing = secret is not None and lacks_secret(host.connection, secret)
        store = HostStore(
            HostSnapshot(host, secret_missing=missing), lambda: self.host_changed.emit(host.id)
        )
        watcher = Watcher(store, lambda: self._clients.client(host.id), self._clock, self._chance)
        watcher.watch_closely(self._is_visible)
        polling = self._poll(watcher, store, reads_secret=secret is None)
        self._watches[host.id] = Watch(store, watcher, polling)

    def _poll(
        self, watcher: Watcher, store: HostStore, *, reads_secret: bool
    ) -> asyncio.Task[None]:
        async def work() -> None:
            if reads_secret and needs_secret(store.snapshot.host.connection):
                self._sign_in(store, await self._secrets.read(store.snapshot.host))
            await watcher.run()

        return self._tasks.start(work(), name=f"watch {store.snapshot.host.address.url}")

    def _sign_in(self, store: HostStore, secret: Secret) -> None:
        host = store.snapshot.host
        self._clients.put(host, secret)
        missing = lacks_secret(host.connection, secret)
        store.put(replace(store.snapshot, secret_missing=missing))

    def _keep_secret(self, before: Host, host: Host, secret: Secret | None) -> None:
        was_in = before.connection.sign_in.keeping
        if secret is not None:
            self._secrets.keep(host, secret)
        elif not needs_secret(host.connection):
            self._secrets.forget(host)
        elif was_in is not host.connection.sign_in.keeping:
            self._secrets.move(host, was_in)

    def _on_kept(self, host_id: HostId, keeping: Keeping) -> None:
        """Note where a secret really is, so that the next run looks for it there."""
        watch = self._watches.get(host_id)
        if watch is None or watch.store.snapshot.host.connection.sign_in.keeping is keeping:
            return
        snapshot = watch.store.snapshot
        watch.store.put(replace(snapshot, host=kept_in(snapshot.host, keeping)))
        self._save()

    def _save(self) -> None:
        before = self._settings.settings
        entries = write_entries(self.hosts, before.hosts)
        self._settings.update(replace(before, hosts=entries))
        self.changed.emit(None)
