"""What the picker offers: models that can chat, by host, and what was typed narrows them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop.domain.conversation import Target
from desktop.domain.host import HostState
from desktop.domain.model import Capability, InstalledModel, LoadedModel
from desktop.domain.name import split_tag
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units

MOST_RECENT = 5
SHOWN = (Capability.VISION, Capability.TOOLS, Capability.THINKING)
"""What is shown of a model here: what every model can, chatting, says nothing."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One model on one host, `host` by name. `key` is what typed words are looked for in.

    `is_open` is False where its host is down: it is seen and cannot be chosen.
    What a row shows is made up when it is painted, for there may be 10,000.
    """

    target: Target
    model: InstalledModel
    host: str
    is_loaded: bool
    is_open: bool
    key: str
    is_recent: bool = False

    @property
    def name(self) -> str:
        return visible(split_tag(self.model.name)[0])

    @property
    def tag(self) -> str:
        tag = split_tag(self.model.name)[1]
        return visible(f":{tag}") if tag else ""

    @property
    def abilities(self) -> tuple[Capability, ...]:
        return tuple(one for one in SHOWN if one in self.model.capabilities)

    @property
    def weight(self) -> str:
        """How it is quantized and how large it is; a model that runs elsewhere has no size here."""
        known = "" if self.model.is_remote or self.model.size <= 0 else units.size(self.model.size)
        quantization = visible(self.model.details.quantization_level)
        return "  ".join(part for part in (quantization, known) if part)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the models below it; `host` is None for those that were used last."""

    host: HostSnapshot | None
    choices: tuple[Choice, ...]


def can_chat(model: InstalledModel) -> bool:
    """Whether a model answers in words; older servers do not say what theirs can do."""
    if model.capabilities:
        return Capability.CHAT in model.capabilities
    return "bert" not in model.details.family.lower()


def groups(
    snapshots: Sequence[HostSnapshot],
    recent: Sequence[Target],
    offers: Callable[[InstalledModel], bool] = can_chat,
) -> tuple[Group, ...]:
    """Return everything that is offered, in the hosts' order, what was used last before it."""
    by_host = [Group(snapshot, _choices(snapshot, offers)) for snapshot in snapshots]
    places = {choice.target: choice for group in by_host for choice in group.choices}
    used = [replace(places[target], is_recent=True) for target in recent if target in places]
    return (Group(None, tuple(used[:MOST_RECENT])), *by_host)


def narrowed(
    offered: Iterable[Group], text: str, wanted: Capability | None = None
) -> tuple[Group, ...]:
    """Return what has all words of a text and the wanted capability; groups without are left out.

    While nothing is typed a host without a model keeps its heading, which says why.
    """
    words = text.casefold().split()
    found: list[Group] = []
    for group in offered:
        choices = [
            choice
            for choice in group.choices
            if (wanted is None or wanted in choice.model.capabilities)
            and all(word in choice.key for word in words)
        ]
        if choices or (group.host is not None and not words and wanted is None):
            found.append(Group(group.host, tuple(choices)))
    return tuple(found)


def is_down(snapshot: HostSnapshot) -> bool:
    """Whether nothing can be asked of a host; one that is being checked may still answer."""
    return snapshot.state is HostState.DOWN


def find_model(
    snapshots: Iterable[HostSnapshot], target: Target
) -> tuple[HostSnapshot | None, InstalledModel | None]:
    """Return a target's host and its model there; None for what is no longer there."""
    for snapshot in snapshots:
        if snapshot.id == target.host_id:
            wanted = target.model.lower()
            found = (model for model in snapshot.models if model.name.lower() == wanted)
            return snapshot, next(found, None)
    return None, None


def _choices(
    snapshot: HostSnapshot, offers: Callable[[InstalledModel], bool]
) -> tuple[Choice, ...]:
    loaded = _Loaded(snapshot.loaded)
    label = visible(snapshot.host.label)
    is_open = not is_down(snapshot)
    return tuple(
        Choice(
            Target(snapshot.id, model.name),
            model,
            label,
            is_open and loaded.has(model),
            is_open,
            _key(model, label),
        )
        for model in snapshot.models
        if offers(model)
    )


def _key(model: InstalledModel, host: str) -> str:
    can = (one.value for one in SHOWN if one in model.capabilities)
    family, quantization = model.details.family, model.details.quantization_level
    return " ".join((model.name, host, family, quantization, *can)).casefold()


class _Loaded:
    """Which models are in memory: by name, or by digest under another name (facts 73 and 74)."""

    def __init__(self, loaded: Iterable[LoadedModel]) -> None:
        rows = tuple(loaded)
        self._names = {row.name.lower() for row in rows}
        self._digests = {row.digest for row in rows if row.digest}

    def has(self, model: InstalledModel) -> bool:
        return model.name.lower() in self._names or model.digest in self._digests
