"""Lays out the tree that an installer carries: the program, and of its libraries what it needs.

    python3 installer/stage.py OUT linux|windows|macos --wheels FOLDER

With --without-apt it leaves out what apt brings, but for what --but names; with --python 3.11 it
serves that one alone.

OUT is made anew. It holds `desktop` (with `resources` inside) and the libraries beside it, so a
Python that has OUT alone on its path runs `python -m desktop`. Every wheel is held against
requirements.lock first. It runs on any system and needs nothing but Python 3.11.
"""

import argparse
import os
import shutil
import sys
import zipfile
from pathlib import Path

from allowed import FROM_APT, is_shipped
from fat import is_mach_o, join
from platforms import PLATFORMS
from wheels import BadWheel, Wheel, check, read_lock

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = {
    "gallery": ".Modelfile",
    "icons": ".svg",
    "qss": ".qss",
    "i18n": ".qm",
    "licences": ".txt",
}


def stage(out: Path, platform: str, wheels: list[Wheel], folder: Path) -> None:
    """Make the tree.

    Raises:
        BadWheel: one is missing or wrong, or two of them hold different files of one name.
        FileNotFoundError: a translation was not compiled.
    """
    paths = [check(wheel, folder) for wheel in wheels]
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for path in paths:
        _unpack(path, out, platform)
    copy_program(out / "desktop")
    _settle(out)


def _unpack(wheel: Path, out: Path, platform: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if not name.endswith("/") and is_shipped(name, platform):
                _write(out / name, archive.read(name))


def _write(target: Path, content: bytes) -> None:
    """Write a file; one that is there already must be the same, or be for another processor."""
    if target.exists() and (there := target.read_bytes()) != content:
        if target.parent.name.endswith(".dist-info"):
            return
        if not (is_mach_o(there) and is_mach_o(content)):
            raise BadWheel(f"two wheels differ in {target.name}")
        content = join([there, content])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def copy_program(package: Path) -> None:
    """Copy the program's modules and resources: no documents, no pictures of it, no sources."""
    for source in sorted((ROOT / "desktop").rglob("*.py")):
        _copy(source, package / source.relative_to(ROOT / "desktop"))
    for folder, suffix in RESOURCES.items():
        for source in sorted((ROOT / "resources" / folder).rglob("*")):
            if source.suffix == suffix or source.name == "LICENSE":
                _copy(source, package / "resources" / source.relative_to(ROOT / "resources"))
    _copy(ROOT / "LICENSE", package / "LICENSE")
    if (newest := ROOT / "resources" / "release.json").is_file():
        _copy(newest, package / "resources" / newest.name)
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        if not source.with_suffix(".qm").is_file():
            raise FileNotFoundError(source.with_suffix(".qm"))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.read_bytes())


def _settle(out: Path) -> None:
    """Give everything the same mode, and SOURCE_DATE_EPOCH as its time, whatever the machine."""
    time = int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))
    for path in [out, *out.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (time, time))


def main() -> int:
    """Stage what the command line says."""
    parser = argparse.ArgumentParser(description="Lay out the tree that an installer carries.")
    parser.add_argument("out", type=Path)
    parser.add_argument("platform", choices=sorted(PLATFORMS))
    parser.add_argument(
        "--wheels", type=Path, required=True, help="the folder that wheels.py filled"
    )
    parser.add_argument("--without-apt", action="store_true", help="leave out what apt brings")
    parser.add_argument("--but", default="", help="what of that is carried all the same")
    parser.add_argument("--python", help="serve this Python alone, such as 3.11")
    options = parser.parse_args()
    wheels = [
        wheel
        for wheel in read_lock(options.platform)
        if not (options.without_apt and wheel.name in FROM_APT - {options.but})
        and (options.python is None or wheel.serves(options.python))
    ]
    try:
        stage(options.out, options.platform, wheels, options.wheels)
    except (BadWheel, FileNotFoundError) as problem:
        print(problem, file=sys.stderr)
        return 1
    size = sum(path.stat().st_size for path in options.out.rglob("*") if path.is_file())
    print(f"{options.out}: {len(wheels)} wheels, {size / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
