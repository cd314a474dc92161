"""Models as the lists of a server show them."""

import random
from collections.abc import Iterable, Sequence
from typing import cast

from desktop.demo.machine import Machine
from desktop.demo.runners import Runner
from desktop.demo.store import StoredModel
from desktop.domain.model import ModelDetails


def tag_rows(machine: Machine) -> list[object]:
    """Return the rows of /api/tags: newest first by whole seconds, otherwise random (fact 58)."""
    models = list(machine.store.models)
    random.shuffle(models)
    models.sort(key=lambda model: int(model.modified_at.timestamp()), reverse=True)
    rows: list[object] = [_tag_row(model, machine) for model in models]
    rows += _made_up_rows(machine)
    if machine.faults.wrong_types:
        _damage(rows)
    return rows


def _tag_row(model: StoredModel, machine: Machine) -> dict[str, object]:
    name = model.name.short
    row: dict[str, object] = {"name": name, "model": name}
    if (remote := model.manifest.parts.remote) is not None:
        row |= {"remote_model": remote.model, "remote_host": remote.host}
    details = model.manifest.details
    return row | {
        "modified_at": machine.local(model.modified_at),
        "size": model.manifest.size,
        "digest": model.manifest.digest,
        "details": details_row(details, listed(model.parent))
        | {
            "context_length": details.context_length,
            "embedding_length": details.embedding_length,
        },
        "capabilities": list(model.manifest.capabilities),
    }


def listed(parent: str) -> str:
    """Write the name of a parent as the list has it, with its tag."""
    return parent if not parent or ":" in parent else f"{parent}:latest"


def details_row(details: ModelDetails, parent: str = "") -> dict[str, object]:
    """Write what tags, ps and show have in common."""
    return {
        "parent_model": parent,
        "format": details.format,
        "family": details.family,
        "families": list(details.families),
        "parameter_size": details.parameter_size,
        "quantization_level": details.quantization_level,
    }


def ps_rows(runners: Sequence[Runner], machine: Machine) -> list[object]:
    """Return the rows of /api/ps, the one that stays longest first."""
    ordered = sorted(runners, key=lambda runner: runner.expires_at, reverse=True)
    return [_ps_row(runner, machine) for runner in ordered]


def _ps_row(runner: Runner, machine: Machine) -> dict[str, object]:
    name = runner.model.name.short
    return {
        "name": name,
        "model": name,
        "size": runner.size,
        "digest": runner.model.manifest.digest,
        "details": details_row(runner.model.manifest.details),
        "expires_at": machine.local(runner.expires_at),
        "size_vram": runner.size_vram,
        "context_length": runner.context,
    }


def _made_up_rows(machine: Machine) -> Iterable[object]:
    moment = machine.local(machine.clock.now())
    details = details_row(ModelDetails("gguf", "llama", ("llama",), "1.0B", "Q4_K_M"))
    for number in range(machine.faults.extra_models):
        name = f"extra-{number:05d}:latest"
        yield {
            "name": name,
            "model": name,
            "modified_at": moment,
            "size": 1_000_000 + number,
            "digest": f"{number:064x}",
            "details": details,
            "capabilities": ["completion"],
        }


def _damage(rows: list[object]) -> None:
    """Put a field of the wrong type into the first row, and something that is no row at the end."""
    if rows and isinstance(first := rows[0], dict):
        cast("dict[str, object]", first)["size"] = "nine gigabytes"
    rows.append(7)
