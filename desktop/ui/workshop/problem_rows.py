"""What the list of problems shows: rows from findings, or from anything else that is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from desktop.domain.modelfile import Span
from desktop.domain.modelfile_check import Finding, Fix, Trap
from desktop.domain.parameters import PARAMETERS
from desktop.ui.workshop.trap_words import fix_label, own_words, sentence

MOST = 1000


class Severity(Enum):
    """How bad it is. A note is said without a mark."""

    ERROR = auto()
    WARNING = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One line of the list. `line` is from 1, 0 where it is about no line.

    `fix` mends the text. A row with a `label` and no fix is handed back as it is
    when it is pressed (`row_pressed`), for whoever made it; `key` tells it apart.
    """

    severity: Severity
    words: str
    line: int = 0
    said: str = ""
    label: str = ""
    fix: Fix | None = None
    span: Span | None = None
    key: str = ""

    @property
    def where(self) -> str:
        """Return "Line 5", or nothing."""
        if not self.line:
            return ""
        return QCoreApplication.translate("Problems", "Line {line}").format(line=self.line)


def rows_of(
    findings: Sequence[Finding], usual: Mapping[str, str] | None = None
) -> tuple[ProblemRow, ...]:
    """Return a row for each finding.

    `usual` has a value to offer in place of a wrong one for parameters that have no
    default, such as the base's own context length for num_ctx. Of more than a
    thousand findings the first are shown, and how many there are.
    """
    rows = [_row(finding, usual or {}) for finding in findings[:MOST]]
    if (more := len(findings) - MOST) > 0:
        text = QCoreApplication.translate("Problems", "And %n more", "", more)
        rows.append(ProblemRow(Severity.NOTE, text))
    return tuple(rows)


def _row(finding: Finding, usual: Mapping[str, str]) -> ProblemRow:
    fix = finding.fix or _replacement(finding, usual)
    return ProblemRow(
        Severity.ERROR if finding.is_error else Severity.WARNING,
        sentence(finding),
        finding.line,
        own_words(finding),
        fix_label(finding, fix.text) if fix else "",
        fix,
        finding.span,
    )


def _replacement(finding: Finding, usual: Mapping[str, str]) -> Fix | None:
    """Offer a value that a parameter can have."""
    if finding.trap not in {Trap.BAD_VALUE, Trap.UNUSUAL_VALUE}:
        return None
    parameter = PARAMETERS.get(finding.name)
    value = usual.get(finding.name, "")
    if not value and parameter is not None and parameter.default is not None:
        value = f"{parameter.default:g}"
    return Fix(finding.span, value) if value else None
