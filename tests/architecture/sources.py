"""The program's own source, parsed once, for tests that read it."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

N = TypeVar("N", bound=ast.AST)
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the root, its text and what stands in its syntax tree."""

    path: str
    text: str
    nodes: Mapping[type[ast.AST], Sequence[ast.AST]]

    def all(self, *kinds: type[N]) -> Iterator[N]:
        """Everything of these kinds; the tree itself was walked through once, for every test."""
        for kind in kinds:
            yield from cast("Sequence[N]", self.nodes.get(kind, ()))

    def calls(self) -> Iterator[ast.Call]:
        return self.all(ast.Call)

    def at(self, node: ast.AST) -> str:
        """Where something stands, as an editor understands it."""
        return f"{self.path}:{getattr(node, 'lineno', 0)}"


@cache
def sources(folder: str) -> tuple[Source, ...]:
    """Return every Python file below a folder of the root."""
    return tuple(_read(path) for path in sorted((ROOT / folder).rglob("*.py")))


def called(call: ast.Call) -> str:
    """Return the last part of what is called: `tr` for `self.tr(…)`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    nodes: defaultdict[type[ast.AST], list[ast.AST]] = defaultdict(list)
    for node in ast.walk(ast.parse(text)):
        nodes[type(node)].append(node)
    return Source(path.relative_to(ROOT).as_posix(), text, nodes)
