"""What is wrong with the files that a Modelfile names, among the problems of its text."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.modelfile import Command
from desktop.domain.text import visible
from desktop.ui.workshop.file_words import doubts_of
from desktop.ui.workshop.problem_rows import ProblemRow, Severity
from desktop.ui.workshop.study import Reading
from desktop.workshop.doubts import FORBIDDING, Doubt
from desktop.workshop.looking import SourceFile

_TOLD = FORBIDDING | {
    Doubt.DAMAGED,
    Doubt.NOT_A_MODEL,
    Doubt.SPLIT_PART,
    Doubt.UNFINISHED,
    Doubt.WRONG_PART,
}
"""What would come to nothing. All else is asked about before a file is sent."""
_PARTS = frozenset({"from", "adapter", "draft"})
_LONGEST = 60


def file_rows(reading: Reading) -> tuple[ProblemRow, ...]:
    """Return a row for each path of which a file cannot be used, at the line that names it."""
    return tuple(_rows(reading))


def _rows(reading: Reading) -> Iterator[ProblemRow]:
    places = {one.value: one for one in reading.parsed.commands if one.keyword in _PARTS}
    for file in reading.survey.files:
        told = [(doubt, words) for doubt, words in doubts_of(file) if doubt in _TOLD]
        if told and (place := places.pop(file.written, None)) is not None:
            yield _row(reading.text, file, place, *told[0])


def _row(text: str, file: SourceFile, place: Command, doubt: Doubt, why: str) -> ProblemRow:
    said = QCoreApplication.translate("Files", "{file}: {why}")
    name = visible(file.written)
    name = name if len(name) <= _LONGEST else f"…{name[1 - _LONGEST :]}"
    return ProblemRow(
        Severity.ERROR if doubt in FORBIDDING else Severity.WARNING,
        said.format(file=name, why=why),
        text.count("\n", 0, place.span.start) + 1,
        span=place.value_span,
        key=doubt.name,
    )
