"""What one service tells another: siblings do not know each other, and are joined here."""

from collections.abc import Callable

from desktop.chat.conversations import Conversations
from desktop.diagnostics.doctor import Doctor
from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import Job
from desktop.jobs.queue import JobQueue
from desktop.jobs.resuming import Resuming
from desktop.runtime.supervisor import Supervisor


def joined(
    registry: HostRegistry, jobs: JobQueue, chats: Conversations, doctor: Doctor
) -> Supervisor:
    """Let siblings hear of each other, and return the owner of what none of them owns."""
    _tell_each_other(registry, jobs)
    _tell_of_models(registry, chats)
    _let_watch(doctor, registry)
    return Supervisor()


def let_resume(registry: HostRegistry, resuming: Resuming) -> Callable[[], None]:
    """Have lost pulls started as their hosts answer: asked for earlier, they would fail.

    What is returned ends that, before the queue closes: it cancels what runs, which
    would then be no longer among what is written down as lost.
    """

    def look(_: HostId | None) -> None:
        known = registry.snapshots
        resuming.resume([one.id for one in known], [one.id for one in known if one.is_up])

    forgets = (registry.changed.subscribe(look), registry.host_changed.subscribe(look))
    look(None)

    def forget() -> None:
        for one in forgets:
            one()

    return forget


def _tell_each_other(registry: HostRegistry, jobs: JobQueue) -> None:
    """Join hosts and jobs, which do not know each other."""
    known = {host.id for host in registry.hosts}

    def on_finished(job: Job) -> None:
        if any(host.id == job.host_id for host in registry.hosts):
            registry.refresh(job.host_id)

    def on_list_changed(_: None) -> None:
        now = {host.id for host in registry.hosts}
        gone: set[HostId] = known - now
        known.clear()
        known.update(now)
        for host_id in gone:
            jobs.drop_host(host_id)

    jobs.finished.subscribe(on_finished)
    registry.changed.subscribe(on_list_changed)


def _tell_of_models(registry: HostRegistry, chats: Conversations) -> None:
    """Join hosts and conversations: an answer loads models, and a meter shows their context."""

    def on_answered(host_id: HostId) -> None:
        if any(host.id == host_id for host in registry.hosts):
            registry.refresh(host_id)

    chats.answered.subscribe(on_answered)
    registry.host_changed.subscribe(chats.note_host)


def _let_watch(doctor: Doctor, registry: HostRegistry) -> None:
    """Have a host tested when it goes down, and forgotten when it is removed."""
    known = {host.id for host in registry.hosts}

    def on_host_changed(host_id: HostId) -> None:
        doctor.watch(registry.snapshot(host_id))

    def on_list_changed(_: None) -> None:
        now = {host.id for host in registry.hosts}
        for host_id in known - now:
            doctor.forget(host_id)
        known.clear()
        known.update(now)

    registry.host_changed.subscribe(on_host_changed)
    registry.changed.subscribe(on_list_changed)
