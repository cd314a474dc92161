"""How well a few typed letters fit a text, and which of its letters they are."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SIGNS = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts without spaces: a run of them is a piece of its own, as in 卸载qwen."""
_PIECE = re.compile(rf"[{_SIGNS}]+|[^\s{_SIGNS}]+")
_LONGEST = 200
_BEGIN, _WORD, _INSIDE, _ALIAS, _LOOSE = 0, 1, 2, 3, 6
"""What a piece costs by where it is found: less is better."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What a text costs for what was typed (less is better), and where its letters stand."""

    cost: int
    places: tuple[tuple[int, int], ...] = ()


def folded(text: str) -> str:
    """Return a text as it is compared: without case and full width, each letter in its place."""
    if text.isascii():
        return text.lower()
    return "".join(_plain(letter) for letter in text)


def pieces(typed: str) -> tuple[str, ...]:
    """Return the words of what was typed; all of them have to be found."""
    return tuple(_PIECE.findall(folded(typed[:_LONGEST])))


def fit(parts: tuple[str, ...], text: str, alias: str = "", *, loosely: bool = False) -> Fit | None:
    """Return how folded pieces fit a folded text, None where one of them is not in it.

    `alias` are words that are not shown, such as a command's key: a person who
    knows the English name finds it too. `loosely` takes letters that only
    follow each other, as "gm3" does in gemma3.
    """
    cost, places = 0, list[tuple[int, int]]()
    for part in parts:
        at = text.find(part)
        if at >= 0:
            at, found = _best(part, text, at)
            cost += found
            places.append((at, len(part)))
        elif alias and part in alias:
            cost += _ALIAS
        elif loosely and (spread := _spread(part, text)):
            cost += _LOOSE + spread[-1][0] - spread[0][0]
            places += spread
        else:
            return None
    return Fit(cost, tuple(sorted(places)))


def _best(part: str, text: str, at: int) -> tuple[int, int]:
    """Return where a piece stands best, and what that costs."""
    if at == 0:
        return 0, _BEGIN
    place = at
    while place > 0:
        if not text[place - 1].isalnum() or not part.isascii():
            return place, _WORD
        place = text.find(part, place + 1)
    return at, _INSIDE


def _spread(part: str, text: str) -> list[tuple[int, int]]:
    found = _loose(part).search(text) if len(part) > 1 else None
    return [(found.start(group), 1) for group in range(1, len(part) + 1)] if found else []


@lru_cache(maxsize=64)
def _loose(part: str) -> re.Pattern[str]:
    return re.compile(".*?".join(f"({re.escape(letter)})" for letter in part[:40]))


def _plain(letter: str) -> str:
    """Fold one letter into one, so that places stay what they are."""
    plain = unicodedata.normalize("NFKC", letter).casefold()
    return plain if len(plain) == 1 else letter
