"""One client for each host, closed with it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import httpx
from typing_extensions import override

from desktop.domain.connection import Connection, Keeping, Secret, Timeouts
from desktop.domain.host import Host, HostId
from desktop.ollama.client import OllamaClient
from desktop.ollama.lines import OpenLine, line_opener
from desktop.ollama.patience import Patience, Silence
from desktop.runtime.task_owner import TaskOwner


@dataclass(frozen=True, slots=True)
class _Line:
    host: Host
    secret: Secret
    http: httpx.AsyncClient
    client: OllamaClient

    def leads_to(self, host: Host, secret: Secret) -> bool:
        """Whether this reaches that host in the same way; its name and colour do not matter."""
        return (self.host.address, _way(self.host), self.secret) == (
            host.address,
            _way(host),
            secret,
        )


class Clients(TaskOwner):
    """Makes a client from a host's address, connection and secret, and closes it with them.

    What still runs over a client that is closed ends with `StreamBroken`.
    `on_drop` hears of it, which is how a host's tunnel ends with its client.
    """

    def __init__(
        self,
        open_line: OpenLine | None = None,
        patience: Patience | None = None,
        on_drop: Callable[[HostId], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._open_line = open_line or line_opener()
        self._patience = patience
        self._on_drop = on_drop
        self._lines: dict[HostId, _Line] = {}
        self._retired: set[httpx.AsyncClient] = set()

    def client(self, host_id: HostId) -> OllamaClient:
        """Return a host's client; KeyError if there is no such host."""
        return self._lines[host_id].client

    def put(self, host: Host, secret: Secret | None = None) -> None:
        """Make a host's client, or replace it if another way leads there now."""
        secret = secret or Secret()
        before = self._lines.get(host.id)
        if before is not None and before.leads_to(host, secret):
            return
        http = self._open_line(host, secret)
        self.drop(host.id)
        patience = self._patience or _patience_of(host.connection.timeouts)
        self._lines[host.id] = _Line(host, secret, http, OllamaClient(http, patience))

    def drop(self, host_id: HostId) -> None:
        """Close a host's client, if there is one."""
        if (line := self._lines.pop(host_id, None)) is not None:
            self._retired.add(line.http)
            self._tasks.start(self._retire(line.http), name=f"close client of {host_id}")
            self._on_drop(host_id)

    @override
    async def _close(self) -> None:
        """Close every client, and return when the last connection is closed."""
        await super()._close()
        self._retired.update(line.http for line in self._lines.values())
        self._lines.clear()
        while self._retired:
            await self._retired.pop().aclose()

    async def _retire(self, http: httpx.AsyncClient) -> None:
        await http.aclose()
        self._retired.discard(http)


def _patience_of(timeouts: Timeouts) -> Patience:
    """Return how long a person wants to wait for a host."""
    run = Silence(timeouts.loading, timeouts.tokens)
    return replace(Patience(), connect=timeouts.connect, run=run)


def _way(host: Host) -> Connection:
    """Return the host's connection, but for where its secret is kept, which leads nowhere else."""
    connection = host.connection
    return replace(connection, sign_in=replace(connection.sign_in, keeping=Keeping.RUN))
