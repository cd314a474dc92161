"""A recipe as a Modelfile again, for what came from no draft that is still there."""

from collections.abc import Iterator

from desktop.domain.model import JsonValue
from desktop.domain.modelfile import MODEL
from desktop.domain.modelfile_writing import Unwritable, write_one
from desktop.domain.recipe import Recipe


def text_of(recipe: Recipe) -> str:
    """Return a Modelfile that says the same; what none can hold is left out."""
    lines: list[str] = []
    for name, value in _commands(recipe):
        try:
            lines.append(write_one(name, value))
        except Unwritable:
            continue
    return "".join(lines)


def _commands(recipe: Recipe) -> Iterator[tuple[str, str]]:
    for base in recipe.bases:
        yield MODEL, base
    for name, value in recipe.parameters.items():
        for one in value if isinstance(value, list) else [value]:
            yield name, _written(one)
    for part, value in (
        ("adapter", recipe.adapter),
        ("draft", recipe.draft),
        ("template", recipe.template),
        ("renderer", recipe.renderer),
        ("parser", recipe.parser),
        ("requires", recipe.requires),
        ("system", recipe.system),
    ):
        if value:
            yield part, value
    for said in recipe.messages:
        yield "message", f"{said.role}: {said.content}"
    for licence in recipe.licenses:
        yield "license", licence


def _written(value: JsonValue) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value).removesuffix(".0") if isinstance(value, float) else str(value)
