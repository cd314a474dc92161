"""Reads the header of a GGUF file: what it says of itself and of its tensors.

Every count is checked before anything is made from it, because files come
from strangers. The format is that of ggml's docs/gguf.md, versions 1 to 3, in
either order of bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from math import prod

from desktop.domain.gguf_stream import BadGguf, Counted, Fault, HeaderReader, Limits, Stream
from desktop.domain.gguf_types import FILE_TYPES, NAMED_BY_OLLAMA, TENSOR_TYPES
from desktop.domain.model import JsonValue, Tensor

MAGIC = b"GGUF"
MAGIC_TURNED = b"FUGG"
"""How a big-endian computer may have written it."""
VERSIONS = (1, 2, 3)
MAX_KEYS = 4_000
MAX_TENSORS = 50_000
MAX_DIMENSIONS = 4
MAX_ALIGNMENT = 1024 * 1024
ALIGNMENT = 32
"""Where the file says nothing, tensors begin at a multiple of this."""

BRIEF = Limits()
_ALL = 1024**3
_WHOLE = Limits(read=_ALL, text=_ALL, kept=_ALL, items=_ALL)
"""No limit where all of the header is in memory already."""
_LARGEST = 2**63


class NotGguf(ValueError):
    """These bytes are not the beginning of a GGUF file."""


@dataclass(frozen=True, slots=True)
class TensorSums:
    """What all tensors are together. `size` is where the last one ends, from the data's start.

    `by_type` has bytes. `unknown` is the first type of which no size is known,
    without which `size` is only a lower bound.
    """

    count: int = 0
    parameters: int = 0
    size: int = 0
    by_type: Mapping[str, int] = field(default_factory=dict[str, int])
    unknown: str = ""
    is_aligned: bool = True


@dataclass(frozen=True, slots=True)
class GgufHeader:
    """What stands before the weights. `metadata` is in the file's order.

    Of a list only the first items may be in `metadata`; `lengths` has how many
    there are. With a `problem`, this is what was read before it.
    """

    metadata: Mapping[str, JsonValue]
    tensors: tuple[Tensor, ...]
    lengths: Mapping[str, int] = field(default_factory=dict[str, int])
    sums: TensorSums = TensorSums()
    version: int = 0
    is_big_endian: bool = False
    data_start: int = 0
    problem: BadGguf | None = None

    @property
    def parameter_count(self) -> int:
        """How many numbers all tensors hold."""
        return self.sums.parameters

    @property
    def quantization(self) -> str:
        """What Ollama calls its file type; F32 counts as unknown there (fs/ggml: FileType)."""
        value = self.metadata.get("general.file_type")
        if isinstance(value, int) and value in NAMED_BY_OLLAMA:
            return FILE_TYPES[value]
        return "unknown"


def read_header(head: bytes) -> GgufHeader:
    """Read a whole header from the beginning of a file that is in memory.

    Raises:
        NotGguf: it begins otherwise.
        BadGguf: it ends too early, or claims what cannot be.
    """
    header = read_stream(BytesIO(head), len(head), _WHOLE, keep_tensors=True)
    if header.problem is not None:
        raise header.problem
    return header


def read_stream(
    stream: Stream, size: int, limits: Limits = BRIEF, *, keep_tensors: bool = False
) -> GgufHeader:
    """Read a header from the beginning of a file of that many bytes, within limits.

    What is wrong with it is said in its `problem`. `stream` stands at its start.

    Raises:
        NotGguf: it begins otherwise.
        OSError: the stream's own.
    """
    parser = _Parser(HeaderReader(stream, size, limits), keep_tensors=keep_tensors)
    problem = None
    try:
        parser.read()
    except BadGguf as error:
        problem = error
    return parser.header(problem)


class _Parser:
    """Gathers what a header says, so that nothing is lost where it breaks off."""

    def __init__(self, reader: HeaderReader, *, keep_tensors: bool) -> None:
        self._reader = reader
        self._keep_tensors = keep_tensors
        self._version = 0
        self._is_big_endian = False
        self._alignment = ALIGNMENT
        self._metadata: dict[str, JsonValue] = {}
        self._lengths: dict[str, int] = {}
        self._tensors: list[Tensor] = []
        self._sums = _Sums()
        self._data_start = 0

    def read(self) -> None:
        self._read_version(self._magic())
        reader = self._reader
        tensor_count = reader.count(MAX_TENSORS, "tensors")
        for _ in range(reader.count(MAX_KEYS, "keys")):
            self._read_pair()
        self._alignment = self._read_alignment()
        for _ in range(tensor_count):
            self._read_tensor()
        self._data_start = -(-reader.position // self._alignment) * self._alignment

    def header(self, problem: BadGguf | None) -> GgufHeader:
        return GgufHeader(
            self._metadata,
            tuple(self._tensors),
            self._lengths,
            self._sums.made(),
            self._version,
            self._is_big_endian,
            self._data_start,
            problem,
        )

    def _magic(self) -> bytes:
        try:
            magic = bytes(self._reader.numbers("4B"))
        except BadGguf:
            raise NotGguf("shorter than its first word") from None
        if magic not in {MAGIC, MAGIC_TURNED}:
            raise NotGguf(repr(magic))
        return magic

    def _read_version(self, magic: bytes) -> None:
        raw = bytes(self._reader.numbers("4B"))
        self._is_big_endian = magic == MAGIC_TURNED or raw[:2] == b"\0\0" != raw[2:]
        self._version = int.from_bytes(raw, "big" if self._is_big_endian else "little")
        if self._version not in VERSIONS:
            raise BadGguf(f"version {self._version}", Fault.VERSION)
        self._reader.settle(is_big_endian=self._is_big_endian, is_narrow=self._version == 1)

    def _read_pair(self) -> None:
        key = self._reader.text()
        value = self._reader.value(self._reader.whole())
        if isinstance(value, Counted):
            self._lengths[key] = value.count
            self._metadata[key] = value.first
        else:
            self._metadata[key] = value

    def _read_alignment(self) -> int:
        value = self._metadata.get("general.alignment", ALIGNMENT)
        if not isinstance(value, int) or not 0 < value <= MAX_ALIGNMENT or value & (value - 1):
            raise BadGguf(f"alignment {str(value)[:20]}")
        return value

    def _read_tensor(self) -> None:
        reader = self._reader
        name = reader.text() if self._keep_tensors else reader.skip_text()
        dimensions = reader.whole()
        if dimensions > MAX_DIMENSIONS:
            raise BadGguf(f"tensor {self._sums.count} with {dimensions} dimensions")
        *shape, kind, offset = reader.numbers(f"{dimensions}{reader.wide}IQ")
        numbers = prod(shape)
        if numbers >= _LARGEST or offset >= _LARGEST:
            raise BadGguf(f"tensor {self._sums.count} of {numbers} numbers at {offset}")
        self._sums.add(kind, numbers, offset, self._alignment)
        if name is not None:
            self._tensors.append(Tensor(name, type_name(kind), tuple(shape)))


class _Sums:
    """Adds tensors up."""

    def __init__(self) -> None:
        self.count = 0
        self._parameters = 0
        self._size = 0
        self._by_type: dict[str, int] = {}
        self._unknown = ""
        self._is_aligned = True

    def add(self, kind: int, numbers: int, offset: int, alignment: int) -> None:
        self.count += 1
        self._parameters += numbers
        self._is_aligned = self._is_aligned and offset % alignment == 0
        found = TENSOR_TYPES.get(kind)
        if found is None:
            self._unknown = self._unknown or str(kind)
            self._size = max(self._size, offset)
            return
        size = found.bytes_of(numbers)
        self._by_type[found.name] = self._by_type.get(found.name, 0) + size
        self._size = max(self._size, offset + size)

    def made(self) -> TensorSums:
        return TensorSums(
            self.count,
            self._parameters,
            self._size,
            self._by_type,
            self._unknown,
            self._is_aligned,
        )


def type_name(kind: int) -> str:
    """Return what ggml calls a type of tensor, or its number."""
    found = TENSOR_TYPES.get(kind)
    return found.name if found else str(kind)
