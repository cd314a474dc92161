"""The program in the middle of much work, closed as by a click on its cross (test_closing.py).

`python -m tests.journeys.closing URL FILE WAY` pulls from the stand-in at URL, chats with it and
hashes FILE while names are looked up that never answer; then it closes, by
a "click" or by a "signal", and prints as JSON what was left of it.
"""

import asyncio
import contextlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import make_application, run_window
from desktop.domain.address import parse_address
from desktop.domain.conversation import Target
from desktop.jobs.job import JobState
from desktop.net.lookup import Endpoint
from desktop.services import Outside, Services
from desktop.session import Session
from desktop.storage.paths import find_paths
from desktop.ui.bridge import loop
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.shell.leaving import LeavingQuestion
from tests.clock import queued_seconds

PULLS, NAMES = 20, 5
MODEL = "llama3.2:3b"
HERE = ("127.0.0.1", "localhost")
"""One stand-in as two hosts, since ten pulls at once are the most that one can be given."""
PATIENCE = 30.0
"""Seconds after which the window is closed although not everything is under way."""


@dataclass(slots=True)
class Rest:
    """What was under way at the click, when that was (monotonic), and what was left after it.

    `queued` seconds of those since then were waited for a processor.
    """

    pulls: int = 0
    is_hashing: bool = False
    is_answering: bool = False
    closed_at: float = 0.0
    queued: float = 0.0
    given_up: int = 0
    tasks: list[str] = field(default_factory=list[str])
    threads: list[str] = field(default_factory=list[str])
    sockets: list[str] = field(default_factory=list[str])
    files: list[str] = field(default_factory=list[str])

    def begin(self) -> None:
        self.closed_at, self.queued = time.monotonic(), -queued_seconds()


class Resolver:
    """Looks names up and never comes back, as with a name server that is gone."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, host: str, port: int) -> Sequence[Endpoint]:
        self.asked += 1
        threading.Event().wait()
        return ()


class Click(QObject):
    """Puts the program to work, and closes its window once everything is under way."""

    def __init__(
        self, url: str, file: Path, resolver: Resolver, rest: Rest, *, signals: bool
    ) -> None:
        super().__init__()
        self._signals = signals
        self._url = url
        self._file = file
        self._resolver = resolver
        self._rest = rest
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._look)

    def begin(self, session: Session, services: Services) -> None:
        """Add the hosts, pull, and hash; to be called when the window is shown."""
        self._session, self._services = session, services
        settings = services.settings
        settings.update(replace(settings.settings, pulls_per_host=PULLS // 2))
        for number in range(NAMES):
            services.registry.add(parse_address(f"http://no-answer-{number}.test"))
        addresses = [parse_address(self._url.replace(HERE[0], name)) for name in HERE]
        hosts = [services.registry.add(address) for address in addresses]
        for number in range(PULLS):
            services.jobs.pull(hosts[number % len(hosts)], f"bench-{number + 1}")
        self._talk = services.conversations.new(Target(hosts[0], MODEL))
        self._talk.send("Go on for a while")
        hashing = services.hasher.digest(self._file)
        TaskScope(session.program.window).start(hashing, lambda _: None, lambda _: None)
        self._began = time.monotonic()
        self._timer.start()

    def _look(self) -> None:
        rest = self._rest
        rest.pulls = sum(
            job.state is JobState.RUNNING and job.progress.completed > 0
            for job in self._services.jobs.jobs
        )
        rest.is_hashing = bool(descriptors(str(self._file)))
        growth = self._talk.growth
        rest.is_answering = growth is not None and growth.has_words
        is_busy = rest.pulls == PULLS and rest.is_hashing and rest.is_answering
        is_busy = is_busy and self._resolver.asked >= NAMES
        if is_busy or time.monotonic() - self._began > PATIENCE:
            self._timer.stop()
            self._close()

    def _close(self) -> None:
        if self._signals:
            self._rest.begin()
            os.kill(os.getpid(), signal.SIGTERM)
            return
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._quit)
        self._session.program.window.windowHandle().close()
        self._timer.start()

    def _quit(self) -> None:
        """Answer the question that a person is asked, as jobs run."""
        question = self._session.program.window.findChild(LeavingQuestion)
        if question is not None and question.isVisible():
            self._timer.stop()
            self._rest.begin()
            question.primary.click()


def main(url: str, file: Path, way: str) -> None:
    """Run the program to its end, and print what was left."""
    rest, app = Rest(), make_application()
    before = descriptors("socket:")
    loop.run(app, _run(app, url, file, rest, signals=way == "signal"))
    others = [thread for thread in threading.enumerate() if thread is not threading.main_thread()]
    rest.threads = [thread.name for thread in others if not _is_given_up(thread)]
    rest.given_up = len(others) - len(rest.threads)
    rest.sockets = sorted(descriptors("socket:") - before)
    rest.files = sorted(descriptors(str(file)))
    rest.queued += queued_seconds()
    sys.stdout.write(json.dumps(asdict(rest)))


async def _run(app: QApplication, url: str, file: Path, rest: Rest, *, signals: bool) -> None:
    resolver = Resolver()
    click = Click(url, file, resolver, rest, signals=signals)
    outside = Outside(resolver=resolver)
    await run_window(app, find_paths(os.environ), outside, on_ready=click.begin)
    me = asyncio.current_task()
    rest.tasks = [task.get_name() for task in asyncio.all_tasks() if task is not me]


def _is_given_up(thread: threading.Thread) -> bool:
    return thread.daemon and thread.name.startswith("abandonable")


def descriptors(kind: str) -> set[str]:
    """Name what this process holds open and begins with that, where the system lists it."""
    found: set[str] = set()
    folder = Path("/proc/self/fd")
    for entry in folder.iterdir() if folder.exists() else ():
        with contextlib.suppress(OSError):
            found.add(os.readlink(entry))
    return {name for name in found if name.startswith(kind)}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
