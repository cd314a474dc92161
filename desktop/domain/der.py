"""DER, the way certificates are written down (ITU-T X.690), as much of it as they use."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

SEQUENCE, SET, OCTETS = 0x30, 0x31, 0x04
_MAX_LENGTH_BYTES = 4
_MAX_OID_BYTES = 64
_TEXTS = {
    0x0C: "utf-8",
    0x12: "ascii",
    0x13: "ascii",
    0x14: "latin-1",
    0x16: "ascii",
    0x1A: "ascii",
    0x1C: "utf-32-be",
    0x1E: "utf-16-be",
}
_UTC_TIME, _GENERALIZED_TIME = 0x17, 0x18


class BadDer(ValueError):
    """Bytes that are not what they should be; never with the bytes themselves."""


@dataclass(frozen=True, slots=True)
class Element:
    """One value: its tag, what it holds, and both as they were written."""

    tag: int
    content: bytes
    raw: bytes

    def expect(self, tag: int) -> "Element":
        """Return this very element.

        Raises:
            BadDer: it has another tag.
        """
        if self.tag != tag:
            raise BadDer(f"tag {self.tag:#x} instead of {tag:#x}")
        return self

    def parts(self) -> tuple["Element", ...]:
        """Return the elements that this one holds; BadDer if it does not hold just elements."""
        return tuple(_elements(self.content))


def read_der(data: bytes) -> Element:
    """Return the one element that the bytes are.

    Raises:
        BadDer: they are none, or more than one. Nothing is set aside from the
            lengths they claim, and nesting is followed by the caller alone.
    """
    found = tuple(_elements(data))
    if len(found) != 1:
        raise BadDer(f"{len(found)} elements instead of one")
    return found[0]


def _elements(data: bytes) -> Iterator[Element]:
    start = 0
    while start < len(data):
        content, end = _extent(data, start)
        yield Element(data[start], data[content:end], data[start:end])
        start = end


def _extent(data: bytes, start: int) -> tuple[int, int]:
    """Return where the content of the element at `start` begins and ends."""
    if data[start] & 0x1F == 0x1F or start + 2 > len(data):
        raise BadDer("a tag of more than one byte, or no length")
    length, content = data[start + 1], start + 2
    if length >= 0x80:
        size = length & 0x7F
        if not 0 < size <= _MAX_LENGTH_BYTES or content + size > len(data):
            raise BadDer("a length that cannot be")
        length = int.from_bytes(data[content : content + size], "big")
        content += size
    if content + length > len(data):
        raise BadDer("longer than what holds it")
    return content, content + length


def oid(element: Element) -> str:
    """Return an object identifier in dots, such as 2.5.4.3; BadDer if it is none."""
    content = element.expect(0x06).content
    if not content or len(content) > _MAX_OID_BYTES or content[-1] & 0x80:
        raise BadDer("no object identifier")
    arcs, value = list[int](), 0
    for byte in content:
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            arcs.append(value)
            value = 0
    first = min(arcs[0] // 40, 2)
    return ".".join(map(str, [first, arcs[0] - 40 * first, *arcs[1:]]))


def text(element: Element) -> str:
    """Return a string of any of the kinds there are; what cannot be decoded is shown as such."""
    if (encoding := _TEXTS.get(element.tag)) is None:
        raise BadDer(f"tag {element.tag:#x} is no text")
    return element.content.decode(encoding, errors="replace")


def moment(element: Element) -> datetime | None:
    """Return a time, or None where it is none that a calendar has (RFC 5280, 4.1.2.5)."""
    digits = element.content.decode("ascii", errors="replace")
    if element.tag == _UTC_TIME:
        digits = ("19" if digits >= "50" else "20") + digits
    elif element.tag != _GENERALIZED_TIME:
        raise BadDer(f"tag {element.tag:#x} is no time")
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
