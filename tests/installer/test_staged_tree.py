"""What an installer carries is enough, and is no more than was allowed."""

import compileall
import json
import shutil
from pathlib import Path

import elf
from allowed import languages

from tests.architecture.sources import ROOT
from tests.installer.tree import installed_qt, run_in, self_test

GIVEN = {f"lib{name}" for name in ("c", "dl", "gcc_s", "m", "pthread", "resolv", "rt", "util")}
GIVEN |= {"ld-linux-x86-64", "libbrotlicommon", "libgthread-2"}
"""Of glibc and GCC, or in the package of another that is named."""
COMPARISON = Path(__file__).with_name("icu_answers.py")


def test_the_program_in_the_tree_is_content_with_it(whole_tree: Path):
    found = self_test(whole_tree)
    assert found["problems"] == {}
    assert found["folder"] == str(whole_tree / "desktop")


def test_it_notices_what_is_missing(tree: Path):
    plugins = tree / "PySide6" / "Qt" / "plugins"
    (plugins / "imageformats" / "libqwebp.so").unlink()
    (plugins / "platforms" / "libqxcb.so").unlink()
    shutil.rmtree(tree / "socksio")
    problems = self_test(tree)["problems"]
    assert problems == {
        "plugins": "these plugins of Qt are missing: webp, xcb",
        "bundled": "these libraries do not load: socksio",
    }


def test_it_runs_from_bytecode_alone(tree: Path):
    """As in the AppImage: anyio, which cannot read its source then, imports all of itself."""
    compileall.compile_dir(tree / "anyio", quiet=1, legacy=True)
    for source in (tree / "anyio").rglob("*.py"):
        source.unlink()
    assert self_test(tree)["problems"] == {}


def test_every_library_is_linked_with_what_is_carried_or_named_to_apt(whole_tree: Path):
    """What no package brings would keep the program from starting on a bare system alone."""
    of_apt = (ROOT / "installer" / "system.sh").read_text("utf-8").split()
    files = [path for path in whole_tree.rglob("*.so*") if path.stem != "libqgtk3"]
    carried = {path.name for path in files}
    needed = {name for path in files if (found := elf.read(path)) for name in found.needed}
    assert {
        name for name in needed - carried - set(of_apt) if name.split(".")[0] not in GIVEN
    } == set()


def test_icu_answers_the_same_without_what_was_cut_out(whole_tree: Path):
    code = COMPARISON.read_text("utf-8")
    trees = (installed_qt().parent, whole_tree)
    spoken = ("en_US", "en_GB", *languages())
    whole, trimmed = (json.loads(run_in(tree, code, *spoken).stdout) for tree in trees)
    assert trimmed == whole


def test_icu_is_a_fraction_of_what_it_was(whole_tree: Path):
    (whole,) = installed_qt().rglob("libicudata.so.*")
    assert next(whole_tree.rglob(whole.name)).stat().st_size < whole.stat().st_size / 8
