"""What the pull dialog makes of a text, and where that could be pulled to. Knows no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.host import HostId, HostState
from desktop.domain.model import DEFAULT_REGISTRY, DEFAULT_TAG
from desktop.domain.name import BadName, ModelName, is_same_name, parse_name, read_pasted
from desktop.hosts.snapshot import HostSnapshot
from desktop.jobs.job import Job

_LONGEST_OFFER = 1000
"""Characters of the clipboard beyond which it is no line that somebody copied."""
_PAGES_AS_NAMES = "hf.co"
"""A registry whose pages have the very address that its models are pulled by."""


class Origin(Enum):
    """Where a name was found in what was typed."""

    NAME = auto()
    NAME_WITHOUT_TAG = auto()
    LINE = auto()
    ADDRESS = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """The name that was understood, and from what."""

    name: ModelName
    origin: Origin


class Standing(Enum):
    """What pulling a model to a host would mean."""

    FREE = auto()
    HAS_IT = auto()
    PULLING = auto()
    CHECKING = auto()
    DOWN = auto()

    @property
    def can_pull(self) -> bool:
        return self in {Standing.FREE, Standing.HAS_IT}


@dataclass(frozen=True, slots=True)
class Place:
    """A host that a model could be pulled to."""

    snapshot: HostSnapshot
    standing: Standing

    @property
    def host_id(self) -> HostId:
        return self.snapshot.id


def read(text: str) -> Reading:
    """Return the name in a text, as people have it at hand.

    Raises:
        BadName: there is none in it, or not one that a server takes.
    """
    name = read_pasted(text)
    if not _is_plain(text, name):
        return Reading(name, Origin.ADDRESS if "://" in text else Origin.LINE)
    has_tag = name.tag != DEFAULT_TAG or text.strip().lower().endswith(f":{DEFAULT_TAG}")
    return Reading(name, Origin.NAME if has_tag else Origin.NAME_WITHOUT_TAG)


def clipboard_offer(text: str) -> ModelName | None:
    """Return the name in a copied `ollama run` line or model page; None for anything else.

    A plain word is no offer, though it may be a name: most words in a clipboard are none.
    """
    if len(text) > _LONGEST_OFFER:
        return None
    try:
        name = read_pasted(text)
    except BadName:
        return None
    is_page = "://" in text and name.registry == _PAGES_AS_NAMES
    return name if is_page or not _is_plain(text, name) else None


def without_registry(name: ModelName) -> str:
    """Return a name as one says it where its registry is named beside it."""
    if name.registry.lower() == DEFAULT_REGISTRY:
        return name.short
    return f"{name.namespace}/{name.model}:{name.tag}"


def places(
    name: ModelName | None, snapshots: Iterable[HostSnapshot], jobs: Iterable[Job]
) -> list[Place]:
    """Return every host, and what pulling that model to it would mean."""
    jobs = list(jobs)
    return [Place(snapshot, _standing(name, snapshot, jobs)) for snapshot in snapshots]


def _is_plain(text: str, name: ModelName) -> bool:
    try:
        return parse_name(text).key == name.key
    except BadName:
        return False


def _standing(name: ModelName | None, snapshot: HostSnapshot, jobs: list[Job]) -> Standing:
    if snapshot.state is HostState.CHECKING:
        return Standing.CHECKING
    if not snapshot.is_up:
        return Standing.DOWN
    if name is None:
        return Standing.FREE
    open_pulls = (job for job in jobs if job.is_pull and not job.state.is_finished)
    if any(
        job.host_id == snapshot.id and is_same_name(job.model, name.short) for job in open_pulls
    ):
        return Standing.PULLING
    if any(is_same_name(model.name, name.short) for model in snapshot.models):
        return Standing.HAS_IT
    return Standing.FREE
