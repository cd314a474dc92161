"""Cuts Qt's ICU data from 32 MB to 3, which is what the program can ask of it.

    python3 installer/icu_trim.py TREE

Qt asks ICU for the order of strings in a locale, for upper and lower case, and for the names
of time zones; dates, numbers and languages it knows itself. The program sorts nothing by a locale,
and Qt does only in its own dialog for files, which a desktop's own replaces nearly everywhere. So
what stays is what English and the languages of the program need, and for others the order that
they have in common. Gone are the converters of old character sets, which Python has, and the
names of units, currencies, languages and regions.

The library holds nothing but one table of files (ICU's udata, format "CmnD"), which is
written anew, and the ELF headers are told its new end. No ICU tool and no compiler has a part
in it, so every machine makes the same bytes.
"""

import re
import struct
import sys
from pathlib import Path

from allowed import languages

_SPOKEN = "|".join(sorted({"en", *(name.split("_")[0] for name in languages())}))
_KEPT = re.compile(
    rf"""[^/]+/(
      coll/ucadata\.icu
    | ((coll|zone)/)? (root|pool|res_index|({_SPOKEN})(_.*)?) \.res
    | (zone/)? tzdbNames\.res
    | (icustd|icuver|keyTypeData|likelySubtags|metaZones|metadata|numberingSystems|plurals
      |genderList|supplementalData|timezoneTypes|windowsZones|zoneinfo64|currencyNumericCodes
      |dayPeriods) \.res
    | (cnvalias|pnames|ubidi|ucase|uprops|ulayout|uemoji) \.icu
    | nfkc?(_cf)?\.nrm
    )""",
    re.VERBOSE,
)
_ALIGNED = 16
_LOAD, _DYNAMIC, _RELRO = 1, 2, 0x6474E552
_PAGE = 0x1000

Item = tuple[str, bytes]


def trim(library: Path) -> tuple[int, int]:
    """Rewrite libicudata.so in place, and return its size before and after."""
    content = library.read_bytes()
    start = content.index(b"CmnD") - 12
    head = struct.unpack_from("<H", content, start)[0]
    table = _Table(content, start + head)
    kept = [item for item in table.items() if _KEPT.fullmatch(item[0])]
    data = content[start : start + head] + _pack(kept)
    library.write_bytes(_Elf(content).with_data(start, data))
    return len(content), library.stat().st_size


class _Table:
    """The table of files: a count, then pairs of offsets to a name and to its content."""

    def __init__(self, content: bytes, start: int) -> None:
        self._content = content
        self._start = start

    def items(self) -> list[Item]:
        """Return every file's name and content; only the last one's end is nowhere said."""
        count = struct.unpack_from("<I", self._content, self._start)[0]
        pairs = [
            struct.unpack_from("<II", self._content, self._start + 4 + 8 * index)
            for index in range(count)
        ]
        ends = [start for _, start in pairs[1:]] + [_Elf(self._content).data_end - self._start]
        return [
            (self._name(name), self._content[self._start + start : self._start + end])
            for (name, start), end in zip(pairs, ends, strict=True)
        ]

    def _name(self, offset: int) -> str:
        start = self._start + offset
        return self._content[start : self._content.index(b"\0", start)].decode("ascii")


def _pack(items: list[Item]) -> bytes:
    """Write the table of these files, which stay in the order of their names."""
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in items)
    head = 4 + 8 * len(items)
    names += bytes(-(head + len(names)) % _ALIGNED)
    pairs = b""
    at_name, body = head, b""
    first = head + len(names)
    for name, content in items:
        pairs += struct.pack("<II", at_name, first + len(body))
        at_name += len(name) + 1
        body += content + bytes(-len(content) % _ALIGNED)
    return struct.pack("<I", len(items)) + pairs + names + body


class _Elf:
    """A library of two segments: the data, and behind it the dynamic section."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._headers, size, count = struct.unpack_from("<Q14xHH", content, 32)
        self._segments = [self._headers + size * index for index in range(count)]
        first = next(at for at in self._segments if self._field("<I", at) == _LOAD)
        self._first = first
        self.data_end = self._field("<Q", first + 8) + self._field("<Q", first + 32)

    def _field(self, code: str, at: int) -> int:
        return struct.unpack_from(code, self._content, at)[0]

    def with_data(self, start: int, data: bytes) -> bytes:
        """Return the library with this data, and its dynamic section moved up behind it.

        Addresses stay as they are: only offsets in the file change, by whole pages.
        The section headers, which nothing needs to load a library, are left out.
        """
        end = start + len(data)
        moving = [at for at in self._segments if self._field("<Q", at + 8) >= self.data_end]
        tail_at = min(self._field("<Q", at + 8) for at in moving)
        tail_end = max(self._field("<Q", at + 8) + self._field("<Q", at + 32) for at in moving)
        shift = (tail_at - end) // _PAGE * _PAGE
        kept = bytearray(self._content[:start] + data)
        kept += bytes(tail_at - shift - end) + self._content[tail_at:tail_end]
        for at in moving:
            struct.pack_into("<Q", kept, at + 8, self._field("<Q", at + 8) - shift)
        struct.pack_into("<QQ", kept, self._first + 32, end, end)
        struct.pack_into("<Q", kept, 40, 0)
        struct.pack_into("<HHH", kept, 58, 0, 0, 0)
        return bytes(kept)


def main(arguments: list[str]) -> int:
    """Trim the ICU data in a staged tree."""
    libraries = [path for tree in arguments for path in Path(tree).rglob("libicudata.so.*")]
    if len(libraries) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    before, after = trim(libraries[0])
    print(f"{libraries[0].name}: {before / 1e6:.1f} MB, now {after / 1e6:.1f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
