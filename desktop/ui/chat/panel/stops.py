"""Stop sequences as lines of text: what is not seen is written with a backslash."""

import re

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nrt\\]))")


def written(stops: tuple[str, ...]) -> str:
    """Return them one per line."""
    return "\n".join("".join(map(_escaped, stop)) for stop in stops)


def read(text: str) -> tuple[str, ...]:
    r"""Return what the lines say, the empty ones left out; \n, \t, \\ and \u200b are read."""
    return tuple(_ESCAPE.sub(_letter, line) for line in text.split("\n") if line)


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    is_seen = letter.isprintable() or ord(letter) > 0xFFFF
    return letter if is_seen else f"\\u{ord(letter):04x}"


def _letter(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)) if match[1] else _LETTERS[match[2]]
