"""What "Will it fit?" is asked about: a model of a host, or a file of this computer."""

from dataclasses import dataclass
from pathlib import Path

from desktop.domain.conversation import Target
from desktop.domain.host import HostId, HostState
from desktop.domain.memory import Load
from desktop.domain.model import InstalledModel
from desktop.domain.model_shape import ModelShape
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.snapshot import FitAnswer, HostMemory, Missing
from desktop.ui.chat.picker_choices import find_model
from desktop.ui.memory.services import FitsService


@dataclass(frozen=True, slots=True)
class Subject:
    """`target` is where the model is installed; a `file` has a shape of its own, None if unread."""

    target: Target = Target()
    file: Path | None = None
    shape: ModelShape | None = None

    def __bool__(self) -> bool:
        return bool(self.target.model or self.file)


def answer_of(
    subject: Subject,
    host_id: HostId,
    load: Load,
    snapshots: tuple[HostSnapshot, ...],
    fits: FitsService,
) -> FitAnswer:
    """Ask the host that has the model, and go by the measures from another one where it has not."""
    if subject.file is not None:
        if subject.shape is None:
            return FitAnswer(load, HostMemory(host_id), missing=Missing.NO_MEASURES)
        return fits.of_shape(host_id, subject.shape, load)
    _, there = find_model(snapshots, Target(host_id, subject.target.model))
    if there is not None:
        return fits.installed(host_id, there.name, load)
    home, model = find_model(snapshots, subject.target)
    if home is None or model is None:
        missing = _why_gone(home)
        error = home.error if home is not None and missing is Missing.FAILED else None
        return FitAnswer(load, HostMemory(host_id), missing=missing, error=error)
    found = fits.shape(home.id, model)
    if isinstance(found, Missing):
        error = home.error if found is Missing.FAILED else None
        return FitAnswer(load, HostMemory(host_id), missing=found, error=error)
    return fits.of_shape(host_id, found, load)


def _why_gone(home: HostSnapshot | None) -> Missing:
    """A host that has not told its models yet may have it."""
    if home is None or home.models_known:
        return Missing.NO_HOST
    return Missing.FAILED if home.state is HostState.DOWN else Missing.ASKING


def first_subject(snapshots: tuple[HostSnapshot, ...]) -> Subject:
    """Return what to begin with: the largest model of the first host that has one."""
    for snapshot in snapshots:
        here = [model for model in snapshot.models if not model.is_remote]
        if here and snapshot.is_up:
            return Subject(Target(snapshot.id, max(here, key=_size).name))
    return Subject()


def _size(model: InstalledModel) -> int:
    return model.size
