"""Numbers as they are typed and shown, and the places a slider has for them."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum, auto
from math import isfinite

from PySide6.QtCore import QCoreApplication, QLocale

_PLACES = 4
"""Decimals that are shown at most; Ollama computes with 32 bits."""


class NumberProblem(Enum):
    """What is wrong with a typed number."""

    NOT_A_NUMBER = auto()
    NOT_WHOLE = auto()
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """Which numbers a parameter may have; `special` is one outside of them with a meaning."""

    least: float
    most: float
    is_whole: bool = False
    special: int | None = None

    def check(self, value: float) -> NumberProblem | None:
        """Return what is wrong with a number, if anything."""
        if not isfinite(value):
            return NumberProblem.NOT_A_NUMBER
        if self.is_whole and value != int(value):
            return NumberProblem.NOT_WHOLE
        if value == self.special or self.least <= value <= self.most:
            return None
        return NumberProblem.OUTSIDE


def parse(text: str, span: Span) -> float | NumberProblem:
    """Read a number as the language writes it, or as programs do: 0,7 and 0.7, 16,384 and 16384."""
    text = text.strip().replace("\u2212", "-")
    for locale in (QLocale(), QLocale.c()):
        value, is_number = locale.toDouble(text)
        if is_number:
            problem = span.check(value)
            return problem or (int(value) if span.is_whole else value)
    return NumberProblem.NOT_A_NUMBER


def shown(value: float) -> str:
    """A number in the language's way, with as many decimals as it has, four at most."""
    text = f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")
    places = len(text.partition(".")[2])
    return QLocale().toString(float(value), "f", places)


def problem_text(problem: NumberProblem, span: Span) -> str:
    """Say what is wrong, and what can be typed."""
    match problem:
        case NumberProblem.NOT_A_NUMBER:
            return QCoreApplication.translate("Parameters", "This is not a number.")
        case NumberProblem.NOT_WHOLE:
            return QCoreApplication.translate("Parameters", "It has to be a whole number.")
        case NumberProblem.OUTSIDE if span.special is None:
            text = QCoreApplication.translate("Parameters", "It can be {least} to {most}.")
        case NumberProblem.OUTSIDE:
            text = QCoreApplication.translate(
                "Parameters", "It can be {special}, or {least} to {most}."
            )
    special = "" if span.special is None else shown(span.special)
    return text.format(least=shown(span.least), most=shown(span.most), special=special)


def even(least: float, most: float, step: float) -> tuple[float, ...]:
    """Return a slider's places, each as far from the next."""
    count = round((most - least) / step)
    return tuple(round(least + place * step, _PLACES) for place in range(count + 1))


def doubling(least: int, most: int) -> tuple[float, ...]:
    """Return the powers of two from `least` on, and `most` as the last place."""
    places = [float(least)]
    while places[-1] * 2 < most:
        places.append(places[-1] * 2)
    return (*places, float(most)) if most > least else (float(most),)


def nearest(places: tuple[float, ...], value: float) -> int:
    """Return which place is the closest to a number."""
    after = min(bisect_left(places, value), len(places) - 1)
    before = max(0, after - 1)
    return before if value - places[before] < places[after] - value else after
