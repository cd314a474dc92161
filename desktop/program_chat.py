"""The parts of the window that concern chat, wired to the services and to each other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.conversation import ConversationId, Target
from desktop.domain.host import HostId
from desktop.services import Services
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat import keys
from desktop.ui.chat.targets import first_target
from desktop.ui.memory.verdict_line import FitDoor
from desktop.ui.remedies import Wish
from desktop.ui.shell.commands import Command
from desktop.ui.shell.navigation import Content, Page
from desktop.ui.shell.window import MainWindow
from desktop.ui.widgets.toast import ABOVE

if TYPE_CHECKING:
    from desktop.ui.chat.page import ChatPage

SIDE_WIDTH = 236
_COMPOSER = 112
"""How high the composer is with its margin, before scaling, while it holds a line."""


@dataclass(frozen=True, slots=True)
class ChatViews:
    """What these parts want of the other pages; each is a plain function."""

    mend: Callable[[Wish], None]
    pull: Callable[[], None]
    add_host: Callable[[], None]
    fit_door: Callable[[], FitDoor]


class ChatParts(QObject):
    """The page, its commands, and the badge that tells of an answer nobody looks at."""

    def __init__(
        self, theme: Theme, services: Services, window: MainWindow, views: ChatViews
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._window = window
        self._views = views
        self._badge = Frame[None](self, lambda _: self._show_badge())
        self.destroyed.connect(services.conversations.changed.subscribe(self._badge.add))

    @cached_property
    def page(self) -> "ChatPage":
        """The page, which is built when it is first wanted."""
        from desktop.ui.chat.page import ChatPage
        from desktop.ui.chat.services import ChatDoors, ChatServices

        services, views = self._services, self._views
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
            say=self._window.toast.say,
        )
        page = ChatPage(self._theme, asked, doors)
        page.panel.judge_with(views.fit_door())
        page.shown.replaced.connect(self._show_badge)
        content = Content(page, page.side, page.regions, page.set_layout_class)
        self._window.furnish("chat", content)
        return page

    def on_rail(self) -> Page:
        """Return its place in the rail."""
        name, icon = self.tr("Chat"), "message-circle"
        return Page("chat", name, icon, lambda: self.page, "Ctrl+2", side_width=SIDE_WIDTH)

    def add_commands(self) -> None:
        """Make everything of the page reachable by keys and the palette, once it is in the rail."""
        add = self._add_command
        add("new", self.tr("New chat"), keys.NEW, lambda it: it.new_chat())
        add(
            "search", self.tr("Search all conversations"), keys.SEARCH, lambda it: it.focus_search()
        )
        add("write", self.tr("Write a message"), keys.WRITE, lambda it: it.focus_composer())
        add("stop", self.tr("Stop the answer"), keys.STOP, lambda it: it.conduct.calls.stop())
        again = self.tr("Answer once more")
        add("regenerate", again, keys.REGENERATE, lambda it: it.conduct.calls.answer_again())
        add("copy", self.tr("Copy the last answer"), keys.COPY_ANSWER, lambda it: it.copy_answer())
        add("model", self.tr("Choose a model…"), keys.MODEL, lambda it: it.conduct.choose_model())
        add(
            "panel",
            self.tr("Show or hide the parameters"),
            keys.PANEL,
            lambda it: it.toggle_panel(),
        )
        add("rename", self.tr("Rename the conversation"), keys.RENAME, lambda it: it.rename())
        add("pin", self.tr("Pin or unpin the conversation"), (), lambda it: it.toggle_pin())
        add("export", self.tr("Export the conversation…"), keys.EXPORT, lambda it: it.open_export())
        add("delete", self.tr("Delete the conversation"), (), lambda it: it.delete())
        add("next", self.tr("Next conversation"), keys.NEXT, lambda it: it.step(1))
        add("previous", self.tr("Previous conversation"), keys.PREVIOUS, lambda it: it.step(-1))
        self._window.page_changed.connect(self._on_page)

    def _add_command(
        self, name: str, text: str, shortcuts: tuple[str, ...], do: Callable[["ChatPage"], object]
    ) -> None:
        command = Command(f"chat.{name}", text, shortcuts, page="chat")
        self._window.commands.add(command, lambda: do(self.page))

    def chat_with(self, target: Target) -> None:
        """Begin a new chat with that model, and let the person write."""
        self._window.show_page("chat")
        self.page.new_chat(target)

    def chat_on(self, host_id: HostId) -> None:
        """Begin a new chat with a model of that host: one that is loaded, if there is any."""
        self.chat_with(first_target((self._services.registry.snapshot(host_id),), ()))

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
        running = self._services.conversations.answering.keys() - {looked_at}
        meaning = self.tr("%n answers are coming", "", len(running)) if running else ""
        if len(running) == 1:
            meaning = self.tr("an answer is coming")
        self._window.rail_item("chat").set_badge(str(len(running) or ""), meaning)
