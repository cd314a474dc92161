"""Making weights smaller, in name (fact 53)."""

import hashlib
from dataclasses import replace

from desktop.demo.reply import BARE_JSON, Refusal
from desktop.demo.weights import Weights

_BITS = {"F32": 32.0, "F16": 16.0, "BF16": 16.0, "Q8_0": 8.5, "Q4_K_S": 4.6, "Q4_K_M": 4.9}
_TARGETS = ("F32", "F16", "Q4_K_S", "Q4_K_M", "Q8_0")
_SOURCES = ("F16", "BF16", "F32", "unknown")


def check_quantize(wanted: str, weights: Weights) -> None:
    """Refuse a type that is not known, or weights that are quantized already.

    Raises:
        Refusal: with the server's text.
    """
    if wanted.upper() not in _TARGETS:
        supported = ", ".join(_TARGETS)
        text = f"unsupported quantization type {wanted.upper()} - supported types are {supported}"
        raise Refusal(500, text, BARE_JSON)
    if weights.quantization not in _SOURCES:
        text = "quantization is only supported for F16, BF16 and F32 models"
        raise Refusal(500, text, BARE_JSON)


def quantized(weights: Weights, wanted: str) -> Weights:
    """Return the weights as they would be in another type."""
    kind = wanted.upper()
    before = _BITS.get(weights.quantization, 32.0)
    digest = hashlib.sha256(f"{weights.digest} as {kind}".encode()).hexdigest()
    size = int(weights.size * _BITS[kind] / before)
    return replace(weights, digest=digest, size=size, quantization=kind)
