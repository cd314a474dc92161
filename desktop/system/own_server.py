"""`ollama serve`, started by this program: it ends with the window, or outlives it, by choice."""

import asyncio
import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from desktop.runtime.threads import abandonable
from desktop.system.ending import NotEnded, end_process, is_alive
from desktop.system.launching import Launch, LaunchFailed
from desktop.system.plan import Plan, Run

PATIENCE = 20.0
"""Seconds until a server that was started has to listen."""
_LARGEST_LOG = 5 * 1024 * 1024
"""Bytes of an old log beyond which a new one is begun."""
_LAST_WORDS = 600
_LOOK_AGAIN = 0.05


class StartFailed(Exception):
    """The server did not come up; the text is the last that it said."""


@dataclass(frozen=True, slots=True)
class Started:
    """A server that this program started. `created` tells it from another of its number."""

    pid: int
    created: float
    log: Path


class OwnServer:
    """Holds the server that this program started, from `start` until `stop` or `close`.

    `outlives` may be changed as long as it runs; it is looked at when the window closes.
    """

    def __init__(self, program: Path, log: Path, *, outlives: bool = False) -> None:
        self.outlives = outlives
        self.started: Started | None = None
        self._program = program
        self.log = log

    @property
    def is_running(self) -> bool:
        return self.started is not None and is_alive(self.started.pid, self.started.created)

    def plan(self, environment: Mapping[str, str]) -> Plan:
        """What `start` does, to be shown."""
        return Plan((serving(self._program, environment),))

    async def start(
        self, environment: Mapping[str, str], port: int, timeout: float = PATIENCE
    ) -> Started:
        """Start it with these variables besides this program's own, and wait until it listens.

        Raises:
            StartFailed: it cannot be run, ended at once, or does not listen in time.
        """
        if self.is_running:
            raise StartFailed("it runs already")
        await abandonable(_make_room, self.log)
        pid = await self._launch({**os.environ, **environment})
        try:
            self.started = Started(pid, _created(pid), self.log)  # At once: it has an owner now.
            await self._until_listening(port, timeout)
        except psutil.Error as error:
            raise StartFailed(await abandonable(last_words, self.log)) from error
        except BaseException:
            await self.stop()
            raise
        return self.started

    async def stop(self) -> None:
        """End it and the engines that it started, and return when they are gone."""
        if (started := self.started) is not None:
            with contextlib.suppress(NotEnded):
                await end_process(started.pid, started.created)
            self.started = None

    async def close(self) -> None:
        """The window closes: end it, unless it is to outlive this program."""
        if not self.outlives:
            await self.stop()

    async def _launch(self, environ: Mapping[str, str]) -> int:
        launch = Launch(self._program, self.log, environ)
        try:
            return await launch.run()
        except LaunchFailed as error:
            raise StartFailed(str(error)) from error
        except asyncio.CancelledError:
            if (pid := launch.given_up()) is not None:
                with contextlib.suppress(psutil.Error, NotEnded):
                    await end_process(pid, _created(pid))
            raise

    async def _until_listening(self, port: int, timeout: float) -> None:
        try:
            async with asyncio.timeout(timeout):
                while not await _listens(port):
                    if not self.is_running:
                        raise StartFailed(await abandonable(last_words, self.log))
                    await asyncio.sleep(_LOOK_AGAIN)
        except TimeoutError as error:
            raise StartFailed(await abandonable(last_words, self.log)) from error


def serving(program: Path, environment: Mapping[str, str]) -> Run:
    """Return the command that starts a server with these variables, to be shown."""
    values = [f"{name}={value}" for name, value in environment.items()]
    return Run((*(["env"] if values else []), *values, str(program), "serve"))


def started_before(pid: int, created: float, log: Path) -> Started | None:
    """Return a server that this program started before it was closed: it writes to its log. Blocks.

    None where another one started it, or the system does not tell.
    """
    try:
        files = psutil.Process(pid).open_files()
    except (psutil.Error, OSError):
        return None
    is_ours = any(Path(file.path) == log for file in files)
    return Started(pid, created, log) if is_ours else None


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.transport.abort()
    return True


def _created(pid: int) -> float:
    return psutil.Process(pid).create_time()


def _make_room(log: Path) -> None:
    """Make the log, readable by its owner alone; one that is too large is kept once, as `.1`."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileNotFoundError):
        if log.stat().st_size > _LARGEST_LOG:
            os.replace(log, log.with_name(f"{log.name}.1"))
    os.close(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))


def last_words(log: Path) -> str:
    """Return the last line of a server's log, as far as there is one. Blocks."""
    try:
        lines = log.read_bytes()[-_LAST_WORDS:].decode(errors="replace").strip().splitlines()
    except OSError:
        lines = []
    return lines[-1] if lines else "it ended without a word"
