"""A text read as JSON without losing anything: numbers as written, keys that stand there twice.

A model wrote it, so it may be megabytes, a thousand lists deep or no JSON at all.
"""

import json
from typing import Any, NoReturn, TypeAlias

from desktop.domain.model import JsonValue

LARGEST = 2_000_000
"""Characters of a text that is still read, in a tenth of a second or so."""


class Number(str):
    """A number, as it was written: 1.10 stays 1.10, and 4,301 digits stay what they are."""

    __slots__ = ()


class Members(list[tuple[str, Any]]):
    """The members of an object in their order, of which some may have one key."""

    __slots__ = ()


Node: TypeAlias = "Members | list[Any] | str | bool | None"
"""A value of a document: Number is a str, Members a list."""


class NotJson(Exception):
    """Why a text is no JSON, in the parser's English; line and column from 1, or 0 if unknown."""

    def __init__(self, reason: str, line: int = 0, column: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.column = column


def read(text: str) -> Node:
    """Return what the text says. Raises NotJson."""
    return _parsed(text, as_written=True)


def plain(text: str) -> JsonValue:
    """Return what the text says as plain values; the last of two members with one key counts.

    Raises NotJson.
    """
    return _parsed(text, as_written=False)


def _parsed(text: str, *, as_written: bool) -> Any:
    if len(text) > LARGEST:
        raise NotJson("too long")
    try:
        if as_written:
            return json.loads(
                text,
                object_pairs_hook=Members,
                parse_int=Number,
                parse_float=Number,
                parse_constant=_refuse,
            )
        return json.loads(text, parse_constant=_refuse, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise NotJson(error.msg, error.lineno, error.colno) from error
    except RecursionError as error:
        raise NotJson("too deep") from error


def _whole(digits: str) -> int | float:
    """Python refuses to read more than 4,300 digits at once."""
    return int(digits) if len(digits) < 1000 else float(digits)


def _refuse(word: str) -> NoReturn:
    raise NotJson(f"{word} is not JSON")
