"""Pulls that were not done when the program ended, and are started again at its next start."""

from collections.abc import Callable, Collection
from dataclasses import replace
from types import TracebackType
from typing import Self

from desktop.domain.host import HostId
from desktop.domain.name import BadName
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
        self._forget = self._queue.changed.subscribe(lambda _: self._write())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._forget()  # What is cancelled from now on is cancelled by the end, not by a person.

    def resume(self, there: Collection[HostId], answering: Collection[HostId]) -> int:
        """Start what was lost on hosts that answer now, and return how many pulls that are.

        What was lost on a host that is there and does not answer yet waits for it, also
        until the next start; what was lost on others is forgotten.
        """
        wanted = self._lost if self._settings.settings.desktop.resumes_pulls else ()
        ready = [pull for pull in wanted if HostId(pull.host) in answering]
        kept = tuple(pull for pull in wanted if pull not in ready and pull.host in there)
        if kept == self._lost:
            return 0
        self._lost = kept
        started = sum(self._start(pull) for pull in ready)
        self._write()
        return started

    def _start(self, pull: LostPull) -> bool:
        """Pull it, unless what the settings say is no name."""
        try:
            self._queue.pull(HostId(pull.host), pull.model)
        except BadName:
            return False
        return True

    def _write(self) -> None:
        settings = self._settings.settings
        desktop = settings.desktop
        jobs = self._queue.jobs if desktop.resumes_pulls else ()
        running = tuple(
            LostPull(host=job.host_id, model=job.model)
            for job in jobs
            if job.is_pull and not job.state.is_finished
        )
        now = running + tuple(pull for pull in self._lost if pull not in running)
        if now != desktop.lost_pulls:
            self._settings.update(replace(settings, desktop=replace(desktop, lost_pulls=now)))
