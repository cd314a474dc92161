"""What every test shares: a home of its own, a clock, and the check that nothing is left behind."""

import asyncio
import contextlib
import gc
import inspect
import itertools
import logging
import os
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from hypothesis import settings

from desktop.storage.paths import Paths, find_paths
from tests.clock import ManualClock, until
from tests.workers import (
    pytest_collection_finish,
    pytest_collection_modifyitems,
    pytest_sessionfinish,
    pytest_terminal_summary,
    pytest_testnodedown,
    pytest_xdist_make_scheduler,
)

__all__ = [
    "pytest_collection_finish",
    "pytest_collection_modifyitems",
    "pytest_sessionfinish",
    "pytest_terminal_summary",
    "pytest_testnodedown",
    "pytest_xdist_make_scheduler",
]

settings.register_profile("suite", deadline=None)
"""An example may take as long as it does: by the clock, a busy computer would fail it."""
settings.load_profile("suite")


def pytest_runtest_teardown() -> None:
    """Collect garbage here, where a window forbids it to threads (tests/windowed.py)."""
    if not gc.isenabled():
        from desktop.ui.bridge.collector import collect_if_due

        collect_if_due()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Name a folder for each test; most write nothing, and need not wait for one to be made."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / f"home{number}" for number in itertools.count())


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the files and the settings of whoever runs it."""
    folder = next(homes)
    monkeypatch.setenv("PADDOCK_HOME", str(folder))
    for name in ("OLLAMA_HOST", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return folder


@pytest.fixture
def paths(home: Path) -> Paths:
    return find_paths(os.environ)


@pytest.fixture
def british() -> Iterator[None]:
    """Write numbers and dates as in Britain, whatever this computer's language is."""
    from PySide6.QtCore import QLocale

    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


_PHASES: tuple[Literal["setup", "call", "teardown"], ...] = ("setup", "call", "teardown")


_REAPED = "Unknown child process pid"
"""What asyncio says of a child that was given up and reaped before it looked: no matter."""


class ExpectedLogs:
    """Lets a test say which records of WARNING or worse it provokes."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> None:
        self.texts.append(text)


@pytest.fixture
def expect_log() -> ExpectedLogs:
    """Call it with a part of each message of WARNING or worse that the test is about."""
    return ExpectedLogs()


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture, expect_log: ExpectedLogs) -> Iterator[None]:
    """Fail a test that leaves a log record of WARNING or worse which it did not expect."""
    yield
    records = [r for when in _PHASES for r in caplog.get_records(when)]
    worse = [r.getMessage() for r in records if r.levelno >= logging.WARNING]
    known = [*expect_log.texts, _REAPED]
    unexpected = [m for m in worse if not any(text in m for text in known)]
    assert not unexpected
    missing = [text for text in expect_log.texts if not any(text in m for m in worse)]
    assert not missing


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Fail a test whose threads outlive it."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(2)
    left = [t.name for t in threading.enumerate() if t not in before and t.is_alive()]
    assert not left


@pytest.fixture(autouse=True)
def no_socket_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a socket open. Qt's own connections are not counted."""
    before = _open_sockets()
    yield
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        assert not _open_sockets() - before


@pytest.fixture(autouse=True)
def no_task_left(request: pytest.FixtureRequest) -> None:
    """Fail an asynchronous test that leaves a task running."""
    if inspect.iscoroutinefunction(request.function):
        request.getfixturevalue("check_tasks")


@pytest_asyncio.fixture
async def check_tasks() -> AsyncIterator[None]:
    """Look for tasks on the test's own loop, once its sockets have had the time to close."""
    before = _open_sockets()
    yield
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    with contextlib.suppress(TimeoutError):  # `no_socket_left` says what is left.
        await until(lambda: _open_sockets() <= before, 1)
    me = asyncio.current_task()
    assert not [task.get_name() for task in asyncio.all_tasks() if task is not me]


def _open_sockets() -> set[str]:
    """Name every socket of this process, where the system lists them (Linux)."""
    names: set[str] = set()
    folder = Path("/proc/self/fd")
    for entry in folder.iterdir() if folder.exists() else ():
        with contextlib.suppress(OSError):
            names.add(os.readlink(entry))
    return {name for name in names if name.startswith("socket:")}
