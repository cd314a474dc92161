"""What a wheel holds beside the code: resources, with the translations compiled.

Compiled translations (.qm) are not committed. The source archive carries them, so a wheel made of
one needs no more than hatchling; a wheel made of a checkout without them has Qt's compiler fetched
for it. The set-up script compiles them by itself, and says so by PADDOCK_SETUP.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

QT = "PySide6-Essentials>=6.11,<6.13"
SHIPPED = (
    "gallery/*/*.Modelfile",
    "i18n/*.qm",
    "icons/*.svg",
    "icons/LICENSE",
    "icons/app/*.svg",
    "licences/*.txt",
    "qss/*.qss",
)
RELEASE = "release.json"
"""What the makers of a release set (installer/release.py); without it no address is named."""


class Resources(BuildHookInterface[Any]):
    """Compiles what is outdated and puts `resources` into the package, without its pictures."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return Qt where its compiler is needed."""
        is_set_up = "PADDOCK_SETUP" in os.environ
        return [QT] if not is_set_up and any(self._outdated()) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say which files go where."""
        if version == "editable":
            return
        for source in self._outdated():
            _compile(source)
        for pattern in (*SHIPPED, RELEASE):
            for path in sorted(self._folder.glob(pattern)):
                inside = path.relative_to(self._folder).as_posix()
                build_data["force_include"][str(path)] = f"{self._target}/{inside}"

    @property
    def _folder(self) -> Path:
        return Path(self.root) / "resources"

    @property
    def _target(self) -> str:
        """The folder in the archive: a source archive keeps the shape of the checkout."""
        return "desktop/resources" if self.target_name == "wheel" else "resources"

    def _outdated(self) -> Iterator[Path]:
        for source in sorted((self._folder / "i18n").glob("*.ts")):
            compiled = source.with_suffix(".qm")
            if not compiled.is_file() or compiled.stat().st_mtime < source.stat().st_mtime:
                yield source


class Addresses(MetadataHookInterface):
    """Names the pages that a release has."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Add them to what pyproject.toml says."""
        file = Path(self.root) / "resources" / RELEASE
        named = json.loads(file.read_text("utf-8")) if file.is_file() else {}
        titles = {"homepage": "Homepage", "documentation": "Documentation", "issues": "Issues"}
        metadata["urls"] = {titles[name]: named[name] for name in titles if name in named}


def _compile(source: Path) -> None:
    import PySide6

    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
    subprocess.run(  # noqa: S603  # our own words, and no shell
        [str(tool), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))], check=True
    )
