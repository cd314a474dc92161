"""Reads the header of a GGUF file: what it says of itself and of its tensors.

Every count is checked before anything is made from it, because files come
from strangers. The format is that of ggml's docs/gguf.md, versions 2 and 3,
little endian.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from desktop.domain.model import JsonValue, Tensor

MAGIC = b"GGUF"
MAX_KEYS = 10_000
MAX_TENSORS = 50_000
MAX_ITEMS = 2_000_000
MAX_DIMENSIONS = 4

_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 10: "Q", 11: "q", 12: "d"}
_BOOL, _STRING, _ARRAY = 7, 8, 9
_TYPES = {
    0: "F32",
    1: "F16",
    2: "Q4_0",
    3: "Q4_1",
    6: "Q5_0",
    7: "Q5_1",
    8: "Q8_0",
    10: "Q2_K",
    11: "Q3_K",
    12: "Q4_K",
    13: "Q5_K",
    14: "Q6_K",
    20: "IQ4_NL",
    24: "I8",
    25: "I16",
    26: "I32",
    27: "I64",
    28: "F64",
    30: "BF16",
    39: "MXFP4",
}
"""The ggml types that models come in; another one is shown as its number."""
_FILE_TYPES = {
    1: "F16",
    2: "Q4_0",
    3: "Q4_1",
    7: "Q8_0",
    8: "Q5_0",
    9: "Q5_1",
    10: "Q2_K",
    11: "Q3_K_S",
    12: "Q3_K_M",
    13: "Q3_K_L",
    14: "Q4_K_S",
    15: "Q4_K_M",
    16: "Q5_K_S",
    17: "Q5_K_M",
    18: "Q6_K",
    32: "BF16",
    38: "MXFP4",
}


class NotGguf(ValueError):
    """These bytes are not the beginning of a GGUF file."""


class BadGguf(ValueError):
    """A GGUF file whose header is cut short or cannot be true."""


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """What stands before the weights. `metadata` is in the file's order."""

    metadata: Mapping[str, JsonValue]
    tensors: tuple[Tensor, ...]

    @property
    def parameter_count(self) -> int:
        """How many numbers all tensors hold."""
        return sum(prod(tensor.shape) for tensor in self.tensors)

    @property
    def quantization(self) -> str:
        """What Ollama calls its file type; F32 counts as unknown there (fs/ggml: FileType)."""
        value = self.metadata.get("general.file_type")
        return _FILE_TYPES.get(value, "unknown") if isinstance(value, int) else "unknown"


def read_header(head: bytes) -> GgufHeader:
    """Read a header from the beginning of a file.

    Raises:
        NotGguf: it begins otherwise.
        BadGguf: it ends too early, or claims what cannot be.
    """
    if head[:4] != MAGIC:
        raise NotGguf(repr(head[:4]))
    reader = _Reader(head, 4)
    version = reader.scalar("I")
    if version not in {2, 3}:
        raise BadGguf(f"version {version}")
    tensor_count = reader.count(MAX_TENSORS, "tensors")
    key_count = reader.count(MAX_KEYS, "keys")
    metadata = {reader.text(): reader.value(reader.kind()) for _ in range(key_count)}
    tensors = tuple(reader.tensor() for _ in range(tensor_count))
    return GgufHeader(metadata, tensors)


class _Reader:
    """Takes one value after the other, and never more than there is."""

    def __init__(self, data: bytes, position: int) -> None:
        self._data = data
        self._position = position

    def scalar(self, code: str) -> int | float:
        raw = self._take(struct.calcsize(f"<{code}"))
        value = struct.unpack(f"<{code}", raw)[0]
        return float(f"{value:.7g}") if code == "f" else value

    def kind(self) -> int:
        return int(self.scalar("I"))

    def count(self, limit: int, of: str) -> int:
        count = int(self.scalar("Q"))
        if count > limit:
            raise BadGguf(f"{count} {of}")
        return count

    def text(self) -> str:
        return self._take(self.count(len(self._data), "characters")).decode("utf-8", "replace")

    def value(self, kind: int, depth: int = 0) -> JsonValue:
        if kind == _STRING:
            return self.text()
        if kind == _BOOL:
            return bool(self.scalar("B"))
        if kind in _SCALARS:
            return self.scalar(_SCALARS[kind])
        if kind != _ARRAY or depth > 1:
            raise BadGguf(f"value of type {kind}")
        inner = self.kind()
        count = self.count(MAX_ITEMS, "items")
        return [self.value(inner, depth + 1) for _ in range(count)]

    def tensor(self) -> Tensor:
        name = self.text()
        dimensions = int(self.scalar("I"))
        if dimensions > MAX_DIMENSIONS:
            raise BadGguf(f"tensor {name!r} with {dimensions} dimensions")
        shape = tuple(int(self.scalar("Q")) for _ in range(dimensions))
        kind = self.kind()
        self.scalar("Q")  # Where its weights begin.
        return Tensor(name, _TYPES.get(kind, str(kind)), shape)

    def _take(self, count: int) -> bytes:
        end = self._position + count
        if end > len(self._data):
            raise BadGguf("the header ends too early")
        raw = self._data[self._position : end]
        self._position = end
        return raw
