"""What a person chose in the create bar for each draft: name, hosts, and type to quantize to."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.host import HostId
from desktop.hosts.snapshot import HostSnapshot
from desktop.workshop.draft import Draft, DraftId
from desktop.workshop.naming import model_name


@dataclass(frozen=True, slots=True)
class Intent:
    """What shall become of a draft."""

    model: str = ""
    hosts: tuple[HostId, ...] = ()
    quantize: str = ""


class Intents:
    """Remembers the choices while the program runs; what nobody chose follows from the draft."""

    def __init__(self) -> None:
        self._intents: dict[DraftId, Intent] = {}
        self._last_hosts: tuple[HostId, ...] = ()

    def of(self, draft: Draft, snapshots: Sequence[HostSnapshot]) -> Intent:
        """Return what was chosen; at first the draft's name, and the hosts chosen last."""
        known = self._intents.get(draft.id)
        if known is not None:
            return known
        name = model_name(draft.name)
        if name and ":" not in name:
            name = f"{name}:latest"
        return Intent(name, self._first_hosts(draft, snapshots))

    def put(self, draft_id: DraftId, intent: Intent) -> None:
        """Remember a choice."""
        self._intents[draft_id] = intent
        self._last_hosts = intent.hosts or self._last_hosts

    def _first_hosts(self, draft: Draft, snapshots: Sequence[HostSnapshot]) -> tuple[HostId, ...]:
        made = tuple(one.id for one in snapshots if one.host.label in draft.made_on)
        if made:
            return made
        present = {one.id for one in snapshots}
        last = tuple(host_id for host_id in self._last_hosts if host_id in present)
        best = sorted(snapshots, key=lambda one: not one.is_up)  # At the start none is up yet.
        return last or tuple(one.id for one in best[:1])
