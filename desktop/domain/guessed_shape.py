"""The measures of a model of which only its size is known: those of usual models of that size."""

from math import log

from desktop.domain.model_shape import ModelShape

_GB = 10**9
_VOCABULARY = 150_000


def guessed_shape(size: int) -> ModelShape:
    """Return measures for a file of so many bytes, of the usual model that is nearest in size.

    They are those of dense models at 4 to 5 bits a weight; a mixture of experts or a window that
    slides takes less for its context.
    """
    layers, embedding, heads, kv_heads, length = min(
        _USUAL, key=lambda usual: abs(log(usual[0] / max(1, size)))
    )[1]
    each = size // (layers + 1)
    return ModelShape(
        layers=layers,
        embedding=embedding,
        heads=heads,
        kv_heads=(kv_heads,) * layers,
        key_length=length,
        value_length=length,
        vocabulary=_VOCABULARY,
        trained_context=0,
        windows=(0,) * layers,
        block_bytes=(each,) * layers,
        output_bytes=size - each * layers,
    )


_USUAL = (
    (int(0.3 * _GB), (24, 1024, 16, 2, 64)),
    (int(0.8 * _GB), (16, 2048, 32, 8, 64)),
    (int(2.0 * _GB), (28, 3072, 24, 8, 128)),
    (int(4.9 * _GB), (32, 4096, 32, 8, 128)),
    (int(9.0 * _GB), (48, 5120, 40, 8, 128)),
    (int(20.0 * _GB), (64, 5120, 40, 8, 128)),
    (int(43.0 * _GB), (80, 8192, 64, 8, 128)),
    (int(65.0 * _GB), (88, 12288, 96, 8, 128)),
    (int(240.0 * _GB), (126, 16384, 128, 8, 128)),
)
"""Size of the file; layers, embedding, heads, heads of keys and values, and their length."""
