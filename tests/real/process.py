"""A program of the system, run as a child on a loopback port for the length of a block."""

import asyncio
import contextlib
import os
import secrets
import shutil
import signal
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

_SYSTEM_FOLDERS = ("/usr/sbin", "/usr/local/sbin", "/sbin")
_PATIENCE = 15.0
"""Seconds that a program may take until its port is open."""
_UNASSIGNED = range(12_000, 32_000)
"""Ports that no system known here hands out by itself; Linux does from 32768 on."""


def program(name: str) -> str:
    """Return where a program is; the test is skipped by its name where it is not installed."""
    path = os.pathsep.join([os.environ.get("PATH", ""), *_SYSTEM_FOLDERS])
    found = shutil.which(name, path=path)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def free_port() -> int:
    """Return a port that nothing listens on, and that is handed to nobody who asks for any.

    So it is still free a moment later, whatever servers other processes start meanwhile.
    """
    while True:
        port = secrets.choice(_UNASSIGNED)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Running:
    """A child process, what it said so far, and its end."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def said(self) -> str:
        return self._log.read_text("utf-8", errors="replace")

    @property
    def has_ended(self) -> bool:
        return self._process.returncode is not None

    async def end(self) -> None:
        """Kill it and every process that it started, and return when it is gone."""
        for pid in [*descendants(self.pid), self.pid] if not self.has_ended else []:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        await self._process.wait()


def descendants(pid: int) -> list[int]:
    """Return the processes that a process started, and those that they started."""
    found: list[int] = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text("utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[1]) == pid:
                child = int(stat.parent.name)
                found += [child, *descendants(child)]
    return found


@asynccontextmanager
async def running(command: Sequence[str], port: int, log: Path) -> AsyncIterator[Running]:
    """Run a program until the block is left; it is entered once `port` is open on loopback."""
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.DEVNULL, stdout=output, stderr=output
        )
    child = Running(process, log)
    try:
        await _until_open(child, port)
        yield child
    finally:
        await child.end()


async def _until_open(child: Running, port: int) -> None:
    try:
        async with asyncio.timeout(_PATIENCE):
            while not await is_open(port):
                assert not child.has_ended, child.said
                await asyncio.sleep(0.02)
    except TimeoutError:
        pytest.fail(f"port {port} did not open: {child.said}")


async def is_open(port: int) -> bool:
    """Whether something listens on a port of loopback."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
    return True
