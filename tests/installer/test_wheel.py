"""The wheel holds every resource that the program reads, and nothing that it does not."""

import ast
import tomllib

from tests.architecture.sources import ROOT

NOT_SHIPPED = {"pictures"}
"""What the README shows."""


def shipped() -> set[str]:
    """The patterns of hatch_build.py, which cannot be imported without hatchling."""
    tree = ast.parse((ROOT / "hatch_build.py").read_text("utf-8"))
    values = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    patterns = {ast.literal_eval(values["RELEASE"]), *ast.literal_eval(values["SHIPPED"])}
    folder = ROOT / "resources"
    return {path.relative_to(folder).as_posix() for one in patterns for path in folder.glob(one)}


def test_every_resource_is_shipped_but_pictures_and_sources_of_translations():
    folder = ROOT / "resources"
    found = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    wanted = {
        path.as_posix()
        for path in found
        if path.parts[0] not in NOT_SHIPPED and path.suffix not in {".ts", ".md"}
    }
    assert shipped() == wanted


def test_uvx_finds_a_command_of_the_distribution_s_name():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"][project["name"]] == project["scripts"]["paddock"]


def test_the_source_archive_can_make_the_wheel():
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert {"/desktop", "/resources", "/hatch_build.py"} <= set(
        hatch["targets"]["sdist"]["include"]
    )
    assert "custom" in hatch["hooks"]
