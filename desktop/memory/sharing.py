"""What deleting each model of a host frees, as far as it is known which of them share weights."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from desktop.domain.model import InstalledModel
from desktop.memory.weights import HostWeights

_MOST_NAMED = 3


class Frees(Enum):
    """How much of a model's size deleting it frees."""

    WHOLE = auto()
    NOTHING = auto()
    """Next to nothing: other models keep its weights, or it has none on this host."""
    AT_MOST = auto()
    """Every model was asked, and some did not tell what weights they have."""
    UNKNOWN = auto()
    """Not every model of the host has been asked yet."""


@dataclass(frozen=True, slots=True)
class Freeing:
    """Bytes that are freed at most, and who shares the weights: the first few, and how many."""

    frees: Frees
    bytes: int
    sharing: tuple[str, ...] = ()
    sharing_count: int = 0

    @property
    def is_exact(self) -> bool:
        return self.frees in (Frees.WHOLE, Frees.NOTHING)


class Sharing:
    """The models of one host, put together by their weights: ten thousand are no matter.

    Templates and licences of a few kilobytes are not looked at.
    """

    def __init__(self, models: Iterable[InstalledModel], weights: HostWeights) -> None:
        self._weights = weights
        self._groups: dict[str, dict[str, InstalledModel]] = {}
        for model in models:
            if not model.is_remote:
                self._groups.setdefault(self._key(model), {})[model.name] = model

    def freeing(self, model: InstalledModel) -> Freeing:
        """Return what deleting this model alone frees."""
        if model.is_remote:
            return Freeing(Frees.NOTHING, 0)
        group = self._groups.get(self._key(model), {})
        others = len(group) - (model.name in group)
        if others > 0:
            names = (name for name in group if name != model.name)
            return Freeing(Frees.NOTHING, 0, tuple(islice(names, _MOST_NAMED)), others)
        return Freeing(self._certainty, model.size)

    def total(self, models: Collection[InstalledModel]) -> Freeing:
        """Return what deleting all of these together frees: what they share is counted once."""
        names = {model.name for model in models}
        keys = dict.fromkeys(self._key(model) for model in models if not model.is_remote)
        groups = (self._groups.get(key, {}) for key in keys)
        freed = sum(
            max(model.size for model in group.values())
            for group in groups
            if group and group.keys() <= names
        )
        return Freeing(self._certainty if freed else Frees.NOTHING, freed)

    @property
    def _certainty(self) -> Frees:
        if not self._weights.is_known:
            return Frees.UNKNOWN
        return Frees.AT_MOST if self._weights.untold else Frees.WHOLE

    def _key(self, model: InstalledModel) -> str:
        known = self._weights.by_name.get(model.name)
        if known:
            return f"weights {known}"
        return f"manifest {model.digest}" if model.digest else f"name {model.name}"
