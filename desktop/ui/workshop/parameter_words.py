"""What each parameter does, in a line, and which values make sense for it."""

from math import isfinite

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from desktop.domain.parameters import (
    DEPRECATED,
    PARAMETERS,
    BadValue,
    Kind,
    Parameter,
    is_sensible,
    read_value,
)
from desktop.ui import units

CONTEXT = "num_ctx"
_HELP: dict[str, object] = {
    "temperature": QT_TRANSLATE_NOOP("Parameters", "How freely it chooses; 0 is the likeliest"),
    "top_p": QT_TRANSLATE_NOOP("Parameters", "Only the likeliest words, up to this share"),
    "top_k": QT_TRANSLATE_NOOP("Parameters", "Only so many of the likeliest words"),
    "min_p": QT_TRANSLATE_NOOP("Parameters", "Only words this likely beside the likeliest"),
    "typical_p": QT_TRANSLATE_NOOP("Parameters", "Words as surprising as is usual; 1 is off"),
    "num_ctx": QT_TRANSLATE_NOOP("Parameters", "Tokens it can look back on; takes memory"),
    "num_predict": QT_TRANSLATE_NOOP("Parameters", "Tokens of an answer at most; -1 is no limit"),
    "stop": QT_TRANSLATE_NOOP("Parameters", "A text at which the answer ends"),
    "seed": QT_TRANSLATE_NOOP("Parameters", "Same number, same answer; -1 is random"),
    "repeat_penalty": QT_TRANSLATE_NOOP("Parameters", "Above 1, fewer repetitions"),
    "repeat_last_n": QT_TRANSLATE_NOOP("Parameters", "Tokens back in which it sees repetitions"),
    "presence_penalty": QT_TRANSLATE_NOOP("Parameters", "Above 0, more new subjects"),
    "frequency_penalty": QT_TRANSLATE_NOOP("Parameters", "Above 0, frequent words become rarer"),
    "num_keep": QT_TRANSLATE_NOOP("Parameters", "First tokens that stay in a full context"),
    "num_batch": QT_TRANSLATE_NOOP("Parameters", "Tokens of a prompt that are read at once"),
    "num_gpu": QT_TRANSLATE_NOOP("Parameters", "Layers on the GPU; -1 is automatic"),
    "main_gpu": QT_TRANSLATE_NOOP("Parameters", "The GPU for what is not shared out"),
    "num_thread": QT_TRANSLATE_NOOP("Parameters", "Threads of the CPU; 0 is automatic"),
    "draft_num_predict": QT_TRANSLATE_NOOP("Parameters", "Tokens that a draft model guesses ahead"),
    "use_mmap": QT_TRANSLATE_NOOP("Parameters", "Whether the file is mapped, not read"),
}


def help_line(name: str) -> str:
    """Return in a few words what a parameter does; "" for one that Ollama does not know."""
    return QCoreApplication.translate("Parameters", str(_HELP[name])) if name in _HELP else ""


def range_words(name: str, context: int = 0) -> str:
    """Return which values a parameter takes; `context` is the base's, in tokens, 0 if unknown."""
    parameter = PARAMETERS[name]
    match parameter.kind:
        case Kind.TEXTS:
            return QCoreApplication.translate("Parameters", "A text")
        case Kind.SWITCH:
            return QCoreApplication.translate("Parameters", "Either true or false")
        case Kind.WHOLE | Kind.REAL:
            return _number_words(parameter, context if name == CONTEXT else 0)


def value_problem(name: str, text: str, context: int = 0) -> str:
    """Return why a value cannot be used, and what can; "" if it can."""
    if name in DEPRECATED:
        return ""
    if name not in PARAMETERS:
        return QCoreApplication.translate("Parameters", "Ollama knows no parameter of this name")
    try:
        read_value(name, text)
    except BadValue:
        return range_words(name, context)
    return ""


def value_warning(name: str, text: str, context: int = 0) -> str:
    """Return what a value that can be used makes one wonder about; "" if nothing."""
    if name in DEPRECATED:
        return QCoreApplication.translate("Parameters", "Has no effect any more")
    if name not in PARAMETERS or value_problem(name, text):
        return ""
    value = read_value(name, text)
    if value == "":
        return QCoreApplication.translate("Parameters", "Empty: nothing would stop")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    if name == CONTEXT and context and value > context:
        text = QCoreApplication.translate("Parameters", "More than the {most} of this model")
        return text.format(most=units.number(context))
    if is_sensible(name, value):
        return ""
    text = QCoreApplication.translate("Parameters", "Unusual. {range}")
    return text.format(range=range_words(name, context))


def first_value(name: str, context: int = 0) -> str:
    """Return what to write for a parameter that is added: its default, where it has one."""
    parameter = PARAMETERS[name]
    if name == CONTEXT:
        return str(min(8192, context) if context else 8192)
    match parameter.kind:
        case Kind.TEXTS:
            return ""
        case Kind.SWITCH:
            return "true"
        case Kind.WHOLE | Kind.REAL:
            return f"{parameter.default or 0:g}"


def _number_words(parameter: Parameter, context: int) -> str:
    is_whole = parameter.kind is Kind.WHOLE
    most = context or parameter.highest
    if not (isfinite(parameter.lowest) and isfinite(most)):
        if is_whole:
            return QCoreApplication.translate("Parameters", "A whole number")
        return QCoreApplication.translate("Parameters", "A number")
    return _form(parameter, is_whole, bool(context)).format(
        least=_shown(parameter.lowest), most=_shown(most), automatic=_shown(_special(parameter))
    )


def _form(parameter: Parameter, is_whole: bool, is_of_model: bool) -> str:
    if is_of_model:
        return QCoreApplication.translate(
            "Parameters", "A whole number, {least} to {most} for this model"
        )
    if parameter.automatic is not None:
        return QCoreApplication.translate(
            "Parameters", "A whole number, {least} to {most}, or {automatic}"
        )
    if is_whole:
        return QCoreApplication.translate("Parameters", "A whole number, {least} to {most}")
    return QCoreApplication.translate("Parameters", "A number, {least} to {most}")


def _special(parameter: Parameter) -> float:
    return parameter.automatic if parameter.automatic is not None else 0


def _shown(value: float) -> str:
    """A number in the language's way, with the decimals it has."""
    places = len(f"{value:g}".partition(".")[2]) if value != int(value) else 0
    return QLocale().toString(float(value), "f", places)
