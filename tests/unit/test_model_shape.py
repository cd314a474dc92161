from desktop.domain.model import Tensor
from desktop.domain.model_shape import shape_of

METADATA = {
    "general.architecture": "llama",
    "llama.block_count": 2,
    "llama.embedding_length": 64,
    "llama.attention.head_count": 8,
    "llama.context_length": 8192,
}


def tensors(kind: str) -> list[Tensor]:
    return [Tensor(f"blk.{layer}.ffn_up.weight", kind, (1024, 1024)) for layer in range(2)]


def weight(kind: str, size: int) -> int:
    shape = shape_of(METADATA, tensors(kind), size)
    assert shape is not None
    return shape.weight_bytes


def test_known_tensors_are_counted_whatever_else_is_in_the_file():
    assert weight("F16", 3 * 1024 * 1024 * 2) == 2 * 1024 * 1024 * 2


def test_a_file_of_tensors_of_unknown_types_weighs_what_it_takes():
    size = 3_000_000
    assert weight("Q9_X", size) == size
