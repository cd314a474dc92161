"""Whether an answer is JSON, and whether it is what its schema asks for, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.chat.json_document import Node, NotJson, plain, read
from desktop.chat.json_schema import Problem, ProblemKind, parse_schema, problems
from desktop.ui import joining, units
from desktop.ui.chat.json_problems import problem_line
from desktop.ui.chat.json_words import reason

_MOST_LINES = 10
_ABOUT_SCHEMA = frozenset(
    {ProblemKind.UNSUPPORTED, ProblemKind.BROKEN_SCHEMA, ProblemKind.TOO_MUCH}
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One sentence, the problems line by line, and the document where there is one."""

    tone: Literal["success", "warning", "danger"]
    sentence: str
    lines: tuple[str, ...] = ()
    is_json: bool = True
    document: Node = None

    @property
    def icon(self) -> str:
        return "check" if self.tone == "success" else "triangle-alert"


def judge(text: str, schema_text: str = "") -> Verdict:
    """Judge an answer; an empty schema asks for nothing but JSON."""
    try:
        document = read(text)
        value = plain(text)
    except NotJson as error:
        sentence = QCoreApplication.translate("Json", "Not JSON: {reason}")
        words = reason(error)
        words = words[:1].lower() + words[1:]
        return Verdict("warning", sentence.format(reason=words), is_json=False)
    if not schema_text.strip():
        sentence = QCoreApplication.translate("Json", "Valid JSON")
        return Verdict("success", sentence, document=document)
    try:
        schema = parse_schema(schema_text)
    except NotJson as error:
        sentence = QCoreApplication.translate("Json", "Valid JSON; the schema cannot be read")
        return Verdict("warning", sentence, (reason(error),), document=document)
    return _held_against(document, problems(value, schema))


def _held_against(document: Node, found: Sequence[Problem]) -> Verdict:
    of_schema = [problem for problem in found if problem.kind in _ABOUT_SCHEMA]
    of_value = sorted((one for one in found if one.kind not in _ABOUT_SCHEMA), key=_order)
    lines = [problem_line(problem) for problem in of_value[:_MOST_LINES]]
    if len(of_value) > _MOST_LINES:
        text = QCoreApplication.translate("Json", "and {number} more")
        lines.append(text.format(number=units.number(len(of_value) - _MOST_LINES)))
    lines += _schema_lines(of_schema)
    if of_value:
        return Verdict("danger", _count(len(of_value)), tuple(lines), document=document)
    if of_schema:
        sentence = QCoreApplication.translate("Json", "Valid JSON, not checked in full")
        return Verdict("warning", sentence, tuple(lines), document=document)
    sentence = QCoreApplication.translate("Json", "Valid: matches the schema")
    return Verdict("success", sentence, document=document)


def _schema_lines(found: Sequence[Problem]) -> list[str]:
    unknown = sorted({one.facts["keyword"] for one in found if one.kind is ProblemKind.UNSUPPORTED})
    lines = [problem_line(one) for one in found if one.kind is not ProblemKind.UNSUPPORTED]
    if unknown:
        text = QCoreApplication.translate("Json", "Not checked: {keywords}")
        lines.append(text.format(keywords=joining.listed(unknown[:_MOST_LINES])))
    return lines[:_MOST_LINES]


def _count(number: int) -> str:
    if number == 1:
        return QCoreApplication.translate("Json", "1 problem")
    return QCoreApplication.translate("Json", "%n problems", "", number)


def _order(problem: Problem) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(step, str), step) for step in problem.path)
