"""What every conversation works with, and shares with the others."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.chat.experience import Experience
from desktop.chat.surroundings import Look
from desktop.domain.conversation import ConversationId
from desktop.domain.host import HostId
from desktop.ollama.client import OllamaClient
from desktop.runtime.clock import Clock
from desktop.runtime.supervisor import Supervisor
from desktop.storage.conversations import ConversationStore


@dataclass(frozen=True, slots=True)
class Desk:
    """Given to each conversation.

    `client_of` raises KeyError for a host that was removed. `behind` gives the
    title of another conversation whose answer the same model is busy with, or
    "". `told` hears that a conversation's snapshot was replaced.
    """

    store: ConversationStore
    clock: Clock
    tasks: Supervisor
    client_of: Callable[[HostId], OllamaClient]
    look: Look
    experience: Experience
    behind: Callable[[ConversationId], str]
    told: Callable[[ConversationId], None]
