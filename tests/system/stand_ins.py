"""Small scripts that stand in for programs of the system, in a folder of their own on the PATH."""

import os
from pathlib import Path

import pytest


class StandIns:
    """Puts scripts before the system's own programs; each call is written down."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "bin"
        self.folder.mkdir(parents=True)
        self._calls = folder / "calls"
        path = os.pathsep.join([str(self.folder), os.environ.get("PATH", "")])
        monkeypatch.setenv("PATH", path)

    def add(self, name: str, lines: str = "") -> Path:
        """Make a program that writes its arguments down and then runs these lines of sh."""
        path = self.folder / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >> {self._calls}\n{lines}\n')
        path.chmod(0o755)
        return path

    @property
    def calls(self) -> list[str]:
        return self._calls.read_text().splitlines() if self._calls.exists() else []
