"""Lays out Paddock.app from a staged tree, on any system.

    python3 installer/macos/assemble.py APP --stage FOLDER --version 1.2.3 [--arch arm64]
        [--launcher FILE] [--python FOLDER]

APP is made anew. Without a launcher and a Python it is the layout alone, which does not start.
"""

import argparse
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import release
import rights
from info_plist import LANGUAGES, info_plist, oldest_macos, strings
from thin import PROCESSORS, NotServed, code_files, thin
from wheels import read_lock

HERE = Path(__file__).resolve().parent
_UNUSED = (
    "include",
    "share",
    "bin",
    "lib/pkgconfig",
    "lib/python3.*/config-*",
    "lib/python3.*/ensurepip",
    "lib/python3.*/idlelib",
    "lib/python3.*/lib2to3",
    "lib/python3.*/pydoc_data",
    "lib/python3.*/site-packages",
    "lib/python3.*/test",
    "lib/python3.*/tkinter",
    "lib/python3.*/turtledemo",
    "lib/python3.*/venv",
    "lib/python3.*/lib-dynload/_tkinter*",
    "lib/python3.*/lib-dynload/_test*",
    "lib/libpython3.*.a",
    "lib/itcl*",
    "lib/libtcl*",
    "lib/libtk*",
    "lib/tcl*",
    "lib/tk*",
    "lib/thread*",
)
"""What no part of the program uses of a Python as one installs it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the app is put together from; what is None is left out."""

    stage: Path
    version: str
    processor: str
    launcher: Path | None = None
    python: Path | None = None


def assemble(app: Path, parts: Parts) -> None:
    """Make the app.

    Raises:
        NotServed: a library has no part for the processor.
    """
    shutil.rmtree(app, ignore_errors=True)
    contents = app / "Contents"
    resources = contents / "Resources"
    shutil.copytree(parts.stage, resources / "app")
    _write_texts(contents, parts.version)
    if parts.python is not None:
        shutil.copytree(parts.python, resources / "python", symlinks=True)
        _prune(resources / "python")
    for path in code_files(resources):
        path.write_bytes(_thinned(path, parts.processor))
    for framework in sorted(resources.rglob("*.framework")):
        _link(framework)
    if parts.launcher is not None:
        target = contents / "MacOS" / "Paddock"
        target.parent.mkdir()
        shutil.copyfile(parts.launcher, target)
        target.chmod(0o755)


def _write_texts(contents: Path, version: str) -> None:
    oldest = oldest_macos([wheel.tags[2] for wheel in read_lock("macos")])
    (contents / "Info.plist").write_bytes(info_plist(version, oldest, release.get("id")))
    (contents / "PkgInfo").write_bytes(b"APPL????")
    resources = contents / "Resources"
    for language in LANGUAGES:
        folder = resources / f"{language}.lproj"
        folder.mkdir()
        (folder / "InfoPlist.strings").write_bytes(strings(language))
    for name in ("paddock.icns", "modelfile.icns"):
        shutil.copyfile(HERE / name, resources / name)
    (resources / "LICENSE.txt").write_bytes(rights.plain(resources / "app", "macos").encode())


def _thinned(path: Path, processor: str) -> bytes:
    try:
        return thin(path.read_bytes(), processor)
    except NotServed as error:
        raise NotServed(f"{path.name} does not serve {processor}") from error


def _link(framework: Path) -> None:
    """Give a framework of a wheel, which cannot hold links, the shape that codesign demands."""
    name = framework.stem
    (framework / "Versions" / "Current").symlink_to("A")
    for part in (name, "Resources"):
        if (framework / "Versions" / "A" / part).exists():
            (framework / part).symlink_to(Path("Versions") / "Current" / part)


def _prune(python: Path) -> None:
    for pattern in _UNUSED:
        for path in python.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def main() -> int:
    """Lay out what the command line says."""
    parser = argparse.ArgumentParser(description="Lay out Paddock.app.")
    parser.add_argument("app", type=Path)
    parser.add_argument("--stage", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--arch", choices=sorted(PROCESSORS), default="arm64")
    parser.add_argument("--launcher", type=Path)
    parser.add_argument("--python", type=Path)
    given = parser.parse_args()
    parts = Parts(given.stage, given.version, given.arch, given.launcher, given.python)
    try:
        assemble(given.app, parts)
    except NotServed as problem:
        print(problem, file=sys.stderr)
        return 1
    size = sum(p.stat().st_size for p in given.app.rglob("*") if p.is_file() and not p.is_symlink())
    print(f"{given.app}: {size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
