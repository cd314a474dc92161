"""What the other models of a host, and the other hosts, have to do with one model."""

from collections.abc import Iterable, Mapping

from desktop.domain.host import HostState
from desktop.domain.name import is_same_name
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.hosts.words import dot_of
from desktop.ui.models.freeing import inspector_sentence
from desktop.ui.models.overview import Elsewhere, Surroundings
from desktop.ui.models.view import ModelRow


def surroundings(
    row: ModelRow, snapshots: Iterable[HostSnapshot], weights: Mapping[str, str]
) -> Surroundings:
    """Find who shares the weights of `row` on its host, and which other hosts have its name."""
    sharing, elsewhere = "", list[Elsewhere]()
    for snapshot in snapshots:
        if snapshot.id == row.host_id:
            sharing = inspector_sentence(_sharing(row, snapshot, weights))
        else:
            elsewhere += _elsewhere(row, snapshot)
    return Surroundings(sharing, tuple(elsewhere))


def _sharing(row: ModelRow, snapshot: HostSnapshot, weights: Mapping[str, str]) -> list[str]:
    """Those that surely share; whether others may is asked when something is deleted."""
    digest, mine = row.model.digest, weights.get(row.name)
    return [
        model.name
        for model in snapshot.models
        if model.name != row.name
        and ((digest and model.digest == digest) or (mine and weights.get(model.name) == mine))
    ]


def _elsewhere(row: ModelRow, snapshot: HostSnapshot) -> list[Elsewhere]:
    head = row.name.lower().partition(":")[0].rpartition("/")[2]  # To parse few of 10,000 names.
    for model in snapshot.models:
        if head in model.name.lower() and is_same_name(model.name, row.name):
            is_same = bool(model.digest) and model.digest == row.model.digest
            is_known = snapshot.state is not HostState.DOWN
            dot = dot_of(snapshot)
            return [Elsewhere(snapshot.host.label, dot, is_same if is_known else None)]
    return []
