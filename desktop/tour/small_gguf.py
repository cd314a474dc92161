"""Writes a small GGUF file for the tour: a header with all that is shown, and a few weights."""

import struct
from collections.abc import Mapping
from pathlib import Path

_STRING, _UINT32, _ARRAY = 8, 4, 9
_F16 = 1
_ALIGNMENT = 32
_WIDE, _LAYERS = 256, 2
_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n"
    "{{ message.content }}<|im_end|>\n{% endfor %}<|im_start|>assistant\n"
)
_METADATA: Mapping[str, str | int | tuple[str, ...]] = {
    "general.architecture": "llama",
    "general.name": "Harbour 1B Instruct",
    "general.license": "apache-2.0",
    "general.file_type": 1,
    "llama.block_count": _LAYERS,
    "llama.context_length": 8192,
    "llama.embedding_length": _WIDE,
    "tokenizer.ggml.model": "gpt2",
    "tokenizer.ggml.tokens": tuple(f"token {number}" for number in range(320)),
    "tokenizer.chat_template": _TEMPLATE,
}


def write_small_gguf(path: Path) -> None:
    """Write a model of half a megabyte, F16, that a server takes as the base of another."""
    names = [f"blk.{layer}.attn_{part}.weight" for layer in range(_LAYERS) for part in "qk"]
    size = _WIDE * _WIDE * 2
    raw = b"GGUF" + struct.pack("<IQQ", 3, len(names), len(_METADATA))
    raw += b"".join(_text(key) + _value(value) for key, value in _METADATA.items())
    for place, name in enumerate(names):
        raw += _text(name) + struct.pack("<IQQIQ", 2, _WIDE, _WIDE, _F16, place * size)
    raw = raw.ljust(-(-len(raw) // _ALIGNMENT) * _ALIGNMENT, b"\0")
    path.write_bytes(raw + bytes(size * len(names)))


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack("<Q", len(raw)) + raw


def _value(value: str | int | tuple[str, ...]) -> bytes:
    if isinstance(value, str):
        return struct.pack("<I", _STRING) + _text(value)
    if isinstance(value, int):
        return struct.pack("<II", _UINT32, value)
    return struct.pack("<IIQ", _ARRAY, _STRING, len(value)) + b"".join(map(_text, value))
