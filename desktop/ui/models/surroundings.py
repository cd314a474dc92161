"""What the other models of a host, and the other hosts, have to do with one model."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.host import HostState
from desktop.domain.name import is_same_name
from desktop.hosts.snapshot import HostSnapshot
from desktop.jobs.freed import freed
from desktop.ui.hosts.words import dot_of
from desktop.ui.models.freeing import inspector_sentence, unknown_sentence
from desktop.ui.models.overview import Elsewhere, Surroundings
from desktop.ui.models.view import ModelRow


def surroundings(
    row: ModelRow,
    snapshots: Iterable[HostSnapshot],
    weights: Mapping[str, str],
    unsure: Sequence[str] = (),
) -> Surroundings:
    """Find who shares the weights of `row` on its host, and which other hosts have its name.

    `unsure` are those that are still to be asked whether they share.
    """
    sharing, elsewhere = "", list[Elsewhere]()
    for snapshot in snapshots:
        if snapshot.id == row.host_id:
            sharing = inspector_sentence(_sharing(row, snapshot, weights)) or unknown_sentence(
                [name for name in unsure if name != row.name]
            )
        else:
            elsewhere += _elsewhere(row, snapshot)
    return Surroundings(sharing, tuple(elsewhere))


def unasked(row: ModelRow, snapshot: HostSnapshot, weights: Mapping[str, str]) -> list[str]:
    """Return the models whose cards would tell whether anybody shares the weights of `row`."""
    what = freed([row.model], snapshot.models, weights)
    names = [] if what.is_exact else [row.name, *what.sharing]
    return [name for name in names if name not in weights]


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
