r"""Texts of several lines in a field of one: a line feed is written as \n."""

import re

_WRITTEN = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_READ = {written[1]: letter for letter, written in _WRITTEN.items()}
_ESCAPE = re.compile(r"\\([nrt\\])")


def written(text: str) -> str:
    """Return a text as it stands in the field."""
    return "".join(_WRITTEN.get(letter, letter) for letter in text)


def read(text: str) -> str:
    r"""Return what a field says; \n, \r, \t and \\ are read, any other stroke is one."""
    return _ESCAPE.sub(lambda match: _READ[match[1]], text)
