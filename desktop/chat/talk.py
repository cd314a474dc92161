"""One open conversation: everything a person can do with it, and the only writer of its state."""

from collections.abc import Mapping
from dataclasses import replace

from desktop.chat.asking import Asking, Question, new_entry_id
from desktop.chat.board import Board
from desktop.chat.branches import neighbour
from desktop.chat.desk import Desk
from desktop.chat.growth import Growth
from desktop.chat.keeping import DRAFT_WITHIN, Keeper
from desktop.chat.sending import Sending
from desktop.chat.snapshot import Decision, TalkSnapshot
from desktop.domain.conversation import (
    NO_ENTRY,
    Attachment,
    AttachmentId,
    BranchStep,
    Conversation,
    ConversationId,
    Draft,
    Ending,
    Entry,
    EntryId,
    Parameters,
    Role,
    Target,
    Tree,
)
from desktop.runtime.event import Event
from desktop.storage.database import StorageFailed


class Talk:
    """A conversation that is open, shown or not; it goes on answering when another is shown.

    Every method returns at once, and one that does not fit what is going on
    does nothing. `changed` says that `snapshot` was replaced; `grown` that
    `growth` has more words, which happens for each token and costs nothing else.
    """

    def __init__(self, desk: Desk, conversation: Conversation, tree: Tree | None = None) -> None:
        self._is_kept = tree is not None
        tree = tree or Tree()
        if conversation.leaf not in tree.entries:  # The last write of the head was lost.
            last = next(reversed(tuple(tree.entries)), NO_ENTRY)
            conversation = replace(conversation, leaf=last)
        self.grown = Event[None]()
        self._desk = desk
        self._board = Board(desk, conversation, tree)
        self.changed = self._board.changed
        self._keeper = Keeper(desk.store, desk.clock, desk.tasks, self._on_kept, tree.entries)
        self._asking = Asking(desk, self._board, self._keeper, self.grown)
        self._sending = Sending(desk, self._board, self._keeper, self._asking)
        self._read_card()

    @property
    def id(self) -> ConversationId:
        return self.snapshot.conversation.id

    @property
    def snapshot(self) -> TalkSnapshot:
        return self._board.snapshot

    @property
    def growth(self) -> Growth | None:
        """What has come of the answer that is coming, None where none is."""
        return self._asking.growth

    @property
    def entries(self) -> Mapping[EntryId, Entry]:
        """Every message, of all branches, in the order they were made."""
        return self._board.tree.entries

    @property
    def is_settled(self) -> bool:
        """Whether nothing would be lost if this were forgotten, and opened from the disk again."""
        state = self.snapshot
        is_quiet = not (state.turn or state.overfull or state.failure or state.problem)
        return is_quiet and self.is_written

    @property
    def is_written(self) -> bool:
        """Whether the disk holds all that is shown."""
        return self._keeper.is_idle

    def send(self, text: str) -> None:
        """Send a message with the draft's attachments; it is shown once it is on the disk."""
        head = self.snapshot.conversation
        if self._is_free and (text.strip() or head.draft.attachments):
            self._board.note_draft(replace(head, draft=replace(head.draft, text=text)))
            self._sending.start(self._message(head.leaf, text, head.draft.attachments))

    def edit(self, entry_id: EntryId, text: str) -> None:
        """Send a message of the person anew, as a branch beside the old one, and show that."""
        entry = self.entries.get(entry_id)
        if entry is None or entry.role is not Role.USER or not text.strip():
            return
        if self._make_free():
            self._sending.start(self._message(entry.parent, text, entry.attachments))

    def resend(
        self,
        entry_id: EntryId,
        attachments: tuple[Attachment, ...],
        contents: Mapping[AttachmentId, bytes],
    ) -> None:
        """Send a message of the person anew with other files, as a branch beside the old one.

        `contents` has the files that were not kept before.
        """
        entry = self.entries.get(entry_id)
        if entry is None or entry.role is not Role.USER or not (entry.text or attachments):
            return
        if self._make_free():
            for attachment in attachments:
                if (content := contents.get(attachment.id)) is not None:
                    self._keeper.keep_file(attachment, content, self._asking.head)
            self._sending.start(self._message(entry.parent, entry.text, attachments))

    def stop(self, ending: Ending = Ending.STOPPED) -> None:
        """End the answer that is coming, at once; what there is of it stays, with who ended it."""
        self._sending.stop()
        self._asking.stop(ending)

    def decide(self, decision: Decision) -> None:
        """Say what is to be done with the message that waits: `TalkSnapshot.overfull`.

        Dropping the oldest is what this conversation does from then on.
        """
        if self.snapshot.overfull is None:
            return
        if (parameters := self._asking.decide(decision)) is not None:
            self.set_parameters(parameters)
        if decision is not Decision.CANCEL:
            self._asking.go_on(decision)

    def regenerate(self, entry_id: EntryId) -> None:
        """Answer a message once more with the target of now, in a branch beside its answers.

        `entry_id` is one of the answers or the message itself.
        """
        entry = self.entries.get(entry_id)
        asked = entry.parent if entry is not None and entry.role is Role.ASSISTANT else entry_id
        if asked in self.entries and self._make_free():
            self._asking.ask(Question(asked, self.snapshot.conversation.leaf))

    def continue_answer(self, entry_id: EntryId) -> None:
        """Let a cut answer go on where it ends; one without a word is asked for anew.

        One that other messages follow stays as it is.
        """
        entry = self.entries.get(entry_id)
        if entry is None or entry.role is not Role.ASSISTANT or not entry.ending.is_cut:
            return
        if not entry.text:
            self.regenerate(entry_id)
        elif not self._board.tree.children(entry_id) and self._make_free():
            leaf = self.snapshot.conversation.leaf
            self._asking.ask(Question(entry_id, leaf, is_continuation=True))

    def retry(self) -> None:
        """Ask once more what came to nothing, or for an answer to the last message."""
        leaf = self.snapshot.conversation.leaf
        last = self._asking.question if self.snapshot.failure is not None else None
        if last is None and leaf in self.entries and self.entries[leaf].role is Role.USER:
            last = Question(leaf, leaf)
        if last is None:
            return
        question = replace(last, before=leaf)
        if question.asked in self.entries and self._is_free:
            self._asking.ask(question)

    def walk(self, entry_id: EntryId, step: BranchStep) -> None:
        """Show the branch before or after that of an entry; not while an answer is coming."""
        entry = self.entries.get(entry_id)
        if entry is None or self.snapshot.turn is not None:
            return
        if (to := neighbour(self._board.tree, entry, step)) is None:
            return
        head = replace(self.snapshot.conversation, leaf=self._board.tree.newest_leaf(to))
        self._board.show(replace(self.snapshot, conversation=head, failure=None, overfull=None))
        self._keep_head()

    def pin_entry(self, entry_id: EntryId, is_pinned: bool) -> None:
        """Keep a message among those that are sent, however old it is; or do so no more."""
        if (entry := self.entries.get(entry_id)) is not None:
            entry = replace(entry, is_pinned=is_pinned)
            self._board.put(entry)
            self._board.show(self.snapshot)
            if self._asking.growing != entry_id:
                self._keeper.keep_entry(entry)

    def set_parameters(self, parameters: Parameters) -> None:
        self._put_head(replace(self.snapshot.conversation, parameters=parameters))

    def set_target(self, target: Target) -> None:
        """Let another model take over, from the next message on."""
        self._put_head(replace(self.snapshot.conversation, target=target))
        self._read_card()

    def set_title(self, title: str) -> None:
        """Give it a title; an empty one is made up from the first message again."""
        self._put_head(replace(self.snapshot.conversation, title=title.strip()))

    def set_pinned(self, is_pinned: bool) -> None:
        self._put_head(replace(self.snapshot.conversation, is_pinned=is_pinned))

    def set_draft(self, text: str) -> None:
        """Keep what is being typed: on the disk half a second later, and announced then."""
        head = self.snapshot.conversation
        if head.draft.text != text:
            self._board.note_draft(replace(head, draft=replace(head.draft, text=text)))
            self._keep_head(DRAFT_WITHIN)

    def attach(self, attachment: Attachment, content: bytes) -> None:
        """Put a file to the draft."""
        draft = self.snapshot.conversation.draft
        self._put_draft(replace(draft, attachments=(*draft.attachments, attachment)))
        self._keeper.keep_file(attachment, content, self._asking.head)

    def detach(self, attachment_id: AttachmentId) -> None:
        """Take a file from the draft."""
        draft = self.snapshot.conversation.draft
        left = tuple(file for file in draft.attachments if file.id != attachment_id)
        self._put_draft(replace(draft, attachments=left))

    def look_again(self) -> None:
        """Measure what the model sees once more, for its host has told something new."""
        self._board.measure()

    def content(self, attachment_id: AttachmentId) -> bytes | None:
        """Return a file that is not on the disk yet."""
        return self._keeper.content(attachment_id)

    async def settle(self) -> None:
        """Stop, and return when everything is written or cannot be."""
        self.stop()
        await self._sending.settle()
        await self._keeper.settle()

    @property
    def _is_free(self) -> bool:
        state = self.snapshot
        return not state.turn and not state.overfull and bool(state.conversation.target.model)

    def _make_free(self) -> bool:
        """Stop an answer that is coming and forget a message that waits, to ask something else."""
        if self._sending.is_saving:
            return False
        self._asking.stop()
        return self._is_free

    def _message(self, parent: EntryId, text: str, attachments: tuple[Attachment, ...]) -> Entry:
        now = self._desk.clock.now()
        return Entry(new_entry_id(), parent, Role.USER, now, text, attachments=attachments)

    def _put_draft(self, draft: Draft) -> None:
        self._put_head(replace(self.snapshot.conversation, draft=draft))

    def _put_head(self, head: Conversation) -> None:
        self._board.show(replace(self.snapshot, conversation=head))
        self._keep_head()

    def _keep_head(self, within: float = 0.0) -> None:
        """Write the head, but not that of a conversation of which there is nothing yet."""
        self._is_kept = self._is_kept or bool(self.entries) or self.snapshot.has_draft
        if self._is_kept:
            self._keeper.keep_head(self._asking.head, within)

    def _on_kept(self, problem: StorageFailed | None) -> None:
        if self.snapshot.problem is not problem:
            self._board.show(replace(self.snapshot, problem=problem))
        self._board.measure()
        self._desk.told(self.id)

    def _read_card(self) -> None:
        target = self.snapshot.conversation.target
        if target.model:
            self._desk.tasks.start(self._learn_card(target), name=f"card of {target.model}")

    async def _learn_card(self, target: Target) -> None:
        try:
            client = self._desk.client_of(target.host_id)
        except KeyError:
            return
        if await self._desk.experience.read_card(client, target, self._board.here):
            self._board.measure()
