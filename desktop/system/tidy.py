"""Tidying this computer's folder of models: finding and removing what is left or damaged."""

import asyncio
import queue
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from pathlib import Path

from typing_extensions import override

from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.runtime.threads import Pool, Stopped, abandonable
from desktop.system.blob_check import CheckedBlob, CheckProgress, check_blobs
from desktop.system.blob_mending import remove_damaged
from desktop.system.blob_removal import Removal, remove_leftovers
from desktop.system.blobs import Leftover, Leftovers, Obstacle, find_leftovers, obstructed
from desktop.system.blobs_folder import NotRemovable
from desktop.system.folder_size import folder_size
from desktop.system.tidy_snapshot import Check, TidySnapshot

_PATIENCE = 1.0
"""Seconds in which the loop says whether something is pulled; a loop that is silent is busy."""


class Tidying(TaskOwner):
    """Looks, checks and removes on threads of its own, one of each at a time.

    `folder` says where models are kept, or None; `is_busy` whether something is pulled or
    created on this computer's server: it is asked on the loop just before each file goes.
    `changed` says that the snapshot was replaced. Every method returns at once.
    """

    def __init__(
        self,
        folder: Callable[[], Path | None],
        is_busy: Callable[[], bool],
        clock: Clock | None = None,
    ) -> None:
        super().__init__()
        self.changed = Event[None]()
        self.snapshot = TidySnapshot()
        self._folder = folder
        self._is_busy = is_busy
        self._clock = clock or SystemClock()
        self._checking = Pool("checking blobs", 1)
        self._removing = Pool("removing blobs", 1)
        self._check: asyncio.Task[None] | None = None
        self._looks_again = False

    @override
    async def _close(self) -> None:
        await super()._close()
        self._checking.close()
        self._removing.close()

    def look(self) -> None:
        """Find out anew what the folder holds and what is left over in it."""
        if self.snapshot.is_looking:
            self._looks_again = True
            return
        self._put(replace(self.snapshot, is_looking=True))
        self._tasks.start(self._look(), name="look for leftovers")

    def verify(self) -> None:
        """Compare every blob with its name, unless that is being done."""
        if self._check is None:
            self._put(replace(self.snapshot, check=Check()))
            self._check = self._tasks.start(self._verify(), name="verify files")
            self._check.add_done_callback(self._on_checked)

    def stop_verifying(self) -> None:
        """End a check; what it has found stays."""
        if self._check is not None:
            self._check.cancel()

    def remove(self, leftovers: Iterable[Leftover]) -> None:
        """Remove these, each file after a last look; the snapshot's `removal` says what went."""
        self._begin_removing(self._remove(tuple(leftovers)), is_mending=False)

    def mend(self, damaged: Iterable[CheckedBlob], then: Callable[[tuple[str, ...]], None]) -> None:
        """Remove damaged blobs, then call `then` with the models that are to be pulled.

        It is not called where nothing could be removed.
        """
        self._begin_removing(self._mend(tuple(damaged), then), is_mending=True)

    def _begin_removing(self, work: Coroutine[object, object, None], *, is_mending: bool) -> None:
        if self.snapshot.is_removing:
            work.close()
            return
        self._put(
            replace(
                self.snapshot, is_removing=True, is_mending=is_mending, removal=None, refused=None
            )
        )
        self._tasks.start(work, name="remove blobs")

    async def _look(self) -> None:
        folder = self._folder()
        self._begin_with(folder)
        try:
            size = None if folder is None else await folder_size(folder)
            found = Leftovers(obstacle=Obstacle.NO_FOLDER)
            if folder is not None:
                found = await abandonable(find_leftovers, folder)
            self._put(replace(self.snapshot, size=size, leftovers=found))
        finally:
            self._put(replace(self.snapshot, is_looking=False))
        if self._looks_again:
            self._looks_again = False
            self.look()

    def _begin_with(self, folder: Path | None) -> None:
        """Forget what was found in another folder."""
        if folder != self.snapshot.folder:
            self.stop_verifying()
            self._put(TidySnapshot(folder, is_looking=True, is_removing=self.snapshot.is_removing))

    async def _verify(self) -> None:
        began, folder = self._clock.monotonic(), self._folder()
        if folder != self.snapshot.folder:
            self._put(replace(self.snapshot, folder=folder, size=None, leftovers=None))
            self.look()

        def tell(progress: CheckProgress) -> None:
            self._put_check(
                progress=progress, bad=progress.bad, seconds=self._clock.monotonic() - began
            )

        try:
            if folder is None:
                self._put_check(obstacle=Leftovers(obstacle=Obstacle.NO_FOLDER))
                return
            found = await check_blobs(self._checking, folder, tell)
            bad = tuple(each for each in found if not each.is_sound)
            self._put_check(is_whole=True, bad=bad, seconds=self._clock.monotonic() - began)
        except OSError as error:
            self._put_check(obstacle=obstructed(folder or Path(), error))

    def _on_checked(self, _: asyncio.Task[None]) -> None:
        """However it ended, and even if it was stopped before it began."""
        self._check = None
        self._put_check(is_running=False)

    async def _remove(self, leftovers: tuple[Leftover, ...]) -> None:
        async def work(folder: Path) -> Removal:
            return await self._removing.run(
                remove_leftovers, folder, leftovers, self._ask_on_loop()
            )

        await self._removed_by(work)

    async def _mend(
        self, damaged: tuple[CheckedBlob, ...], then: Callable[[tuple[str, ...]], None]
    ) -> None:
        async def work(folder: Path) -> Removal:
            found = await self._removing.run(remove_damaged, folder, damaged, self._ask_on_loop())
            gone = {each.blob for each in damaged} - {blob for blob, _ in found.removal.kept}
            self._forget(gone)
            if found.models:
                then(found.models)
            return found.removal

        await self._removed_by(work)

    def _forget(self, gone: set[str]) -> None:
        """Leave out of a check what was taken away; without more it tells nothing of the folder."""
        if (check := self.snapshot.check) is not None:
            left = tuple(each for each in check.bad if each.blob not in gone)
            check = replace(check, bad=left) if left or not gone else None
            self._put(replace(self.snapshot, check=check))

    async def _removed_by(self, work: Callable[[Path], Coroutine[object, object, Removal]]) -> None:
        folder = self._folder()
        try:
            if folder is not None and folder == self.snapshot.folder:  # Else another was looked at.
                removal = await work(folder)
                self._put(replace(self.snapshot, removal=removal))
        except NotRemovable as error:
            self._put(replace(self.snapshot, refused=error.reason))
        except Stopped:
            return
        finally:
            self._put(replace(self.snapshot, is_removing=False))
        self.look()

    def _ask_on_loop(self) -> Callable[[], bool]:
        """Return what a thread calls to ask the loop; where nobody answers, something is busy."""
        loop = asyncio.get_running_loop()

        def ask() -> bool:
            answer: queue.SimpleQueue[bool] = queue.SimpleQueue()
            try:
                loop.call_soon_threadsafe(lambda: answer.put(self._is_busy()))
                return answer.get(timeout=_PATIENCE)
            except (RuntimeError, queue.Empty):
                return True

        return ask

    def _put_check(self, **changes: object) -> None:
        """Change what is known of the check, unless it was forgotten meanwhile."""
        if (check := self.snapshot.check) is not None:
            self._put(replace(self.snapshot, check=replace(check, **changes)))

    def _put(self, snapshot: TidySnapshot) -> None:
        self.snapshot = snapshot
        self.changed.emit(None)
