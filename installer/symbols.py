"""Cuts the symbol tables off the libraries that still have one, which debuggers alone read.

    python3 installer/symbols.py TREE

They lie behind everything that is loaded, together with the section headers, which nothing needs
to load a library either. No tool has a part in it, so every machine makes the same bytes. Qt's
own libraries have no such table, and stay as they are.
"""

import struct
import sys
from pathlib import Path

_SYMBOLS = 2
_SECTION_KIND, _SEGMENT_OFFSET, _SEGMENT_SIZE = 4, 8, 32


def cut(tree: Path) -> int:
    """Cut every library below; return how many bytes are gone."""
    return sum(_cut(path) for path in sorted(tree.rglob("*.so*")))


def _cut(library: Path) -> int:
    content = library.read_bytes()
    if content[:5] != b"\x7fELF\x02" or not _has_symbols(content):
        return 0
    kept = bytearray(content[: _loaded_end(content)])
    struct.pack_into("<Q", kept, 40, 0)
    struct.pack_into("<HHH", kept, 58, 0, 0, 0)
    library.write_bytes(kept)
    return len(content) - len(kept)


def _has_symbols(content: bytes) -> bool:
    start = struct.unpack_from("<Q", content, 40)[0]
    size, count = struct.unpack_from("<HH", content, 58)
    kinds = (start + size * index + _SECTION_KIND for index in range(count))
    return any(struct.unpack_from("<I", content, at)[0] == _SYMBOLS for at in kinds)


def _loaded_end(content: bytes) -> int:
    start, size, count = struct.unpack_from("<Q14xHH", content, 32)
    segments = (start + size * index for index in range(count))
    return max(
        struct.unpack_from("<Q", content, at + _SEGMENT_OFFSET)[0]
        + struct.unpack_from("<Q", content, at + _SEGMENT_SIZE)[0]
        for at in segments
    )


def main(arguments: list[str]) -> int:
    """Cut what lies in a staged tree."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    print(f"symbols: {cut(Path(arguments[0])) / 1e6:.1f} MB less", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
