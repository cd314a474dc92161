"""The Ollama stand-in: a real HTTP server on a loopback port."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, tzinfo
from types import TracebackType
from typing import Self

from desktop.demo.faults import Faults
from desktop.demo.library import Library, demo_library
from desktop.demo.machine import Machine
from desktop.demo.manifest import Manifest
from desktop.demo.pace import Pace
from desktop.demo.registry import Registry
from desktop.demo.runners import Runners
from desktop.demo.session import Session
from desktop.demo.store import Store
from desktop.demo.wire import Connection
from desktop.domain.address import HostAddress
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.supervisor import Supervisor

REMEMBERED = 1000
"""How many of the last requests are remembered."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how the stand-in runs: the port (0 for any), its clock and zone, and its cloud."""

    port: int = 0
    clock: Clock = SystemClock()
    zone: tzinfo = UTC
    has_cloud: bool = True


class DemoServer:
    """Serves a library for the length of an `async with`, and leaves nothing behind.

    `faults` and `registry` may be used at any moment while it runs;
    `requests` holds the methods and paths that were asked for, newest last.
    """

    def __init__(
        self,
        library: Library | None = None,
        faults: Faults | None = None,
        pace: Pace | None = None,
        *,
        label: str = "Demo",
        setting: Setting | None = None,
        more: Mapping[str, Manifest] | None = None,
    ) -> None:
        self.faults = faults or Faults()
        self.label = label
        self.requests: deque[str] = deque(maxlen=REMEMBERED)
        self._library = library if library is not None else demo_library()
        self.gpu_memory = self._library.gpu_memory
        self._pace = pace or Pace()
        self._setting = setting or Setting()
        self._port = 0
        self._tasks = Supervisor()
        self._listening: asyncio.Server | None = None
        self._connections: set[Connection] = set()
        self.registry = Registry(self._setting.clock, self.faults, self._pace, more or {})
        self.machine = self._machine()

    def _machine(self) -> Machine:
        clock = self._setting.clock
        store = Store(self._library, clock.now())
        runners = Runners(clock, self._library.gpu_memory, self._pace.load_speed)
        runners.preload(self._library, store)
        return Machine(
            store,
            self.registry,
            runners,
            self.faults,
            clock,
            self._pace.token_pause,
            self._setting.zone,
            self._setting.has_cloud,
            quantize_speed=self._pace.quantize_speed,
        )

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen; after a `stop` at the same port, with everything as it was."""
        port = self._port or self._setting.port
        self._tasks = Supervisor()
        self._listening = await asyncio.start_server(self._meet, "127.0.0.1", port)
        self._port = self._listening.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening and drop every client, as a server that is killed does."""
        if self._listening is None:
            return
        self._listening.close()
        await self._tasks.close()
        await self._listening.wait_closed()
        self._listening = None

    @property
    def address(self) -> HostAddress:
        """Where it listens."""
        return HostAddress("http", "127.0.0.1", self._port)

    @property
    def url(self) -> str:
        return self.address.url

    @property
    def connection_count(self) -> int:
        """How many clients are connected."""
        return len(self._connections)

    def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(reader, writer)
        self._connections.add(connection)
        serving = self._tasks.start(self._serve(connection), name="demo connection")
        serving.add_done_callback(lambda _: self._leave(connection))

    async def _serve(self, connection: Connection) -> None:
        with contextlib.suppress(ConnectionError):  # The client went away.
            await Session(connection, self.machine, self.requests).run()
        connection.close()
        await connection.gone()

    def _leave(self, connection: Connection) -> None:
        """Drop a client, also one whose task was cancelled before it took its first step."""
        connection.abort()
        self._connections.discard(connection)
