"""What each failure was found to be: gathered by the tests, printed at the end of a run."""

from desktop.diagnostics.explain import Explanation

ROWS: list[tuple[str, str, str]] = []
"""Failure, verdict, remedies."""


def note_verdict(failure: str, finding: Explanation | None) -> None:
    """Keep a row of the table."""
    verdict = "passed" if finding is None else finding.code.name
    remedies = "" if finding is None else ", ".join(r.name for r in finding.remedies)
    ROWS.append((failure, verdict, remedies))


def table() -> list[str]:
    """Return the rows as lines of equal columns."""
    rows = [("FAILURE", "VERDICT", "REMEDIES"), *sorted(set(ROWS))]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    return [f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}  {row[2]}".rstrip() for row in rows]
