"""What is known of one host at one moment."""

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.host import Host, HostId, HostState
from desktop.domain.listing import DamagedRow
from desktop.domain.model import InstalledModel, LoadedModel, ModelCard
from desktop.ollama.errors import OllamaError

SLOW = 0.25
"""Seconds of latency from which a host counts as slow (visual-design.md, host item)."""


@dataclass(frozen=True, slots=True)
class LoadAttempt:
    """A model that is being loaded or unloaded; with `error`, one that could not be.

    `keep_alive` is a Go duration ("5m"), seconds, or None for the server's own;
    `context` is the num_ctx that was asked for, in tokens, 0 for the server's own.
    One that a person broke off is shown as such once, and is gone then.
    """

    model: str
    is_unload: bool = False
    keep_alive: str | int | None = None
    error: OllamaError | None = None
    context: int = 0
    is_broken_off: bool = False


@dataclass(frozen=True, slots=True)
class CardAnswer:
    """A model's card, or why it could not be read; neither where its host was removed."""

    card: ModelCard | None = None
    error: OllamaError | None = None


@dataclass(frozen=True, slots=True)
class HostSnapshot:
    """Facts about one host; replaced whole by its watcher, never changed.

    `latency` is seconds of a late answer to version or ps, or None; small
    differences are left out of it. Models, sorted by name, stay as they were
    last seen while a host is down; `models_known` is False until a first list
    has come. `left_out` counts rows beyond the cap of 10,000. A host that is up
    has an `error` where it refuses its list or what is loaded. `next_try` is
    when a host that is down is asked again. `clock_skew` is how many seconds
    the server's clock is ahead of this computer's. `attempts` are the models
    being loaded or unloaded, and those of them that failed, until the next try.
    `secret_missing` says that its sign-in or its proxy's login is not at hand:
    it was kept for another run only, or its keyring is locked or gone.
    """

    host: Host
    state: HostState = HostState.CHECKING
    version: str = ""
    latency: float | None = None
    models: tuple[InstalledModel, ...] = ()
    models_known: bool = False
    loaded: tuple[LoadedModel, ...] = ()
    damaged: tuple[DamagedRow, ...] = ()
    left_out: int = 0
    error: OllamaError | None = None
    next_try: datetime | None = None
    last_answer: datetime | None = None
    clock_skew: float = 0.0
    attempts: tuple[LoadAttempt, ...] = ()
    secret_missing: bool = False

    @property
    def id(self) -> HostId:
        return self.host.id

    @property
    def is_up(self) -> bool:
        return self.state is HostState.UP

    @property
    def entry_count(self) -> int:
        """How many rows the table has for it: its models, and entries that cannot be read."""
        return len(self.models) + len(self.damaged)

    @property
    def is_slow(self) -> bool:
        """Whether it answers, but takes its time."""
        return self.is_up and self.latency is not None and self.latency > SLOW
