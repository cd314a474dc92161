"""Which names a copy or rename of one or many models would make, and what stands against each."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop.domain.host import HostId
from desktop.domain.name import BadName, is_same_name, parse_name
from desktop.ui.models.view import ModelRow


class TargetProblem(Enum):
    """What stands against a name that a server would take. EXISTS alone can be agreed to."""

    SAME_NAME = auto()
    """It is the model's own name, as servers compare (fact 55)."""
    EXISTS = auto()
    """Another model of that host has it, and would be replaced without a trace (fact 57)."""
    TWICE = auto()
    """Two of the chosen models would get it."""


@dataclass(frozen=True, slots=True)
class Target:
    """What one model would be called. `replaces` is the existing model's name, as listed."""

    row: ModelRow
    name: str
    problem: TargetProblem | BadName | None = None
    replaces: str = ""


InstalledNames = Callable[[HostId], Iterable[str]]


def named(row: ModelRow, text: str, installed: InstalledNames) -> Target:
    """Return what comes of giving one model that name."""
    try:
        name = parse_name(text).short
    except BadName as problem:
        return Target(row, text, problem)
    if is_same_name(row.name, name):
        return Target(row, name, TargetProblem.SAME_NAME)
    for other in installed(row.host_id):
        if is_same_name(other, name):
            return Target(row, name, TargetProblem.EXISTS, other)
    return Target(row, name)


def put_under(
    rows: Sequence[ModelRow], namespace: str, installed: InstalledNames
) -> tuple[Target, ...]:
    """Return what comes of putting models under a namespace: qwen2.5:14b becomes me/qwen2.5:14b.

    A namespace that a model has already is exchanged; model and tag stay.
    """
    targets = [named(row, _under(row.name, namespace), installed) for row in rows]
    names = Counter((target.row.host_id, target.name.lower()) for target in targets)
    return tuple(
        replace(target, problem=TargetProblem.TWICE)
        if target.problem in (None, TargetProblem.EXISTS)
        and names[target.row.host_id, target.name.lower()] > 1
        else target
        for target in targets
    )


def _under(name: str, namespace: str) -> str:
    try:
        parts = parse_name(name)
    except BadName:
        return f"{namespace.strip()}/{name}"
    return f"{namespace.strip()}/{parts.model}:{parts.tag}"
