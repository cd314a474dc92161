"""Changes one part of a Modelfile's text and leaves every other character where it is."""

from collections.abc import Sequence

from desktop.domain.modelfile import INSTRUCTIONS, MODEL, Command, Parsed, parse
from desktop.domain.modelfile_writing import write_one

ORDER = ("from", "adapter", "parameter", "template", "system", "message", "license")
"""Where a new instruction goes: behind the last one of its own kind, or of a kind before it."""


def value_of(parsed: Parsed, name: str) -> str | None:
    """Return the value that counts, which is the last one; None if there is none."""
    found = values_of(parsed, name)
    return found[-1] if found else None


def values_of(parsed: Parsed, name: str) -> tuple[str, ...]:
    """Return every value of a part that may come several times."""
    return tuple(command.value for command in _named(parsed, name))


def set_value(text: str, name: str, value: str | None) -> str:
    """Return the text with this value of a part that counts once; None takes it out.

    The place that counts is changed; earlier ones, which were without effect, stay.

    Raises:
        Unwritable: no Modelfile can hold the value.
    """
    places = _named(parse(text), name)
    if value is None:
        return _without(text, places)
    if not places:
        return _inserted(text, name, [value])
    return _replaced(text, places[-1], name, value)


def set_values(text: str, name: str, values: Sequence[str]) -> str:
    """Return the text with exactly these values of a part that may come several times.

    Raises:
        Unwritable: no Modelfile can hold one of the values.
    """
    places = _named(parse(text), name)
    if len(values) > len(places):
        text = _inserted(text, name, values[len(places) :])
    else:
        text = _without(text, places[len(values) :])
    for place, value in reversed(list(zip(places, values, strict=False))):
        text = _replaced(text, place, name, value)
    return text


def remove_one(text: str, name: str, place: int) -> str:
    """Return the text without one value of a part that comes several times, counted from 0."""
    return _without(text, _named(parse(text), name)[place : place + 1])


def _named(parsed: Parsed, name: str) -> list[Command]:
    """Return the commands of that part: a SYSTEM, and no parameter that is called so too."""
    instruction = "from" if name == MODEL else name
    keyword = instruction if instruction in INSTRUCTIONS else "parameter"
    return [one for one in parsed.commands if one.name == name and one.keyword == keyword]


def _replaced(text: str, place: Command, name: str, value: str) -> str:
    """Write a value anew; one that is there already keeps its quotes and spaces."""
    if place.value == value:
        return text
    return text[: place.span.start] + write_one(name, value).rstrip("\n") + text[place.span.end :]


def _without(text: str, places: Sequence[Command]) -> str:
    """Take lines out together with the end of each."""
    for place in reversed(places):
        end = place.span.end
        if text[end : end + 2] == "\r\n":
            end += 2
        elif text[end : end + 1] in {"\n", "\r"}:
            end += 1
        text = text[: place.span.start] + text[end:]
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
