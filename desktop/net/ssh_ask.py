"""One command on another computer, by the person's own `ssh`."""

import asyncio
import contextlib
import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.connection import Tunnel
from desktop.domain.destination import destination_problem
from desktop.domain.redaction import redact
from desktop.runtime.together import together

SECONDS = 10.0
MAX_BYTES = 64 * 1024
_WORDS = 600
"""Characters of what it complained about that are kept."""
_OPTIONS = (
    "BatchMode=yes",  # Nobody is there to be asked for a password.
    "ConnectTimeout=8",
    # A connection that the person shares is used; none is made that would outlive this command.
    "ControlMaster=no",
    "ClearAllForwardings=yes",
    "RemoteCommand=none",
    "PermitLocalCommand=no",
    "ForwardAgent=no",
    "ForwardX11=no",
    "LogLevel=ERROR",
)


class NoSsh(Exception):
    """ssh did not get there in time, or did not run; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the command wrote, what it complained about, and how it ended (255: ssh itself)."""

    output: bytes
    complaint: str
    code: int


async def ask_by_ssh(
    ssh: Sequence[str],
    destination: Tunnel,
    command: Sequence[str],
    *,
    seconds: float = SECONDS,
    max_bytes: int = MAX_BYTES,
) -> Said:
    """Run a command over there and return what it said; its words must need no quoting.

    Whatever happens, no process is left. Output beyond `max_bytes` is cut off.

    Raises:
        NoSsh: there is no ssh here, the destination is none, or the time is over.
    """
    if (problem := destination_problem(destination.destination)) is not None:
        raise NoSsh(f"not a destination of ssh ({problem.name})")
    process = await _start(ssh, destination, command)
    try:
        async with asyncio.timeout(seconds):
            return await _listen(process, max_bytes)
    except TimeoutError as error:
        raise NoSsh(f"no answer within {seconds:g} seconds") from error
    finally:
        await _end(process)


async def _start(
    ssh: Sequence[str], destination: Tunnel, command: Sequence[str]
) -> asyncio.subprocess.Process:
    options = [part for option in _OPTIONS for part in ("-o", option)]
    chosen = ["-p", str(destination.port)] if destination.port else []
    words = [*ssh, "-T", *options, *chosen, "--", destination.destination, *command]
    try:
        return await asyncio.create_subprocess_exec(
            *words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # No terminal to ask on, and one group to end.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise NoSsh(f"{ssh[0]} could not be started: {error.strerror}") from error


async def _listen(process: asyncio.subprocess.Process, max_bytes: int) -> Said:
    streams = (process.stdout, process.stderr)
    output, complaint = await together(_bounded(stream, max_bytes) for stream in streams)
    words = redact(complaint.decode(errors="replace").strip()[-_WORDS:])
    return Said(output, words, await process.wait())


async def _bounded(stream: asyncio.StreamReader | None, most: int) -> bytes:
    """Read to the end, so that nobody is held up by a full pipe, and keep the beginning."""
    kept = bytearray()
    while stream is not None and (data := await stream.read(16384)):
        kept += data[: max(0, most - len(kept))]
    return bytes(kept)


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        else:
            process.kill()
    await process.wait()
