"""Gives the AppImage the system's libraries that it needs, for systems that have them not.

    python3 installer/linux/fallback.py APPDIR DEBS

DEBS is a folder with Debian's packages unpacked into it. Each library goes into a folder with its
own name, usr/lib/fallback/libX.so.1/libX.so.1, and AppRun names those folders alone whose
library the system lacks: what the system has fits the rest of the system better.
"""

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import elf

# What every Linux has that is new enough: glibc, GCC's own libraries, and what libdbus wants.
_GIVEN = frozenset(
    {
        "ld-linux-x86-64.so.2",
        "libc.so.6",
        "libdl.so.2",
        "libgcc_s.so.1",
        "libm.so.6",
        "libpthread.so.0",
        "libresolv.so.2",
        "librt.so.1",
        "libstdc++.so.6",
        "libsystemd.so.0",
        "libutil.so.1",
    }
)
# Qt has a plugin for GTK's dialogs; who has no GTK does not miss it.
_OPTIONAL = ("usr/lib/paddock/PySide6/Qt/plugins/platformthemes/libqgtk3.so",)


def needed_by(files: list[Path]) -> set[str]:
    """Return what these are linked with, beyond each other and what is given."""
    linked = [found for path in files if (found := elf.read(path)) is not None]
    brought = {one.soname for one in linked} | {path.name for path in files}
    return {name for one in linked for name in one.needed} - brought - _GIVEN


def closure(appdir: Path, debs: Path) -> dict[str, Path]:
    """Return where each library lies that the AppImage needs, and those that they need.

    Raises:
        FileNotFoundError: a library is in none of the packages.
    """
    skipped = {appdir / path for path in _OPTIONAL}
    files = [path for path in appdir.rglob("*") if path.is_file() and path not in skipped]
    there = {path.name: path for path in debs.rglob("*.so*") if path.is_file()}
    found: dict[str, Path] = {}
    while missing := needed_by([*files, *found.values()]) - set(found):
        if unknown := sorted(missing - set(there)):
            raise FileNotFoundError(f"no package brings {', '.join(unknown)}")
        found |= {name: there[name] for name in missing}
    return found


def main(arguments: list[str]) -> int:
    """Copy them into the AppDir."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    appdir, debs = map(Path, arguments)
    try:
        libraries = closure(appdir, debs)
    except FileNotFoundError as problem:
        print(problem, file=sys.stderr)
        return 1
    for name, source in sorted(libraries.items()):
        target = appdir / "usr/lib/fallback" / name / name
        target.parent.mkdir(parents=True)
        shutil.copyfile(source, target)
    print(f"{len(libraries)} libraries for systems that have them not", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
