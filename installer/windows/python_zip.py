"""The Windows Python that setup.exe carries: which one, and how it is laid out.

    python3 installer/windows/python_zip.py url|file|version|sha256

Prints one entry of python.lock, for a script that fetches the zip.
"""

import hashlib
import re
import sys
import zipfile
from pathlib import Path, PurePosixPath

LOCK = Path(__file__).with_name("python.lock")
LIBRARY = "python312.dll"
NEEDED = frozenset({LIBRARY, "python312.zip", "python3.dll", "vcruntime140.dll", "_ssl.pyd"})
LEFT_OUT = frozenset({"python.exe", "pythonw.exe", "python.cat", "python312._pth", "_msi.pyd"})
UNUSED = ("lib2to3/", "pydoc_data/", "turtledemo/", "idlelib/")
"""Folders of Python's own modules that no program imports by itself."""
SEARCH_PATH = "python312.zip\r\n.\r\n..\\app\r\n"
"""What python312._pth holds: the folders to import from, as seen from itself, and no others."""
_LARGEST = 60_000_000


class BadZip(Exception):
    """The zip is not the Python that was agreed on, and why."""


def read_pin() -> dict[str, str]:
    """Return the entries of python.lock."""
    lines = (line.split(maxsplit=1) for line in LOCK.read_text(encoding="utf-8").splitlines())
    return {line[0]: line[1].strip() for line in lines if len(line) == 2 and line[0] != "#"}


def unpack(archive: Path, out: Path, sha256: str = "") -> None:
    """Lay the Python out in a folder of its own.

    `sha256` is for a zip that is not pinned, by somebody who knows what they hand over.

    Raises:
        BadZip: it is not the pinned one, or none that can be used.
    """
    demand_hash(archive, sha256 or read_pin().get("sha256", ""))
    out.mkdir(parents=True)
    try:
        with zipfile.ZipFile(archive) as content:
            _demand_whole(content)
            for member in content.infolist():
                if member.filename.lower() not in LEFT_OUT:
                    (out / member.filename).write_bytes(content.read(member))
        _store(out / "python312.zip")
    except zipfile.BadZipFile as error:
        raise BadZip(f"{archive.name}: {error}") from error
    (out / "python312._pth").write_bytes(SEARCH_PATH.encode())


def demand_hash(archive: Path, sha256: str) -> None:
    """Raise unless the file has this hash."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256.lower()):
        raise BadZip("no hash is pinned in python.lock, and none was given with --python-sha256")
    with archive.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256.lower():
        raise BadZip(f"{archive.name} has the SHA-256 {found}, and {sha256.lower()} was agreed on")


def _store(archive: Path) -> None:
    """Write Python's own modules anew without compression: the installer's is better, and they
    are read faster."""
    with zipfile.ZipFile(archive) as content:
        names = sorted(name for name in content.namelist() if not name.startswith(UNUSED))
        members = {name: content.read(name) for name in names}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as content:
        for name, data in members.items():
            content.writestr(zipfile.ZipInfo(name), data)


def _demand_whole(content: zipfile.ZipFile) -> None:
    """Raise for a zip with folders, with too much in it, or without what the program needs."""
    names = {member.filename for member in content.infolist()}
    odd = sorted(name for name in names if PurePosixPath(name).name != name or "\\" in name)
    if odd:
        raise BadZip(f"files of this Python lie in folders: {', '.join(odd[:3])}")
    if lost := NEEDED - names:
        raise BadZip(f"this Python lacks {', '.join(sorted(lost))}")
    if sum(member.file_size for member in content.infolist()) > _LARGEST:
        raise BadZip("this Python is far too large to be the embeddable one")


def main(arguments: list[str]) -> int:
    """Print what is asked for."""
    pin = read_pin()
    if len(arguments) != 1 or arguments[0] not in pin:
        print(__doc__, file=sys.stderr)
        return 2
    print(pin[arguments[0]])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
