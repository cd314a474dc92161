"""What the build machines do is what anybody can do at home, and every action is pinned."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.sources import ROOT

FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))


def read(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in FILES:
        for name, job in read(path)["jobs"].items():
            yield f"{path.name}: {name}", job


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for where, job in jobs():
        for step in job["steps"]:
            yield where, step


def test_there_are_checks_and_a_release():
    assert [path.name for path in FILES] == ["ci.yml", "release.yml"]


def test_every_action_is_pinned_to_a_version():
    used = {step["uses"] for _, step in steps() if "uses" in step}
    loose = [action for action in used if not re.fullmatch(r"[\w./-]+@v\d+(\.\d+\.\d+)?", action)]
    assert used
    assert not loose


def test_an_action_is_used_in_one_version_alone():
    used = {step["uses"] for _, step in steps() if "uses" in step}
    names = [action.partition("@")[0] for action in used]
    assert len(names) == len(set(names))


def test_a_job_may_do_no_more_than_it_must():
    for path in FILES:
        assert read(path)["permissions"] == {"contents": "read"}
    allowed = {name.partition(": ")[2] for name, job in jobs() if "permissions" in job}
    assert allowed == {"publish", "newest", "pypi"}


def test_no_job_runs_for_ever():
    assert not [where for where, job in jobs() if "timeout-minutes" not in job]


def test_the_checkout_keeps_no_credentials():
    fetched = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert fetched
    assert all(step["with"]["persist-credentials"] is False for step in fetched)


def test_a_secret_reaches_a_script_through_its_environment_alone():
    """Written into a script it would be quoted by nobody, and shown where the script is."""
    scripts = [step["run"] for _, step in steps() if "run" in step]
    assert not [script for script in scripts if "secrets." in script or "github.event" in script]


def test_every_python_of_the_project_is_checked():
    tried = read(FOLDER / "ci.yml")["jobs"]["checks"]["strategy"]["matrix"]["include"]
    assert [row["python"] for row in tried] == ["3.11", "3.12", "3.13"]
    assert 'requires-python = ">=3.11,<3.14"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_that_is_run_is_there(path: Path):
    text = path.read_text("utf-8")
    named = set(re.findall(r"(?<![\w/])((?:installer|tests|\.ci)/[\w./-]*[\w])", text))
    assert named
    assert not [name for name in sorted(named) if not (ROOT / name).is_file()]


def test_every_installer_is_built_and_published():
    release = read(FOLDER / "release.yml")["jobs"]
    text = (FOLDER / "release.yml").read_text("utf-8")
    for target in ("deb", "appimage", "wheel", "windows", "macos"):
        assert f"installer/build.sh {target}" in text
    assert set(release["publish"]["needs"]) == {"linux", "windows-test", "macos"}


def test_nothing_is_published_that_was_not_tagged():
    publishing = read(FOLDER / "release.yml")["jobs"]
    assert publishing["publish"]["if"] == "github.ref_type == 'tag'"
    assert publishing["newest"]["needs"] == publishing["pypi"]["needs"] == "publish"
