"""Tests the way to a host, when a person asks for it and when a host goes down."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from typing import TypeAlias

from desktop.diagnostics.checkup import Checkup, Step, StepResult, StepState
from desktop.diagnostics.examination import examine
from desktop.diagnostics.line import Line
from desktop.domain.connection import Secret
from desktop.domain.host import Host, HostId, HostState
from desktop.hosts.snapshot import HostSnapshot
from desktop.net.outside import Outside
from desktop.net.tunnel import Tunnels
from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner

__all__ = ["Checkup", "Doctor", "Step", "StepResult", "StepState"]

PAUSE = 60.0
"""Seconds between two runs that nobody asked for, at one host."""

HostOf: TypeAlias = Callable[[HostId], Host]
SecretOf: TypeAlias = Callable[[Host], Coroutine[object, object, Secret]]


async def no_secret(_host: Host) -> Secret:
    """Say that a host has none."""
    return Secret()


class Doctor(TaskOwner):
    """Owns a task for each run. `changed` says that a host's checkup was replaced.

    A new run of a host ends the one before. `host_of` raises KeyError for a
    host that is not there; a run is then not begun.
    """

    def __init__(
        self,
        host_of: HostOf,
        secret_of: SecretOf = no_secret,
        outside: Outside | None = None,
        tunnels: Tunnels | None = None,
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.changed = Event[HostId]()
        self._host_of = host_of
        self._secret_of = secret_of
        self._outside = outside or Outside()
        self._tunnels = tunnels
        self._clock = clock or SystemClock()
        self._checkups: dict[HostId, Checkup] = {}
        self._runs: dict[HostId, asyncio.Task[None]] = {}
        self._states: dict[HostId, HostState] = {}
        self._began: dict[HostId, float] = {}

    def checkup(self, host_id: HostId) -> Checkup | None:
        """Return what the last run has found so far, or None if there was none."""
        return self._checkups.get(host_id)

    def start(self, host_id: HostId, *, token_model: str = "") -> None:
        """Test a host of the list; with a model, up to its first token, which loads it."""
        try:
            host = self._host_of(host_id)
        except KeyError:
            return
        self._run(host, None, token_model)

    def start_draft(self, host: Host, secret: Secret) -> None:
        """Test a host that is not in the list, or not as it is there."""
        self._run(host, secret, "")

    def cancel(self, host_id: HostId) -> None:
        """End the run of a host, and forget what it found."""
        if (run := self._runs.pop(host_id, None)) is not None:
            run.cancel()
        self._checkups.pop(host_id, None)

    def watch(self, snapshot: HostSnapshot) -> None:
        """Look at a snapshot that was replaced: a host that went down is tested by itself.

        One that goes up and down all the time is tested once a minute, and one
        that has never been up in this run once at all.
        """
        before = self._states.get(snapshot.id)
        if snapshot.state is not HostState.CHECKING:
            self._states[snapshot.id] = snapshot.state
        if snapshot.state is not HostState.DOWN or before is HostState.DOWN:
            return
        began, now = self._began.get(snapshot.id), self._clock.monotonic()
        if began is None or now - began >= PAUSE:
            self._began[snapshot.id] = now
            self.start(snapshot.id)

    def forget(self, host_id: HostId) -> None:
        """End everything about a host that was removed."""
        self.cancel(host_id)
        self._states.pop(host_id, None)
        self._began.pop(host_id, None)

    def _run(self, host: Host, secret: Secret | None, token_model: str) -> None:
        if (run := self._runs.get(host.id)) is not None:
            run.cancel()

        def put(checkup: Checkup) -> None:
            self._checkups[host.id] = checkup
            self.changed.emit(host.id)

        async def work() -> None:
            known = await self._secret_of(host) if secret is None else secret
            async with AsyncExitStack() as stack:
                tunnels = self._tunnels
                if tunnels is not None and secret is not None:  # A draft's ends with its test.
                    tunnels = await stack.enter_async_context(tunnels.apart())
                line = Line(host, known, self._outside, tunnels)
                await examine(line, self._clock, put, token_model)

        self._runs[host.id] = self._tasks.start(work(), name=f"doctor of {host.id}")
