"""What is wrong with a Modelfile, in words: a sentence for each trap, and what a fix says."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.modelfile import BAD_INSTRUCTION, BAD_ROLE, CUT_SHORT, NO_FROM
from desktop.domain.modelfile_check import Finding, Trap
from desktop.domain.parameters import PARAMETERS, Kind
from desktop.domain.text import visible
from desktop.ui.workshop.parameter_words import range_words

_LONGEST = 60
_SENTENCES: dict[Trap, object] = {
    Trap.SYNTAX: QT_TRANSLATE_NOOP("Traps", "Ollama cannot read this."),
    Trap.TWO_SPACES: QT_TRANSLATE_NOOP(
        "Traps", "Two spaces after PARAMETER: it would be a parameter without a name."
    ),
    Trap.EMPTY_VALUE: QT_TRANSLATE_NOOP("Traps", "{name} has no value."),
    Trap.NO_BASE: QT_TRANSLATE_NOOP("Traps", "FROM names nothing to make the model from."),
    Trap.SWALLOWED: QT_TRANSLATE_NOOP("Traps", "The open quote takes in “{said}”."),
    Trap.TEXT_BEHIND_QUOTE: QT_TRANSLATE_NOOP(
        "Traps", "Text stands behind the quote, so the quote does not end here."
    ),
    Trap.DROPPED: QT_TRANSLATE_NOOP("Traps", "Ollama drops characters that nobody sees."),
    Trap.UNKNOWN_PARAMETER: QT_TRANSLATE_NOOP("Traps", "Ollama knows no parameter {name}."),
    Trap.BAD_VALUE: QT_TRANSLATE_NOOP("Traps", "{name} wants another kind of value."),
    Trap.UNUSUAL_VALUE: QT_TRANSLATE_NOOP("Traps", "An unusual value for {name}. {range}"),
    Trap.DEPRECATED: QT_TRANSLATE_NOOP("Traps", "{name} is deprecated, and has no effect."),
    Trap.OVERRIDDEN: QT_TRANSLATE_NOOP("Traps", "{name} comes again below, and only that counts."),
    Trap.SEVERAL_ADAPTERS: QT_TRANSLATE_NOOP(
        "Traps", "Another ADAPTER comes below, and only the last one is used."
    ),
    Trap.BAD_VERSION: QT_TRANSLATE_NOOP("Traps", "REQUIRES wants a version such as 0.14.0."),
    Trap.BAD_BASE_NAME: QT_TRANSLATE_NOOP(
        "Traps", "No model can have this name, and no file is meant."
    ),
}
_KINDS: dict[Kind, object] = {
    Kind.WHOLE: QT_TRANSLATE_NOOP("Traps", "{name} wants a whole number."),
    Kind.REAL: QT_TRANSLATE_NOOP("Traps", "{name} wants a number."),
    Kind.SWITCH: QT_TRANSLATE_NOOP("Traps", "{name} wants true or false."),
    Kind.TEXTS: QT_TRANSLATE_NOOP("Traps", "{name} wants a text."),
}
_REFUSALS: dict[str, object] = {
    BAD_INSTRUCTION: QT_TRANSLATE_NOOP("Traps", "No instruction begins like this."),
    BAD_ROLE: QT_TRANSLATE_NOOP("Traps", "A message is from system, user or assistant."),
    NO_FROM: QT_TRANSLATE_NOOP("Traps", "A line with FROM is missing."),
    f"{CUT_SHORT}: ": QT_TRANSLATE_NOOP("Traps", "A value is missing behind it."),
    CUT_SHORT: QT_TRANSLATE_NOOP(
        "Traps", "The text ends too early: a quote is open, or a value missing."
    ),
}
_FIXES: dict[Trap, object] = {
    Trap.TWO_SPACES: QT_TRANSLATE_NOOP("Traps", "One space"),
    Trap.SWALLOWED: QT_TRANSLATE_NOOP("Traps", "Close the quote"),
    Trap.TEXT_BEHIND_QUOTE: QT_TRANSLATE_NOOP("Traps", "Quote the whole line"),
    Trap.DROPPED: QT_TRANSLATE_NOOP("Traps", "Take them out"),
    Trap.DEPRECATED: QT_TRANSLATE_NOOP("Traps", "Remove the line"),
    Trap.OVERRIDDEN: QT_TRANSLATE_NOOP("Traps", "Remove this one"),
}
_SAID = frozenset({Trap.SYNTAX, Trap.BAD_VALUE, Trap.DROPPED})
"""Traps whose `said` is shown as it is, beside the sentence."""


def sentence(finding: Finding) -> str:
    """Return what is wrong, in one sentence."""
    text = _form(finding)
    return text.format(
        name=visible(_shown_name(finding)), said=_short(finding.said), range=_range(finding.name)
    )


def own_words(finding: Finding) -> str:
    """Return what Ollama itself says of it, or which character it is; "" where it says nothing."""
    return visible(finding.said) if finding.trap in _SAID else ""


def fix_label(finding: Finding, value: str = "") -> str:
    """Return what the button says that mends it; `value` is the one that would be put in."""
    if finding.trap in _FIXES:
        return QCoreApplication.translate("Traps", str(_FIXES[finding.trap]))
    return QCoreApplication.translate("Traps", "Use {value}").format(value=visible(value))


def _form(finding: Finding) -> str:
    said: object = _SENTENCES[finding.trap]
    if finding.trap is Trap.SYNTAX:
        known = (words for refusal, words in _REFUSALS.items() if refusal in finding.said)
        said = next(known, said)
    if finding.trap is Trap.BAD_VALUE and finding.name in PARAMETERS:
        said = _KINDS[PARAMETERS[finding.name].kind]
    return QCoreApplication.translate("Traps", str(said))


def _shown_name(finding: Finding) -> str:
    """A FROM is called "model" among the commands; instructions are written large."""
    name = "from" if finding.name == "model" else finding.name
    is_parameter = name in PARAMETERS or finding.trap in {Trap.UNKNOWN_PARAMETER, Trap.DEPRECATED}
    return _short(name) if is_parameter else _short(name).upper()


def _range(name: str) -> str:
    if name not in PARAMETERS:
        return ""
    text = QCoreApplication.translate("Traps", "{range}.")
    return text.format(range=range_words(name))


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
