"""The Ollama of this computer, looked at while a person does, and changed when they say so."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from typing_extensions import override

from desktop.runtime.clock import Clock
from desktop.runtime.task_owner import TaskOwner
from desktop.runtime.threads import abandonable
from desktop.system.carrying_out import StepFailed, carry_out
from desktop.system.local_around import Around
from desktop.system.local_log import LocalLog
from desktop.system.local_looks import LocalLooks
from desktop.system.local_plans import (
    own_port,
    propose_boot,
    propose_environment,
    propose_login,
    propose_restart,
    propose_start,
    propose_stop,
)
from desktop.system.local_server import PortState
from desktop.system.local_snapshot import (
    Deed,
    LocalSnapshot,
    Proposal,
    Serving,
    Trouble,
    Wishes,
)
from desktop.system.own_child import OwnChild
from desktop.system.own_server import StartFailed
from desktop.system.plan import shown
from desktop.system.server_state import ServerState


class LocalOllama(TaskOwner):
    """Keeps what is known in `snapshot`, and does what a proposal says, one at a time.

    `looked` says that it was looked at, also where nothing had changed.
    Nothing is run that was not asked for by `carry_out`, `start`, `stop`, `restart` or
    `set_login`. `port` tells where the server is looked for, `keep` keeps the person's wishes;
    `file` is the log of a server that this program starts.
    """

    def __init__(
        self,
        port: Callable[[], int],
        file: Path,
        clock: Clock,
        *,
        wishes: Wishes | None = None,
        keep: Callable[[Wishes], None] | None = None,
        around: Around | None = None,
    ) -> None:
        super().__init__()
        wishes = wishes or Wishes()
        self.log = LocalLog(self._tasks, clock)
        self._keep = keep
        self._around = around or Around()
        self._child = OwnChild(file, outlives=wishes.outlives)
        snapshot = LocalSnapshot(port=port(), wishes=wishes)
        self._looks = LocalLooks(snapshot, port, clock, self._around, self._child, self.log)
        self.changed = self._looks.changed
        self.looked = self._looks.looked
        self._watch: asyncio.Task[None] | None = None

    @override
    async def _close(self) -> None:
        await super()._close()
        await self._child.close()

    @property
    def snapshot(self) -> LocalSnapshot:
        return self._looks.snapshot

    @property
    def state(self) -> ServerState | None:
        return self.snapshot.state

    def watch_closely(self, visible: bool) -> None:
        """Look again every few seconds, or not at all while nobody sees it."""
        if visible and self._watch is None:
            self._watch = self._tasks.start(self._looks.keep_looking(), name="local server")
        elif not visible and self._watch is not None:
            self._watch.cancel()
            self._watch = None

    def refresh(self) -> None:
        """Look at everything now."""
        self._looks.forget_slow()
        self._tasks.start(self._looks.look(), name="look at the local server")

    def forget_trouble(self) -> None:
        """The person has read what went wrong the last time."""
        self._looks.put(trouble=None)

    def set_outlives(self, outlives: bool) -> None:
        """Let the server that this program starts go on without its window, or end with it."""
        self._child.outlives = outlives
        self._wish(replace(self.snapshot.wishes, outlives=outlives))

    def plan_start(self) -> Proposal | None:
        return propose_start(self.snapshot, self._around.place)

    def plan_stop(self) -> Proposal | None:
        return propose_stop(self.snapshot, self._around.place)

    def plan_restart(self) -> Proposal | None:
        return propose_restart(self.snapshot, self._around.place)

    def plan_login(self, *, starts: bool) -> Proposal | None:
        return propose_login(self.snapshot, self._around.place, starts=starts)

    def plan_boot(self, *, starts: bool) -> Proposal | None:
        return propose_boot(self.snapshot, self._around.place, starts=starts)

    def plan_environment(self, values: Mapping[str, str]) -> Proposal:
        """Return how these values of the whole form are kept; an empty one is unset.

        Raises:
            BadValues: one would not be understood.
        """
        return propose_environment(self.snapshot, self._around.place, values)

    def start(self, *, outlives: bool | None = None) -> None:
        """Start it, if it can be; `outlives` is the choice for a server of this program's own."""
        if outlives is not None:
            self.set_outlives(outlives)
        self._begin(self.plan_start())

    def stop(self) -> None:
        self._begin(self.plan_stop())

    def restart(self) -> None:
        self._begin(self.plan_restart())

    def set_login(self, *, starts: bool) -> None:
        self._begin(self.plan_login(starts=starts))

    def carry_out(self, proposal: Proposal) -> None:
        """Do what a person has seen and agreed to; while something is under way, nothing else."""
        self._begin(proposal)

    def _begin(self, proposal: Proposal | None) -> None:
        if proposal is None or self.snapshot.deed is not None:
            return
        steps = len(proposal.plan.steps)
        self._looks.put(deed=proposal.deed, done=0, steps=steps, trouble=None)
        self._tasks.start(self._do(proposal), name=f"local server: {proposal.deed.name}")

    async def _do(self, proposal: Proposal) -> None:
        """Do it and look what came of it; whatever went wrong ends in the snapshot."""
        trouble: Trouble | None = None
        try:
            trouble = await self._perform(proposal)
            await self._look_again()
        except StepFailed as failure:
            trouble = Trouble(proposal.deed, str(failure), shown(failure.step))
            await self._look_again()
        except StartFailed as failure:
            trouble = Trouble(proposal.deed, str(failure))
            await self._look_again()
        finally:
            self._looks.put(deed=None, trouble=trouble)

    async def _look_again(self) -> None:
        self._looks.forget_slow()
        await self._looks.look()

    async def _perform(self, proposal: Proposal) -> Trouble | None:
        if proposal.values is not None:
            self._wish(replace(self.snapshot.wishes, environment=dict(proposal.values)))
            return None
        if not proposal.is_own:
            await carry_out(proposal.plan, on_step=lambda done: self._looks.put(done=done))
            return None
        if proposal.deed is not Deed.START:
            await self._child.stop(self.snapshot.own)
        if proposal.serving is None:
            return None
        return await self._start_own(proposal.deed, proposal.serving)

    async def _start_own(self, deed: Deed, serving: Serving) -> Trouble | None:
        """Start a server of this program's own, where nobody else has its port."""
        holder = await abandonable(self._around.holder, own_port(serving.environment))
        if holder.state is PortState.HELD:
            return Trouble(deed, holder=holder)
        await self._child.start(serving)
        self._looks.put(own=self._child.started)
        return None

    def _wish(self, wishes: Wishes) -> None:
        self._looks.put(wishes=wishes)
        if self._keep is not None:
            self._keep(wishes)
