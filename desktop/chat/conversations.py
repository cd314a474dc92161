"""Every conversation: the list, those that are open, and where they are kept."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Self, TypeVar
from uuid import uuid4

from typing_extensions import override

from desktop.chat.deletions import Deletions
from desktop.chat.desk import Desk
from desktop.chat.experience import Experience
from desktop.chat.open_talks import OpenTalks
from desktop.chat.snapshot import Phase
from desktop.chat.summaries import Summaries, summary_of
from desktop.chat.surroundings import Look, ModelHere
from desktop.chat.talk import Talk
from desktop.domain.conversation import (
    AttachmentId,
    Conversation,
    ConversationId,
    Ending,
    Hit,
    Parameters,
    Summary,
    Target,
)
from desktop.domain.host import HostId
from desktop.ollama.client import OllamaClient
from desktop.runtime.clock import Clock
from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner
from desktop.storage.conversations import ConversationStore, open_conversations
from desktop.storage.database import StorageFailed
from desktop.storage.recovery import Damage

T = TypeVar("T")

_log = logging.getLogger(__name__)

FAREWELL = 30.0
"""Seconds that closing waits for what is still to be written, which a slow disk may take long for.

The window is gone by then, so that nobody waits; a disk that never answers is left in the end.
"""


class Conversations(TaskOwner):
    """Opens the store, owns every turn's task, and is used as `async with`.

    `changed` says that the list did, or `answering`: which of them a host is
    answering; `answered` names a host that has just ended an answer, and may hold other
    models in memory now. A conversation that nobody holds and of which nothing
    would be lost is forgotten, and read again when it is opened. Without a
    `path`, or where its file cannot be used, everything is kept in memory:
    `problem` says why, and `is_kept` is False.
    """

    def __init__(
        self,
        path: Path | None,
        client_of: Callable[[HostId], OllamaClient],
        clock: Clock,
        look: Look = lambda _: ModelHere(),
        open_store: Callable[[Path | None], Awaitable[ConversationStore]] = open_conversations,
    ) -> None:
        super().__init__()
        self.changed = Event[None]()
        self.answered = Event[HostId]()
        self.damage: Damage | None = None
        self.is_kept = False
        self._path = path
        self._client_of = client_of
        self._clock = clock
        self._look = look
        self._open = open_store
        self._summaries = Summaries()
        self._problem: StorageFailed | None = None
        self._passing: StorageFailed | None = None
        self._talks = OpenTalks(look)
        self._changes: set[asyncio.Task[None]] = set()
        self.answering: dict[ConversationId, HostId] = {}

    async def __aenter__(self) -> Self:
        store = await self._open_store()
        self.damage, self._problem = store.damage, self._problem or store.problem
        learnt = await store.learned()
        rows = await store.summaries()
        self._summaries = Summaries(row for row in rows if row.title or row.has_draft)
        self._desk = Desk(
            store,
            self._clock,
            self._tasks,
            self._client_of,
            self._look,
            Experience(store, self._tasks, learnt),
            self._talks.behind,
            self._told,
        )
        self._deleted = Deletions(store, self._clock, self._change, self._note)
        return self

    @override
    async def _close(self) -> None:
        for talk in self._talks:
            talk.stop(Ending.KILLED)
        try:
            async with asyncio.timeout(FAREWELL):
                while self._changes:
                    await asyncio.wait(self._changes)
                for talk in self._talks:
                    await talk.settle()
        except TimeoutError:
            _log.warning("the disk did not take all that was said within %g s", FAREWELL)
        finally:
            self._say_what_is_lost()
            await super()._close()
            await self._desk.store.close()

    @property
    def summaries(self) -> tuple[Summary, ...]:
        """Pinned conversations first, then the newest; without those that have nothing in them."""
        return self._summaries.rows

    @property
    def problem(self) -> StorageFailed | None:
        """Why something is not on the disk, None if all is."""
        return self._talks.problem or self._passing or self._problem

    @property
    def task_count(self) -> int:
        """How many answers are coming, and things being written."""
        return self._tasks.task_count

    def new(self, target: Target, parameters: Parameters | None = None) -> Talk:
        """Begin a conversation; it is listed once there is a message or a draft in it."""
        now, parameters = self._clock.now(), parameters or Parameters()
        conversation_id = ConversationId(uuid4().hex)
        head = Conversation(conversation_id, now, now, target=target, parameters=parameters)
        return self._talks.add(Talk(self._desk, head))

    async def open(self, conversation_id: ConversationId) -> Talk | None:
        """Open a conversation; None if there is none such, or it cannot be read."""
        if (talk := self._talks.get(conversation_id)) is not None:
            return talk
        found = await self._read(self._desk.store.load(conversation_id), None)
        if (talk := self._talks.get(conversation_id)) is not None:  # Meanwhile.
            return talk
        if found is None or conversation_id in self._deleted:
            return None
        return self._talks.add(Talk(self._desk, *found))

    def talk(self, conversation_id: ConversationId) -> Talk | None:
        """Return a conversation that is open already, such as one that is being answered."""
        return self._talks.get(conversation_id)

    def rename(self, conversation_id: ConversationId, title: str) -> None:
        """Give a conversation a title; an empty one is made up from its first message."""
        title = title.strip()
        if (row := self._summaries.get(conversation_id)) is not None:
            preview = replace(row, title=title or row.title)
            self._alter(preview, lambda talk: talk.set_title(title))

    def pin(self, conversation_id: ConversationId, is_pinned: bool) -> None:
        """Put a conversation on top of the list, or back into its place."""
        if (row := self._summaries.get(conversation_id)) is not None:
            preview = replace(row, is_pinned=is_pinned)
            self._alter(preview, lambda talk: talk.set_pinned(is_pinned))

    def delete(self, conversation_id: ConversationId) -> None:
        """Take a conversation off the list, and end its answer; `restore` brings it back."""
        if conversation_id in self._deleted:
            return
        talk = self._talks.get(conversation_id)
        self._deleted.delete(conversation_id, self._summaries.remove(conversation_id), talk)
        if talk is not None:
            talk.stop()
        self.changed.emit(None)

    def restore(self, conversation_id: ConversationId) -> None:
        """Bring back a conversation that was deleted in this run."""
        if conversation_id not in self._deleted:
            return
        row = self._deleted.restore(conversation_id)
        if row is not None and self._summaries.put(row):
            self.changed.emit(None)
        self._told(conversation_id)

    async def search(self, text: str) -> tuple[Hit, ...]:
        """Find words in titles and messages, newest first."""
        return await self._read(self._desk.store.search(text), ())

    async def content(self, attachment_id: AttachmentId) -> bytes:
        """Return a file's bytes, b"" if they are gone."""
        for talk in self._talks:
            if (content := talk.content(attachment_id)) is not None:
                return content
        return await self._read(self._desk.store.content(attachment_id), b"")

    def note_host(self, host_id: HostId) -> None:
        """Look again at what a host has in memory; to be called when it has told something new."""
        for talk in self._talks:
            if talk.snapshot.conversation.target.host_id == host_id:
                talk.look_again()

    def _say_what_is_lost(self) -> None:
        """Name what ends unwritten in the log, the only place where it can still be said."""
        for talk in self._talks:
            if not talk.is_written:
                reason = talk.snapshot.problem or "no time was left"
                _log.error("the newest of conversation %s is not kept: %s", talk.id, reason)

    async def _open_store(self) -> ConversationStore:
        try:
            store = await self._open(self._path)
        except StorageFailed as problem:
            self._problem = problem
            return await self._open(None)
        self.is_kept = self._path is not None
        return store

    def _alter(self, preview: Summary, change: Callable[[Talk], None]) -> None:
        """Change a conversation, which is seen in the list before it is read from the disk."""
        if (talk := self._talks.get(preview.id)) is not None:
            change(talk)
            return
        if self._summaries.put(preview):
            self.changed.emit(None)
        self._change(self._open_to(preview.id, change), f"change {preview.id}")

    def _change(self, work: Coroutine[object, object, None], name: str) -> None:
        """Start what the end of the program waits for."""
        task = self._tasks.start(work, name=name)
        self._changes.add(task)
        task.add_done_callback(self._changes.discard)

    async def _open_to(
        self, conversation_id: ConversationId, change: Callable[[Talk], None]
    ) -> None:
        if (talk := await self.open(conversation_id)) is not None:
            change(talk)

    async def _read(self, reading: Coroutine[object, object, T], otherwise: T) -> T:
        """Return what is read, or something else where that fails, which is said until it works."""
        try:
            found = await reading
        except StorageFailed as problem:
            self._note(problem)
            return otherwise
        self._note(None)
        return found

    def _note(self, problem: StorageFailed | None) -> None:
        if problem is not self._passing:
            self._passing = problem
            self.changed.emit(None)

    def _told(self, conversation_id: ConversationId) -> None:
        """Bring the list up to date with a conversation that has changed."""
        if (talk := self._talks.get(conversation_id)) is None:
            return
        problem = self.problem
        self._talks.hold(talk)
        is_new = self._list(talk) if conversation_id not in self._deleted else False
        if is_new or self.problem is not problem:
            self.changed.emit(None)
        self._tell_of_answer(talk)

    def _list(self, talk: Talk) -> bool:
        if talk.entries or talk.snapshot.has_draft:
            return self._summaries.put(summary_of(talk.snapshot.conversation, talk.entries))
        return self._summaries.remove(talk.id) is not None

    def _tell_of_answer(self, talk: Talk) -> None:
        turn = talk.snapshot.turn
        if turn is not None and turn.phase is not Phase.SAVING:
            if talk.id not in self.answering:
                self.answering[talk.id] = turn.target.host_id
                self.changed.emit(None)
        elif turn is None and (host_id := self.answering.pop(talk.id, None)) is not None:
            self.changed.emit(None)
            self.answered.emit(host_id)
