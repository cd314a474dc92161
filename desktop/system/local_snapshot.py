"""What a person is shown of this computer's server, and what they may have done to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from types import MappingProxyType

from desktop.system.environment_reading import Kept
from desktop.system.local_server import PortHolder
from desktop.system.own_server import Started
from desktop.system.plan import Plan
from desktop.system.server_environment import Home
from desktop.system.server_state import RunBy, ServerState

NOTHING_KEPT = Kept({}, {})


class Deed(Enum):
    """Something that is done to the server because a person asked for it."""

    START = auto()
    STOP = auto()
    RESTART = auto()
    STARTS_AT_LOGIN = auto()
    STARTS_BY_HAND = auto()
    STARTS_AT_BOOT = auto()
    """A service of the person's own, before anybody logs in."""
    STARTS_NOT_AT_BOOT = auto()
    WRITE = auto()


@dataclass(frozen=True, slots=True)
class Serving:
    """A server of this program's own as it is shown, and then started."""

    program: Path
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person sees before it is done, and then, word for word, what is done.

    `is_own` is of the server that this program itself starts and ends, and `serving` with what;
    `values` is what it is to be started with from now on, which changes nothing else here.
    """

    deed: Deed
    plan: Plan
    is_own: bool = False
    serving: Serving | None = None
    values: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be done. `raw` is what the system or the server said, "" where nothing.

    `deed` is None where the server that this program started ended by itself. `command` is the
    step that failed; `holder` who has the port that the server would listen on.
    """

    deed: Deed | None
    raw: str = ""
    command: str = ""
    holder: PortHolder | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is kept of a person's choices about the server that this program starts.

    It `outlives` the window or ends with it; `environment` is what it is started with.
    """

    outlives: bool = False
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class LocalSnapshot:
    """What is known now. `state` is None until somebody has looked.

    `deed` is under way, of whose `steps` that many are `done`. `home` is where the environment
    is kept, None where that is in this program's own settings, or in a container's. `own` is
    the server that this program started, now or before its window was closed the last time.
    """

    state: ServerState | None = None
    port: int = 0
    deed: Deed | None = None
    done: int = 0
    steps: int = 0
    trouble: Trouble | None = None
    home: Home | None = None
    kept: Kept = NOTHING_KEPT
    own: Started | None = None
    wishes: Wishes = Wishes()

    @property
    def is_own(self) -> bool:
        """Whether the server that runs is one that this program started."""
        pid = None if self.state is None else self.state.pid
        return self.own is not None and pid == self.own.pid

    @property
    def may_set_environment(self) -> bool:
        """Whether there is somebody to write it for: a container has its own."""
        state = self.state
        if state is None or state.run_by is RunBy.CONTAINER:
            return False
        return self.home is not None or state.program is not None

    @property
    def environment(self) -> Mapping[str, str]:
        """What it would be started with."""
        return self.wishes.environment if self.home is None else self.kept.values
