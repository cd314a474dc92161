"""What the workshop is built from, and what it wants of the rest of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.hosts.registry import HostRegistry
from desktop.jobs.queue import JobQueue
from desktop.storage.settings import SettingsFile
from desktop.workshop.drafts import Drafts
from desktop.workshop.preview import PromptPreview


@dataclass(frozen=True, slots=True)
class WorkshopServices:
    """The services that the page shows and calls; `now` is the time with its zone."""

    drafts: Drafts
    prompts: PromptPreview
    registry: HostRegistry
    jobs: JobQueue
    settings: SettingsFile
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class WorkshopDoors:
    """What the page asks of the window; each is a plain function."""

    say: Callable[[str, str, Callable[[], None] | None], None]
    chat: Callable[[Target], None]
    inspect: Callable[[HostId, str], None]
    show_jobs: Callable[[], None]
    pull: Callable[[], None]
    show: Callable[[], None]
    """Show the workshop, wherever the person is."""
    reveal: Callable[[Path], None]
    """Show a file where the system keeps it."""
