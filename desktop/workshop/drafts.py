"""Every draft of the workshop: what is being written, and the files it comes from."""

import asyncio
import os
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Self

from typing_extensions import override

from desktop.runtime.clock import Clock, SystemClock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.runtime.threads import abandonable
from desktop.storage.documents import ChangedOnDisk, read_document, write_document
from desktop.storage.settings import SettingsFile
from desktop.storage.workshop_entry import MOST_RECENT
from desktop.workshop.draft import Disk, Draft, DraftId, written
from desktop.workshop.draft_keeping import DraftKeeping
from desktop.workshop.meeting import kept, look_at, met, missed, saved, taken
from desktop.workshop.naming import draft_name

PAUSE = 0.5
"""Seconds after which a change is kept."""


class NoFile(ValueError):
    """A draft that has no file was to be saved without saying where."""


class OpenElsewhere(OSError):
    """The file to write is that of another draft; `draft_id` says of which."""

    def __init__(self, draft_id: DraftId) -> None:
        super().__init__("another draft has this file")
        self.draft_id = draft_id


class Drafts(TaskOwner):
    """Holds the drafts, is the only writer of their snapshots, and keeps them over a crash.

    `changed` says that the list changed, `draft_changed` which draft was replaced.
    Without a folder nothing is kept. Methods given the id of a draft that is gone
    do nothing, or raise KeyError where they would have something to return.
    """

    def __init__(
        self,
        folder: Path | None,
        settings: SettingsFile,
        clock: Clock | None = None,
        pause: float = PAUSE,
    ) -> None:
        super().__init__()
        self.changed = Event[None]()
        self.draft_changed = Event[DraftId]()
        self._settings = settings
        self._clock = clock or SystemClock()
        self._pause = pause
        self._drafts: dict[DraftId, Draft] = {}
        self._keeping = DraftKeeping(folder, self.find, self._clock)
        self.write_problem_changed = self._keeping.problem_changed
        self._saving = asyncio.Lock()

    async def __aenter__(self) -> Self:
        """Bring back what was being written when the program last ended."""
        for draft in await self._keeping.read():
            self._drafts[draft.id] = draft
        self._tasks.start(self._keeping.keep(self._pause), name="keeping drafts")
        self.look_again()
        return self

    @override
    async def _close(self) -> None:
        await super()._close()
        self._keeping.close()

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """Every draft, the oldest first."""
        return tuple(self._drafts.values())

    @property
    def recent_files(self) -> tuple[Path, ...]:
        """The files that were opened or saved last, the last one first."""
        return tuple(Path(file) for file in self._settings.settings.workshop_page.recent_files)

    @property
    def write_problem(self) -> OSError | None:
        """Why drafts cannot be kept at the moment, such as a full disk; None if they are."""
        return self._keeping.problem

    def find(self, draft_id: DraftId) -> Draft | None:
        """The draft as it stands now, or None if it was closed."""
        return self._drafts.get(draft_id)

    def new(self, text: str = "", name: str = "") -> DraftId:
        """Begin a draft without a file; `name` may be empty."""
        return self._add(Draft(self._next_id(), name, text=text, saved_text=text))

    async def open_file(self, path: Path) -> DraftId:
        """Open a file as a draft, or return the draft that has it open already.

        Raises:
            NotRegular, DocumentTooLarge, NotText: it is nothing that can be edited.
            OSError: it cannot be read.
        """
        path = _absolute(path)
        found = await abandonable(read_document, path)
        self._remember(path)
        if draft := self._with_file(path, found.target):
            self._put(met(draft, found))
            return draft.id
        draft = Draft(self._next_id(), draft_name(path), path)
        return self._add(taken(draft, found))

    def edit(self, draft_id: DraftId, text: str) -> None:
        """Replace a draft's text; it is kept within half a second."""
        draft = self.find(draft_id)
        if draft and draft.text != text:
            self._put(replace(draft, text=text, edited_at=self._clock.now()))

    def rename(self, draft_id: DraftId, name: str) -> None:
        """Call a draft something else; its file keeps its name."""
        if draft := self.find(draft_id):
            self._put(replace(draft, name=name))

    def mark_made(self, draft_id: DraftId, host: str) -> None:
        """Note that a model was made from this draft on the host of that name."""
        draft = self.find(draft_id)
        if draft and host not in draft.made_on:
            self._put(replace(draft, made_on=(*draft.made_on, host)))

    async def save(self, draft_id: DraftId, path: Path | None = None) -> None:
        """Write a draft to its own file, or to another one that becomes its own.

        A file of another path is replaced without a question: whoever chose it was asked.

        Raises:
            KeyError: the draft was closed.
            NoFile: it has no file, and no path was given.
            ChangedOnDisk: another program wrote to its file; the draft has that in `theirs`.
            OpenElsewhere: the file is that of another draft.
            NotRegular: it is a folder, a pipe or a device.
            OSError: it cannot be written, and stands as it was.
        """
        async with self._saving:
            draft = self._drafts[draft_id]
            place = _absolute(path) if path else draft.path
            if place is None:
                raise NoFile(draft_id)
            await self._demand_free(draft_id, place)
            try:
                found = await abandonable(write_document, place, *_to_write(draft, place))
            except ChangedOnDisk:
                await self._look(draft_id, whole=True)
                raise
            self._remember(place)
            if now := self.find(draft_id):
                name = now.name if place == draft.path else draft_name(place)
                self._put(saved(now, draft.text, place, name, found))

    def close(self, draft_id: DraftId) -> None:
        """Forget a draft and what was kept of it; its file stays."""
        if self._drafts.pop(draft_id, None):
            self._keeping.touch(draft_id)
            self.changed.emit(None)

    def look_again(self) -> None:
        """See whether another program wrote to the drafts' files; at once, and without waiting."""
        for draft in self.drafts:
            if draft.path is not None:
                self._tasks.start(self._look(draft.id), name=f"look at {draft.id}")

    def keep_mine(self, draft_id: DraftId) -> None:
        """Let a draft that was CHANGED on disk keep its text, so that saving replaces the other."""
        if draft := self.find(draft_id):
            self._put(kept(draft))

    def take_theirs(self, draft_id: DraftId) -> None:
        """Give a draft that was CHANGED on disk the text of its file, and forget its own."""
        draft = self.find(draft_id)
        if draft and draft.theirs is not None:
            self._put(replace(kept(draft), text=draft.theirs, stamp=None))
            self.look_again()  # Line ends and notes are the file's again.

    async def _look(self, draft_id: DraftId, *, whole: bool = False) -> None:
        draft = self.find(draft_id)
        if draft is None or draft.path is None:
            return
        path, stamp = draft.path, None if whole else draft.stamp
        try:
            found = await abandonable(look_at, path, stamp)
        except FileNotFoundError:
            self._change_if(draft_id, path, missed)
        except OSError:
            self._change_if(draft_id, path, lambda draft: replace(draft, disk=Disk.UNKNOWN))
        else:
            if found is not None:
                self._change_if(draft_id, path, lambda draft: met(draft, found))

    def _change_if(self, draft_id: DraftId, path: Path, change: Callable[[Draft], Draft]) -> None:
        """Replace a draft if it still has the file that was looked at."""
        draft = self.find(draft_id)
        if draft and draft.path == path:
            self._put(change(draft))

    async def _demand_free(self, draft_id: DraftId, place: Path) -> None:
        target = Path(await abandonable(os.path.realpath, place))
        other = self._with_file(place, target, besides=draft_id)
        if other:
            raise OpenElsewhere(other.id)

    def _with_file(self, path: Path, target: Path, besides: str = "") -> Draft | None:
        files = {path, target}
        for draft in self.drafts:
            if draft.id != besides and files & {draft.path, draft.target}:
                return draft
        return None

    def _add(self, draft: Draft) -> DraftId:
        draft = replace(draft, created_at=self._clock.now())
        self._drafts[draft.id] = draft
        self._keeping.touch(draft.id)
        self.changed.emit(None)
        return draft.id

    def _put(self, draft: Draft) -> None:
        if self._drafts[draft.id] != draft:
            self._drafts[draft.id] = draft
            self._keeping.touch(draft.id)
            self.draft_changed.emit(draft.id)

    def _remember(self, path: Path) -> None:
        settings = self._settings.settings
        page = settings.workshop_page
        files = (str(path), *(file for file in page.recent_files if file != str(path)))
        page = replace(page, recent_files=files[:MOST_RECENT])
        self._settings.update(replace(settings, workshop_page=page))

    def _next_id(self) -> DraftId:
        return DraftId(uuid.uuid4().hex)


def _to_write(draft: Draft, place: Path) -> tuple[bytes, str | None]:
    """Return the bytes of a draft, and the digest that its own file must have to be replaced."""
    is_own = place == draft.path and draft.digest
    return written(draft.text, draft.newline), draft.digest if is_own else None


def _absolute(path: Path) -> Path:
    """Return the whole path, its links and .. as they are: a draft's folder is the one named."""
    return path.absolute()
