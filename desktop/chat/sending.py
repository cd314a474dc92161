"""Sending a message: first onto the disk, then shown, then asked."""

import asyncio
from dataclasses import replace

from desktop.chat.asking import Asking, Question
from desktop.chat.board import Board
from desktop.chat.desk import Desk
from desktop.chat.keeping import TRY_AGAIN, Keeper
from desktop.chat.snapshot import Phase, Turn
from desktop.domain.conversation import Conversation, Draft, Entry
from desktop.storage.database import StorageFailed


class Sending:
    """Saves one message at a time, and lets it be answered."""

    def __init__(self, desk: Desk, board: Board, keeper: Keeper, asking: Asking) -> None:
        self._desk = desk
        self._board = board
        self._keeper = keeper
        self._asking = asking
        self._task: asyncio.Task[None] | None = None
        self._is_stopped = False

    @property
    def is_saving(self) -> bool:
        turn = self._board.snapshot.turn
        return turn is not None and turn.phase is Phase.SAVING

    def start(self, entry: Entry) -> None:
        """Save a message; nobody sees it before it is on the disk."""
        self._is_stopped = False
        board, now = self._board, self._desk.clock.monotonic()
        target, here = board.snapshot.conversation.target, board.here
        turn = Turn(entry.id, target, here.host_name, Phase.SAVING, now, now)
        board.show(replace(board.snapshot, turn=turn, failure=None, problem=None))
        self._task = self._desk.tasks.start(self._send(entry), name=f"send {entry.id}")

    def stop(self) -> None:
        """Do not ask once the message is saved, which cannot be taken back."""
        self._is_stopped = True

    async def settle(self) -> None:
        """Return when a message that was being saved is, or could not be."""
        if self._task is not None:
            await asyncio.wait({self._task})

    async def _send(self, entry: Entry) -> None:
        """Save and ask; where it cannot be saved, the draft still has every word."""
        before = self._board.snapshot.conversation
        try:
            await self._keeper.commit(entry, self._sent(before, before, entry))
        except StorageFailed as problem:
            self._take_back(entry, problem)
            return
        board = self._board
        board.put(entry)
        head = self._sent(board.snapshot.conversation, before, entry)
        self._keeper.keep_head(head)
        board.show(replace(board.snapshot, conversation=head, turn=None))
        if not self._is_stopped:
            self._asking.ask(Question(entry.id, entry.id))

    def _take_back(self, entry: Entry, problem: StorageFailed) -> None:
        """Keep the words of a message that is not on the disk in the draft."""
        state = self._board.snapshot
        head, draft = state.conversation, state.conversation.draft
        if entry.text not in draft.text:
            text = "\n\n".join(filter(None, (draft.text, entry.text)))
            head = replace(head, draft=replace(draft, text=text))
        self._keeper.keep_head(head, TRY_AGAIN)
        self._board.show(replace(state, conversation=head, turn=None, problem=problem))

    def _sent(self, head: Conversation, before: Conversation, entry: Entry) -> Conversation:
        """Return the head with the message as its end; the draft is empty unless it went on."""
        is_draft = head.draft == before.draft and head.draft == Draft(entry.text, entry.attachments)
        draft = Draft() if is_draft else head.draft
        return replace(head, leaf=entry.id, draft=draft, updated=self._desk.clock.now())
