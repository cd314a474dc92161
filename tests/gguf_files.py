"""GGUF files made for tests, with whatever is asked for in them."""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = str | bool | int | float | Sequence[str] | Sequence[int]

TINY = Path(__file__).parent / "conformance" / "tiny.gguf"
MODEL: Mapping[str, Value] = {"general.architecture": "llama", "llama.context_length": 4096}
LORA: Mapping[str, Value] = {
    "general.architecture": "llama",
    "general.type": "adapter",
    "adapter.type": "lora",
}
PROJECTOR: Mapping[str, Value] = {"general.architecture": "clip", "general.type": "mmproj"}
VOCABULARY: Mapping[str, Value] = {**MODEL, "tokenizer.ggml.tokens": ["a", "b"]}


def gguf(
    metadata: Mapping[str, Value] = MODEL,
    tensors: Mapping[str, Sequence[int]] | None = None,
    *,
    version: int = 3,
    order: str = "<",
    data: bytes | None = None,
) -> bytes:
    """Return a file whose tensors, F32 all of them, lie one after the other."""
    made = _Maker(order, "I" if version == 1 else "Q")
    given = {"blk.0.weight": [4, 8]} if tensors is None else tensors
    raw = bytearray(b"GGUF" + made.number("I", version))
    raw += made.wide(len(given)) + made.wide(len(metadata))
    raw += b"".join(made.text(key) + made.value(value) for key, value in metadata.items())
    offset = 0
    for name, shape in given.items():
        raw += made.text(name) + made.number("I", len(shape))
        raw += b"".join(made.wide(size) for size in shape)
        raw += made.number("I", 0) + made.number("Q", offset)
        offset += _padded(4 * _product(shape))
    raw += bytes(_padded(len(raw)) - len(raw)) + (bytes(offset) if data is None else data)
    return bytes(raw)


class _Maker:
    def __init__(self, order: str, count: str) -> None:
        self._order = order
        self._count = count

    def number(self, code: str, value: float) -> bytes:
        return struct.pack(self._order + code, value)

    def wide(self, value: int) -> bytes:
        return self.number(self._count, value)

    def text(self, text: str) -> bytes:
        raw = text.encode()
        return self.wide(len(raw)) + raw

    def value(self, value: Value) -> bytes:
        if isinstance(value, bool):
            return self.number("I", 7) + self.number("B", value)
        if isinstance(value, int):
            return self.number("I", 4) + self.number("I", value)
        if isinstance(value, float):
            return self.number("I", 6) + self.number("f", value)
        if isinstance(value, str):
            return self.number("I", 8) + self.text(value)
        return self._list(value)

    def _list(self, values: Sequence[str] | Sequence[int]) -> bytes:
        is_text = bool(values) and isinstance(values[0], str)
        head = self.number("I", 9) + self.number("I", 8 if is_text else 5) + self.wide(len(values))
        items = (
            self.text(item) if isinstance(item, str) else self.number("i", item) for item in values
        )
        return head + b"".join(items)


def _padded(size: int) -> int:
    return -(-size // 32) * 32


def _product(shape: Sequence[int]) -> int:
    total = 1
    for size in shape:
        total *= size
    return total
