import time

import pytest

from desktop.ollama.errors import TooLarge
from desktop.ollama.ndjson import MAX_LINE, LineSplitter

DATA = '{"a":"x\u0085y\u2028z"}\n\n{"b":1}\n'.encode()


@pytest.mark.parametrize("size", [1, 3, len(DATA)])
def test_only_a_newline_ends_a_line(size: int):
    splitter = LineSplitter()
    chunks = [DATA[start : start + size] for start in range(0, len(DATA), size)]
    lines = [line for chunk in chunks for line in splitter.feed(chunk)]
    assert lines == DATA.split(b"\n")[:-1]


def test_what_comes_after_the_last_newline_is_kept_and_given_once():
    splitter = LineSplitter()
    assert splitter.feed(b"a\nb") == [b"a"]
    assert splitter.rest() == b"b"
    assert splitter.rest() == b""


def test_a_line_that_never_ends_is_refused():
    splitter = LineSplitter()
    splitter.feed(b"x" * MAX_LINE)
    with pytest.raises(TooLarge):
        splitter.feed(b"x")


def test_the_cap_is_that_of_one_line():
    splitter = LineSplitter(max_line=4)
    assert splitter.feed(b"aaaa\nbbbb\nccc") == [b"aaaa", b"bbbb"]


def test_a_long_line_in_small_chunks_costs_no_more_than_its_length():
    def seconds(chunks: int) -> float:
        splitter = LineSplitter()
        start = time.process_time()
        for _ in range(chunks):
            splitter.feed(b"x" * 50)
        splitter.rest()
        return time.process_time() - start

    small = min(seconds(10_000) for _ in range(3))
    assert seconds(80_000) < 40 * small
