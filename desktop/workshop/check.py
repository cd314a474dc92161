"""What a create would meet on a host: pure, from what the host last said of itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from desktop.domain.creation import Creation, FilePart
from desktop.domain.model import InstalledModel
from desktop.domain.name import BadName, is_same_name, parse_name
from desktop.domain.versions import is_older

QUANTIZATIONS = ("F32", "F16", "Q8_0", "Q4_K_S", "Q4_K_M")
"""What a server can make (fact 53)."""
_SOURCES = frozenset({"F32", "F16", "BF16"})
"""What it can make that from."""


class HostTrap(Enum):
    """What may surprise on a host; the comment names the facts that come with it."""

    BASE_MISSING_WILL_PULL = auto()
    """`base`: it would be pulled, as large as it is, from `registry` (fact 47)."""
    BASE_CASE_DIFFERS = auto()
    """`base`, `installed`: a create alone minds case, and would pull (fact 47). The job of this
    program asks for it as it is installed; a copied command line would not."""
    NAME_TAKEN = auto()
    """`name`, as it is installed: the model would be replaced (fact 50)."""
    NAME_IS_BASE = auto()
    """`name`: the model that it is made from would be replaced."""
    QUANTIZE_NOT_ALLOWED = auto()
    """`quantize`, `source`: only F32, F16 and BF16 can be quantized (fact 53)."""
    QUANTIZE_UNKNOWN = auto()
    """`quantize`: no server makes this."""
    ADAPTER_WITH_REMOTE = auto()
    """`base`: it runs elsewhere, and takes no adapter."""
    DRAFT_WITH_REMOTE = auto()
    """`base`: the same of a draft model."""
    CLOUD_BASE = auto()
    """`base`, `remote_host`: what is asked of the new model leaves this network (fact 61)."""
    REQUIRES_NEWER = auto()
    """`requires`, `version`: the host is older than the model asks for."""
    CONTEXT_BEYOND_TRAINING = auto()
    """`num_ctx`, `trained`: more is silently cut to what the base was trained for (fact 17)."""


ERRORS = frozenset(
    {
        HostTrap.QUANTIZE_NOT_ALLOWED,
        HostTrap.QUANTIZE_UNKNOWN,
        HostTrap.ADAPTER_WITH_REMOTE,
        HostTrap.DRAFT_WITH_REMOTE,
    }
)
"""What the host would refuse."""


@dataclass(frozen=True, slots=True)
class HostFinding:
    """One trap, with the names and figures that a sentence about it needs."""

    trap: HostTrap
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_error(self) -> bool:
        return self.trap in ERRORS


def against_host(
    creation: Creation,
    models: Sequence[InstalledModel] | None,
    *,
    version: str = "",
    file_quantization: str = "",
) -> tuple[HostFinding, ...]:
    """Return what would happen on a host with these models; None where they are not known.

    `version` is the host's, and `file_quantization` what the header of the base's
    GGUF says, "" for either if unknown.
    """
    base = find_model(models or (), creation.base)
    found: list[HostFinding] = []
    if models is not None:
        found += _of_base(creation, models, base)
        found += _of_name(creation, models)
    source = base.details.quantization_level if base else file_quantization
    found += _of_quantize(creation.quantize, source)
    found += _of_context(creation, base)
    requires = creation.recipe.requires
    if requires and is_older(version, requires):
        found.append(_finding(HostTrap.REQUIRES_NEWER, requires=requires, version=version))
    return tuple(found)


def find_model(models: Sequence[InstalledModel], name: str) -> InstalledModel | None:
    """Return the model that a name means, in whatever case it is written; None if none."""
    wanted = _listed(name).lower()
    return next((model for model in models if model.name.lower() == wanted), None)


def _of_base(
    creation: Creation, models: Sequence[InstalledModel], base: InstalledModel | None
) -> Iterator[HostFinding]:
    if not creation.base:
        return
    if base is None:
        yield from _of_missing(creation.base)
        return
    if not any(model.name == _listed(creation.base) for model in models):
        trap = HostTrap.BASE_CASE_DIFFERS
        yield _finding(trap, base=creation.base, installed=base.name)
    if base.is_remote:
        yield _finding(HostTrap.CLOUD_BASE, base=base.name, remote_host=base.remote_host)
        parts = {file.part for file in creation.files}
        if FilePart.ADAPTER in parts:
            yield _finding(HostTrap.ADAPTER_WITH_REMOTE, base=base.name)
        if FilePart.DRAFT in parts:
            yield _finding(HostTrap.DRAFT_WITH_REMOTE, base=base.name)


def _of_missing(base: str) -> Iterator[HostFinding]:
    try:
        registry = parse_name(base).registry
    except BadName:  # The text's own check says so, and the host will.
        return
    yield _finding(HostTrap.BASE_MISSING_WILL_PULL, base=base, registry=registry)


def _of_name(creation: Creation, models: Sequence[InstalledModel]) -> Iterator[HostFinding]:
    taken = find_model(models, creation.model)
    if taken is not None:
        is_base = is_same_name(creation.base, creation.model)
        yield _finding(HostTrap.NAME_IS_BASE if is_base else HostTrap.NAME_TAKEN, name=taken.name)


def _of_quantize(quantize: str, source: str) -> Iterator[HostFinding]:
    """Quantizing to what it already is does nothing, and is taken (fact 53)."""
    wanted, source = quantize.upper(), source.upper()
    if not wanted:
        return
    if wanted not in {*QUANTIZATIONS, "Q4_K"}:
        yield _finding(HostTrap.QUANTIZE_UNKNOWN, quantize=quantize)
    elif source and source not in {*_SOURCES, wanted, "UNKNOWN"}:
        yield _finding(HostTrap.QUANTIZE_NOT_ALLOWED, quantize=wanted, source=source)


def _of_context(creation: Creation, base: InstalledModel | None) -> Iterator[HostFinding]:
    wanted = creation.recipe.parameters.get("num_ctx")
    trained = base.details.context_length if base else 0
    if isinstance(wanted, int) and trained and wanted > trained:
        facts = {"num_ctx": str(wanted), "trained": str(trained)}
        yield HostFinding(HostTrap.CONTEXT_BEYOND_TRAINING, facts)


def _listed(name: str) -> str:
    """Return a name as a server lists it; what is none is left as it is."""
    try:
        return parse_name(name).short
    except BadName:
        return name


def _finding(trap: HostTrap, **facts: str) -> HostFinding:
    return HostFinding(trap, facts)
