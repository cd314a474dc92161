"""Which conversation is opened: the last one at the start, a new one, the next after a deletion."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.chat.talk import Talk
from desktop.domain.conversation import ConversationId, Target
from desktop.storage.chat_entry import ChatPageSettings, recent_targets, used
from desktop.ui.chat.picker_choices import find_model
from desktop.ui.chat.services import ChatServices
from desktop.ui.chat.shown import ShownTalk
from desktop.ui.chat.targets import first_target, is_loaded


class Opening(QObject):
    """Chooses what is shown, and remembers it and who was asked, for the next start."""

    def __init__(self, services: ChatServices, shown: ShownTalk, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._shown = shown
        self._guess = Target()

    @property
    def settings(self) -> ChatPageSettings:
        return self._services.settings.settings.chat_page

    @property
    def recent(self) -> Sequence[Target]:
        """Who was asked, last used first."""
        return recent_targets(self.settings.recent)

    def begin(self) -> None:
        """Open what was open last, or a new chat where that is gone."""
        last = ConversationId(self.settings.conversation)
        if any(row.id == last for row in self._services.conversations.summaries):
            self._shown.open(last, otherwise=self.new)
        else:
            self.new()

    def new(self, target: Target | None = None) -> None:
        """Show a new chat; one in which nothing was written yet is used."""
        talk = self._shown.talk
        if talk is None or not is_untouched(talk):
            self._shown.show(self._services.conversations.new(target or self._first()))
        elif target is not None:
            talk.set_target(target)
        if target is not None:
            self.note_chosen()

    def choose_first(self) -> None:
        """Choose who is asked in a new chat: nobody was yet, or that model is there no more.

        A host tells its list before what is loaded: a model that was taken for want of a
        better one makes way for one that is loaded, until the person has chosen or written.
        """
        talk = self._shown.talk
        if talk is None or not is_untouched(talk):
            return
        before = talk.snapshot.conversation.target
        if self._is_there(talk) and before != self._guess:
            return
        target = self._choose(self.recent)
        if target.model and target != before:
            talk.set_target(target)

    def note_chosen(self) -> None:
        """Remember that the person chose who is asked: no other model takes its place."""
        self._guess = Target()

    def _is_there(self, talk: Talk) -> bool:
        """Whether a chat has a model, as far as that model's host has told its own."""
        target = talk.snapshot.conversation.target
        host, model = find_model(self._services.registry.snapshots, target)
        is_gone = host is not None and host.models_known and model is None
        return bool(target.model) and not is_gone

    def leave(self, conversation_id: ConversationId, next_one: ConversationId | None) -> None:
        """Show another conversation in place of one that was deleted, if that one is shown."""
        if conversation_id != self._shown.conversation_id:
            return
        if next_one is not None:
            self._shown.open(next_one, otherwise=self.new)
        else:
            self._shown.show(self._services.conversations.new(self._first()))

    def note_shown(self) -> None:
        """Remember what is open, once there is something in it."""
        talk = self._shown.talk
        if talk is not None and not is_untouched(talk):
            self._put(replace(self.settings, conversation=talk.snapshot.conversation.id))

    def note_asked(self, target: Target) -> None:
        """Remember who was asked."""
        if target.model:
            self._put(replace(self.settings, recent=used(self.settings.recent, target)))

    def note_panel(self, *, is_open: bool) -> None:
        """Remember whether the panel stands beside the conversation."""
        self._put(replace(self.settings, panel_open=is_open))

    def _first(self) -> Target:
        return self._choose(self._asked_first())

    def _choose(self, recent: Sequence[Target]) -> Target:
        snapshots = self._services.registry.snapshots
        target = first_target(snapshots, recent)
        is_sure = target in recent or is_loaded(snapshots, target)
        self._guess = Target() if is_sure else target
        return target

    def _asked_first(self) -> tuple[Target, ...]:
        """Who is asked in the conversation that is shown, then who was asked before."""
        talk = self._shown.talk
        here = (talk.snapshot.conversation.target,) if talk is not None else ()
        return (*here, *self.recent)

    def _put(self, page: ChatPageSettings) -> None:
        settings = self._services.settings
        settings.update(replace(settings.settings, chat_page=page))


def is_untouched(talk: Talk) -> bool:
    """Whether nothing was written in it, and nothing is being written."""
    snapshot = talk.snapshot
    draft = snapshot.conversation.draft
    is_empty = not (snapshot.path or draft.text or draft.attachments)
    return is_empty and snapshot.turn is None
