"""Compiles the translations, with the lrelease that the locked PySide6 brings.

    python3 installer/translate.py WHEELS

WHEELS is the folder with one folder of wheels a platform. The wheel for the machine that we
build on is fetched where it is missing. Whatever is newer than its source is left as it is.
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from wheels import BadWheel, check, fetch, read_lock

SOURCES = Path(__file__).resolve().parents[1] / "resources" / "i18n"
_HERE = {"linux": "linux", "darwin": "macos", "win32": "windows"}[sys.platform]
# The tool, and the libraries that it is linked with.
_LINKED = ("Core", "Network", "Qml")
_NEEDED = (
    "lrelease",
    "libicu",
    *(f"libQt6{name}." for name in _LINKED),
    *(f"Qt{name}.framework" for name in _LINKED),
    *(f"Qt6{name}.dll" for name in _LINKED),
)


def outdated() -> list[Path]:
    """Return the sources that have no compiled file, or an older one."""
    return [
        source
        for source in sorted(SOURCES.glob("*.ts"))
        if not (compiled := source.with_suffix(".qm")).is_file()
        or compiled.stat().st_mtime < source.stat().st_mtime
    ]


def unpack_lrelease(wheels: Path, target: Path) -> Path:
    """Take lrelease and its libraries out of the wheel, and return where it lies."""
    folder = wheels / _HERE
    wheel = next(one for one in read_lock(_HERE) if one.name == "pyside6_essentials")
    fetch([wheel], folder)
    with zipfile.ZipFile(check(wheel, folder)) as archive:
        for name in archive.namelist():
            if any(part.startswith(_NEEDED) for part in name.split("/")):
                archive.extract(name, target)
    tool = next(path for path in target.rglob("lrelease*") if path.is_file())
    tool.chmod(0o755)
    return tool


def main(arguments: list[str]) -> int:
    """Compile what is outdated."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    sources = outdated()
    if not sources:
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        try:
            tool = unpack_lrelease(Path(arguments[0]), Path(scratch))
        except BadWheel as problem:
            print(problem, file=sys.stderr)
            return 1
        for source in sources:
            command = [str(tool), "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]
            subprocess.run(command, check=True)  # noqa: S603  # our own words, and no shell
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
