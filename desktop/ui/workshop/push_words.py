"""Where a name is pushed to, and why not."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.model import DEFAULT_NAMESPACE, DEFAULT_REGISTRY
from desktop.domain.name import BadName, ModelName, parse_name


class PushObstacle(Enum):
    """Why a model cannot be pushed under a name."""

    NO_NAMESPACE = auto()
    """Only Ollama itself publishes names without a person's or a group's before them."""
    OTHER_NAME = auto()
    """The model has another name, and has to be copied first."""


@dataclass(frozen=True, slots=True)
class PushTarget:
    """A name as it was read. `obstacle` is BadName where it is no name."""

    name: ModelName | None
    obstacle: PushObstacle | BadName | None = None

    @property
    def registry(self) -> str:
        return self.name.registry if self.name else DEFAULT_REGISTRY


def read_target(text: str, model: str) -> PushTarget:
    """Say what comes of pushing `model` under the name that was typed."""
    try:
        name = parse_name(text)
    except BadName as bad:
        return PushTarget(None, bad)
    is_ollamas = name.registry.lower() == DEFAULT_REGISTRY
    if is_ollamas and name.namespace.lower() == DEFAULT_NAMESPACE:
        return PushTarget(name, PushObstacle.NO_NAMESPACE)
    try:
        is_same = parse_name(model).key == name.key
    except BadName:
        is_same = False
    return PushTarget(name, None if is_same else PushObstacle.OTHER_NAME)
