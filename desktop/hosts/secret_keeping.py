"""The secrets of the hosts in the list: which are needed, and keeping them as a person said."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Protocol

from desktop.domain.connection import Connection, Keeping, Secret, SignInKind
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyMode
from desktop.runtime.supervisor import Supervisor

_LAST_WRITES = 3.0
"""Seconds that the end of the program waits for secrets that are being kept."""


class SecretPlace(Protocol):
    """Where secrets are kept; `storage.secrets.Secrets` is one."""

    async def read(self, host_id: HostId, keeping: Keeping = ..., /) -> Secret: ...
    async def write(self, host_id: HostId, secret: Secret, keeping: Keeping, /) -> Keeping: ...
    async def forget(self, host_id: HostId, /) -> None: ...


class ForThisRun:
    """Keeps secrets in memory and nowhere else."""

    def __init__(self) -> None:
        self._secrets: dict[HostId, Secret] = {}

    async def read(self, host_id: HostId, _keeping: Keeping = Keeping.RUN) -> Secret:
        return self._secrets.get(host_id, Secret())

    async def write(self, host_id: HostId, secret: Secret, _keeping: Keeping) -> Keeping:
        self._secrets[host_id] = secret
        return Keeping.RUN

    async def forget(self, host_id: HostId) -> None:
        self._secrets.pop(host_id, None)


def needs_secret(connection: Connection) -> bool:
    """Whether a secret belongs to how the host was set to be reached."""
    return connection.sign_in.kind is not SignInKind.NONE or connection.proxy.has_login


def lacks_secret(connection: Connection, secret: Secret) -> bool:
    """Whether a part of the secret that this connection needs is not there."""
    proxy = connection.proxy
    if proxy.has_login and proxy.mode is ProxyMode.MANUAL and not secret.proxy:
        return True
    match connection.sign_in.kind:
        case SignInKind.NONE:
            return False
        case SignInKind.BEARER:
            return not secret.token
        case SignInKind.BASIC:
            return not secret.password
        case SignInKind.HEADERS:
            return not set(connection.sign_in.headers) <= set(secret.headers)


def with_login(connection: Connection, has_login: bool) -> Connection:
    """Return the connection with the note whether its proxy has a login."""
    return replace(connection, proxy=replace(connection.proxy, has_login=has_login))


def kept_in(host: Host, keeping: Keeping) -> Host:
    """Return the host with another place for its secret."""
    sign_in = replace(host.connection.sign_in, keeping=keeping)
    return replace(host, connection=replace(host.connection, sign_in=sign_in))


def is_same_way(one: Host, other: Host) -> bool:
    """Whether both are reached alike; where their secret is kept makes no difference."""
    other = kept_in(other, one.connection.sign_in.keeping)
    return (one.address, one.connection) == (other.address, other.connection)


class SecretKeeping:
    """Keeps, moves and forgets secrets in the background, and says where one really is.

    `on_kept` is told where a secret was put, which is not always where it was meant to be.
    """

    def __init__(
        self,
        place: SecretPlace,
        supervisor: Supervisor,
        on_kept: Callable[[HostId, Keeping], None],
    ) -> None:
        self._place = place
        self._supervisor = supervisor
        self._on_kept = on_kept
        self._writes: dict[asyncio.Task[None], HostId] = {}

    async def read(self, host: Host) -> Secret:
        """Return the host's secret once it is kept, empty where there is none to be read."""
        if writes := [task for task, host_id in self._writes.items() if host_id == host.id]:
            await asyncio.wait(writes)
        return await self._place.read(host.id, host.connection.sign_in.keeping)

    def keep(self, host: Host, secret: Secret) -> None:
        """Keep a secret where the host's sign-in says; an empty one is forgotten."""
        self._start(self._write(host, secret), host)

    def move(self, host: Host, before: Keeping) -> None:
        """Put the secret that is kept elsewhere where the host's sign-in says now."""

        async def work() -> None:
            secret = await self._place.read(host.id, before)
            if secret:
                await self._write(host, secret)

        self._start(work(), host)

    def forget(self, host: Host) -> None:
        """Keep nothing of the host any more."""
        self._start(self._place.forget(host.id), host)

    async def settle(self) -> None:
        """Return when everything was kept, or after three seconds."""
        if self._writes:
            await asyncio.wait(self._writes, timeout=_LAST_WRITES)

    async def _write(self, host: Host, secret: Secret) -> None:
        wanted = host.connection.sign_in.keeping
        self._on_kept(host.id, await self._place.write(host.id, secret, wanted))

    def _start(self, work: Coroutine[object, object, None], host: Host) -> None:
        task = self._supervisor.start(work, name=f"keep the secret of {host.address.url}")
        self._writes[task] = host.id
        task.add_done_callback(lambda done: self._writes.pop(done, None))
