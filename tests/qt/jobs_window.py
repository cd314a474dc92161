"""The jobs page over a real queue, at work on the stand-in."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer
from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import Job, JobId, JobState
from desktop.jobs.queue import JobQueue
from desktop.ollama.clients import Clients
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.page import JobsPage
from desktop.ui.jobs.rows import HeaderRow, JobRow
from tests.clock import ManualClock, until

WATCHED = Pace(speed=4e9, latency=0.0, interval=0.005)


@dataclass(slots=True)
class Shown:
    """A page, what it shows, and the fingers on it."""

    page: JobsPage
    queue: JobQueue
    registry: HostRegistry
    server: DemoServer
    clock: ManualClock
    host: HostId

    @property
    def rows(self) -> list[str]:
        """What stands in the list: headings in capitals, then title and state."""
        table = self.page.table
        found = (table.row(table.index(row)) for row in range(table.rowCount()))
        return [_written(row) for row in found if row is not None]

    def row(self, job_id: JobId) -> JobRow:
        table = self.page.table
        row = table.row(table.index_of(job_id))
        assert isinstance(row, JobRow)
        return row

    def job(self, job_id: JobId) -> Job:
        job = self.queue.get(job_id)
        assert job is not None
        return job

    def click(self, job_id: JobId, press: object) -> None:
        """Press a button that is painted in a row."""
        view = self.page.view
        view.scrollTo(self.page.table.index_of(job_id))
        point = view.delegate.button_rect(self.page.table.index_of(job_id), press)
        assert point is not None
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    async def settled(self, job_id: JobId, state: JobState) -> None:
        """Wait until the job is in that state and the list says so."""
        await until(lambda: self.job(job_id).state is state)
        await until(lambda: self.page.table.index_of(job_id).isValid())
        await until(lambda: self.row(job_id).job.state is state)


def _written(row: HeaderRow | JobRow) -> str:
    if isinstance(row, HeaderRow):
        return f"{row.title.upper()} {row.count}"
    return f"{row.title}: {row.state}"


@asynccontextmanager
async def jobs_shown(
    theme: Theme, paths: Paths, *, pace: Pace = AT_ONCE, limit: int = 3
) -> AsyncGenerator[Shown]:
    """Open everything the page stands on, show it, and close all of it."""
    clock = ManualClock()
    async with (
        _settings(paths) as settings,
        DemoServer(pace=pace) as server,
        Clients() as clients,
        HostRegistry(settings, clients, clock) as registry,
        JobQueue(clients.client, clock, limit, lambda: 0.5) as queue,
    ):
        host = registry.add(server.address, "tower", is_demo=True)
        await until(lambda: registry.snapshot(host).models_known)
        page = JobsPage(theme, queue, registry, clock.now)
        page.resize(1000, 800)
        page.show()
        try:
            yield Shown(page, queue, registry, server, clock, host)
        finally:
            page.hide()  # Closing the last window would end the loop.
            page.deleteLater()
            page.side.deleteLater()


@asynccontextmanager
async def _settings(paths: Paths) -> AsyncGenerator[SettingsFile]:
    settings = SettingsFile(paths.settings_file, pause=0)
    try:
        yield settings
    finally:
        settings.close()
