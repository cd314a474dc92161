"""Programs that are started one after another, as by two clicks."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage.paths import find_paths
from tests.architecture.sources import ROOT
from tests.clock import until

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals end these programs")


class Starts:
    """Starts the program, always with the same settings, and ends what is left of it."""

    def __init__(self, home: Path, folder: Path) -> None:
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        self.log = find_paths({"PADDOCK_HOME": str(home)}).log_file
        self._environment = {
            **os.environ,
            "PADDOCK_HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": "",
            "QT_QPA_PLATFORM": "offscreen",
            "OLLAMA_HOST": "127.0.0.1:9",
            "PYTHONPATH": str(ROOT),
        }
        self.runtime = runtime
        self.all: list[subprocess.Popen[str]] = []

    def start(self, *words: str, folder: Path = ROOT) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop", *words],
            cwd=folder,
            env=self._environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.all.append(process)
        return process

    def listens(self) -> bool:
        return any(path.is_socket() for path in self.runtime.iterdir()) and self._is_shown()

    def _is_shown(self) -> bool:
        return self.log.exists() and "shown" in self.log.read_text()


@pytest.fixture
def starts(home: Path, tmp_path: Path) -> Iterator[Starts]:
    made = Starts(home, tmp_path)
    yield made
    for process in made.all:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=10)


async def test_a_second_start_hands_its_files_over_and_ends(starts: Starts, tmp_path: Path):
    file = tmp_path / "second.Modelfile"
    file.write_text("FROM llama3.2\nSYSTEM handed over\n")
    first = starts.start()
    await until(starts.listens, 30)
    second = starts.start("--theme", "dark", file.name, folder=tmp_path)
    again = starts.start()
    await until(lambda: second.poll() is not None and again.poll() is not None, 20)
    assert (second.returncode, again.returncode) == (0, 0)
    assert first.poll() is None
    drafts = starts.log.parents[1] / "data" / "drafts"
    await until(lambda: any("handed over" in path.read_text() for path in _files(drafts)), 10)
    began = time.monotonic()
    first.send_signal(signal.SIGTERM)
    await until(lambda: first.poll() is not None, 10)
    assert first.returncode == 0
    assert time.monotonic() - began < 3


async def test_two_starts_at_once_are_one_program(starts: Starts):
    both = [starts.start(), starts.start()]
    await until(starts.listens, 30)
    await until(lambda: [one.poll() for one in both].count(0) == 1, 20)
    assert starts.log.read_text().count("shown") == 1


async def test_a_first_one_that_was_killed_or_hangs_stops_nobody(starts: Starts):
    killed = starts.start()
    await until(starts.listens, 30)
    killed.kill()
    killed.wait(10)
    starts.log.unlink()
    hanging = starts.start()
    await until(starts.listens, 30)
    hanging.send_signal(signal.SIGSTOP)
    for lock in starts.runtime.glob("*.lock"):
        os.utime(lock, (0, 0))  # It began long ago.
    starts.log.unlink()
    own = starts.start()
    await until(starts.listens, 30)
    own.send_signal(signal.SIGINT)
    await until(lambda: own.poll() is not None, 10)
    assert own.stderr
    assert (own.returncode, "does not answer" in own.stderr.read()) == (0, True)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.exists() else []
