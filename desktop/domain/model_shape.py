"""What decides how much memory a model takes: its layers, its heads, and the bytes of its parts.

From the metadata of a GGUF header or of /api/show, which use the same keys.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.gguf_types import TENSOR_TYPES, TensorType
from desktop.domain.model import JsonValue, Tensor

_BLOCK = re.compile(r"blk\.(\d{1,5})\.")
_PROJECTOR = ("v.", "mm.", "a.")
_OUTPUT = ("output.", "output_norm.")
_EMBEDDING = "token_embd."
_KNOWN = 0.5
"""Of a file's size, what its known tensors make up at least; a projector's may be elsewhere."""
_MAX_LAYERS = 10_000
_BY_NAME: dict[str, TensorType] = {kind.name: kind for kind in TENSOR_TYPES.values()}
_GEMMA_PERIOD = 6
_GPT_OSS_WINDOW = 4096


@dataclass(frozen=True, slots=True)
class Recurrent:
    """The state that a layer without attention keeps, in numbers."""

    convolution: int = 0
    inner: int = 0
    groups: int = 0
    state: int = 0


@dataclass(frozen=True, slots=True)
class ModelShape:
    """A model's measures. Lengths are in numbers, `…_bytes` in bytes, contexts in tokens.

    `kv_heads` and `windows` have one figure for each layer; a window of 0 sees
    the whole context, a layer with 0 heads is recurrent. `latent` is the length
    of a compressed key and value (MLA), 0 for the usual kind.
    """

    layers: int
    embedding: int
    heads: int
    kv_heads: tuple[int, ...]
    key_length: int
    value_length: int
    vocabulary: int
    trained_context: int
    windows: tuple[int, ...]
    latent: int = 0
    rope: int = 0
    recurrent: Recurrent = Recurrent()
    block_bytes: tuple[int, ...] = ()
    output_bytes: int = 0
    other_bytes: int = 0
    projector_bytes: int = 0

    @property
    def weight_bytes(self) -> int:
        """The language part's weights, without what sees or hears."""
        return sum(self.block_bytes) + self.output_bytes + self.other_bytes


def shape_of(
    metadata: Mapping[str, JsonValue], tensors: Sequence[Tensor], size: int = 0
) -> ModelShape | None:
    """Return a model's shape, or None where the metadata does not say enough for an estimate.

    `size` is that of the file in bytes. It is shared out evenly among the layers where there is
    no list of tensors, and what is left of it where less than half is in tensors of known types.
    """
    said = _Said(metadata)
    layers, embedding = said.number("block_count"), said.number("embedding_length")
    heads = max(said.numbers("attention.head_count", layers), default=0)
    if not (0 < layers <= _MAX_LAYERS and embedding > 0 and heads > 0):
        return None
    width = embedding // heads
    kv_heads = said.numbers("attention.head_count_kv", layers) or (heads,) * layers
    blocks, output, other, projector = _bytes_of(tensors, layers, size)
    return ModelShape(
        layers=layers,
        embedding=embedding,
        heads=heads,
        kv_heads=kv_heads,
        key_length=said.number("attention.key_length") or width,
        value_length=said.number("attention.value_length") or width,
        vocabulary=said.number("vocab_size") or _vocabulary(metadata, tensors),
        trained_context=said.number("context_length"),
        windows=said.windows(layers),
        latent=said.number("attention.kv_lora_rank"),
        rope=said.number("rope.dimension_count"),
        recurrent=Recurrent(
            said.number("ssm.conv_kernel"),
            said.number("ssm.inner_size"),
            said.number("ssm.group_count"),
            said.number("ssm.state_size"),
        ),
        block_bytes=blocks,
        output_bytes=output,
        other_bytes=other,
        projector_bytes=projector,
    )


class _Said:
    """The metadata of one architecture; what is no number counts as not said."""

    def __init__(self, metadata: Mapping[str, JsonValue]) -> None:
        self._metadata = metadata
        architecture = metadata.get("general.architecture")
        self.architecture = architecture if isinstance(architecture, str) else ""

    def number(self, key: str) -> int:
        return _whole(self._metadata.get(f"{self.architecture}.{key}"))

    def numbers(self, key: str, layers: int) -> tuple[int, ...]:
        """Return one figure for each layer, of a list or of a figure that holds for all."""
        value = self._metadata.get(f"{self.architecture}.{key}")
        if isinstance(value, list):
            found = tuple(_whole(item) for item in value[:layers])
            return found + found[-1:] * (layers - len(found)) if found else ()
        return (_whole(value),) * layers if _is_number(value) and layers <= _MAX_LAYERS else ()

    def windows(self, layers: int) -> tuple[int, ...]:
        """Return how many tokens each layer looks back, 0 for all of them."""
        window = self.number("attention.sliding_window")
        if self.architecture == "gptoss" or self.architecture == "gpt-oss":
            return tuple(_GPT_OSS_WINDOW if layer % 2 == 0 else 0 for layer in range(layers))
        if not window:
            return (0,) * layers
        if self.architecture == "gemma3":
            return tuple(
                0 if layer % _GEMMA_PERIOD == _GEMMA_PERIOD - 1 else window
                for layer in range(layers)
            )
        pattern = self._metadata.get(f"{self.architecture}.attention.sliding_window_pattern")
        if isinstance(pattern, list) and pattern:
            return tuple(window if pattern[layer % len(pattern)] else 0 for layer in range(layers))
        if (period := _whole(pattern)) > 1:
            return tuple(0 if layer % period == period - 1 else window for layer in range(layers))
        return (0,) * layers


def _is_number(value: JsonValue) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _whole(value: JsonValue) -> int:
    """Return a count; a negative, fractional or absurd one counts as not said."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return 0
    return int(value) if 0 <= value < 1e12 and value == int(value) else 0


def _bytes_of(
    tensors: Sequence[Tensor], layers: int, size: int
) -> tuple[tuple[int, ...], int, int, int]:
    """Return the bytes of each layer, of the output, of the rest, and of what sees or hears."""
    if not tensors:
        each = size // (layers + 1)
        return (each,) * layers, size - each * layers, 0, 0
    blocks = [0] * layers
    output = other = projector = embedding = 0
    has_output = any(tensor.name.startswith("output.") for tensor in tensors)
    for tensor in tensors:
        weight = _bytes(tensor)
        block = _BLOCK.match(tensor.name)
        if block and int(block[1]) < layers:
            blocks[int(block[1])] += weight
        elif tensor.name.startswith(_PROJECTOR):
            projector += weight
        elif tensor.name.startswith(_EMBEDDING):
            embedding += weight
        elif tensor.name.startswith(_OUTPUT):
            output += weight
        else:
            other += weight
    known = sum(blocks) + output + other + embedding + projector
    if known < size * _KNOWN:  # Tensors of types that are not known count as nothing.
        blocks = [block + (size - known) // layers for block in blocks]
    # Without an output of its own the embedding serves as one, beside its own copy in RAM.
    return (
        tuple(blocks),
        output + (0 if has_output else embedding),
        (other + (embedding if has_output else 0)),
        projector,
    )


def _bytes(tensor: Tensor) -> int:
    kind = _BY_NAME.get(tensor.type.upper())
    return kind.bytes_of(_product(tensor.shape)) if kind else 0


def _product(numbers: Iterable[int]) -> int:
    product = 1
    for number in numbers:
        product *= max(0, number)
    return min(product, 1 << 60)


def _vocabulary(metadata: Mapping[str, JsonValue], tensors: Sequence[Tensor]) -> int:
    tokens = metadata.get("tokenizer.ggml.tokens")
    if isinstance(tokens, list) and tokens:
        return len(tokens)
    for tensor in tensors:
        if tensor.name.startswith((_EMBEDDING, "output.")) and len(tensor.shape) > 1:
            return tensor.shape[-1]
    return 0
