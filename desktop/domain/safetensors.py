"""Reads the header of a safetensors file: how long the file must be, and of which types it is.

The header is eight bytes of length, then JSON. It is searched for what is
wanted and never made into objects, of which a few bytes can ask for many.
The format is that of the safetensors library's documentation.
"""

import re
from dataclasses import dataclass

from desktop.domain.gguf_stream import Stream

MAX_HEADER = 4 * 1024 * 1024
"""Bytes that are searched; the library itself takes up to 100 MB."""
_LARGEST = 100 * 1000 * 1000
_OFFSETS = re.compile(rb'"data_offsets"\s{0,8}:\s{0,8}\[\s{0,8}\d{1,19}\s{0,8},\s{0,8}(\d{1,19})')


class NotSafetensors(ValueError):
    """These bytes are not the beginning of a safetensors file."""


@dataclass(frozen=True, slots=True)
class SafetensorsFacts:
    """`want` is how many bytes the file must have; 0 if its header is too long to be read."""

    tensor_count: int = 0
    want: int = 0


def is_safetensors(head: bytes, size: int) -> bool:
    """Whether a file of that size could be one, by its first nine bytes."""
    length = int.from_bytes(head[:8], "little")
    return size > 8 and 2 <= length <= _LARGEST and head[8:9] == b"{"


def safetensors_facts(stream: Stream, size: int) -> SafetensorsFacts:
    """Read the header of a file of that many bytes; `stream` stands at its start.

    Raises:
        NotSafetensors: it begins otherwise.
        OSError: the stream's own.
    """
    head = stream.read(9) or b""
    if not is_safetensors(head, size):
        raise NotSafetensors(repr(head[:9]))
    length = int.from_bytes(head[:8], "little")
    if length > MAX_HEADER:
        return SafetensorsFacts(want=0)
    raw = head[8:] + _all(stream, min(length, size - 8) - 1)
    count, end = 0, 0
    for match in _OFFSETS.finditer(raw):
        count, end = count + 1, max(end, int(match[1]))
    return SafetensorsFacts(count, 8 + length + end)


def _all(stream: Stream, count: int) -> bytes:
    """Read that many bytes, or up to the end: a stream may give fewer at a time."""
    pieces: list[bytes] = []
    while count > 0 and (piece := stream.read(count)):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)
