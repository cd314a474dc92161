"""Whether a copy or rename would overwrite or destroy something, as the server compares names."""

from collections.abc import Iterable

from desktop.domain.listing import Listing
from desktop.domain.model import InstalledModel
from desktop.domain.name import is_same_name, parse_name
from desktop.jobs.job import JobProblem


def name_conflict(source: str, target: str, installed: Iterable[str]) -> JobProblem | None:
    """Say what stands against copying or renaming `source` to `target`, given the names there are.

    SAME_NAME where a server takes both for one (fact 55), TARGET_EXISTS where
    it would overwrite another model without asking (fact 57), else None.

    Raises:
        BadName: the server would refuse `target`.
    """
    parse_name(target)
    if is_same_name(source, target):
        return JobProblem.SAME_NAME
    if any(is_same_name(target, name) for name in installed):
        return JobProblem.TARGET_EXISTS
    return None


def names_in(listing: Listing[InstalledModel]) -> tuple[str, ...]:
    """Every name in a list, those of damaged rows too."""
    return (*(row.name for row in listing.rows), *(row.name for row in listing.damaged))


def find_model(listing: Listing[InstalledModel], name: str) -> InstalledModel | None:
    """The row that a server means by this name."""
    return next((row for row in listing.rows if is_same_name(row.name, name)), None)
