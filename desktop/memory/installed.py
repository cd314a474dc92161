"""Finding installed models by name or manifest, however many a host has."""

from dataclasses import dataclass, field

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel, LoadedModel
from desktop.hosts.snapshot import HostSnapshot


@dataclass(slots=True)
class _Index:
    """The models of one list, which is known again by being the same object."""

    models: tuple[InstalledModel, ...]
    by_name: dict[str, InstalledModel] = field(init=False)
    by_digest: dict[str, InstalledModel] = field(init=False)

    def __post_init__(self) -> None:
        self.by_name = {model.name: model for model in self.models}
        self.by_digest = {model.digest: model for model in self.models if model.digest}


class Installed:
    """Keeps the list of each host by name and by manifest, made anew when the list is another."""

    def __init__(self) -> None:
        self._indexes: dict[HostId, _Index] = {}

    def named(self, snapshot: HostSnapshot, name: str) -> InstalledModel | None:
        """Return the model of that name, which may lack its `:latest`."""
        by_name = self._of(snapshot).by_name
        return by_name.get(name) or by_name.get(f"{name}:latest")

    def loaded(self, snapshot: HostSnapshot, row: LoadedModel) -> InstalledModel | None:
        """Return what is loaded, under whichever name it is installed (fact 73)."""
        found = self._of(snapshot).by_digest.get(row.digest) if row.digest else None
        return found or self.named(snapshot, row.name)

    def forget(self, host_id: HostId) -> None:
        """Drop what is kept of a host that was removed."""
        self._indexes.pop(host_id, None)

    def _of(self, snapshot: HostSnapshot) -> _Index:
        index = self._indexes.get(snapshot.id)
        if index is None or index.models is not snapshot.models:
            index = self._indexes[snapshot.id] = _Index(snapshot.models)
        return index
