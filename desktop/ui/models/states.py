"""What the models page has to show: rows, or why there are none."""

from collections.abc import Sequence
from enum import Enum, auto

from desktop.domain.host import HostState
from desktop.hosts.snapshot import HostSnapshot


class PageState(Enum):
    """What stands where the rows would."""

    ROWS = auto()
    FILTERED = auto()
    """There are rows, and the filter hides all of them."""
    EMPTY = auto()
    """Every host that answered has no model."""
    LOADING = auto()
    DOWN = auto()
    """No host answers, and none has shown its models before."""
    NO_HOST = auto()


def page_state(snapshots: Sequence[HostSnapshot], rows: int, shown: int) -> PageState:
    """Say what to show for these hosts, `rows` of which there are, `shown` of them after filtering.

    A host that is down keeps the rows that were last seen.
    """
    if shown:
        return PageState.ROWS
    if rows:
        return PageState.FILTERED
    if not snapshots:
        return PageState.NO_HOST
    if any(snapshot.models_known and snapshot.is_up for snapshot in snapshots):
        return PageState.EMPTY
    if all(snapshot.state is HostState.DOWN or snapshot.error for snapshot in snapshots):
        return PageState.DOWN
    return PageState.LOADING
