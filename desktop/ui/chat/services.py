"""What the chat page asks, and what it wants of the rest of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop.chat.conversations import Conversations
from desktop.hosts.registry import HostRegistry
from desktop.storage.settings import SettingsFile
from desktop.ui.chat.actions import Say
from desktop.ui.remedies import Wish


@dataclass(frozen=True, slots=True)
class ChatServices:
    """The services whose snapshots this page shows. `now` is this computer's time, local."""

    conversations: Conversations
    registry: HostRegistry
    settings: SettingsFile
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class ChatDoors:
    """What the window does for this page; each is a plain function that returns at once."""

    mend: Callable[[Wish], None]
    """Do what concerns a host rather than a conversation."""
    pull: Callable[[], None]
    add_host: Callable[[], None]
    start_demo: Callable[[], None]
    say: Say
