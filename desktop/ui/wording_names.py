"""Why a text is no name of a model or no address of a host, and what to do about it.

One sentence or two each, for the line under a field. What the person typed is
shown with its invisible characters written out.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.address import AddressProblem, BadAddress
from desktop.domain.name import MAX_PART, BadName, NameProblem
from desktop.domain.text import visible

_SHOWN = 40
"""Characters of a wrong part that are repeated; it can be a whole page that was pasted."""

_NAMES: dict[NameProblem, object] = {
    NameProblem.EMPTY: QT_TRANSLATE_NOOP("Names", "Type a name, such as llama3.2 or qwen2.5:14b."),
    NameProblem.INVISIBLE: QT_TRANSLATE_NOOP(
        "Names", "There is a character that cannot be seen, {part}. Type the name by hand."
    ),
    NameProblem.SPACE: QT_TRANSLATE_NOOP(
        "Names", "A name has no spaces. Leave out what is not part of it."
    ),
    NameProblem.NOT_ASCII: QT_TRANSLATE_NOOP(
        "Names", "“{part}” cannot stand in a name. Use the letters a to z, digits, -, _ and dots."
    ),
    NameProblem.CHARACTER: QT_TRANSLATE_NOOP(
        "Names", "“{part}” cannot stand where it is. Each part begins with a letter or a digit."
    ),
    NameProblem.TOO_LONG: QT_TRANSLATE_NOOP(
        "Names", "“{part}” is too long. A part of a name has at most {most} characters."
    ),
    NameProblem.DIGEST: QT_TRANSLATE_NOOP(
        "Names", "A digest (@sha256) cannot be asked for. Use a tag, such as :latest."
    ),
    NameProblem.PART_EMPTY: QT_TRANSLATE_NOOP(
        "Names", "A part of the name is empty. Look at both sides of each / and of the colon."
    ),
    NameProblem.PARTS: QT_TRANSLATE_NOOP(
        "Names", "These are too many parts. A name is at most registry/user/model:tag."
    ),
    NameProblem.NOT_A_MODEL_PAGE: QT_TRANSLATE_NOOP(
        "Names", "This is not the page of a model. Open the model itself, and copy that address."
    ),
}

_ADDRESSES: dict[AddressProblem, object] = {
    AddressProblem.EMPTY: QT_TRANSLATE_NOOP(
        "Names", "Type an address, such as 192.168.1.20 or tower:11434."
    ),
    AddressProblem.INVISIBLE: QT_TRANSLATE_NOOP(
        "Names", "There is a space, or a character that cannot be seen. Type the address by hand."
    ),
    AddressProblem.SCHEME: QT_TRANSLATE_NOOP(
        "Names", "{part}:// does not lead to Ollama. Use http:// or https://."
    ),
    AddressProblem.CREDENTIALS: QT_TRANSLATE_NOOP(
        "Names", "A password in the address is not kept. Leave out everything up to the @."
    ),
    AddressProblem.QUERY: QT_TRANSLATE_NOOP(
        "Names", "The address of a host ends before “{part}”. Leave that out."
    ),
    AddressProblem.FRAGMENT: QT_TRANSLATE_NOOP(
        "Names", "The address of a host ends before “{part}”. Leave that out."
    ),
    AddressProblem.HOST: QT_TRANSLATE_NOOP(
        "Names",
        "“{part}” is no name or number of a computer. Use one such as tower or 192.168.1.20.",
    ),
    AddressProblem.PORT: QT_TRANSLATE_NOOP(
        "Names", "“{part}” is no port. Use a number from 1 to 65535; Ollama's own is 11434."
    ),
}


def name_problem(bad: BadName) -> str:
    """Return what is wrong with a name, and what to type instead."""
    text = QCoreApplication.translate("Names", str(_NAMES[bad.problem]))
    return text.format(part=_short(bad.part), most=MAX_PART)


def address_problem(bad: BadAddress) -> str:
    """Return what is wrong with an address, and what to type instead."""
    text = QCoreApplication.translate("Names", str(_ADDRESSES[bad.problem]))
    return text.format(part=_short(bad.part))


def _short(part: str) -> str:
    return visible(part if len(part) <= _SHOWN else f"{part[:_SHOWN]}…")
