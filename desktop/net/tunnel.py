"""The SSH tunnels of the hosts that have one."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeAlias

from typing_extensions import override

from desktop.domain.address import HostAddress
from desktop.domain.connection import Tunnel
from desktop.domain.host import HostId
from desktop.net.ssh import Ssh, TunnelBroken, start_ssh
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.supervisor import Supervisor
from desktop.runtime.task_owner import TaskOwner

PAUSES = (0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds until a tunnel that is gone is made again; the last one repeats."""
_PROVEN = 20.0
"""Seconds after which a tunnel counts as good, and the pauses begin anew."""

_Key: TypeAlias = tuple[HostId, Tunnel, str]


class Tunnels(TaskOwner):
    """Makes a host's tunnel when it is first needed, and again when it is gone.

    Ended with the host (`drop`) or all at once where they are left; no process is left.
    """

    def __init__(self, ssh: Sequence[str] = ("ssh",), clock: Clock | None = None) -> None:
        super().__init__()
        self._ssh = ssh
        self._clock = clock or SystemClock()
        self._lines: dict[_Key, _Line] = {}

    def apart(self) -> "Tunnels":
        """Return others like these, for a look that is not to touch a host's own tunnel."""
        return Tunnels(self._ssh, self._clock)

    async def local_port(self, host_id: HostId, tunnel: Tunnel, address: HostAddress) -> int:
        """Return the port of loopback that leads to `address` as seen from the destination.

        Waits while the tunnel is being made; a caller that does not want to
        wait for ever has a time-out, and the making goes on without it.

        Raises:
            TunnelBroken: there is none at the moment.
        """
        key = (host_id, tunnel, address.authority)
        if (line := self._lines.get(key)) is None:
            line = self._lines[key] = _Line(self._ssh, tunnel, address, self._clock)
            line.task = self._tasks.start(line.keep(), name=f"ssh tunnel of {host_id}")
        return await line.local_port()

    def way(
        self, host_id: HostId, tunnel: Tunnel, address: HostAddress
    ) -> Callable[[], Awaitable[HostAddress]]:
        """Return what tells a dialer, each time it connects, where to connect to."""

        async def where() -> HostAddress:
            port = await self.local_port(host_id, tunnel, address)
            return HostAddress(address.scheme, "127.0.0.1", port, address.path)

        return where

    def drop(self, host_id: HostId) -> None:
        """End a host's tunnels, if it has any."""
        for key in [key for key in self._lines if key[0] == host_id]:
            if (task := self._lines.pop(key).task) is not None:
                task.cancel()

    @override
    async def _close(self) -> None:
        """End every tunnel, and return when the last process is gone."""
        self._lines.clear()
        await super()._close()


class _Line:
    """One tunnel, made again and again."""

    def __init__(
        self, ssh: Sequence[str], tunnel: Tunnel, address: HostAddress, clock: Clock
    ) -> None:
        self._ssh = ssh
        self._tunnel = tunnel
        self._address = address
        self._clock = clock
        self._process: Ssh | None = None
        self._failure = ""
        self._is_settled = asyncio.Event()
        self._complaints = ""
        self.task: asyncio.Task[None] | None = None

    async def local_port(self) -> int:
        await self._is_settled.wait()
        if (process := self._process) is None:
            raise TunnelBroken(self._failure)
        if process.words != self._complaints:  # It has said something: ask before trusting it.
            if not await process.is_reaching():
                raise TunnelBroken(process.words)
            self._complaints = process.words
        return process.port

    async def keep(self) -> None:
        """Make the tunnel, wait for its end and make it again, until cancelled."""
        failures = 0
        try:
            while True:
                began = self._clock.monotonic()
                self._give_up(await self._run())
                if self._clock.monotonic() - began > _PROVEN:
                    failures = 0
                await self._clock.sleep(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1
                self._is_settled.clear()
        finally:
            self._give_up("the tunnel was closed")  # Whoever still waits for it is told.

    def _give_up(self, failure: str) -> None:
        self._process = None
        self._failure = failure
        self._is_settled.set()

    async def _run(self) -> str:
        """Make the tunnel once, and return what ssh said last when it has come to its end."""
        try:
            process = await start_ssh(self._ssh, self._tunnel, self._address, _free_port())
        except TunnelBroken as error:
            return str(error)
        ending = Supervisor()
        try:
            ending.start(self._open(process), name="ssh tunnel opens")
            await process.listen()
        finally:
            await ending.close()
            await process.end()
        return process.words or "ssh ended without a word"

    async def _open(self, process: Ssh) -> None:
        """Hand the port out once it is open; a far end that is not there is told to who asks."""
        try:
            await process.until_open()
        except TunnelBroken:
            self._complaints = "-"
        else:
            self._complaints = process.words
        self._process = process
        self._is_settled.set()


def _free_port() -> int:
    """A port of loopback that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
