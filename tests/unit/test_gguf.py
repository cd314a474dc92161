"""GGUF headers: read as they are, and refused where they cannot be true."""

import struct
from pathlib import Path

import pytest

from desktop.domain.gguf import NotGguf, read_header
from desktop.domain.gguf_stream import BadGguf

FOLDER = Path(__file__).parents[1] / "conformance"


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text)) + text.encode()


def _head(*, tensors: int = 0, keys: int = 0, version: int = 3) -> bytes:
    return b"GGUF" + struct.pack("<IQQ", version, tensors, keys)


def test_a_chat_model_s_header_is_read() -> None:
    header = read_header((FOLDER / "tiny.gguf").read_bytes())
    assert header.metadata["general.architecture"] == "llama"
    assert header.metadata["llama.attention.layer_norm_rms_epsilon"] == 1e-05
    assert header.parameter_count == 1_426_688
    assert header.quantization == "F16"
    assert header.tensors[0].shape == (256, 480)


def test_an_embedding_model_s_header_is_read() -> None:
    header = read_header((FOLDER / "tiny-embed.gguf").read_bytes())
    assert header.metadata["bert.pooling_type"] == 1
    assert header.quantization == "unknown"


@pytest.mark.parametrize("length", range(0, 1800, 137))
def test_a_header_that_is_cut_short_is_refused(length: int) -> None:
    whole = (FOLDER / "tiny.gguf").read_bytes()
    with pytest.raises((NotGguf, BadGguf)):
        read_header(whole[:length])


@pytest.mark.parametrize(
    "head",
    [
        _head(version=4),
        _head(tensors=2**40),
        _head(keys=2**40),
        _head(keys=1) + struct.pack("<Q", 2**63),
        _head(keys=1) + _text("a") + struct.pack("<I", 99),
        _head(keys=1) + _text("a") + struct.pack("<IIQ", 9, 4, 2**50),
        _head(keys=1) + _text("a") + struct.pack("<IIQIQIQ", 9, 9, 1, 9, 1, 9, 1),
        _head(tensors=1) + _text("a") + struct.pack("<I", 5),
    ],
)
def test_a_header_that_cannot_be_true_is_refused(head: bytes) -> None:
    with pytest.raises(BadGguf):
        read_header(head)


def test_an_unknown_kind_of_tensor_is_shown_as_its_number() -> None:
    tensor = _text("a") + struct.pack("<IQIQ", 1, 7, 77, 0)
    assert read_header(_head(tensors=1) + tensor).tensors[0].type == "77"
