"""Headers that were tampered with: 100,000 of them with `full`, and some always."""

import random
import struct
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pytest

from desktop.domain.gguf import NotGguf, read_stream
from desktop.domain.gguf_facts import facts_of
from desktop.domain.gguf_stream import Fault
from tests.gguf_files import MODEL, TINY, gguf

pytestmark = pytest.mark.no_cover  # The same lines a thousand times: test_gguf has them.
MEGABYTE = 1024 * 1024
LIMIT = 16 * MEGABYTE
NASTY = (0, 1, 0xFF, 0x7FFFFFFF, 0x80000000, 2**31, 2**32 - 1, 2**40, 2**63 - 1, 2**63, 2**64 - 1)


_SHORT = {
    **MODEL,
    "general.name": "short",
    "general.alignment": 32,
    "rope.freq_base": 10000.0,
    "tokenizer.ggml.tokens": ["<unk>", "<s>", "</s>", "a"],
    "tokenizer.ggml.token_type": [2, 3, 3, 1],
    "tokenizer.chat_template": "{% for m in messages %}{{ m['content'] }}{% endfor %}",
    "is_a_test": True,
}
"""Little of everything, so that most changes hit something other than a token."""


@cache
def _vocabulary() -> bytes:
    """A header as large models have it: 150,000 tokens, their types, and as many merges."""
    tokens = [f"token{number}" for number in range(150_000)]
    merges = [f"to ken{number}" for number in range(150_000)]
    lists = {"tokenizer.ggml.tokens": tokens, "tokenizer.ggml.merges": merges}
    types = {"tokenizer.ggml.token_type": [1] * 150_000}
    return gguf({**MODEL, **lists, **types})


class Watched(BytesIO):
    """Counts what is read of it, and keeps the most that was asked for at once."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(raw)
        self.read_bytes = 0
        self.largest = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size >= 0
        raw = super().read(size)
        self.read_bytes += len(raw)
        self.largest = max(self.largest, size)
        return raw


def _mutated(seed: int) -> tuple[bytes, int]:
    """Return a header, and the size that its file is said to have."""
    dice = random.Random(seed)
    raw = bytearray(_header(dice))
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(raw))
        match dice.randrange(5):
            case 0:
                raw[at] = dice.randrange(256)
            case 1:
                raw[at : at + 8] = struct.pack("<Q", dice.choice(NASTY))
            case 2:
                raw[at : at + 4] = struct.pack("<I", dice.choice(NASTY) & 0xFFFFFFFF)
            case 3:
                del raw[at : at + dice.randint(1, 64)]
            case _:
                raw[at:at] = raw[at : at + dice.randint(1, 64)]
    size = len(raw) if dice.random() < 0.5 else dice.choice((len(raw) // 2, 2**40, 2**63))
    return bytes(raw), size


def _header(dice: random.Random) -> bytes:
    chance = dice.random()
    if chance < 0.0005:
        return _vocabulary()
    if chance < 0.2:
        return _tiny()
    return gguf(_SHORT, version=dice.choice((1, 2, 3)), order=dice.choice("<>"))


@cache
def _tiny() -> bytes:
    """The real file up to its weights, most of which are tokens."""
    return TINY.read_bytes()[:12_800]


def _read(raw: bytes, size: int) -> Watched:
    stream = Watched(raw)
    try:
        facts = facts_of(stream, size)
    except NotGguf:
        return stream
    assert facts.parameter_count >= 0
    return stream


def _check(seeds: range) -> float:
    """Read mutated headers and return how long the slowest took, in seconds of this thread."""
    slowest = 0.0
    for seed in seeds:
        raw, size = _mutated(seed)
        began = time.thread_time()
        stream = _read(raw, size)
        slowest = max(slowest, time.thread_time() - began)
        assert stream.read_bytes <= LIMIT, seed
        assert stream.largest <= LIMIT, seed
    return slowest


def _peak(seeds: range) -> int:
    """Read mutated headers and return the most memory that one of them took, in bytes."""
    peak = 0
    tracemalloc.start()
    try:
        for seed in seeds:
            raw, size = _mutated(seed)
            before, _ = tracemalloc.get_traced_memory()
            tracemalloc.reset_peak()
            _read(raw, size)
            peak = max(peak, tracemalloc.get_traced_memory()[1] - before)
    finally:
        tracemalloc.stop()
    return peak


def test_tampered_headers_end_in_facts_or_in_a_refusal() -> None:
    _check(range(3_000))


def test_tampered_headers_take_little_memory() -> None:
    assert _peak(range(400)) < LIMIT


@pytest.mark.full
@pytest.mark.timeout(900)
def test_a_hundred_thousand_tampered_headers(capsys: pytest.CaptureFixture[str]) -> None:
    slowest = _check(range(100_000))
    peak = _peak(range(100_000))
    with capsys.disabled():
        said = f"slowest header: {slowest * 1000:.1f} ms, most memory: {peak / MEGABYTE:.1f} MB"
        sys.stdout.write(f"\n{said}\n")
    assert peak < LIMIT


def test_a_large_vocabulary_is_counted_and_not_kept() -> None:
    raw = _vocabulary()
    tracemalloc.start()
    try:
        facts = facts_of(BytesIO(raw), len(raw))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert facts.tokenizer.tokens == 150_000
    assert not facts.problems
    assert peak < MEGABYTE


@pytest.mark.parametrize(
    "make",
    [
        lambda: gguf({**MODEL, "a": ["x" * 40_000] * 600}, {}),
        lambda: gguf({f"key{number}": "x" * 30_000 for number in range(200)}, {}),
        lambda: (
            b"GGUF"
            + struct.pack("<IQQ", 3, 0, 1)
            + struct.pack("<Q3sIIQ", 3, b"key", 9, 8, 2**21)
            + bytes(2**24)
        ),
    ],
    ids=["texts read for long", "texts kept", "empty texts"],
)
def test_a_header_without_end_is_given_up(make: Callable[[], bytes]) -> None:
    raw = make()
    stream = Watched(raw)
    header = read_stream(stream, len(raw))
    assert header.problem is not None
    assert header.problem.fault is Fault.TOO_LONG
    assert stream.read_bytes <= LIMIT


@pytest.mark.parametrize(
    "make",
    [
        lambda: gguf({f"k{number}": [1] * 9 for number in range(4_000)}, {}),
        lambda: gguf({f"k{number}": "\u4e00" * 80_000 for number in range(4)}, {}),
        lambda: gguf(tensors={f"t{number}": [1, 1, 1, 1] for number in range(20_000)}, data=b""),
    ],
    ids=["keys", "texts", "tensors"],
)
def test_as_much_as_is_allowed_takes_little_memory(make: Callable[[], bytes]) -> None:
    raw = make()
    tracemalloc.start()
    try:
        facts_of(BytesIO(raw), len(raw))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak - len(raw) < LIMIT // 2


def test_lists_within_lists_cannot_multiply() -> None:
    inner = struct.pack("<IQ", 4, 0)
    raw = b"GGUF" + struct.pack("<IQQ", 3, 0, 1) + struct.pack("<Q3sI", 3, b"key", 9)
    raw += struct.pack("<IQ", 9, 2**20) + inner * 2**20
    header = read_stream(BytesIO(raw), len(raw))
    assert header.problem is not None
    assert header.problem.fault is Fault.IMPOSSIBLE
