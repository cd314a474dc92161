"""Everything that the palette finds, gathered from the window and its services as it opens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.chat.conversations import Conversations
from desktop.domain.conversation import ConversationId
from desktop.ui.palette.command_entries import command_entries, keys_now
from desktop.ui.palette.entry import Entry, Group, Offer
from desktop.ui.palette.model_entries import ModelEntries
from desktop.ui.shell.window import MainWindow
from desktop.ui.workshop.draft_words import title
from desktop.workshop.drafts import Drafts


@dataclass(frozen=True, slots=True)
class PaletteDoors:
    """What the palette opens elsewhere; each is a plain function."""

    pull: Callable[[str], None]
    show_conversation: Callable[[ConversationId], None]
    search_conversations: Callable[[str], None]
    show_draft: Callable[[str], None]
    more: Callable[[], Sequence[Entry]]
    """Further entries, such as the settings by their names."""


class PaletteSources:
    """Asked each time the palette opens; keeps nothing."""

    def __init__(
        self,
        window: MainWindow,
        models: ModelEntries,
        conversations: Conversations,
        drafts: Drafts,
        doors: PaletteDoors,
    ) -> None:
        self._window = window
        self._models = models
        self._conversations = conversations
        self._drafts = drafts
        self._doors = doors

    def offer(self, recent: Sequence[str]) -> Offer:
        """Return everything there is now; `recent` are keys of commands, the latest first."""
        models, hosts = self._models.models(), self._models.hosts()
        entries = (
            *command_entries(self._window),
            *models,
            *hosts,
            *self._talks(),
            *self._texts(),
            *self._doors.more(),
        )
        return Offer(entries, self._models.verbs(models, hosts), recent, self._elsewhere)

    def _talks(self) -> list[Entry]:
        untitled = QCoreApplication.translate("Palette", "New chat")
        show = self._doors.show_conversation
        return [
            Entry(
                Group.CONVERSATIONS,
                one.title or untitled,
                partial(show, one.id),
                note=one.target.model,
                icon="message-circle",
            )
            for one in self._conversations.summaries
        ]

    def _texts(self) -> list[Entry]:
        return [
            Entry(
                Group.DRAFTS,
                title(draft),
                partial(self._doors.show_draft, draft.id),
                note=str(draft.path or ""),
                icon="file-pen-line",
            )
            for draft in self._drafts.drafts
        ]

    def _elsewhere(self, typed: str) -> Sequence[Entry]:
        pull = QCoreApplication.translate("Palette", "Pull “{name}”…").format(name=typed)
        search = QCoreApplication.translate("Palette", "Search conversations for “{words}”")
        doors = self._doors
        return (
            Entry(
                Group.ELSEWHERE,
                pull,
                partial(doors.pull, typed),
                icon="arrow-down-to-line",
                keys=keys_now(self._window.commands.action("pull")),
            ),
            Entry(
                Group.ELSEWHERE,
                search.format(words=typed),
                partial(doors.search_conversations, typed),
                icon="message-circle",
            ),
        )
