"""One client for each host, closed with it."""

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import httpx

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.patience import Patience
from desktop.runtime.supervisor import Supervisor


@dataclass(frozen=True, slots=True)
class _Line:
    address: HostAddress
    http: httpx.AsyncClient
    client: OllamaClient


class Clients:
    """Makes a client from a host's address, and closes it when the address changes or goes.

    What still runs over a client that is closed ends with `StreamBroken`.
    """

    def __init__(
        self,
        open_line: Callable[[HostAddress], httpx.AsyncClient] = open_http,
        patience: Patience | None = None,
    ) -> None:
        self._open_line = open_line
        self._patience = patience
        self._lines: dict[HostId, _Line] = {}
        self._retired: set[httpx.AsyncClient] = set()
        self._tasks = Supervisor()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def client(self, host_id: HostId) -> OllamaClient:
        """Return a host's client; KeyError if there is no such host."""
        return self._lines[host_id].client

    def put(self, host: Host) -> None:
        """Make a host's client, or replace it if its address is another one now."""
        before = self._lines.get(host.id)
        if before is not None and before.address == host.address:
            return
        http = self._open_line(host.address)
        self.drop(host.id)
        self._lines[host.id] = _Line(host.address, http, OllamaClient(http, self._patience))

    def drop(self, host_id: HostId) -> None:
        """Close a host's client, if there is one."""
        if (line := self._lines.pop(host_id, None)) is not None:
            self._retired.add(line.http)
            self._tasks.start(self._retire(line.http), name=f"close client of {host_id}")

    async def close(self) -> None:
        """Close every client, and return when the last connection is closed."""
        await self._tasks.close()
        self._retired.update(line.http for line in self._lines.values())
        self._lines.clear()
        while self._retired:
            await self._retired.pop().aclose()

    async def _retire(self, http: httpx.AsyncClient) -> None:
        await http.aclose()
        self._retired.discard(http)
