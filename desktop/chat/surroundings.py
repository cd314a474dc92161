"""What chat is told of the hosts, which it does not know itself."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.conversation import Target
from desktop.domain.model import InstalledModel, LoadedModel
from desktop.domain.name import is_same_name


@dataclass(frozen=True, slots=True)
class ModelHere:
    """What is known of a target at this moment; empty and 0 are unknown.

    `loaded_context` is the context length in force, in tokens, 0 where the
    model is not in memory; `trained_context` is how much it was trained with. A
    remote model runs elsewhere, and is never listed as loaded.
    """

    host_name: str = ""
    digest: str = ""
    loaded_context: int = 0
    trained_context: int = 0
    is_remote: bool = False


Look: TypeAlias = Callable[[Target], ModelHere]


def model_here(
    host_name: str,
    model: str,
    installed: Iterable[InstalledModel],
    loaded: Iterable[LoadedModel],
) -> ModelHere:
    """Find a model in what a host lists."""
    rows = tuple(installed)
    row = next((row for row in rows if row.name == model), None)  # Cheap, and nearly always right.
    row = row or next((row for row in rows if is_same_name(row.name, model)), None)
    digest = row.digest if row is not None else ""
    runner = runner_of(model, digest, loaded)
    return ModelHere(
        host_name,
        digest,
        runner.context_length if runner is not None else 0,
        row.details.context_length if row is not None else 0,
        row is not None and row.is_remote,
    )


def runner_of(model: str, digest: str, loaded: Iterable[LoadedModel]) -> LoadedModel | None:
    """Find a model among the loaded ones, by digest too: names share a runner (fact 73)."""
    for row in loaded:
        if is_same_name(row.name, model) or (digest and row.digest == digest):
            return row
    return None
