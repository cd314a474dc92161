"""Which parts of a markdown text are code, line by line and within lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator

_FENCE = re.compile(
    r"^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:(`{3,})[^`\n]*|(~{3,})[^\n]*)$", re.MULTILINE
)
_BLANK = re.compile(r"\n[ \t>]*(?=\n)")
_RUN = re.compile(r"`+")


def paragraphs(source: str) -> Iterator[tuple[int, int]]:
    """Yield where stretches of text begin and end that no fence and no blank line divides."""
    for start, end in _outside_fences(source):
        at = start
        for blank in _BLANK.finditer(source, start, end):
            yield at, blank.start()
            at = blank.end()
        yield at, end


def _outside_fences(source: str) -> Iterator[tuple[int, int]]:
    """Yield what is not in a fence, be it in a list or a quote; one left open takes all."""
    at = 0
    while (opened := _FENCE.search(source, at)) is not None:
        yield at, opened.start()
        mark = opened[1] or opened[2]
        closing = re.compile(rf"^[ \t>]*{re.escape(mark)}{mark[0]}*[ \t]*$", re.MULTILINE)
        closed = closing.search(source, opened.end())
        if closed is None:
            return
        at = closed.end()
    yield at, len(source)


class CodeSpans:
    """The backticks of one paragraph. A span ends at the next run of the same length."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._runs: dict[int, list[int]] = {}
        for run in _RUN.finditer(text, start, end):
            self._runs.setdefault(len(run[0]), []).append(run.start())

    def end_of(self, start: int, length: int) -> int:
        """Return where the span ends that this run begins; after the run if it begins none."""
        starts = self._runs.get(length, [])
        following = bisect_right(starts, start)
        return starts[following] + length if following < len(starts) else start + length
