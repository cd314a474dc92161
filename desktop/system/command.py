"""A short command of the system's: run without a shell, with a time-out, and never left behind."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST = 256 * 1024
"""Bytes of an answer that are kept."""
_TO_END = 0.5
"""Seconds that a command is given to end by itself after its time-out."""


class CommandFailed(Exception):
    """A command could not be run, took too long, or said no; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended, and what it said."""

    status: int
    output: str
    complaint: str


async def ask(
    command: Sequence[str],
    *,
    timeout: float = 5.0,
    feed: str = "",
    environ: Mapping[str, str] | None = None,
) -> Answer:
    """Run a command to its end, whatever its status is.

    Raises:
        CommandFailed: it is not there, or had not ended after `timeout` seconds.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environ,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise CommandFailed(f"{command[0]}: {error.strerror}") from error
    try:
        async with asyncio.timeout(timeout):
            output, complaint = await process.communicate(feed.encode() if feed else None)
    except TimeoutError as error:
        raise CommandFailed(f"{command[0]}: no end after {timeout:g} s") from error
    finally:
        await end(process)
    return Answer(process.returncode or 0, _text(output), _text(complaint))


async def run(command: Sequence[str], *, timeout: float = 5.0, feed: str = "") -> str:
    """Run a command that is to succeed, and return what it said.

    Raises:
        CommandFailed: it did not.
    """
    answer = await ask(command, timeout=timeout, feed=feed)
    if answer.status:
        said = (answer.complaint or answer.output).strip()
        raise CommandFailed(said or f"{command[0]}: exit status {answer.status}")
    return answer.output


async def end(process: asyncio.subprocess.Process) -> None:
    """End a process that still runs, first kindly, and return when it is gone.

    One that has come to be the administrator's is left alone: it ends when it is done.
    """
    if process.returncode is not None or not _signal(process, signal.SIGTERM):
        return
    try:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_TO_END):
                await process.wait()
    finally:
        if process.returncode is None:
            _signal(process, getattr(signal, "SIGKILL", signal.SIGTERM))
    await process.wait()


def _signal(process: asyncio.subprocess.Process, number: int) -> bool:
    """Signal by the number alone: `terminate` would fetch a child that has just ended itself.

    Its status is asyncio's to fetch, which else complains of a child that it does not know.
    Returns whether it may be ended: what `pkexec` runs may not.
    """
    try:
        if sys.platform == "win32":
            process.terminate()
        else:
            os.kill(process.pid, number)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return True


def plain_environment(environ: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment in which commands answer in English, to be read by a program."""
    return {**(os.environ if environ is None else environ), "LC_ALL": "C", "SYSTEMD_COLORS": "0"}


def _text(data: bytes) -> str:
    return data[:MOST].decode(errors="replace")
