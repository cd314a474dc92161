"""What a doctor found so far: the steps to a host, each with its result, and a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from desktop.diagnostics.explain import Explanation
from desktop.domain.host import Host


class Step(Enum):
    """What is asked on the way to a host, in this order."""

    ADDRESS = auto()
    NAME = auto()
    ROUTE = auto()
    CONNECTION = auto()
    TLS = auto()
    HTTP = auto()
    OLLAMA = auto()
    VERSION = auto()
    MODELS = auto()
    TOKEN = auto()


class StepState(Enum):
    """How a step stands."""

    WAITING = auto()
    RUNNING = auto()
    PASSED = auto()
    SKIPPED = auto()
    WARNED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step. `seconds` is None where nothing was measured; `facts` are as they came.

    Known are ADDRESS: scheme, port; NAME: addresses, or proxy where that looks it up;
    ROUTE: proxy or tunnel (else direct), source; CONNECTION: proxy, tunnel or to; TLS: issuer,
    subject; HTTP: status, and proxy where that answered; OLLAMA: server (what it says it
    is instead); VERSION: version; MODELS: count; TOKEN: model.
    """

    step: Step
    state: StepState = StepState.WAITING
    seconds: float | None = None
    facts: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Checkup:
    """One run of the doctor. `finding` is what stopped it; `notes` are worth a word besides."""

    host: Host
    results: tuple[StepResult, ...]
    finding: Explanation | None = None
    notes: tuple[Explanation, ...] = ()
    is_done: bool = False
    seconds: float = 0.0
