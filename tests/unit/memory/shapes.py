"""Models that the tests of memory are about."""

from desktop.domain.model_shape import ModelShape

MIB = 1024**2
GIB = 1024**3

LLAMA_8B = ModelShape(
    layers=32,
    embedding=4096,
    heads=32,
    kv_heads=(8,) * 32,
    key_length=128,
    value_length=128,
    vocabulary=128256,
    trained_context=131072,
    windows=(0,) * 32,
    block_bytes=(136 * MIB,) * 32,
    output_bytes=410 * MIB,
    other_bytes=280 * MIB,
)
"""Llama 3.1 8B, at 4 to 5 bits a weight."""
