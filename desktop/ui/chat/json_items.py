"""The rows of a JSON document, made only where somebody looks."""

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from desktop.chat.json_document import Members, Node, Number, written

PIECE = 100
"""A longer list or object is shown in pieces of this many entries, or of a hundred times that."""
LONGEST = 300
"""Characters of a text that a row shows."""

Kind: TypeAlias = Literal["object", "list", "text", "number", "word", "piece"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a long list or object, from `start` up to `stop`."""

    whole: "list[Any]"
    start: int
    stop: int


@dataclass(slots=True)
class Item:
    """One row. `parent` and `children` are numbers of items; None is not looked at yet.

    `key` is None where there is none; an index is a key that is no text.
    """

    parent: int
    row: int
    key: str | int | None
    value: "Node | Piece"
    is_repeated: bool = False
    children: tuple[int, ...] | None = None

    @property
    def kind(self) -> Kind:
        match self.value:
            case Piece():
                return "piece"
            case Members():
                return "object"
            case list():
                return "list"
            case Number():
                return "number"
            case str():
                return "text"
            case _:
                return "word"

    @property
    def count(self) -> int:
        """How many entries lie in it."""
        match self.value:
            case Piece(start=start, stop=stop):
                return stop - start
            case list():
                return len(self.value)
            case _:
                return 0

    @property
    def text(self) -> str:
        """A value without entries as it is written in JSON, cut where it is long."""
        match self.value:
            case Piece() | list():
                return ""
            case Number():
                return _cut(str(self.value))
            case str():
                return _cut(written(self.value[:LONGEST]), is_cut=len(self.value) > LONGEST)
            case _:
                return written(self.value)


class Items:
    """Numbers every row that was looked at; number 0 is the document, which has no row itself."""

    def __init__(self, document: Node) -> None:
        has_rows = isinstance(document, list) and bool(document)
        self._is_alone = not has_rows
        self._items = [Item(-1, 0, None, document if has_rows else [document])]

    def __getitem__(self, number: int) -> Item:
        return self._items[number]

    def children(self, number: int) -> tuple[int, ...]:
        """Return what lies in an item, making it where it is looked at for the first time."""
        item = self._items[number]
        if item.children is None:
            first = len(self._items)
            self._items += self._made(number, item)
            item.children = tuple(range(first, len(self._items)))
        return item.children

    def _made(self, number: int, item: Item) -> list[Item]:
        if not item.count:
            return []
        whole, start, stop = _span(item)
        if stop - start > PIECE:
            step = PIECE if stop - start <= PIECE * PIECE else PIECE * PIECE
            starts = range(start, stop, step)
            pieces = [Piece(whole, first, min(first + step, stop)) for first in starts]
            return [Item(number, row, None, piece) for row, piece in enumerate(pieces)]
        if isinstance(whole, Members):
            seen = {key for key, _ in whole[:start]}
            return self._members(number, whole[start:stop], seen)
        is_alone = self._is_alone and number == 0
        return [
            Item(number, row, None if is_alone else start + row, value)
            for row, value in enumerate(whole[start:stop])
        ]

    def _members(self, number: int, members: "list[tuple[str, Any]]", seen: set[str]) -> list[Item]:
        items: list[Item] = []
        for row, (key, value) in enumerate(members):
            items.append(Item(number, row, key, value, is_repeated=key in seen))
            seen.add(key)
        return items


def _span(item: Item) -> "tuple[list[Any], int, int]":
    match item.value:
        case Piece(whole=whole, start=start, stop=stop):
            return whole, start, stop
        case list():
            return item.value, 0, len(item.value)
        case _:
            return [], 0, 0


def _cut(text: str, *, is_cut: bool = False) -> str:
    return text[:LONGEST] + "…" if is_cut or len(text) > LONGEST else text
