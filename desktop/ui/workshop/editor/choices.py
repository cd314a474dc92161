"""What the completion offers at a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.parameters import PARAMETERS
from desktop.domain.text import visible
from desktop.ui.workshop.editor import words
from desktop.ui.workshop.editor.place import Place, Wanted
from desktop.ui.workshop.parameter_words import first_value, help_line, range_words

MOST = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """One word: how it is written, what kind of value follows, a line about it.

    `behind` is put after the word: a space where the next word follows it.
    """

    text: str
    facts: str = ""
    help: str = ""
    behind: str = ""


def choices(place: Place, models: Sequence[str]) -> tuple[Choice, ...]:
    """Return what fits, best first: what begins so, then names that have it in them."""
    begun = place.begun.lower()
    is_long = len(begun) > 1 and place.wanted in {Wanted.PARAMETER, Wanted.MODEL}
    offered = [
        one
        for one in _of(place.wanted, models)
        if one.text.lower().startswith(begun) or (is_long and begun in one.text.lower())
    ]
    offered.sort(key=lambda one: not one.text.lower().startswith(begun))
    if len(offered) == 1 and offered[0].text == place.begun:
        return ()
    return tuple(offered[:MOST])


def _of(wanted: Wanted, models: Sequence[str]) -> Iterable[Choice]:
    match wanted:
        case Wanted.INSTRUCTION:
            return _worded(words.INSTRUCTIONS, " ")
        case Wanted.PARAMETER:
            return [_parameter(name) for name in PARAMETERS]
        case Wanted.ROLE:
            return _worded(words.ROLES, " ")
        case Wanted.SWITCH:
            return _worded(words.SWITCHES)
        case Wanted.TEMPLATE:
            return _worded(words.TEMPLATE)
        case Wanted.MODEL:
            return [Choice(name) for name in models if name == visible(name)]


def _worded(table: dict[str, object], behind: str = "") -> list[Choice]:
    return [Choice(name, help=words.meaning(table, name), behind=behind) for name in table]


def _parameter(name: str) -> Choice:
    return Choice(name, range_words(name), _about(name), " ")


def _about(name: str) -> str:
    """Return what a parameter does and what it is without a line of its own."""
    if PARAMETERS[name].default is None:
        return help_line(name)
    text = QCoreApplication.translate("Modelfile", "{help}. Without it: {value}")
    return text.format(help=help_line(name), value=first_value(name))
