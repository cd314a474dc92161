"""The text in which Prometheus exporters give their figures, read within bounds."""

import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

MAX_LINE = 8192
"""Bytes of a line; a longer one is left out."""
MAX_SAMPLES = 20_000
# Nothing here gives back what it has taken (`++`, `*+`), so that no line takes long to refuse.
_QUOTED = r'"((?:[^"\\]++|\\.)*+)"'
_SAMPLE = re.compile(
    rf"([A-Za-z_:][\w:]*+)\s*+(?:\{{((?:[^\"{{}}]++|{_QUOTED})*+)\}})?\s*+(\S++)(?:\s++-?\d++)?\s*+",
    re.ASCII,
)
_LABEL = re.compile(rf"\s*+([A-Za-z_]\w*+)\s*+=\s*+{_QUOTED}\s*+(?:,|$)", re.ASCII)
_NAME = re.compile(rb"[A-Za-z_:][\w:]*+")
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Metric:
    """One figure of a name, with its labels."""

    name: str
    value: float
    labels: Mapping[str, str] = field(default_factory=dict[str, str])


def parse_metrics(text: bytes, wanted: Collection[str]) -> tuple[Metric, ...]:
    """Return the figures of some names; what is no figure, or not in the format, is left out.

    The format is that of prometheus.io's "text-based format"; OpenMetrics
    differs in what is left out here. NaN and infinity count as not told.
    """
    found: list[Metric] = []
    names = {name.encode() for name in wanted}
    for line in text.split(b"\n"):
        if len(found) >= MAX_SAMPLES:
            break
        name = _NAME.match(line)
        if name is None or name[0] not in names or len(line) > MAX_LINE:
            continue
        if (metric := _metric(line.decode(errors="replace"))) is not None:
            found.append(metric)
    return tuple(found)


def _metric(line: str) -> Metric | None:
    if (match := _SAMPLE.fullmatch(line)) is None:
        return None
    value = number(match[4])
    return None if value is None else Metric(match[1], value, dict(_labels(match[2] or "")))


def number(text: str) -> float | None:
    """Return a finite number, or None. Python's own extras, such as 1_000, are none."""
    if "_" in text or len(text) > 64:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _labels(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    while (match := _LABEL.match(text, place)) is not None and match.end() > place:
        yield match[1], _ESCAPE.sub(lambda each: "\n" if each[1] == "n" else each[1], match[2])
        place = match.end()
