"""The weights of a model: what a GGUF header says of them, without the bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.model import JsonValue, ModelDetails, Tensor


@dataclass(frozen=True, slots=True)
class Weights:
    """One blob of weights: its sha256, its size in bytes, and its header."""

    digest: str
    size: int
    metadata: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    tensors: tuple[Tensor, ...] = ()
    parameters: int = 0
    quantization: str = "unknown"

    @property
    def architecture(self) -> str:
        return str(self.metadata.get("general.architecture", "unknown"))

    @property
    def context_length(self) -> int:
        """The context it was trained with, in tokens."""
        return self.number("context_length")

    @property
    def embedding_length(self) -> int:
        return self.number("embedding_length")

    @property
    def is_embedding(self) -> bool:
        """Whether it makes vectors and not words."""
        return f"{self.architecture}.pooling_type" in self.metadata

    @property
    def is_vision(self) -> bool:
        return f"{self.architecture}.vision.block_count" in self.metadata

    @property
    def details(self) -> ModelDetails:
        return ModelDetails(
            format="gguf",
            family=self.architecture,
            families=(self.architecture,),
            parameter_size=parameter_size(self.parameters),
            quantization_level=self.quantization,
            context_length=self.context_length,
            embedding_length=self.embedding_length,
        )

    def number(self, key: str) -> int:
        """Read a whole number that stands under the architecture's name; 0 if there is none."""
        value = self.metadata.get(f"{self.architecture}.{key}")
        return int(value) if isinstance(value, int | float) else 0

    def memory(self, context: int) -> int:
        """Estimate the bytes it takes when loaded with that many tokens of context."""
        heads = max(1, self.number("attention.head_count"))
        per_token = self.number("block_count") * max(1, self.number("attention.head_count_kv"))
        return self.size + 4 * context * per_token * (self.embedding_length // heads)


def parameter_size(count: int) -> str:
    """Write a number of parameters as Ollama does: 14.8B, 1.43M, 119K (fact 65)."""
    for factor, letter in ((1e12, "T"), (1e9, "B"), (1e6, "M")):
        if count >= factor:
            figure = count / factor
            return f"{figure:.2f}{letter}" if letter == "M" else f"{figure:.1f}{letter}"
    return f"{count / 1e3:.0f}K" if count >= 1000 else str(count)


@dataclass(frozen=True, slots=True)
class Shape:
    """What made-up weights are made up from. `parameters` is a count, `size` bytes."""

    architecture: str
    parameters: int
    quantization: str
    size: int
    context: int
    embedding: int
    blocks: int
    heads: int
    kv_heads: int
    feed_forward: int
    vocabulary: int
    is_vision: bool = False
    is_embedding: bool = False


def make_up(name: str, shape: Shape) -> Weights:
    """Return weights of that shape. The same name gives the same digest every time."""
    return Weights(
        digest=hashlib.sha256(f"demo weights of {name}".encode()).hexdigest(),
        size=shape.size,
        metadata=_metadata(name, shape),
        tensors=_tensors(shape),
        parameters=shape.parameters,
        quantization=shape.quantization,
    )


_FILE_TYPES = {"F32": 0, "F16": 1, "Q4_0": 2, "Q8_0": 7, "Q4_K_M": 15, "MXFP4": 38}


def _metadata(name: str, shape: Shape) -> dict[str, JsonValue]:
    kinds: list[JsonValue] = [1] * (shape.vocabulary // 100)
    values: dict[str, JsonValue] = {
        "general.architecture": shape.architecture,
        "general.basename": name.partition(":")[0],
        "general.file_type": _FILE_TYPES.get(shape.quantization, 1),
        "general.parameter_count": shape.parameters,
        "general.quantization_version": 2,
        "attention.head_count": shape.heads,
        "attention.head_count_kv": shape.kv_heads,
        "attention.layer_norm_rms_epsilon": 1e-06,
        "block_count": shape.blocks,
        "context_length": shape.context,
        "embedding_length": shape.embedding,
        "feed_forward_length": shape.feed_forward,
        "rope.freq_base": 1_000_000,
        "vocab_size": shape.vocabulary,
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.ggml.model": "bert" if shape.is_embedding else "gpt2",
        "tokenizer.ggml.pre": shape.architecture,
        "tokenizer.ggml.merges": [f"t {n}" for n in range(shape.vocabulary // 1000)],
        "tokenizer.ggml.token_type": kinds,
        "tokenizer.ggml.tokens": [f"token{n}" for n in range(shape.vocabulary // 100)],
    }
    if shape.is_vision:
        values |= {"vision.block_count": 27, "vision.image_size": 896, "vision.patch_size": 14}
    if shape.is_embedding:
        values |= {"pooling_type": 1, "attention.causal": False}
    return {_full(key, shape.architecture): values[key] for key in sorted(values)}


def _full(key: str, architecture: str) -> str:
    is_shared = key.startswith(("general.", "tokenizer."))
    return key if is_shared else f"{architecture}.{key}"


def _tensors(shape: Shape) -> tuple[Tensor, ...]:
    kind = shape.quantization.removesuffix("_M").removesuffix("_S")
    key_width = shape.embedding // max(1, shape.heads) * shape.kv_heads
    block = (
        ("attn_k.weight", kind, (shape.embedding, key_width)),
        ("attn_norm.weight", "F32", (shape.embedding,)),
        ("attn_output.weight", kind, (shape.embedding, shape.embedding)),
        ("attn_q.weight", kind, (shape.embedding, shape.embedding)),
        ("attn_v.weight", kind, (shape.embedding, key_width)),
        ("ffn_down.weight", kind, (shape.feed_forward, shape.embedding)),
        ("ffn_gate.weight", kind, (shape.embedding, shape.feed_forward)),
        ("ffn_norm.weight", "F32", (shape.embedding,)),
        ("ffn_up.weight", kind, (shape.embedding, shape.feed_forward)),
    )
    outer = (
        Tensor("output_norm.weight", "F32", (shape.embedding,)),
        Tensor("token_embd.weight", kind, (shape.embedding, shape.vocabulary)),
    )
    inner = (
        Tensor(f"blk.{number}.{name}", of, sizes)
        for number in range(shape.blocks)
        for name, of, sizes in block
    )
    return (*outer, *inner)
