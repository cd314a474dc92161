"""What the memory page is built from, and what it wants of the rest of the window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.domain.memory import Load
from desktop.domain.model import InstalledModel, LoadedModel
from desktop.domain.model_shape import ModelShape
from desktop.domain.readings import ReadingsSnapshot
from desktop.hosts.registry import HostRegistry
from desktop.memory.snapshot import FitAnswer, HostMemory, Missing, Slow
from desktop.runtime.event import Event
from desktop.storage.settings import SettingsFile
from desktop.ui.remedies import Wish
from desktop.ui.shell.navigation import LayoutClass


class ComputersService(Protocol):
    """What each host's computer says of its memory, and this one of itself."""

    @property
    def changed(self) -> Event[HostId]: ...
    @property
    def here_changed(self) -> Event[None]: ...
    @property
    def here(self) -> ReadingsSnapshot: ...
    def memory(self, host_id: HostId) -> HostMemory: ...
    def readings(self, host_id: HostId) -> ReadingsSnapshot | None: ...
    def watch_closely(self, is_watched: bool) -> None: ...
    def refresh(self, host_id: HostId | None = None) -> None: ...


class FitsService(Protocol):
    """Whether a model fits, and why one that is loaded is slow."""

    @property
    def changed(self) -> Event[None]: ...
    def installed(self, host_id: HostId, model: str, load: Load) -> FitAnswer: ...
    def of_shape(self, host_id: HostId, shape: ModelShape, load: Load) -> FitAnswer: ...
    def of_size(self, host_id: HostId, size: int, load: Load) -> FitAnswer: ...
    def shape(self, host_id: HostId, model: InstalledModel) -> ModelShape | Missing: ...
    def ask_again(self, host_id: HostId) -> None: ...
    def usual_load(self, host_id: HostId, model: str = "") -> Load: ...
    def slow(self, host_id: HostId, loaded: LoadedModel) -> Slow | None: ...


class PinsService(Protocol):
    """Which models are loaded again after their host was restarted."""

    @property
    def changed(self) -> Event[HostId]: ...
    def pin(self, host_id: HostId, model: str, context: int = 0) -> None: ...
    def unpin(self, host_id: HostId, model: str) -> None: ...
    def is_pinned(self, host_id: HostId, model: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class MemoryServices:
    """The services that the page shows and calls; `now` is the time with its zone."""

    registry: HostRegistry
    computers: ComputersService
    fits: FitsService
    pins: PinsService
    settings: SettingsFile
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class MemoryDoors:
    """What the page asks of the window; each is a plain function that returns at once."""

    say: Callable[[str, str, Callable[[], None] | None], None]
    """Show a toast: its text, and what its button says and does."""
    chat: Callable[[Target], None]
    inspect: Callable[[HostId, str], None]
    """Show a model on the models page."""
    mend: Callable[[Wish], None]
    """Do what a remedy's button promised."""
    open_sources: Callable[[HostId], None]
    """Ask how this host's memory is known."""
    show_hosts: Callable[[], None]
    add_host: Callable[[], None]
    pull: Callable[[HostId], None]
    """Ask which model to pull to that host."""


def _no_regions() -> tuple[QWidget, ...]:
    return ()


def _any_width(_found: LayoutClass) -> None:
    """It follows its own width."""


@dataclass(frozen=True, slots=True)
class SubPage:
    """A page that is opened from the memory page, and what F6 and the window's width do to it."""

    widget: QWidget
    regions: Callable[[], tuple[QWidget, ...]] = field(default=_no_regions)
    set_layout_class: Callable[[LayoutClass], None] = field(default=_any_width)


MakeSubPage = Callable[[Callable[[], None]], SubPage]
"""Makes such a page, and is given what leads back."""


@dataclass(frozen=True, slots=True)
class MemoryRooms:
    """What others build for the page; each is made when it is first shown. None leaves it out."""

    side: Callable[[], QWidget] | None = None
    """This computer's charts, and whether a model will fit."""
    tidy: MakeSubPage | None = None
    local_server: MakeSubPage | None = None
