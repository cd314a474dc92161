"""Small scripts that stand in for programs of the system, in a folder of their own on the PATH."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.architecture.sources import ROOT

_ITERATE = psutil.process_iter


class StandIns:
    """Puts scripts before the system's own programs; each call is written down."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "bin"
        self.folder.mkdir(parents=True)
        self._calls = folder / "calls"
        path = os.pathsep.join([str(self.folder), os.environ.get("PATH", "")])
        monkeypatch.setenv("PATH", path)
        monkeypatch.setattr("desktop.system.server_process.psutil.process_iter", self._processes)

    def add(self, name: str, lines: str = "") -> Path:
        """Make a program that writes its arguments down and then runs these lines of sh."""
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {self._calls}\n{lines}\n')
        path.chmod(0o755)
        return path

    def _processes(self, attrs: list[str]) -> Iterator[psutil.Process]:
        """Find the programs of this test alone: other workers have servers of their own."""
        for process in _ITERATE(attrs):
            if any(str(self.folder) in part for part in process.info["cmdline"] or ()):
                yield process

    @property
    def calls(self) -> list[str]:
        return self._calls.read_text().splitlines() if self._calls.exists() else []


def stand_in_ollama(folder: Path) -> Path:
    """Make an executable named `ollama` that serves the demo host at OLLAMA_HOST."""
    path = folder / "ollama"
    path.write_text(
        f"#!{sys.executable}\n"
        "import os, sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        "if sys.argv[1:] == ['--version']:\n"
        "    print('Warning: could not connect to a running Ollama instance')\n"
        "    sys.exit(print('Warning: client version is 0.33.0'))\n"
        "if sys.argv[1:] != ['serve'] or os.environ.get('FAILS'):\n"
        "    sys.exit('Error: listen tcp: bind: address already in use')\n"
        "from desktop.demo.__main__ import main\n"
        "main(['--at-once', '--port', os.environ['OLLAMA_HOST'].rpartition(':')[2]])\n"
    )
    path.chmod(0o755)
    return path
