"""What lies in the checkout beside the code: folders, icons, paths."""

import ast
import fnmatch
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, called, sources

WRITTEN = {".py", ".md", ".sh", ".toml", ".qss", ".ts", ".json", ".yml"}


def test_the_readme_names_every_folder() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    found = [folder for folder in _folders() if f"`{folder}/`" not in readme]
    assert not found, found


def test_the_program_s_readme_names_every_room() -> None:
    readme = (ROOT / "desktop" / "README.md").read_text("utf-8")
    rooms = {path.parent.name for path in (ROOT / "desktop").glob("*/__init__.py")}
    found = [room for room in sorted(rooms) if f"`{room}/`" not in readme]
    assert not found, found


def test_every_icon_that_is_named_is_there() -> None:
    icons = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    found = {where: name for where, name in _named_icons().items() if name not in icons}
    assert not found, found


@pytest.mark.parametrize("folder", ["desktop", "resources", "tests", "installer", ".ci"])
def test_no_path_of_this_checkout_is_written_down(folder: str) -> None:
    """What runs here alone would be found out elsewhere, by somebody else."""
    here = tuple(f"{ROOT}/{inside}" for inside in ("desktop", "tests", ".venv", "installer"))
    texts = [path for path in (ROOT / folder).rglob("*") if path.suffix in WRITTEN]
    found = [path for path in texts if any(name in path.read_text("utf-8") for name in here)]
    assert not found, found


def _folders() -> list[str]:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()]
    folders = [path.name for path in ROOT.iterdir() if _holds_files(path) and path.name != ".git"]
    return [name for name in folders if not any(fnmatch.fnmatch(name, rule) for rule in ignored)]


def _holds_files(path: Path) -> bool:
    return path.is_dir() and any(inside.is_file() for inside in path.rglob("*"))


def _named_icons() -> dict[str, str]:
    """Find icons that are named where one is asked for: `icon="x"`, `theme.icon("x")`."""
    named: dict[str, str] = {}
    for source in sources("desktop/ui"):
        for call in source.calls():
            given = [word.value for word in call.keywords if word.arg == "icon"]
            if called(call) in {"icon", "set_icon"}:
                given += call.args[:1]
            for value in given:
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                    named[source.at(call)] = value.value
    return named
