"""The models and blobs on the stand-in's disk, under the names that a server gives them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.demo.library import Library
from desktop.demo.manifest import Manifest
from desktop.domain.name import ModelName, parse_name

BLOBS = "/srv/ollama/models/blobs"
MANIFESTS = "/srv/ollama/models/manifests"


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A name and what it stands for. `parent` is the name that it was created from."""

    name: ModelName
    manifest: Manifest
    modified_at: datetime
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Upload:
    """A blob that a client sent: its size in bytes, and its beginning."""

    size: int
    head: bytes


class Store:
    """Finds names without case and keeps them as they were first written (fact 55)."""

    def __init__(self, library: Library, now: datetime) -> None:
        self.uploads: dict[str, Upload] = {}
        self.fetched: set[str] = set()
        self._models: dict[str, StoredModel] = {}
        for installed in library.models:
            name = parse_name(installed.name)
            model = StoredModel(name, installed.manifest, now - installed.age, installed.parent)
            self._models[name.key] = model

    @property
    def models(self) -> tuple[StoredModel, ...]:
        return tuple(self._models.values())

    def find(self, name: ModelName) -> StoredModel | None:
        return self._models.get(name.key)

    def find_exactly(self, name: ModelName) -> StoredModel | None:
        """Find a name only if it is written as it is kept, as create's `from` does (fact 47)."""
        found = self.find(name)
        return found if found is not None and found.name == name else None

    def put(self, name: ModelName, manifest: Manifest, now: datetime, parent: str = "") -> None:
        """Install a model, or replace the one of that name without asking (facts 50 and 57)."""
        kept = self._as_known(name)
        self._models[kept.key] = StoredModel(kept, manifest, now, parent)

    def remove(self, name: ModelName) -> bool:
        """Remove a model and the layers it came with, and say whether there was one."""
        model = self._models.pop(name.key, None)
        if model is not None:
            self.fetched -= {layer.digest for layer in model.manifest.layers}
        return model is not None

    def has_blob(self, digest: str) -> bool:
        """Whether a blob was uploaded or pulled, or belongs to a model."""
        return (
            digest in self.uploads
            or digest in self.fetched
            or any(
                layer.digest == digest
                for model in self._models.values()
                for layer in model.manifest.layers
            )
        )

    def _as_known(self, name: ModelName) -> ModelName:
        """Take the case of each part over from any model that has it (fact 55)."""
        names = [model.name for model in self._models.values()]
        return replace(
            name,
            registry=_known_case(name.registry, (known.registry for known in names)),
            namespace=_known_case(name.namespace, (known.namespace for known in names)),
            model=_known_case(name.model, (known.model for known in names)),
            tag=_known_case(name.tag, (known.tag for known in names)),
        )


def _known_case(part: str, known: Iterable[str]) -> str:
    lower = part.lower()
    return next((other for other in known if other.lower() == lower), part)
