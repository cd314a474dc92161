import re
import sysconfig
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import NoReturn

import pytest

from desktop.assets import resources
from desktop.system.licences import SHIPPED, find_components, project_links

ROOT = Path(__file__).parents[2]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(line: str) -> str | None:
    """Return the package that a requirement names; None for an extra that nobody asks for."""
    name = re.match(r"[\w.-]+", line)
    assert name is not None
    return None if "extra ==" in line and "socks" not in line else _plain(name[0])


def _all_needed() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    open_, known = [_needed(line) for line in project["dependencies"]], set[str]()
    while open_:
        name = open_.pop()
        if name is None or name in known:
            continue
        known.add(name)
        try:
            open_ += [_needed(line) for line in requires(name) or ()]
        except PackageNotFoundError:
            continue  # Of another platform or an older Python.
    return known


def test_links_are_those_that_a_release_names_and_https_alone(tmp_path: Path):
    assert project_links(tmp_path) == {}
    (tmp_path / "release.json").write_text("nonsense")
    assert project_links(tmp_path) == {}
    (tmp_path / "release.json").write_text(
        '{"homepage": "https://example.org/", "issues": "javascript:alert(1)", "id": "a.b.C"}'
    )
    assert project_links(tmp_path) == {"homepage": "https://example.org/"}


def test_everything_that_the_program_needs_has_a_licence_shown():
    shown = {_plain(name): licence for name, licence in SHIPPED}
    assert _all_needed() <= shown.keys(), _all_needed() - shown.keys()
    assert all(shown.values())


def test_what_is_installed_shows_its_version_and_the_text_of_its_licence():
    parts = {part.name: part for part in find_components(resources())}
    assert parts["httpx"].version.startswith("0.28")
    assert "Redistribution" in parts["httpx"].texts[0]
    assert "Lucide" in parts["Lucide"].texts[0]
    assert parts["Paddock"].texts[0].startswith("MIT License")
    assert "LESSER GENERAL PUBLIC LICENSE" in parts["PySide6-Essentials"].texts[0]


def test_whatever_is_here_has_its_text():
    parts = [part for part in find_components(resources()) if part.version or part.within]
    assert [part.name for part in parts if not all(part.texts)] == []
    assert [part.name for part in parts if part.within and len(part.texts) < 2] == []
    assert {"Python", "Lucide", "STIX Two Math", "DejaVu Sans", "PCRE2"} <= {
        part.name for part in parts
    }


def test_the_licence_of_python_is_found_without_the_data_of_its_build(
    monkeypatch: pytest.MonkeyPatch,
):
    def refuse(*_: object) -> NoReturn:
        raise ModuleNotFoundError("_sysconfigdata")  # As in the AppImage, which leaves it out.

    monkeypatch.setattr(sysconfig, "get_path", refuse)
    assert "PSF" in find_components(resources())[1].texts[0]


def test_what_an_appimage_carries_of_debian_is_shown_with_its_papers(tmp_path: Path):
    usr = tmp_path / "usr"
    folder = usr / "lib" / "paddock" / "desktop" / "resources"
    papers = usr / "share" / "doc"
    for name in ("paddock", "libx11-6", "python3-h11"):
        (papers / name).mkdir(parents=True)
    folder.mkdir(parents=True)
    (papers / "paddock" / "debian-packages").write_text("libx11-6 2:1.8.4-2\npython3-h11 0.14\n")
    (papers / "libx11-6" / "copyright").write_text("Copyright 1984 The Open Group")
    (papers / "python3-h11" / "copyright").write_text("Copyright 2016 Nathaniel J. Smith")
    metadata = tmp_path / "h11-0.14.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: h11\nVersion: 0.14\n")
    parts = {part.name: part for part in find_components(folder, search=[str(tmp_path)])}
    x11 = parts["libx11-6"]
    assert (x11.version, x11.texts) == ("2:1.8.4-2", ("Copyright 1984 The Open Group",))
    assert parts["h11"].texts == ("Copyright 2016 Nathaniel J. Smith",)
    assert "python3-h11" not in parts


def test_a_tree_without_metadata_still_names_every_licence(tmp_path: Path):
    parts = find_components(tmp_path / "resources", search=[str(tmp_path)])
    assert {part.name for part in parts} >= {name for name, _ in SHIPPED}
    assert all(part.licence for part in parts)
    assert not any(part.within for part in parts)
    httpx = next(part for part in parts if part.name == "httpx")
    assert (httpx.version, httpx.texts) == ("", ())


def test_metadata_of_a_staged_tree_is_read_without_a_list_of_its_files(tmp_path: Path):
    folder = tmp_path / "h11-0.16.0.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: h11\nVersion: 0.16.0\n")
    (folder / "licenses" / "LICENSE.txt").write_text("The MIT License")
    parts = find_components(tmp_path, search=[str(tmp_path)])
    h11 = next(part for part in parts if part.name == "h11")
    assert (h11.version, h11.licence, h11.texts) == ("0.16.0", "MIT", ("The MIT License",))
