"""A text read as JSON without losing anything: numbers as written, keys that stand there twice.

A model wrote it, so it may be megabytes, a thousand lists deep or no JSON at all.
"""

import json
from collections.abc import Iterable
from typing import Any, NoReturn, TypeAlias, cast

from desktop.domain.model import JsonValue

LARGEST = 2_000_000
"""Characters of a text that is still read, in a tenth of a second or so."""
DEEPEST = 200
"""Brackets within brackets; whoever walks through a document may do so by recursion."""


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
    found: Node = _parsed(text, as_written=True)
    _measure(found)
    return found


def plain(text: str) -> JsonValue:
    """Return what the text says as plain values; the last of two members with one key counts.

    Raises NotJson.
    """
    found: JsonValue = _parsed(text, as_written=False)
    _measure(found)
    return found


def written(node: Node) -> str:
    """Return a part of a document as JSON again, in one line."""
    match node:
        case Number():
            return str(node)
        case Members():
            members = (f"{_quoted(key)}: {written(value)}" for key, value in node)
            return "{" + ", ".join(members) + "}"
        case list():
            return "[" + ", ".join(map(written, node)) + "]"
        case _:
            return _quoted(node)


def _quoted(value: str | bool | None) -> str:
    return json.dumps(value, ensure_ascii=False)


def _measure(found: object) -> None:
    """Raise NotJson for what is too deep."""
    layer, depth = [found], 0
    while layer := [inner for node in layer for inner in _inside(node)]:
        depth += 1
        if depth > DEEPEST:
            raise NotJson("too deep")


def _inside(node: object) -> Iterable[object]:
    match node:
        case Members():
            return (value for _, value in node)
        case list():
            return cast("list[object]", node)
        case dict():
            return cast("dict[str, object]", node).values()
        case _:
            return ()


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
