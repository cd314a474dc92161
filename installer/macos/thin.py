"""Takes one processor's part out of Mach-O files that serve several, as Apple's lipo does.

The file's own table says where each part lies (mach-o/fat.h), so no Mac is needed for it.
"""

import struct
from pathlib import Path

PROCESSORS = {"x86_64": 0x01000007, "arm64": 0x0100000C}
_FAT = b"\xca\xfe\xba\xbe"
_THIN = b"\xcf\xfa\xed\xfe"
_MOST = 8
"""A fat file serves a few processors; a Java class begins alike, with a larger number here."""


class NotServed(ValueError):
    """The file has no part for this processor."""


def is_code(start: bytes) -> bool:
    """Whether a file that begins like this is a program or a library of macOS."""
    return start[:4] == _THIN or (start[:4] == _FAT and 0 < _count(start) <= _MOST)


def processors(content: bytes) -> dict[int, bytes]:
    """Return the part for each processor, by its number."""
    if content[:4] == _THIN:
        (kind,) = struct.unpack_from("<I", content, 4)
        return {kind: content}
    rows = [struct.unpack_from(">5I", content, 8 + 20 * row) for row in range(_count(content))]
    return {kind: content[offset : offset + size] for kind, _, offset, size, _ in rows}


def thin(content: bytes, processor: str) -> bytes:
    """Return the part for one processor.

    Raises:
        NotServed: there is none.
    """
    parts = processors(content)
    if PROCESSORS[processor] not in parts:
        raise NotServed(processor)
    return parts[PROCESSORS[processor]]


def code_files(folder: Path) -> list[Path]:
    """Return every program and library below a folder, those that lie deepest first."""
    found = [
        path
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and _is_code(path)
    ]
    return sorted(found, key=lambda path: (-len(path.parts), str(path)))


def _is_code(path: Path) -> bool:
    with path.open("rb") as file:
        return is_code(file.read(8))


def _count(start: bytes) -> int:
    return int.from_bytes(start[4:8], "big")
