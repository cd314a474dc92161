"""What could be written at a place of a Modelfile: the grammar's own question, for completion."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.domain.modelfile import INSTRUCTIONS
from desktop.domain.parameters import PARAMETERS, Kind
from desktop.ui.workshop.editor.standing import Standing
from desktop.ui.workshop.editor.template import Part, pieces


class Wanted(Enum):
    """What kind of word is being written."""

    INSTRUCTION = auto()
    PARAMETER = auto()
    ROLE = auto()
    MODEL = auto()
    SWITCH = auto()
    TEMPLATE = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What is wanted, and what of it is there already, right before the cursor."""

    wanted: Wanted
    begun: str


def place_of(line: str, column: int, start: Standing) -> Place | None:
    """Return what is wanted at that character of a line that begins like that; None if free text.

    Nothing is wanted in a comment or in the text of a SYSTEM or MESSAGE.
    """
    before = line[:column]
    if start.is_open:
        return _in_template(before, 0, start.is_in_action) if start.keyword == "template" else None
    head = before.lstrip(" \t")
    if _is_word(head):
        return Place(Wanted.INSTRUCTION, head)
    word, rest = _divided(head)
    if rest is None or word.lower() not in INSTRUCTIONS:
        return None
    return _in_value(word.lower(), rest, before)


def _in_value(keyword: str, rest: str, before: str) -> Place | None:
    match keyword:
        case "parameter":
            return _in_parameter(rest)
        case "message":
            return Place(Wanted.ROLE, rest) if _is_word(rest) else None
        case "from":
            is_name = not any(one in rest for one in ' \t"') and rest[:1] not in {"/", ".", "~"}
            return Place(Wanted.MODEL, rest) if is_name else None
        case "template":
            return _in_template(before, len(before) - len(rest), is_in_action=False)
        case _:
            return None


def _in_parameter(rest: str) -> Place | None:
    name, value = _divided(rest)
    if value is None:
        return Place(Wanted.PARAMETER, name) if _is_name(name) else None
    parameter = PARAMETERS.get(name)
    is_switch = parameter is not None and parameter.kind is Kind.SWITCH
    return Place(Wanted.SWITCH, value) if is_switch and _is_word(value) else None


def _in_template(before: str, start: int, is_in_action: bool) -> Place | None:
    """Inside of the braces, the word that a dot or a letter began."""
    found, is_open = pieces(before, start, len(before), is_in_action=is_in_action)
    if not is_open or (found and found[-1].part is Part.REMARK):
        return None
    inside = before[found[-1].start :] if found else ""
    if inside.count('"') % 2 or inside.count("`") % 2:
        return None
    at = len(before)
    while at > start and (before[at - 1].isalnum() or before[at - 1] in "._$"):
        at -= 1
    return Place(Wanted.TEMPLATE, before[at:].lstrip("$"))


def _divided(text: str) -> tuple[str, str | None]:
    """Return what stands before the first space, and what behind it, None where there is none."""
    for at, character in enumerate(text):
        if character in " \t":
            return text[:at], text[at + 1 :]
    return text, None


def _is_word(text: str) -> bool:
    return not text or (text.isascii() and text.isalpha())


def _is_name(text: str) -> bool:
    return not text or (text.isascii() and text.replace("_", "a").isalnum())
