"""What a Modelfile can stand on: the models of the hosts, and the file that it names."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.creation import FilePart
from desktop.domain.host import HostId
from desktop.domain.name import BadName, parse_name
from desktop.hosts.snapshot import HostSnapshot
from desktop.workshop.files import Survey
from desktop.workshop.kinds import SourceKind
from desktop.workshop.looking import SourceFile

FULL_TYPES = frozenset({"F32", "F16", "BF16"})
"""The types that a server quantizes from (fact 53)."""


@dataclass(frozen=True, slots=True)
class BaseModel:
    """A model by its name, the labels of the hosts that have it, and its context in tokens."""

    name: str
    hosts: tuple[str, ...]
    context_length: int = 0
    quantization: str = ""


@dataclass(frozen=True, slots=True)
class Bases:
    """`wanted` are the hosts where a model is to be made, `files` what a FROM names as files.

    Models are kept by the name that a server compares. `folder` is the Modelfile's.
    """

    models: Mapping[str, BaseModel] = field(default_factory=dict[str, BaseModel])
    wanted: tuple[str, ...] = ()
    files: tuple[SourceFile, ...] = ()
    folder: Path | None = None

    def find(self, name: str) -> BaseModel | None:
        """Return the model of that name, as servers compare names."""
        try:
            return self.models.get(parse_name(name).key)
        except BadName:
            return None

    def file(self, written: str, part: FilePart = FilePart.BASE) -> SourceFile | None:
        """Return the first file that a path of the Modelfile stands for."""
        for file in self.files:
            if file.written == written and file.file.part is part:
                return file
        return None

    def context_length(self, base: str) -> int:
        """Return how many tokens a base was made for; 0 if that is not known."""
        file = self.file(base)
        if file is not None:
            return file.header.context_length if file.header else 0
        model = self.find(base)
        return model.context_length if model else 0

    def full_type(self, base: str) -> str:
        """Return the type of a base that can be quantized, such as F16; "" if it cannot."""
        file = self.file(base)
        if file is not None and file.kind is SourceKind.SAFETENSORS:
            return "F16"
        if file is not None:
            found = file.header.quantization if file.header else ""
        else:
            model = self.find(base)
            found = model.quantization.upper() if model else ""
        return found if found in FULL_TYPES else ""


def bases_of(
    snapshots: Sequence[HostSnapshot],
    wanted: Collection[HostId] = (),
    survey: Survey | None = None,
    folder: Path | None = None,
) -> Bases:
    """Gather what every host has; `survey` is the newest one of the files, if there is one."""
    models: dict[str, BaseModel] = {}
    for snapshot in snapshots:
        label = snapshot.host.label
        for model in snapshot.models:
            try:
                key = parse_name(model.name).key
            except BadName:
                continue
            known = models.get(key)
            hosts = known.hosts if known else ()
            models[key] = BaseModel(
                known.name if known else model.name,
                hosts if label in hosts else (*hosts, label),
                model.details.context_length or (known.context_length if known else 0),
                model.details.quantization_level or (known.quantization if known else ""),
            )
    labels = tuple(one.host.label for one in snapshots if one.id in wanted)
    files = survey.files if survey else ()
    return Bases(models, labels, files, folder)
