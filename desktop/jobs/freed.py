"""What deleting models frees on a host's disk: never more than the truth."""

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
    total, is_exact, sharing = 0, True, dict[str, None]()
    for group in _groups(going, weights):
        if sure := staying.that_share(group):
            sharing |= sure
            continue
        maybe = staying.that_may_share(group)
        is_alone = len(leaving.that_may_share(group)) <= len(group)
        is_exact = is_exact and is_alone and not maybe
        sharing |= maybe
        total += max(model.size for model in group)
    return Freed(total, is_exact, tuple(sharing))


_Names: TypeAlias = dict[str, None]
"""Names in order, each once."""
_Look: TypeAlias = tuple[str, ...]


class _Shelf:
    """Models put together by what tells whether they share, so that 10,000 are no matter."""

    def __init__(self, models: Iterable[InstalledModel], weights: Mapping[str, str]) -> None:
        self._weights = weights
        self._by_key: dict[str, _Names] = {}
        self._by_look: dict[_Look, _Names] = {}
        for model in models:
            for key in _keys(model, weights):
                self._by_key.setdefault(key, {})[model.name] = None
            if not model.is_remote:
                self._by_look.setdefault(_look(model, weights), {})[model.name] = None

    def that_share(self, group: Iterable[InstalledModel]) -> _Names:
        """Those that are known to share weights with one of the group."""
        keys = dict.fromkeys(key for model in group for key in _keys(model, self._weights))
        return {name: None for key in keys for name in self._by_key.get(key, {})}

    def that_may_share(self, group: Iterable[InstalledModel]) -> _Names:
        """Those of which nothing that is known says that they do not."""
        looks = {_look(model, self._weights) for model in group if not model.is_remote}
        return {
            name: None
            for look, names in self._by_look.items()
            if any(_is_alike(look, other) for other in looks)
            for name in names
        }


def _groups(
    models: Iterable[InstalledModel], weights: Mapping[str, str]
) -> list[list[InstalledModel]]:
    """Put together the models that are known to share their weights."""
    group_of: dict[str, list[InstalledModel]] = {}
    for model in models:
        keys = _keys(model, weights) or (f"name {model.name}",)
        akin = {id(group_of[key]): group_of[key] for key in keys if key in group_of}
        group = [*(one for found in akin.values() for one in found), model]
        group_of |= dict.fromkeys(keys, group)
        for one in group if akin else ():
            group_of |= dict.fromkeys(_keys(one, weights), group)
    return list({id(group): group for group in group_of.values()}.values())


def _keys(model: InstalledModel, weights: Mapping[str, str]) -> tuple[str, ...]:
    """What only models that share their weights have in common."""
    known = weights.get(model.name)
    manifest = (f"manifest {model.digest}",) if model.digest else ()
    return (*manifest, f"weights {known}") if known else manifest


def _look(model: InstalledModel, weights: Mapping[str, str]) -> _Look:
    """What a model made from another without quantizing keeps of it; "" is unknown."""
    details = model.details
    kept = (details.format, details.family, details.parameter_size, details.quantization_level)
    return (weights.get(model.name, ""), *kept)


def _is_alike(one: _Look, other: _Look) -> bool:
    if one[0] and other[0]:
        return one[0] == other[0]
    return all(not a or not b or a == b for a, b in zip(one, other, strict=True))
