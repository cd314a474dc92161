"""One run of the person's own `ssh`, which forwards a local port."""

import asyncio
import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence

import httpcore

from desktop.domain.address import HostAddress
from desktop.domain.connection import Tunnel
from desktop.domain.destination import destination_problem
from desktop.domain.redaction import redact

_OPTIONS = (
    "BatchMode=yes",  # Nobody is there to be asked for a password.
    "ExitOnForwardFailure=yes",
    "ServerAliveInterval=15",
    "ServerAliveCountMax=3",
    # A connection of its own: over a shared one, the forwarding would outlive this process.
    "ControlMaster=no",
    "ControlPath=none",
    "IgnoreUnknown=ForkAfterAuthentication",  # It came with OpenSSH 8.7.
    "ForkAfterAuthentication=no",
    "PermitLocalCommand=no",
    "ForwardAgent=no",
    "ForwardX11=no",
    "LogLevel=INFO",  # Else what went wrong may not be said.
)
_WORDS = 600
"""Characters of what ssh said last that are kept."""
_TO_END = 0.4
"""Seconds that ssh is given to end by itself."""
_LOOK_AGAIN = 0.03
"""Seconds between two looks at a port that is not open yet."""
_FAR_END = 0.4
"""Seconds in which ssh says that the far end cannot be reached, on a network nearby."""


class TunnelBroken(httpcore.ConnectError):
    """There is no tunnel; the text is what ssh said last. One of httpcore's, to get through it."""


class Ssh:
    """A process that was started, and what it said."""

    def __init__(self, process: asyncio.subprocess.Process, port: int) -> None:
        self._process = process
        self._said = ""
        self.port = port

    @property
    def words(self) -> str:
        """What it said last, without what looks like a secret."""
        return redact(self._said.strip())

    async def listen(self) -> None:
        """Take down what it says, and return when it has ended."""
        stream = self._process.stderr
        while stream is not None and (data := await stream.read(4096)):
            self._said = (self._said + data.decode(errors="replace"))[-_WORDS:]
        await self._process.wait()

    async def until_open(self) -> None:
        """Return when the port is open and the far end did not hang up; raises TunnelBroken.

        Waits without an end: whoever asks has a time-out, and ssh's end is noticed by `listen`.
        """
        while not await self.is_reaching():  # noqa: ASYNC110  nobody tells when it is open
            await asyncio.sleep(_LOOK_AGAIN)

    async def is_reaching(self) -> bool:
        """Whether the port is open; TunnelBroken if what is at the far end cannot be reached.

        ssh opens the port whether anything listens there or not. If nothing
        does, it hangs up on who connects, and says why.
        """
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        try:
            async with asyncio.timeout(_FAR_END):
                is_there = bool(await reader.read(1))
        except TimeoutError:
            is_there = True  # A server of HTTP waits to be spoken to.
        except ConnectionError:
            is_there = False
        finally:
            writer.transport.abort()
        if not is_there:
            raise TunnelBroken(self.words or "the far end hung up")
        return True

    async def end(self) -> None:
        """End it and what it started (a jump host's ssh), and return when it is gone."""
        self._signal(signal.SIGTERM)
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_TO_END):
                    await self._process.wait()
        finally:
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        await self._process.wait()

    def _signal(self, number: int) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, number)
            else:
                self._process.terminate()


async def start_ssh(ssh: Sequence[str], tunnel: Tunnel, address: HostAddress, port: int) -> Ssh:
    """Start ssh, forwarding a local port to an address as seen from the destination.

    Raises:
        TunnelBroken: there is no ssh here, or the destination is none.
    """
    if (problem := destination_problem(tunnel.destination)) is not None:
        raise TunnelBroken(f"not a destination of ssh ({problem.name})")
    try:
        process = await asyncio.create_subprocess_exec(
            *_command(ssh, tunnel, address, port),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,  # No terminal to ask on, and one group to end.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise TunnelBroken(f"{ssh[0]} could not be started: {error.strerror}") from error
    return Ssh(process, port)


def _command(ssh: Sequence[str], tunnel: Tunnel, address: HostAddress, port: int) -> list[str]:
    options = [part for option in _OPTIONS for part in ("-o", option)]
    chosen = ["-p", str(tunnel.port)] if tunnel.port else []
    forward = f"127.0.0.1:{port}:{address.authority}"
    return [*ssh, "-N", "-T", *options, *chosen, "-L", forward, "--", tunnel.destination]
