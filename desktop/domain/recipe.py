"""What a Modelfile asks for, in the fields that /api/create takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.model import JsonValue, SampleMessage
from desktop.domain.modelfile import MODEL, Command, Parsed
from desktop.domain.parameters import DEPRECATED, BadValue, read_value


@dataclass(frozen=True, slots=True)
class Recipe:
    """The parts of a model. `bases` are the FROMs, each a name or a path; so is every adapter.

    Empty is "not said". Of several systems, templates, adapters and drafts the
    last one is here, as Ollama's own client sends it; `licenses`, `messages`
    and `stop` add up. `requires` has no v before it.
    """

    bases: tuple[str, ...] = ()
    adapter: str = ""
    draft: str = ""
    template: str = ""
    system: str = ""
    licenses: tuple[str, ...] = ()
    parameters: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    messages: tuple[SampleMessage, ...] = ()
    renderer: str = ""
    parser: str = ""
    requires: str = ""


def recipe_of(parsed: Parsed) -> Recipe:
    """Return what the commands ask for; parameters that could not be sent are left out.

    Which these are is said by `modelfile_check.check`: deprecated ones, which
    Ollama's client leaves out too, and those whose name or value it refuses.
    """
    commands = parsed.commands
    return Recipe(
        bases=_all(commands, MODEL),
        adapter=_last(commands, "adapter"),
        draft=_last(commands, "draft"),
        template=_last(commands, "template"),
        system=_last(commands, "system"),
        licenses=_all(commands, "license"),
        parameters=_parameters(commands),
        messages=tuple(_message(said) for said in _all(commands, "message")),
        renderer=_last(commands, "renderer"),
        parser=_last(commands, "parser"),
        requires=_last(commands, "requires").removeprefix("v"),
    )


def _all(commands: tuple[Command, ...], name: str) -> tuple[str, ...]:
    keyword = "from" if name == MODEL else name
    return tuple(one.value for one in commands if one.keyword == keyword)


def _last(commands: tuple[Command, ...], name: str) -> str:
    found = _all(commands, name)
    return found[-1] if found else ""


def _message(said: str) -> SampleMessage:
    role, _, content = said.partition(": ")
    return SampleMessage(role, content)


def _parameters(commands: tuple[Command, ...]) -> dict[str, JsonValue]:
    found: dict[str, JsonValue] = {}
    stops: list[JsonValue] = []
    for command in commands:
        if command.keyword != "parameter" or command.name in DEPRECATED:
            continue
        try:
            value = read_value(command.name, command.value)
        except BadValue:
            continue
        if command.name == "stop":
            stops.append(value)
            value = stops
        found[command.name] = value
    return found
