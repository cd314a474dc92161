"""The smallest Windows library that imports something, made byte by byte."""

import struct

_AT = 0x200
"""Where its only section begins, in the file as in memory."""


def small_pe(imports: dict[str, list[str]], machine: int = 0x8664) -> bytes:
    """Return a 64-bit PE file with an import table and nothing else."""
    body = _table(imports)
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40)
    coff = struct.pack("<4sHH12xHH", b"PE\0\0", machine, 1, 112 + 16 * 8, 0x2022)
    optional = struct.pack("<H", 0x20B).ljust(112, b"\0")
    directories = struct.pack("<8xII", _AT, 20 * (len(imports) + 1)).ljust(16 * 8, b"\0")
    section = struct.pack("<8s4I16x", b".idata", len(body), _AT, len(body), _AT)
    return (head + coff + optional + directories + section).ljust(_AT, b"\0") + body


def _table(imports: dict[str, list[str]]) -> bytes:
    """Lay out the descriptors, and behind them each library's name, list and names."""
    rows, tail = b"", b""
    start = _AT + 20 * (len(imports) + 1)
    for library, names in imports.items():
        texts = b"".join(struct.pack("<H", 0) + name.encode() + b"\0" for name in names)
        at = start + len(tail)
        title = library.encode() + b"\0"
        listed = at + len(title)
        first = listed + 8 * (len(names) + 1)
        offsets = [first + sum(3 + len(other) for other in names[:i]) for i in range(len(names))]
        tail += title + struct.pack(f"<{len(names) + 1}Q", *offsets, 0) + texts
        rows += struct.pack("<5I", listed, 0, 0, at, listed)
    return rows + bytes(20) + tail
