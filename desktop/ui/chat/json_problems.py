"""What is wrong with a JSON value, in one line each."""

from PySide6.QtCore import QCoreApplication

from desktop.chat.json_schema import Problem, ProblemKind


def problem_line(problem: Problem) -> str:
    """Say where it is and what is wrong, for a label: what it repeats is of foreign origin."""
    facts = {**problem.facts}
    if problem.kind not in (ProblemKind.BROKEN_SCHEMA, ProblemKind.UNSUPPORTED):
        facts["place"] = problem.place
    text = _words(problem.kind)
    return text.format(**{name: facts.get(name, "") for name in _NAMES})


_NAMES = ("place", "expected", "actual", "key", "keyword", "limit", "count")


def _words(kind: ProblemKind) -> str:
    match kind:
        case ProblemKind.TYPE:
            return QCoreApplication.translate("Json", "{place}: {actual} instead of {expected}")
        case ProblemKind.ENUM:
            return QCoreApplication.translate("Json", "{place}: {actual} is none of {expected}")
        case ProblemKind.CONST:
            return QCoreApplication.translate("Json", "{place}: {actual} is not {expected}")
        case ProblemKind.MISSING:
            return QCoreApplication.translate("Json", "{place}: {key} is missing")
        case ProblemKind.UNEXPECTED:
            return QCoreApplication.translate("Json", "{place}: this key is not in the schema")
        case ProblemKind.TOO_SMALL | ProblemKind.TOO_LARGE:
            return QCoreApplication.translate("Json", "{place}: {actual}, but {keyword} is {limit}")
        case ProblemKind.NO_MULTIPLE:
            return QCoreApplication.translate("Json", "{place}: {actual} is no multiple of {limit}")
        case ProblemKind.REPEATED:
            return QCoreApplication.translate("Json", "{place}: {actual} was there before")
        case _:
            return _rarer_words(kind)


def _rarer_words(kind: ProblemKind) -> str:
    match kind:
        case ProblemKind.NO_ALTERNATIVE:
            return QCoreApplication.translate("Json", "{place}: none of {count} choices fits")
        case ProblemKind.SEVERAL_ALTERNATIVES:
            return QCoreApplication.translate("Json", "{place}: several of {count} choices fit")
        case ProblemKind.FORBIDDEN:
            return QCoreApplication.translate("Json", "{place}: this is not allowed here")
        case ProblemKind.BROKEN_SCHEMA:
            return QCoreApplication.translate("Json", "In the schema, {place}: {keyword} is wrong")
        case ProblemKind.UNSUPPORTED:
            return QCoreApplication.translate("Json", "Not checked: {keyword}")
        case _:
            return QCoreApplication.translate("Json", "Too large to be checked to its end")
