"""Changes one part of a Modelfile's text and leaves every other character where it is."""

from collections.abc import Sequence

from desktop.domain.modelfile import Command, Parsed, Span, parse
from desktop.domain.modelfile_writing import write_one

ORDER = ("from", "adapter", "parameter", "template", "system", "message", "license")
"""Where a new instruction goes: behind the last one of its own kind, or of a kind before it."""


def value_of(parsed: Parsed, name: str) -> str | None:
    """Return the value that counts, which is the last one; None if there is none."""
    found = [command.value for command in parsed.commands if command.name == name]
    return found[-1] if found else None


def values_of(parsed: Parsed, name: str) -> tuple[str, ...]:
    """Return every value of a part that may come several times."""
    return tuple(command.value for command in parsed.commands if command.name == name)


def set_value(text: str, name: str, value: str | None) -> str:
    """Return the text with this value of a part that counts once; None takes it out.

    The place that counts is changed; earlier ones, which were without effect, stay.

    Raises:
        Unwritable: no Modelfile can hold the value.
    """
    places = _places(text, name)
    if value is None:
        return _without(text, places)
    if not places:
        return _inserted(text, name, [value])
    return _replaced(text, places[-1], write_one(name, value).rstrip("\n"))


def set_values(text: str, name: str, values: Sequence[str]) -> str:
    """Return the text with exactly these values of a part that may come several times.

    Raises:
        Unwritable: no Modelfile can hold one of the values.
    """
    places = _places(text, name)
    lines = [write_one(name, value).rstrip("\n") for value in values]
    if len(values) > len(places):
        text = _inserted(text, name, values[len(places) :])
    else:
        text = _without(text, places[len(values) :])
    for place, line in reversed(list(zip(places, lines, strict=False))):
        text = _replaced(text, place, line)
    return text


def _places(text: str, name: str) -> list[Span]:
    return [command.span for command in parse(text).commands if command.name == name]


def _replaced(text: str, span: Span, line: str) -> str:
    return text[: span.start] + line + text[span.end :]


def _without(text: str, places: Sequence[Span]) -> str:
    """Take lines out together with the end of each."""
    for span in reversed(places):
        end = span.end
        if text[end : end + 2] == "\r\n":
            end += 2
        elif text[end : end + 1] in {"\n", "\r"}:
            end += 1
        text = text[: span.start] + text[end:]
    return text


def _inserted(text: str, name: str, values: Sequence[str]) -> str:
    lines = "".join(write_one(name, value) for value in values)
    before = _before(parse(text).commands, lines)
    if before is None:
        return lines + text
    head, tail = text[: before.span.end], text[before.span.end :]
    if not tail:
        return f"{head}\n{lines}"
    ending = "\r\n" if tail.startswith("\r\n") else tail[0]
    return head + ending + lines.removesuffix("\n") + tail


def _before(commands: Sequence[Command], lines: str) -> Command | None:
    """Return the command behind which new lines go."""
    keyword = lines.partition(" ")[0].lower()
    rank = ORDER.index(keyword) if keyword in ORDER else len(ORDER)
    earlier = [
        command
        for command in commands
        if command.keyword not in ORDER or ORDER.index(command.keyword) <= rank
    ]
    return earlier[-1] if earlier else None
