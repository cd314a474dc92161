"""What a person wants to know of a GGUF file before a model is made of it."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.gguf import GgufHeader, read_stream
from desktop.domain.gguf_stream import Limits, Stream
from desktop.domain.gguf_trouble import DAMAGE, GgufProblem, problems_of
from desktop.domain.gguf_types import FILE_TYPES
from desktop.domain.model_shape import ModelShape, shape_of

_SPLIT_NAME = re.compile(r"-(\d{5})-of-(\d{5})\.gguf\Z", re.IGNORECASE | re.ASCII)
_PROJECTORS = frozenset({"clip", "mmproj"})
_TOOLS = frozenset({"imatrix", "controlvector"})
_LIMITS = Limits(kept=4 * 1024 * 1024, items=512)
"""Enough for the names of all tensors, and for one figure of each layer."""


class GgufKind(Enum):
    """What a GGUF file is good for."""

    MODEL = auto()
    LORA = auto()
    """An adapter, which goes with a base."""
    PROJECTOR = auto()
    """The part that sees or hears, which goes with a language model."""
    VOCAB = auto()
    """A tokenizer without weights."""
    OTHER = auto()
    """Something that helps to make models, such as an importance matrix."""


@dataclass(frozen=True, slots=True)
class Split:
    """Which one of how many files this is; both from 1."""

    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Tokenizer:
    """`model` is its kind, such as gpt2; `tokens` how many it knows."""

    model: str = ""
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class GgufFacts:
    """A GGUF file in a person's words. Unknown is "" or 0; `size` is in bytes, of the file.

    `quantization` is what the file calls itself, or else the type that most of
    its bytes have. The texts are a stranger's, and may be cut. `shape` decides how
    much memory it takes; None where the header does not say enough.
    """

    kind: GgufKind
    architecture: str = ""
    name: str = ""
    parameter_count: int = 0
    quantization: str = ""
    context_length: int = 0
    embedding_length: int = 0
    layers: int = 0
    template: str = ""
    licence: str = ""
    tokenizer: Tokenizer = Tokenizer()
    split: Split | None = None
    version: int = 0
    size: int = 0
    tensor_count: int = 0
    problems: tuple[GgufProblem, ...] = ()
    shape: ModelShape | None = None

    @property
    def is_damaged(self) -> bool:
        return any(problem.trouble in DAMAGE for problem in self.problems)


def facts_of(stream: Stream, size: int, name: str = "") -> GgufFacts:
    """Read what stands at the beginning of a file of that size and name, within limits.

    Raises:
        NotGguf: it begins otherwise.
        OSError: the stream's own.
    """
    said = _Said(read_stream(stream, size, _LIMITS, keep_tensors=True))
    return GgufFacts(
        kind=_kind(said),
        architecture=said.architecture,
        name=said.text("general.name"),
        parameter_count=said.header.parameter_count,
        quantization=_quantization(said),
        context_length=said.of_architecture("context_length"),
        embedding_length=said.of_architecture("embedding_length"),
        layers=said.of_architecture("block_count"),
        template=said.text("tokenizer.chat_template"),
        licence=said.text("general.license.name") or said.text("general.license"),
        tokenizer=Tokenizer(
            said.text("tokenizer.ggml.model"), said.header.lengths.get("tokenizer.ggml.tokens", 0)
        ),
        split=_split(said, name),
        version=said.header.version,
        size=size,
        tensor_count=said.header.sums.count,
        problems=problems_of(said.header, size),
        shape=_shape(said, size),
    )


class _Said:
    """The metadata, with what has the wrong type left out."""

    def __init__(self, header: GgufHeader) -> None:
        self.header = header

    @property
    def architecture(self) -> str:
        return self.text("general.architecture")

    def text(self, key: str) -> str:
        value = self.header.metadata.get(key)
        return value if isinstance(value, str) else ""

    def whole(self, key: str) -> int:
        value = self.header.metadata.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else 0

    def of_architecture(self, key: str) -> int:
        return self.whole(f"{self.architecture}.{key}")


def _kind(said: _Said) -> GgufKind:
    """Go by what the file says of itself, and then by what it holds."""
    kind = said.text("general.type")
    if kind == "adapter" or said.text("adapter.type") == "lora":
        return GgufKind.LORA
    if kind in _PROJECTORS or said.architecture in _PROJECTORS:
        return GgufKind.PROJECTOR
    if kind in _TOOLS or said.architecture in _TOOLS:
        return GgufKind.OTHER
    if said.header.sums.count or said.header.problem is not None:
        return GgufKind.MODEL
    has_tokens = "tokenizer.ggml.tokens" in said.header.lengths
    return GgufKind.VOCAB if has_tokens else GgufKind.OTHER


def _shape(said: _Said, size: int) -> ModelShape | None:
    """Measure a whole model; of one in parts this file has the weights of one part only."""
    if _kind(said) is not GgufKind.MODEL or said.whole("split.count") > 1:
        return None
    tokens = said.header.lengths.get("tokenizer.ggml.tokens", 0)
    known = {f"{said.architecture}.vocab_size": tokens} if tokens else {}
    return shape_of(known | dict(said.header.metadata), said.header.tensors, size)


def _quantization(said: _Said) -> str:
    value = said.header.metadata.get("general.file_type")
    if isinstance(value, int) and value in FILE_TYPES:
        return FILE_TYPES[value]
    by_type = said.header.sums.by_type
    return max(by_type, key=lambda name: by_type[name]) if by_type else ""


def _split(said: _Said, name: str) -> Split | None:
    """Read which part a file is from its header, and else from its name."""
    count = said.whole("split.count")
    if count > 1:
        return Split(said.whole("split.no") + 1, count)
    match = _SPLIT_NAME.search(name)
    return Split(int(match[1]), int(match[2])) if match and int(match[2]) > 1 else None
