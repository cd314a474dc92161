"""Headers of safetensors: searched within limits, whatever they claim."""

import random
import struct
import tracemalloc
from io import BytesIO

import pytest

from desktop.domain.safetensors import (
    MAX_HEADER,
    NotSafetensors,
    SafetensorsFacts,
    is_safetensors,
    safetensors_facts,
)

HEADER = (
    b'{"__metadata__":{"format":"pt"},'
    b'"a":{"dtype":"F16","shape":[8],"data_offsets":[0,16]},'
    b'"b":{"dtype":"F32","shape":[4],"data_offsets":[16, 32]}}'
)


def _file(header: bytes = HEADER, length: int | None = None) -> bytes:
    return struct.pack("<Q", len(header) if length is None else length) + header + bytes(32)


def _facts(raw: bytes, size: int | None = None) -> SafetensorsFacts:
    return safetensors_facts(BytesIO(raw), len(raw) if size is None else size)


def test_tensors_are_counted_and_the_size_is_known() -> None:
    assert _facts(_file()) == SafetensorsFacts(2, len(_file()))


@pytest.mark.parametrize("raw", [b"", b"12345678", b"\2\0\0\0\0\0\0\0[]", _file(length=2**63)])
def test_other_beginnings_are_refused(raw: bytes) -> None:
    assert not is_safetensors(raw[:9], len(raw))
    with pytest.raises(NotSafetensors):
        _facts(raw)


def test_a_header_that_ends_too_early_asks_for_more_than_there_is() -> None:
    raw = _file()[:40]
    assert _facts(raw).want > len(raw)


def test_a_header_that_is_too_long_is_left_alone() -> None:
    raw = _file(length=MAX_HEADER + 1)
    stream = BytesIO(raw)
    assert safetensors_facts(stream, 2**40) == SafetensorsFacts()
    assert stream.tell() == 9


def test_the_longest_header_takes_little_memory() -> None:
    raw = _file(b"{" + b'"data_offsets":[0,1]' * (MAX_HEADER // 20))
    tracemalloc.start()
    try:
        _facts(raw)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4 * MAX_HEADER


def test_tampered_headers_end_in_facts_or_in_a_refusal() -> None:
    for seed in range(1_000):
        dice = random.Random(seed)
        raw = bytearray(_file())
        for _ in range(dice.randint(1, 6)):
            raw[dice.randrange(len(raw))] = dice.randrange(256)
        try:
            assert _facts(bytes(raw)).tensor_count <= 2
        except NotSafetensors:
            continue
