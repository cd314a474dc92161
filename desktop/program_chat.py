"""The parts of the window that concern chat, wired to the services and to each other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from desktop.domain.conversation import ConversationId, Target
from desktop.domain.host import HostId
from desktop.services import Services
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat import keys
from desktop.ui.chat.page import ChatPage
from desktop.ui.chat.services import ChatDoors, ChatServices
from desktop.ui.chat.targets import first_target
from desktop.ui.remedies import Wish
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Page
from desktop.ui.shell.window import MainWindow
from desktop.ui.widgets.toast import ABOVE

SIDE_WIDTH = 236
_COMPOSER = 112
"""How high the composer is with its margin, before scaling, while it holds a line."""


@dataclass(frozen=True, slots=True)
class ChatViews:
    """What these parts want of the other pages; each is a plain function."""

    mend: Callable[[Wish], None]
    pull: Callable[[], None]
    add_host: Callable[[], None]


class ChatParts(QObject):
    """The page, its commands, and the badge that tells of an answer nobody looks at."""

    def __init__(
        self, theme: Theme, services: Services, window: MainWindow, views: ChatViews
    ) -> None:
        super().__init__(window)
        self._window = window
        self._conversations = services.conversations
        self._registry = services.registry
        asked = ChatServices(
            services.conversations,
            services.registry,
            services.settings,
            lambda: datetime.now().astimezone(),
        )
        doors = ChatDoors(
            mend=views.mend,
            pull=views.pull,
            add_host=views.add_host,
            start_demo=services.demo.start,
            say=window.toast.say,
        )
        self.page = ChatPage(theme, asked, doors)
        self._badge = Frame[None](self, lambda _: self._show_badge())
        self.destroyed.connect(self._conversations.changed.subscribe(self._badge.add))
        self.page.shown.replaced.connect(self._show_badge)

    def on_rail(self) -> Page:
        """Return what the window shows of it."""
        page = self.page
        return Page(
            "chat",
            self.tr("Chat"),
            "message-circle",
            page,
            page.side,
            "Ctrl+2",
            side_width=SIDE_WIDTH,
            regions=page.regions,
        )

    def add_commands(self) -> None:
        """Make everything of the page reachable by keys and the palette, once it is in the rail."""
        page, calls = self.page, self.page.conduct.calls
        for name, text, shortcuts, do in (
            ("new", self.tr("New chat"), keys.NEW, page.new_chat),
            ("search", self.tr("Search all conversations"), keys.SEARCH, page.focus_search),
            ("write", self.tr("Write a message"), keys.WRITE, page.focus_composer),
            ("stop", self.tr("Stop the answer"), keys.STOP, calls.stop),
            (
                "regenerate",
                self.tr("Answer once more"),
                keys.REGENERATE,
                calls.answer_again,
            ),
            ("copy", self.tr("Copy the last answer"), keys.COPY_ANSWER, page.copy_answer),
            ("model", self.tr("Choose a model…"), keys.MODEL, page.conduct.choose_model),
            ("panel", self.tr("Show or hide the parameters"), keys.PANEL, page.toggle_panel),
            ("rename", self.tr("Rename the conversation"), keys.RENAME, page.rename),
            ("pin", self.tr("Pin or unpin the conversation"), (), page.toggle_pin),
            ("export", self.tr("Export the conversation…"), keys.EXPORT, page.open_export),
            ("delete", self.tr("Delete the conversation"), (), page.delete),
            ("next", self.tr("Next conversation"), keys.NEXT, lambda: page.step(1)),
            ("previous", self.tr("Previous conversation"), keys.PREVIOUS, lambda: page.step(-1)),
        ):
            self._window.commands.add(Command(f"chat.{name}", text, shortcuts, page="chat"), do)
        follow = page.set_layout_class
        self._window.layout_class_changed.connect(follow)
        follow(self._window.layout_class)
        self._window.page_changed.connect(self._on_page)

    def chat_with(self, target: Target) -> None:
        """Begin a new chat with that model, and let the person write."""
        self._window.show_page("chat")
        self.page.new_chat(target)

    def chat_on(self, host_id: HostId) -> None:
        """Begin a new chat with a model of that host: one that is loaded, if there is any."""
        self.chat_with(first_target((self._registry.snapshot(host_id),), ()))

    def show(self, conversation_id: ConversationId) -> None:
        """Show a conversation."""
        self._window.show_page("chat")
        self.page.open(conversation_id)

    def search(self, text: str) -> None:
        """Look for words in all conversations."""
        self._window.show_page("chat")
        self.page.search(text)

    def _on_page(self, key: str) -> None:
        """Let the person write at once, but not take them off the rail that they walk by keys."""
        self._show_badge()
        self._window.toast.keep_above(_COMPOSER if key == "chat" else ABOVE)
        item = self._window.rail_item("chat")
        if key == "chat" and (item.underMouse() or not item.hasFocus()):
            self.page.focus_composer()

    def _show_badge(self) -> None:
        """Count the answers that are coming where nobody looks."""
        looked_at = self.page.shown.conversation_id if self._window.page == "chat" else None
        running = self.page.side.conversations.running - {looked_at}
        meaning = self.tr("%n answers are coming", "", len(running)) if running else ""
        if len(running) == 1:
            meaning = self.tr("an answer is coming")
        self._window.rail_item("chat").set_badge(str(len(running) or ""), meaning)
