"""Takes one value after the other from the beginning of a GGUF file, in pieces and within limits.

Nothing is made as large as a number in the file says: what is asked for is
compared with the file's own size first, and long lists are walked over.
"""

import struct
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from desktop.domain.model import JsonValue

PIECE = 64 * 1024
"""Bytes that are read at once."""
MAX_NESTED = 1_000
"""Lists within lists, of which no real file has any."""

_TEXT, _LIST = 8, 9
_BOOL = 7
_CODES = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "B", 10: "Q", 11: "q", 12: "d"}


class Fault(Enum):
    """What is wrong with a header."""

    CUT_SHORT = auto()
    """The file ends before its header does."""
    IMPOSSIBLE = auto()
    """It claims what cannot be."""
    TOO_LONG = auto()
    """It goes on after what is read of any file; what was read is right as far as it goes."""
    VERSION = auto()
    """A version that nobody has written yet."""


class BadGguf(ValueError):
    """A GGUF file whose header is cut short or cannot be true."""

    def __init__(self, said: str, fault: Fault = Fault.IMPOSSIBLE) -> None:
        super().__init__(said)
        self.fault = fault


class Stream(Protocol):
    """A file that is open, or bytes in memory. It may return fewer bytes than asked for."""

    def read(self, size: int, /) -> bytes | None: ...

    def seek(self, offset: int, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read of a file and how much of that is kept, in bytes; `items` of each list."""

    read: int = 16 * 1024 * 1024
    text: int = 256 * 1024
    kept: int = 1024 * 1024
    items: int = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """A list: how long it is in the file, and the items of it that were kept."""

    count: int
    first: list[JsonValue]


class HeaderReader:
    """Knows where it is in the file, and never goes behind its end or past its limits."""

    def __init__(self, stream: Stream, size: int, limits: Limits) -> None:
        self._stream = stream
        self._size = size
        self._limits = limits
        self._left_to_read = limits.read
        self._left_to_keep = limits.kept
        self._left_to_nest = MAX_NESTED
        self._piece = b""
        self._start = 0
        self._at = 0
        self._order = "<"
        self._wide = "Q"
        self._structs: dict[str, struct.Struct] = {}

    @property
    def position(self) -> int:
        return self._start + self._at

    @property
    def remaining(self) -> int:
        """Bytes from here to the end of the file."""
        return self._size - self.position

    def settle(self, *, is_big_endian: bool, is_narrow: bool) -> None:
        """Say in which order bytes stand, and whether counts have 4 of them, as in version 1."""
        self._order = ">" if is_big_endian else "<"
        self._wide = "I" if is_narrow else "Q"
        self._structs.clear()

    @property
    def wide(self) -> str:
        """The code of a count: Q, or I in version 1."""
        return self._wide

    def numbers(self, codes: str) -> tuple[int, ...]:
        """Take several whole numbers, of codes that `struct` knows."""
        found = self._struct(codes)
        return found.unpack(self._take(found.size))

    def whole(self, code: str = "I") -> int:
        return self.numbers(code)[0]

    def count(self, limit: int, of: str) -> int:
        """Take a count, which must not be above the limit."""
        count = self.whole(self._wide)
        if count > limit:
            raise BadGguf(f"{count} {of}")
        return count

    def text(self) -> str:
        """Take a text; of one that is too long the beginning is returned."""
        length = self._length()
        kept = min(length, self._limits.text)
        self._left_to_keep -= kept
        if self._left_to_keep < 0:
            raise BadGguf(f"more than {self._limits.kept} bytes of text", Fault.TOO_LONG)
        raw = self._take(kept)
        self.skip(length - kept)
        return raw.decode("utf-8", "replace")

    def skip_text(self) -> None:
        self.skip(self._length())

    def value(self, kind: int) -> "JsonValue | Counted":
        if kind == _LIST:
            return self._list(0)
        return self._scalar(kind)

    def skip(self, count: int) -> None:
        """Go on without reading what is not in memory already."""
        self._demand(count)
        self._at += count
        if self._at > len(self._piece):
            self._start, self._at, self._piece = self.position, 0, b""
            self._stream.seek(self._start)

    def _scalar(self, kind: int) -> JsonValue:
        if kind == _TEXT:
            return self.text()
        if kind not in _CODES:
            raise BadGguf(f"value of type {kind}")
        return self._scalars(kind, 1)[0]

    def _scalars(self, kind: int, count: int) -> list[JsonValue]:
        code = _CODES[kind]
        values = self.numbers(f"{count}{code}") if count else ()
        if kind == _BOOL:
            return [bool(value) for value in values]
        return [float(f"{value:.7g}") if code == "f" else value for value in values]

    def _list(self, depth: int) -> Counted:
        kind, count = self.whole(), self.whole(self._wide)
        smallest = self._smallest(kind)
        if count * smallest > self.remaining:
            raise BadGguf(f"list of {count} items", Fault.CUT_SHORT)
        if kind == _LIST:
            return self._lists(count, depth)
        kept = min(count, self._limits.items)
        if kind == _TEXT:
            first: list[JsonValue] = [self.text() for _ in range(kept)]
            self._skip_texts(count - kept)
        else:
            first = self._scalars(kind, kept)
            self.skip((count - kept) * smallest)
        return Counted(count, first)

    def _lists(self, count: int, depth: int) -> Counted:
        self._left_to_nest -= count
        if depth > 1 or self._left_to_nest < 0:
            raise BadGguf("lists within lists")
        inner = [self._list(depth + 1).first for _ in range(count)]
        return Counted(count, list(inner[: self._limits.items]))

    def _smallest(self, kind: int) -> int:
        if kind == _TEXT:
            return self._struct(self._wide).size
        if kind == _LIST:
            return 4 + self._struct(self._wide).size
        if kind not in _CODES:
            raise BadGguf(f"list of type {kind}")
        return self._struct(_CODES[kind]).size

    def _length(self) -> int:
        length = self.whole(self._wide)
        if length > self.remaining:
            raise BadGguf(f"text of {length} bytes", Fault.CUT_SHORT)
        return length

    def _skip_texts(self, count: int) -> None:
        """Walk over texts: the one loop that runs as often as a file says, so it is a tight one."""
        unpack, width = self._struct(self._wide).unpack_from, self._struct(self._wide).size
        while count > 0:
            self._fill(width)
            piece, at, done = self._piece, self._at, 0
            last = len(piece) - width
            for _ in range(count):
                if at > last:
                    break
                (length,) = unpack(piece, at)
                at += width + length
                done += 1
            count -= done
            self.skip(at - self._at)

    def _take(self, count: int) -> bytes:
        self._fill(count)
        raw = self._piece[self._at : self._at + count]
        self._at += count
        return raw

    def _fill(self, count: int) -> None:
        """Have the next bytes in memory."""
        self._demand(count)
        while len(self._piece) - self._at < count:
            wanted = max(PIECE, count - len(self._piece) + self._at)
            if self._left_to_read <= 0:
                raise BadGguf(f"longer than {self._limits.read} bytes", Fault.TOO_LONG)
            read = self._stream.read(min(wanted, self._left_to_read)) or b""
            self._left_to_read -= len(read)
            if not read:
                raise BadGguf("the header ends too early", Fault.CUT_SHORT)
            self._start, self._piece = self.position, self._piece[self._at :] + read
            self._at = 0

    def _demand(self, count: int) -> None:
        if count > self.remaining:
            raise BadGguf("the header ends too early", Fault.CUT_SHORT)

    def _struct(self, code: str) -> struct.Struct:
        found = self._structs.get(code)
        if found is None:
            found = self._structs[code] = struct.Struct(self._order + code)
        return found
