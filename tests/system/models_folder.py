"""A folder of models as a server lays it out, made of small files."""

import hashlib
import json
import os
import time
from pathlib import Path

OLD = time.time() - 7200
"""A moment at which a file was last changed that nothing uses any more."""


class ModelsFolder:
    """Blobs under the names of their digests, and manifests that name them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.blobs = path / "blobs"
        self.blobs.mkdir(parents=True)
        (path / "manifests").mkdir()

    def blob(self, content: bytes, changed: float = OLD) -> str:
        """Make a blob and return its file's name."""
        name = f"sha256-{hashlib.sha256(content).hexdigest()}"
        self.file(name, content, changed)
        return name

    def file(self, name: str, content: bytes = b"x", changed: float = OLD) -> Path:
        path = self.blobs / name
        path.write_bytes(content)
        os.utime(path, (changed, changed))
        return path

    def model(self, name: str, *contents: bytes, folder: str = "manifests") -> Path:
        """Make a model `name:tag` of the library, of these layers."""
        first, *layers = [self.blob(content) for content in contents]
        manifest = {
            "schemaVersion": 2,
            "config": {"digest": first.replace("-", ":")},
            "layers": [{"digest": layer.replace("-", ":"), "size": 1} for layer in layers],
        }
        return self.manifest(name, json.dumps(manifest), folder)

    def manifest(self, name: str, text: str, folder: str = "manifests") -> Path:
        model, _, tag = name.partition(":")
        path = self.path / folder / "registry.ollama.ai" / "library" / model / tag
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    @property
    def names(self) -> set[str]:
        return {path.name for path in self.blobs.iterdir()}
