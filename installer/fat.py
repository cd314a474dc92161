"""Joins two Mach-O files for different processors into one that serves both.

macOS calls it a fat or universal file: a big-endian table, and the files at page-aligned
offsets behind it (mach-o/fat.h). Apple's `lipo` does the same, and is not on Linux.
"""

import struct

_FAT_MAGIC = 0xCAFEBABE
_THIN_64 = b"\xcf\xfa\xed\xfe"
_PAGE_BITS = 14  # 16 KiB, what arm64 demands; x86_64 is content with it


def is_mach_o(content: bytes) -> bool:
    """Whether this is a Mach-O file for one 64-bit processor."""
    return content[:4] == _THIN_64


def join(parts: list[bytes]) -> bytes:
    """Return one file that holds all of these, in the order of their processors' numbers."""
    ordered = sorted(parts, key=_processor)
    table = struct.pack(">II", _FAT_MAGIC, len(ordered))
    body = b""
    page = 1 << _PAGE_BITS
    for part in ordered:
        body += bytes(-len(body) % page)
        table += struct.pack(">IIIII", *_processor(part), page + len(body), len(part), _PAGE_BITS)
        body += part
    return table.ljust(page, b"\0") + body


def _processor(content: bytes) -> tuple[int, int]:
    """Return the processor's type and subtype, from behind the magic number."""
    kind, subtype = struct.unpack_from("<II", content, 4)
    return kind, subtype
