"""Keeps drafts in their own folder, soon after each change, so that a crash loses half a second."""

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desktop.runtime.clock import Clock
from desktop.runtime.event import Event
from desktop.runtime.threads import Worker
from desktop.storage.draft_files import DraftFolder, DraftRecord
from desktop.workshop.draft import Disk, Draft, DraftId

_log = logging.getLogger(__name__)
FAREWELL = 30.0
"""Seconds that a slow disk has at the end, when the window is gone already."""


class DraftKeeping:
    """Writes drafts that were touched, in a thread of its own. Without a folder nothing is kept.

    A write that fails is kept in `problem` until one succeeds, and tried again
    with the next change and at the end.
    """

    def __init__(
        self, folder: Path | None, find: Callable[[DraftId], Draft | None], clock: Clock
    ) -> None:
        self.problem: OSError | None = None
        self.problem_changed = Event[None]()
        self._folder = DraftFolder(folder) if folder else None
        self._find = find
        self._clock = clock
        self._touched: set[DraftId] = set()
        self._rung = asyncio.Event()
        self._worker = Worker("drafts")

    async def read(self) -> tuple[Draft, ...]:
        """Return the drafts that were kept; none if the folder cannot be read."""
        if self._folder is None:
            return ()
        try:
            records = await self._worker.run(self._folder.read_all)
        except OSError as error:
            self._say(error)
            return ()
        return tuple(map(_draft, records))

    def touch(self, draft_id: DraftId) -> None:
        """Write this draft soon, or remove its file if there is no such draft any more."""
        self._touched.add(draft_id)
        self._rung.set()

    async def keep(self, pause: float) -> None:
        """Write what is touched, `pause` seconds after the first touch; until cancelled."""
        while True:
            await self._rung.wait()
            self._rung.clear()
            await self._clock.sleep(pause)
            await self._write_touched()

    def close(self, timeout: float = FAREWELL) -> None:
        """Write what is left, waiting at most `timeout` seconds."""
        for draft_id in self._taken():
            call = self._call(draft_id)
            self._worker.post(lambda call=call: _last(call))
        if not self._worker.close(timeout):
            _log.error("drafts were not written within %.0f s, and are lost", timeout)

    async def _write_touched(self) -> None:
        for draft_id in self._taken():
            try:
                await self._worker.run(self._call(draft_id))
            except OSError as error:
                self._touched.add(draft_id)
                self._say(error)
            else:
                self._say(None)

    def _taken(self) -> list[DraftId]:
        taken = sorted(self._touched)
        self._touched.clear()
        return taken if self._folder else []

    def _call(self, draft_id: DraftId) -> Callable[[], None]:
        folder, draft = self._folder, self._find(draft_id)
        if folder is None:
            return lambda: None
        if draft is None:
            return lambda: folder.remove(draft_id)
        record = _record(draft)
        return lambda: folder.write(record)

    def _say(self, problem: OSError | None) -> None:
        had_one, self.problem = self.problem is not None, problem
        if had_one or problem is not None:
            self.problem_changed.emit(None)


def _last(call: Callable[[], None]) -> None:
    try:
        call()
    except OSError as error:
        _log.warning("a draft could not be kept: %s", error.strerror)


def _record(draft: Draft) -> DraftRecord:
    return DraftRecord(
        id=draft.id,
        name=draft.name,
        path=str(draft.path) if draft.path else "",
        text=draft.text,
        is_edited=draft.is_edited,
        edited_at=_seconds(draft.edited_at),
        created_at=_seconds(draft.created_at),
        digest=draft.digest,
        newline=draft.newline,
        made_on=draft.made_on,
    )


def _draft(record: DraftRecord) -> Draft:
    return Draft(
        id=DraftId(record.id),
        name=record.name,
        path=Path(record.path) if record.path else None,
        text=record.text,
        saved_text=None if record.is_edited else record.text,
        edited_at=_moment(record.edited_at),
        created_at=_moment(record.created_at),
        made_on=record.made_on,
        disk=Disk.UNKNOWN if record.path else Disk.NO_FILE,
        is_recovered=record.is_edited,
        digest=record.digest,
        newline=record.newline if record.newline in {"\n", "\r\n", "\r"} else "\n",
    )


def _seconds(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0


def _moment(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (ValueError, OverflowError, OSError):  # No clock ever said this: the file was changed.
        return None
