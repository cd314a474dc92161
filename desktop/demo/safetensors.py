"""Makes weights of an uploaded folder of safetensors, by what its config.json says."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import cast

from desktop.demo.reply import Refusal
from desktop.demo.store import Upload
from desktop.demo.weights import Shape, Weights, make_up

CONFIG = "config.json"
_LAYERS = 32


def is_safetensors(names: Iterable[str]) -> bool:
    """Go by the names, as a server does."""
    return any(name.endswith(".safetensors") for name in names)


def converted(files: Mapping[str, tuple[str, Upload]]) -> Weights:
    """Return what a server makes of the folder: a GGUF in F16.

    Raises:
        Refusal: it has no config.json that can be read.
    """
    if CONFIG not in files:
        raise Refusal(500, f"open {CONFIG}: no such file or directory")
    config = _read(files[CONFIG][1].head)
    size = sum(blob.size for name, (_, blob) in files.items() if name.endswith(".safetensors"))
    name = hashlib.sha256("".join(digest for digest, _ in files.values()).encode()).hexdigest()
    heads = _number(config, "num_attention_heads", 8)
    shape = Shape(
        architecture=str(config.get("model_type") or "llama"),
        parameters=size // 2,
        quantization="F16",
        size=size,
        context=_number(config, "max_position_embeddings", 4096),
        embedding=_number(config, "hidden_size", 512),
        blocks=min(_LAYERS, _number(config, "num_hidden_layers", 2)),
        heads=heads,
        kv_heads=_number(config, "num_key_value_heads", heads),
        feed_forward=_number(config, "intermediate_size", 1024),
        vocabulary=min(1000, _number(config, "vocab_size", 1000)),
    )
    return make_up(name, shape)


def _read(text: bytes) -> dict[str, object]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refusal(500, f"invalid character in {CONFIG}: {error}") from None
    if not isinstance(value, dict):
        raise Refusal(500, f"json: cannot unmarshal {CONFIG}")
    return cast("dict[str, object]", value)


def _number(config: Mapping[str, object], key: str, default: int) -> int:
    value = config.get(key)
    return value if isinstance(value, int) and 0 < value < 10_000_000 else default
