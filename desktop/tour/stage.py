"""What the tour plays on."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex

from desktop.demo.server import DemoServer
from desktop.hosts.snapshot import HostSnapshot
from desktop.jobs.job import Job, JobState
from desktop.program import Program
from desktop.services import Services
from desktop.tour.computers import HurriedClock
from desktop.tour.guide import StepFailed
from desktop.tour.proxy import RefusingProxy
from desktop.tour.stand_in import StandIn


@dataclass(frozen=True, slots=True)
class Stage:
    """The program, its services, and what it plays with.

    A second host, one to be found, a proxy that refuses, and a server of this computer.
    """

    program: Program
    services: Services
    tower: DemoServer
    attic: DemoServer
    proxy: RefusingProxy
    stand_in: StandIn
    clock: HurriedClock

    def host(self, label: str) -> HostSnapshot:
        """Return the host of that name.

        Raises:
            StepFailed: there is none.
        """
        for snapshot in self.services.registry.snapshots:
            if snapshot.host.label == label:
                return snapshot
        raise StepFailed(f"there is no host {label}")

    def has_model(self, host: str, name: str) -> bool:
        """Whether that host lists that model."""
        return any(model.name == name for model in self.host(host).models)

    def row(self, host: str, name: str) -> QModelIndex:
        """Return a model's row in the table.

        Raises:
            StepFailed: it is not shown.
        """
        table = self.program.models.models
        for place, row in enumerate(table.rows):
            if row.name == name and row.host_id == self.host(host).id:
                return table.index(place, 0)
        raise StepFailed(f"{name} on {host} is not in the table")

    def running(self) -> list[Job]:
        """Return the jobs that run."""
        return [job for job in self.services.jobs.jobs if job.state is JobState.RUNNING]

    def last_job(self) -> Job:
        """Return the job that was added last."""
        return max(self.services.jobs.jobs, key=lambda job: job.id)
