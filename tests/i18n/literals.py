"""Where the code asks for a translation, and where it shows words without one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHOWN_IN = sorted(
    [
        *(ROOT / "desktop" / "ui").rglob("*.py"),
        *(ROOT / "desktop").glob("program*.py"),
        ROOT / "desktop" / "session.py",
    ]
)
SHOWS = frozenset(
    {
        *("Label", "ElidedLabel", "Button", "IconButton", "Chip", "Tag", "Banner", "EmptyState"),
        *("Section", "FormField", "Command", "SearchField", "Dialog", "Fold", "Page", "addTab"),
        *("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setPlaceholderText"),
        *("setAccessibleDescription", "setTitle", "addAction", "addMenu", "addItem", "say"),
        *("set_error", "set_hint", "set_primary", "set_name", "relabel"),
    }
)
"""Calls that put words before a person."""
_WORDS = re.compile(r"[A-Za-z]{2}.*\s|^(?!Ctrl\+)[A-Z][a-z]+")
"""What reads like words: two of them, or one that begins large; names of things are small."""


def translated(path: Path) -> Iterator[tuple[str, str]]:
    """Return context and text of each call that asks for a translation."""
    yield from _walk(ast.parse(path.read_text(encoding="utf-8")), "")


def computed(path: Path) -> Iterator[int]:
    """Return the lines of calls of `tr` that are given no literal, which lupdate cannot see."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node) == "tr" and _text(node, 0) is None:
            yield node.lineno


def bare(path: Path) -> Iterator[tuple[int, str]]:
    """Return line and words of each literal that is shown without being translated."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node) in SHOWS:
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                for line, text in _shown(argument):
                    if _WORDS.search(text):
                        yield line, text


def _shown(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Return line and text of the literals that this may become, not those that it only uses."""
    match node:
        case ast.Constant(value=str(text)):
            yield node.lineno, text
        case ast.JoinedStr(values=values):
            for value in values:
                yield from _shown(value)
        case ast.IfExp(body=body, orelse=other):
            yield from _shown(body)
            yield from _shown(other)
        case ast.BoolOp(values=values):
            for value in values:
                yield from _shown(value)
        case ast.BinOp(left=left, right=right):
            yield from _shown(left)
            yield from _shown(right)
        case _:
            return


def _walk(node: ast.AST, within: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else within
        if isinstance(child, ast.Call):
            name, first, second = _name(child), _text(child, 0), _text(child, 1)
            if name == "tr" and first is not None:
                yield inner, first
            elif name in {"translate", "QT_TRANSLATE_NOOP"} and None not in (first, second):
                yield str(first), str(second)
        yield from _walk(child, inner)


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def _text(call: ast.Call, place: int) -> str | None:
    if len(call.args) <= place:
        return None
    value = call.args[place]
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None
