"""Whoever has a right in what is shipped is named with it, in the program and in the installers."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from allowed import FROM_APT, is_shipped, shipped_patterns
from paragraphs import read_paragraphs, write_paragraphs
from rights import debian, key, plain

from desktop.system.parts import read_parts
from tests.architecture.sources import ROOT
from tests.installer.tree import LIBRARIES, run_in

RESOURCES = ROOT / "resources"
LIST = read_parts(RESOURCES)
PLATFORMS = ("linux", "windows", "macos")
SEEN_AS = {
    "PCRE2": "{} 20",
    "libpng": "libpng version {}",
    "libjpeg-turbo": "libjpeg-turbo version {}",
    "HarfBuzz": "\0{}\0",
    "ICU": "\0{}\0",
}
"""How the parts whose version is known say it in their files."""


def shipped_libraries(platform: str) -> set[str]:
    """Return Qt's libraries and plugins, as the list of parts calls them."""
    named = (Path(one) for one in shipped_patterns(platform))
    found = {key(path) for path in named if re.search(r"lib|plugins|\.dll$", str(path))}
    return {
        name
        for name in found
        if not name.startswith(("msvcp", "vcruntime"))
        and "*" not in name
        and "Resources" not in name
    }


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_library_of_qt_names_whose_parts_it_holds_or_that_it_holds_none(platform: str):
    holding = {name for part in LIST.of(platform) for name in part.within}
    libraries = shipped_libraries(platform)
    assert {"QtCore", "QtGui", "QtSvg", "QtWidgets", "imageformats/qwebp"} <= libraries
    assert libraries - holding - LIST.without == set()


def test_so_does_every_plugin_that_a_pattern_brings(whole_tree: Path):
    found = {key(path) for path in (whole_tree / "PySide6" / "Qt").rglob("*.so*")}
    holding = {name for part in LIST.of("linux") for name in part.within}
    assert "wayland-decoration-client/adwaita" in found
    assert found - holding - LIST.without == set()


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_part_is_said_to_be_in_what_is_not_shipped(platform: str):
    others = {"Paddock", "Python", "PySide6", "shiboken6", "msgspec", "ziafont", "ziamath"}
    icu = {"icudata", "icui18n", "icuuc"} if platform == "linux" else set[str]()
    named = {name for part in LIST.of(platform) for name in part.within}
    assert named - shipped_libraries(platform) - others - icu == set()
    assert not LIST.without & {name for part in LIST.parts for name in part.within}


def test_every_part_has_a_holder_and_its_text_and_every_text_has_a_part():
    folder = RESOURCES / "licences"
    used = {file for part in LIST.parts for file in part.files(RESOURCES)}
    assert [part.name for part in LIST.parts if not (part.holders and part.texts)] == []
    assert [file.name for file in used if not file.read_text("utf-8").strip()] == []
    of_libraries = {folder / "latex2mathml.txt", folder / "nvidia-ml-py.txt"}
    assert set(folder.iterdir()) - used - of_libraries == {folder / "parts.txt"}
    texts = [" ".join(file.read_text("utf-8").split()) for file in used]
    assert len(set(texts)) == len(texts)


def test_versions_are_those_of_the_files(whole_tree: Path):
    known = {part.name: part for part in LIST.of("linux") if part.version("linux")}
    libraries = {key(path): path for path in whole_tree.rglob("*.so*")}
    for name, form in SEEN_AS.items():
        part = known[name]
        said = form.format(part.version("linux")).encode()
        files = [libraries[one] for one in part.within]
        assert any(said in file.read_bytes() for file in files), name


def test_the_deb_names_what_it_carries_and_nothing_else(whole_tree: Path):
    paragraphs = read_paragraphs(debian(whole_tree))
    files = {one["Files"]: one for one in paragraphs if "Files" in one}
    core = files["usr/lib/paddock/PySide6/Qt/lib/libQt6Core.so.6"]
    assert "University of Cambridge" in core["Copyright"]
    assert "PCRE2 10." in core["Comment"]
    assert "Unicode-DFS-2016" in files["usr/lib/paddock/PySide6/Qt/lib/libicuuc.so.73"]["License"]
    for pattern in (pattern for name in files for pattern in name.split()):
        inside = pattern.removeprefix("usr/lib/paddock/")
        assert pattern == "*" or any(whole_tree.glob(inside)), pattern
    given = {
        one["License"].split("\n")[0]
        for one in paragraphs
        if "Files" not in one and "License" in one
    }
    asked = {name for one in files.values() for name in one["License"].split(" and ")}
    assert asked - given == set()


def test_every_library_that_apt_does_not_bring_has_a_paragraph():
    written = (ROOT / "installer" / "linux" / "copyright").read_text("utf-8")
    for name in LIBRARIES:
        if name in FROM_APT - {"certifi"}:
            continue
        files = (str(file) for file in metadata.distribution(name).files or ())
        tops = {file.split("/")[0] for file in files if is_shipped(file, "linux")}
        for top in (top for top in tops if not top.endswith(".dist-info")):
            assert f"usr/lib/paddock/{top}" in written, top


@pytest.mark.parametrize("platform", ["windows", "macos"])
def test_the_other_installers_say_it_in_plain_text(whole_tree: Path, platform: str):
    text = plain(whole_tree, platform)
    assert text.startswith("MIT License")
    for part in LIST.of(platform):
        assert part.name in text
        assert part.holders[0] in text
    assert "PCRE2 10.48, within QtCore" in text
    assert "ICU 73" not in text


def test_the_page_of_licences_has_every_text_in_the_tree_as_well(whole_tree: Path):
    code = """
from desktop.assets import resources
from desktop.system.licences import find_components
print([one.name for one in find_components(resources()) if one.version and not one.texts])
"""
    done = run_in(whole_tree, code)
    assert done.stdout.strip() == "[]", done.stderr


def test_paragraphs_are_written_as_they_were_read():
    text = "A: 1\nB:\n two\n .\n three\n\nC: x\n y\n"
    assert read_paragraphs(text) == [{"A": "1", "B": "\ntwo\n\nthree"}, {"C": "x\ny"}]
    assert write_paragraphs(read_paragraphs(text)) == text
