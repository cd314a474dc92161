"""Asking for an answer: whether it fits, the turn while it runs, and what becomes of it."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from desktop.chat.answering import Answering
from desktop.chat.board import Board
from desktop.chat.context import overfull, prompt_tokens, to_drop
from desktop.chat.defaults import raised_context
from desktop.chat.desk import Desk
from desktop.chat.growth import Growth
from desktop.chat.keeping import GROWTH_WITHIN, Keeper
from desktop.chat.lessons import Lesson
from desktop.chat.request import chat_request
from desktop.chat.snapshot import Decision, Failure, Phase, Turn
from desktop.chat.waiting import Waiting
from desktop.domain.conversation import (
    NO_ENTRY,
    AttachmentId,
    Conversation,
    Ending,
    Entry,
    EntryId,
    Overflow,
    Parameters,
    Role,
    Target,
)
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import OllamaError, ServerRefused, Unreachable
from desktop.runtime.event import Event
from desktop.storage.database import StorageFailed


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be answered: a message, or with `is_continuation` an answer that is to go on.

    `before` is the end of the path that was shown; it is shown again where no word comes.
    """

    asked: EntryId
    before: EntryId
    is_continuation: bool = False


@dataclass(frozen=True, slots=True)
class _Run:
    """An answer under way: what was sent for it, and what that may teach."""

    question: Question
    entry: Entry
    original: Entry | None
    answering: Answering
    path: tuple[Entry, ...]
    lesson: Lesson


class Asking:
    """One turn at a time; the turn's task ends with it, and closes its connection."""

    def __init__(self, desk: Desk, board: Board, keeper: Keeper, grown: Event[None]) -> None:
        self._desk = desk
        self._board = board
        self._keeper = keeper
        self._grown = grown
        self._run: _Run | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_named = False
        self.question: Question | None = None

    @property
    def growth(self) -> Growth | None:
        return self._run.answering.growth if self._run is not None else None

    @property
    def growing(self) -> EntryId:
        """The answer that is coming, NO_ENTRY where none is."""
        return self._run.entry.id if self._run is not None else NO_ENTRY

    @property
    def head(self) -> Conversation:
        """The head as it may be written: it never names an answer that has no word yet."""
        head, run = self._board.snapshot.conversation, self._run
        if run is None or run.answering.has_words or head.leaf != run.entry.id:
            return head
        return replace(head, leaf=run.question.before)

    def ask(self, question: Question) -> None:
        """Ask at once, or wait for a decision where older messages no longer fit."""
        self.question = question
        board = self._board
        path, parameters = self._path(question), board.snapshot.conversation.parameters
        too_much = overfull(path, parameters, board.gauge, board.span)
        if too_much is None:
            self._begin(question, path, ())
        elif parameters.overflow is Overflow.DROP_OLDEST and too_much.droppable:
            self._begin(question, path, to_drop(path, parameters, board.gauge, board.span))
        else:
            board.show(replace(board.snapshot, turn=None, failure=None, overfull=too_much))

    def decide(self, decision: Decision) -> Parameters | None:
        """Take the waiting message off, and return other parameters if the decision wants them."""
        board = self._board
        too_much, parameters = board.snapshot.overfull, board.snapshot.conversation.parameters
        if too_much is None:
            return None
        board.show(replace(board.snapshot, overfull=None))
        if decision is Decision.RAISE_CONTEXT:
            wanted = raised_context(too_much.needed, too_much.context, too_much.trained)
            return replace(parameters, num_ctx=wanted)
        if decision is Decision.DROP_OLDEST:
            return replace(parameters, overflow=Overflow.DROP_OLDEST)
        return None

    def go_on(self, decision: Decision) -> None:
        """Ask what was waiting, and do not ask the person again."""
        if (question := self.question) is None or self._run is not None:
            return
        board, path = self._board, self._path(question)
        unseen: tuple[EntryId, ...] = ()
        if decision is Decision.DROP_OLDEST:
            parameters = board.snapshot.conversation.parameters
            unseen = to_drop(path, parameters, board.gauge, board.span)
        self._begin(question, path, unseen)

    def stop(self, ending: Ending = Ending.STOPPED) -> None:
        """End the turn at once; a message that waits for a decision waits no more."""
        if (run := self._run) is not None:
            if self._task is not None:
                self._task.cancel()
            self._end(run, run.answering.ended(ending))
        elif self._board.snapshot.overfull is not None:
            self._board.show(replace(self._board.snapshot, overfull=None))

    def _path(self, question: Question) -> tuple[Entry, ...]:
        return self._board.tree.path(question.asked)

    def _begin(
        self, question: Question, path: tuple[Entry, ...], unseen: tuple[EntryId, ...]
    ) -> None:
        board, now = self._board, self._desk.clock.monotonic()
        head, here = board.snapshot.conversation, board.here
        original = path[-1] if question.is_continuation else None
        entry = original or Entry(
            new_entry_id(), question.asked, Role.ASSISTANT, self._desk.clock.now()
        )
        entry = replace(
            entry,
            target=head.target,
            host_name=here.host_name,
            ending=Ending.GROWING,
            trouble="",
            format=head.parameters.format,
            schema=head.parameters.schema_asked,
            unseen=unseen,
        )
        answering = Answering(entry, self._desk.clock, self._enter, self._take_words)
        sent = tuple(other for other in path if other.id not in unseen)
        estimated = prompt_tokens(sent, head.parameters, board.gauge)
        lesson = Lesson(head.target, sent, estimated)
        self._is_named = False
        self._run = run = _Run(question, entry, original, answering, sent, lesson)
        board.put(entry)
        turn = Turn(entry.id, head.target, here.host_name, Phase.ASKING, now, now)
        head = replace(head, leaf=entry.id)
        board.show(
            replace(board.snapshot, conversation=head, turn=turn, failure=None, overfull=None)
        )
        self._task = self._desk.tasks.start(self._answer(run, head), name=f"answer in {head.id}")

    async def _answer(self, run: _Run, head: Conversation) -> None:
        client = self._client(head.target)
        if client is None:
            self._fail(run, head.target, Unreachable("the host was removed"))
            return
        try:
            contents = await self._contents(run.path)
            request = chat_request(
                head.target.model,
                head.parameters,
                run.path,
                contents,
                can_think=self._board.card.can_think,
            )
            await run.answering.run(client, request, self._waiting(client, head), self._desk.tasks)
        except OllamaError as error:
            run.lesson.of_refusal(self._board, error)
            self._fail(run, head.target, error)
        except StorageFailed as problem:  # Its files cannot be read.
            self._end(run, run.answering.ended(Ending.BROKEN), problem=problem)
        else:
            self._end(run, run.answering.completed())
            run.lesson.of_answer(self._desk, self._board, run.answering.counted)

    def _waiting(self, client: OllamaClient, head: Conversation) -> Waiting:
        span, asked = self._board.span, head.parameters.num_ctx
        context = span.length if asked is not None and span.trained else 0
        behind = partial(self._desk.behind, head.id)
        return Waiting(client, head.target.model, self._board.here, context, behind)

    async def _contents(self, path: Sequence[Entry]) -> dict[AttachmentId, bytes]:
        found: dict[AttachmentId, bytes] = {}
        for file in (file for entry in path for file in entry.attachments):
            content = self._keeper.content(file.id)
            found[file.id] = await self._desk.store.content(file.id) if content is None else content
        return found

    def _enter(self, entry_id: EntryId, phase: Phase, behind: str) -> None:
        state = self._board.snapshot
        if state.turn is not None and self.growing == entry_id:
            now = self._desk.clock.monotonic()
            turn = replace(state.turn, phase=phase, phase_began=now, behind=behind)
            self._board.show(replace(state, turn=turn))

    def _take_words(self, entry_id: EntryId, read: Callable[[], Entry]) -> None:
        """Let a token be seen, and written soon; from the first on the head names its answer."""
        if self.growing == entry_id:
            if not self._is_named:
                self._is_named = True
                self._keeper.keep_head(self.head, GROWTH_WITHIN)
            self._keeper.keep_growing(read)
            self._grown.emit(None)

    def _client(self, target: Target) -> OllamaClient | None:
        """Return who is asked; None for a host that was removed."""
        try:
            return self._desk.client_of(target.host_id)
        except KeyError:
            return None

    def _fail(self, run: _Run, target: Target, error: OllamaError) -> None:
        trouble = error.message if isinstance(error, ServerRefused) else str(error)
        entry = run.answering.ended(Ending.BROKEN, trouble)
        has_answer = run.answering.has_words or run.original is not None
        failed = run.entry.id if has_answer else run.question.asked
        self._end(run, entry, Failure(failed, target, error, self._client(target) is None))

    def _end(
        self,
        run: _Run,
        entry: Entry,
        failure: Failure | None = None,
        problem: StorageFailed | None = None,
    ) -> None:
        """Put the answer into its place; without a word of it, all is as before the question."""
        if self._run is not run:
            return
        self._run = None
        board, head = self._board, self._board.snapshot.conversation
        if run.answering.has_words or entry.ending in {Ending.COMPLETE, Ending.LENGTH}:
            entry = replace(entry, is_pinned=board.tree.entries[entry.id].is_pinned)
            board.put(entry)
            self._keeper.keep_entry(entry)
            head = replace(head, updated=self._desk.clock.now())
        else:
            head = replace(head, leaf=run.question.before)
            self._undo(run)
        self._keeper.keep_head(head)
        state = replace(board.snapshot, conversation=head, turn=None, failure=failure)
        board.show(replace(state, problem=problem or state.problem))

    def _undo(self, run: _Run) -> None:
        if run.original is None:
            self._board.drop(run.entry.id)
        else:
            pinned = self._board.tree.entries[run.entry.id].is_pinned
            self._board.put(entry := replace(run.original, is_pinned=pinned))
            if entry != run.original:  # While it was to go on, its pin was not written.
                self._keeper.keep_entry(entry)


def new_entry_id() -> EntryId:
    """Return an id that no other entry of any conversation has."""
    return EntryId(uuid4().hex)
