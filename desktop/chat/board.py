"""The messages of an open conversation, and the snapshot that is made of them."""

from dataclasses import replace

from desktop.chat.branches import places
from desktop.chat.context import CardFacts, Span, measure, span_of
from desktop.chat.desk import Desk
from desktop.chat.experience import key_of
from desktop.chat.snapshot import TalkSnapshot
from desktop.chat.surroundings import ModelHere
from desktop.chat.tokens import Gauge
from desktop.domain.conversation import Conversation, Entry, EntryId, Tree
from desktop.runtime.event import Event


class Board:
    """Holds what is known and announces every replacement of the snapshot.

    Path, branches and meter are made anew only where what they depend on has
    changed, so that a new phase costs nothing on a long conversation, and a
    view can tell by identity that the path is the same.
    """

    def __init__(self, desk: Desk, conversation: Conversation, tree: Tree) -> None:
        self.changed = Event[None]()
        self._desk = desk
        self._entries = dict(tree.entries)
        self.tree = Tree(self._entries)
        self._is_tree_new = True
        self._gauge = Gauge()
        self._gauge_key = ""
        self.snapshot = TalkSnapshot(conversation)
        self.snapshot = self._measured(self._with_path(self.snapshot))
        self._announced = self.snapshot

    @property
    def here(self) -> ModelHere:
        """What is known of the model that is asked next."""
        return self._desk.look(self.snapshot.conversation.target)

    @property
    def gauge(self) -> Gauge:
        """The gauge of the model that is asked next."""
        key = key_of(self.snapshot.conversation.target, self.here)
        if key != self._gauge_key:
            self._gauge, self._gauge_key = self._desk.experience.gauge(key), key
        return self._gauge

    @property
    def card(self) -> CardFacts:
        """What is known of the card of the model that is asked next."""
        return self._desk.experience.card(self.snapshot.conversation.target, self.here)

    @property
    def span(self) -> Span:
        """The context that the next message meets."""
        return span_of(self.snapshot.conversation.parameters, self.here, self.card)

    def put(self, entry: Entry) -> None:
        """Add or replace a message; it is seen with the next snapshot."""
        self._entries[entry.id] = entry
        self._is_tree_new = True

    def drop(self, entry_id: EntryId) -> None:
        """Take a message away again that nothing follows."""
        self._entries.pop(entry_id, None)
        self._is_tree_new = True

    def show(self, snapshot: TalkSnapshot) -> None:
        """Replace the snapshot, its path and meter brought up to date, and announce it."""
        before = self.snapshot
        head, old = snapshot.conversation, before.conversation
        if self._is_tree_new or head.leaf != old.leaf:
            snapshot = self._with_path(snapshot)
        is_same = snapshot.path is before.path and head.draft is old.draft
        self.snapshot = snapshot
        if not (is_same and head.parameters is old.parameters and head.target == old.target):
            self.snapshot = self._measured(snapshot)
        self._announce()

    def note_draft(self, conversation: Conversation) -> None:
        """Take over what is being typed; `measure` announces it, for who types knows it already."""
        self.snapshot = replace(self.snapshot, conversation=conversation)

    def measure(self) -> None:
        """Measure anew, and announce whatever is different."""
        snapshot = self._measured(self.snapshot)
        if snapshot.meter != self.snapshot.meter or self.snapshot is not self._announced:
            self.snapshot = snapshot
            self._announce()

    def _announce(self) -> None:
        self._announced = self.snapshot
        self.changed.emit(None)
        self._desk.told(self.snapshot.conversation.id)

    def _with_path(self, snapshot: TalkSnapshot) -> TalkSnapshot:
        path = self.tree.path(snapshot.conversation.leaf)
        self._is_tree_new = False
        return replace(snapshot, path=path, places=places(self.tree, path))

    def _measured(self, snapshot: TalkSnapshot) -> TalkSnapshot:
        head = snapshot.conversation
        meter = measure(snapshot.path, head.draft, head.parameters, self.gauge, self.span)
        return replace(snapshot, meter=meter)
