"""Pulls that were not done when the program ended, and are started again at its next start."""

from collections.abc import Callable, Collection
from dataclasses import replace
from types import TracebackType
from typing import Self

from desktop.domain.host import HostId
from desktop.jobs.job import JobId
from desktop.jobs.queue import JobQueue
from desktop.storage.desktop_entry import LostPull
from desktop.storage.settings import SettingsFile


class Resuming:
    """Keeps in the settings which pulls are under way; used as `async with`, inside the queue's.

    They are written down while they run, and not at the end, so that those of a
    program that was killed are found as well. A host keeps what it has of a
    model, so that a pull that is asked for again goes on where it was (fact 37).
    """

    def __init__(self, queue: JobQueue, settings: SettingsFile) -> None:
        self._queue = queue
        self._settings = settings
        self._forget: Callable[[], None] = lambda: None
        self._lost = settings.settings.desktop.lost_pulls

    async def __aenter__(self) -> Self:
        self._forget = self._queue.changed.subscribe(self._note)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._forget()  # What is cancelled from now on is cancelled by the end, not by a person.

    def resume(self, hosts: Collection[HostId]) -> int:
        """Start what was lost, on those hosts that are still there; return how many pulls."""
        lost, self._lost = self._lost, ()
        if not self._settings.settings.desktop.resumes_pulls:
            lost = ()
        known = [pull for pull in lost if pull.model and HostId(pull.host) in hosts]
        for pull in known:
            self._queue.pull(HostId(pull.host), pull.model)
        self._write()
        return len(known)

    def _note(self, _: JobId) -> None:
        if not self._lost:
            self._write()

    def _write(self) -> None:
        settings = self._settings.settings
        desktop = settings.desktop
        jobs = self._queue.jobs if desktop.resumes_pulls else ()
        now = tuple(
            LostPull(host=job.host_id, model=job.model)
            for job in jobs
            if job.is_pull and not job.state.is_finished
        )
        if now != desktop.lost_pulls:
            self._settings.update(replace(settings, desktop=replace(desktop, lost_pulls=now)))
