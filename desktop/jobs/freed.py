"""What deleting models frees on a host's disk: never more than the truth."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.model import InstalledModel


@dataclass(frozen=True, slots=True)
class Freed:
    """Bytes that are freed; if not `is_exact`, at most so many.

    `sharing` names the models that stay and share weights with those that go,
    or, if not `is_exact`, that may. Templates and licences of a few kilobytes
    are not looked at.
    """

    bytes: int
    is_exact: bool
    sharing: tuple[str, ...] = ()


_NO_WEIGHTS: Mapping[str, str] = {}


def freed(
    going: Sequence[InstalledModel],
    installed: Sequence[InstalledModel],
    weights: Mapping[str, str] = _NO_WEIGHTS,
) -> Freed:
    """Say what deleting `going` frees on the host that lists `installed`.

    `size` counts shared weights in full (fact 59): names with one manifest
    digest are counted once, and not at all where such a name stays. Models
    with different digests share their weights too where one was made from the
    other; `weights` maps names to ModelCard.weights_digest as far as cards
    were read. Where it is not known, models of like details may share.
    """
    names = {model.name for model in going}
    staying = _Shelf([model for model in installed if model.name not in names], weights)
    leaving = _Shelf(going, weights)
    total, is_exact, sharing, maybe = 0, True, dict[str, None](), _Places()
    for group in _groups(going, weights):
        if sure := staying.that_share(group):
            sharing |= sure
            continue
        places = staying.where_alike(group)
        is_alone = leaving.count(leaving.where_alike(group)) <= len(group)
        is_exact = is_exact and is_alone and not staying.count(places)
        maybe.add_all(places)
        total += max(model.size for model in group)
    return Freed(total, is_exact, tuple(sharing | staying.names(maybe)))


_Names: TypeAlias = dict[str, None]
"""Names in order, each once."""
_Details: TypeAlias = tuple[str, str, str, str]
"""What a model made from another without quantizing keeps of it; "" is unknown."""


class _Places:
    """Places of a shelf: details, and there all models or those of some weights."""

    def __init__(self) -> None:
        self.weights: dict[_Details, set[str] | None] = {}

    def add(self, details: _Details, weights: set[str] | None) -> None:
        known = self.weights.get(details, set())
        self.weights[details] = None if known is None or weights is None else known | weights

    def add_all(self, places: "_Places") -> None:
        for details, weights in places.weights.items():
            self.add(details, weights)


class _Shelf:
    """Models put together by what tells whether they share, so that 10,000 are no matter."""

    def __init__(self, models: Iterable[InstalledModel], weights: Mapping[str, str]) -> None:
        self._weights = weights
        self._by_key: dict[str, _Names] = {}
        self._by_look: dict[_Details, dict[str, _Names]] = {}
        self._counts: Counter[_Details] = Counter()
        for model in models:
            for key in _keys(model, weights):
                self._by_key.setdefault(key, {})[model.name] = None
            if not model.is_remote:
                details, known = _details(model), weights.get(model.name, "")
                self._by_look.setdefault(details, {}).setdefault(known, {})[model.name] = None
                self._counts[details] += 1
        self._vague = [details for details in self._by_look if not all(details)]

    def that_share(self, group: Iterable[InstalledModel]) -> _Names:
        """Those that are known to share weights with one of the group."""
        keys = dict.fromkeys(key for model in group for key in _keys(model, self._weights))
        return {name: None for key in keys for name in self._by_key.get(key, {})}

    def where_alike(self, group: Iterable[InstalledModel]) -> _Places:
        """Where those are of which nothing that is known says that they do not share."""
        found = _Places()
        for model in group:
            known = self._weights.get(model.name, "")
            for details in () if model.is_remote else self._alike(_details(model)):
                found.add(details, {known, ""} if known else None)
        return found

    def count(self, places: _Places) -> int:
        """How many models are there."""
        return sum(
            self._counts[details]
            if weights is None
            else sum(len(self._by_look[details].get(one, ())) for one in weights)
            for details, weights in places.weights.items()
        )

    def names(self, places: _Places) -> _Names:
        """The models that are there."""
        return {
            name: None
            for details, weights in places.weights.items()
            for one, names in self._by_look[details].items()
            if weights is None or one in weights
            for name in names
        }

    def _alike(self, details: _Details) -> list[_Details]:
        """The details that may be the same, which are few unless something is unknown."""
        others = self._vague if all(details) else self._by_look
        found = [other for other in others if _is_alike(details, other)]
        is_there = details in self._by_look and details not in found
        return [details, *found] if is_there else found


def _groups(
    models: Iterable[InstalledModel], weights: Mapping[str, str]
) -> list[list[InstalledModel]]:
    """Put together the models that are known to share their weights."""
    group_of: dict[str, list[InstalledModel]] = {}
    for model in models:
        keys = _keys(model, weights) or (f"name {model.name}",)
        akin = {id(group_of[key]): group_of[key] for key in keys if key in group_of}
        group: list[InstalledModel] = max(akin.values(), key=len) if akin else []
        for other in akin.values():
            if other is not group:
                group += other
                for one in other:
                    group_of |= dict.fromkeys(_keys(one, weights), group)
        group.append(model)
        group_of |= dict.fromkeys(keys, group)
    return list({id(group): group for group in group_of.values()}.values())


def _keys(model: InstalledModel, weights: Mapping[str, str]) -> tuple[str, ...]:
    """What only models that share their weights have in common."""
    known = weights.get(model.name)
    manifest = (f"manifest {model.digest}",) if model.digest else ()
    return (*manifest, f"weights {known}") if known else manifest


def _details(model: InstalledModel) -> _Details:
    details = model.details
    return details.format, details.family, details.parameter_size, details.quantization_level


def _is_alike(one: _Details, other: _Details) -> bool:
    return all(not a or not b or a == b for a, b in zip(one, other, strict=True))
