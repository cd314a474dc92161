"""Whether a model fits where it could be pulled to, as far as another host knows it already."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.name import ModelName, is_same_name
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.snapshot import Missing
from desktop.ui.memory.fit_words import Said, said_of
from desktop.ui.memory.services import FitsService


@dataclass(frozen=True, slots=True)
class Known:
    """Who has a model of that name already, and what it is there."""

    host: HostSnapshot
    model: InstalledModel


class PullFits(QObject):
    """Goes by the same name on another host: a registry does not tell a size before a pull.

    What the registry has by now may be another one; so whose measures these are has to be said.
    """

    changed = Signal()

    def __init__(self, fits: FitsService, registry: HostRegistry, parent: QObject) -> None:
        super().__init__(parent)
        self._fits = fits
        self._registry = registry
        self.destroyed.connect(fits.changed.subscribe(lambda _: self.changed.emit()))

    def known(self, name: ModelName) -> Known | None:
        """Return the first host that is up and has it; a model in the cloud is not pulled."""
        for snapshot in self._registry.snapshots:
            if not snapshot.is_up:
                continue
            for model in snapshot.models:
                is_near = name.model.lower() in model.name.lower()  # To parse few of 10,000.
                if is_near and not model.is_remote and is_same_name(model.name, name.short):
                    return Known(snapshot, model)
        return None

    def verdicts(self, known: Known | None) -> Mapping[HostId, Said]:
        """Return what to say of each host; those of which nothing can be claimed are missing."""
        if known is None:
            return {}
        found = {
            one.id: self._said(known, one.id, one.host.label) for one in self._registry.snapshots
        }
        return {host_id: said for host_id, said in found.items() if said is not None}

    def _said(self, known: Known, host_id: HostId, host: str) -> Said | None:
        shape = self._fits.shape(known.host.id, known.model)
        if isinstance(shape, Missing):
            return None
        load = self._fits.usual_load(host_id)
        most = shape.trained_context or load.context
        load = replace(load, context=min(load.context, most))
        return said_of(self._fits.of_shape(host_id, shape, load), host)
