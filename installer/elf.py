"""Reads from an ELF library what it is called and what it is linked with."""

import struct
from dataclasses import dataclass
from pathlib import Path

_LOAD, _DYNAMIC = 1, 2
_NEEDED, _STRTAB, _SONAME = 1, 5, 14


@dataclass(frozen=True, slots=True)
class Linked:
    """`needed` are the names that the loader looks for; `soname` is "" for a program."""

    soname: str
    needed: tuple[str, ...]


def read(path: Path) -> Linked | None:
    """Return what a 64-bit ELF file says of itself, or None for any other file."""
    with path.open("rb") as file:
        if file.read(5) != b"\x7fELF\x02":
            return None
    content = path.read_bytes()
    headers, size, count = struct.unpack_from("<Q14xHH", content, 32)
    segments = [
        struct.unpack_from("<IIQQQQ", content, headers + size * index) for index in range(count)
    ]
    loaded = [(address, offset) for kind, _, offset, address, *_ in segments if kind == _LOAD]
    dynamic = [(offset, length) for kind, _, offset, _, _, length in segments if kind == _DYNAMIC]
    if not dynamic:
        return Linked("", ())
    offset, length = dynamic[0]
    pairs = list(struct.iter_unpack("<qQ", content[offset : offset + length]))
    table = next(value for tag, value in pairs if tag == _STRTAB)
    start = max((item for item in loaded if item[0] <= table), default=(0, 0))
    strings = table - start[0] + start[1]

    def text(at: int) -> str:
        begin = strings + at
        return content[begin : content.index(b"\0", begin)].decode("ascii")

    soname = next((text(value) for tag, value in pairs if tag == _SONAME), "")
    return Linked(soname, tuple(text(value) for tag, value in pairs if tag == _NEEDED))
