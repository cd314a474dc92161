"""Starting a program that is to be nobody's child; whatever happens, its number is not lost."""

import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from desktop.runtime.threads import abandonable

_PATIENCE = 5.0
"""Seconds until the shell that starts it has said its number."""
_DETACHED = '"$1" serve >>"$2" 2>&1 </dev/null & echo $!'
"""For sh, whose child is nobody's when it has ended: it outlives this program, if it is let."""


class LaunchFailed(Exception):
    """The program cannot be run; the text is what the system said."""


class Launch:
    """`ollama serve`, started once in a thread. Who gives up waiting still learns its number."""

    def __init__(self, program: Path, log: Path, environ: Mapping[str, str]) -> None:
        self._program = program
        self._log = log
        self._environ = dict(environ)
        self._has_begun = False
        self._has_ended = threading.Event()
        self._pid: int | None = None

    async def run(self) -> int:
        """Start it and return its number.

        Raises:
            LaunchFailed: it cannot be run.
        """
        self._has_begun = True
        return await abandonable(self._start)

    def given_up(self) -> int | None:
        """Return its number to one who was cancelled. Blocks for as long as starting takes."""
        if self._has_begun:
            self._has_ended.wait(_PATIENCE)
        return self._pid

    def _start(self) -> int:
        try:
            start = self._on_windows if sys.platform == "win32" else self._detached
            self._pid = start()
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) else str(error)
            raise LaunchFailed(f"{self._program.name}: {said}") from error
        else:
            return self._pid
        finally:
            self._has_ended.set()

    def _detached(self) -> int:
        ended = subprocess.run(  # noqa: S603  the program that the person chose
            ["sh", "-c", _DETACHED, "sh", str(self._program), str(self._log)],  # noqa: S607
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self._environ,
            start_new_session=True,  # What ends this program's terminal leaves it alone.
            timeout=_PATIENCE,
            check=True,
        )
        return int(ended.stdout)

    def _on_windows(self) -> int:
        flags = getattr(subprocess, "DETACHED_PROCESS", 0)
        flags |= getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        with self._log.open("ab") as output:
            process = subprocess.Popen(  # noqa: S603  the program that the person chose
                [str(self._program), "serve"],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=self._environ,
                creationflags=flags,
            )
        process.returncode = 0  # It is watched by its number from here on, and may outlive this.
        return process.pid
