"""Names that a copy would overwrite or destroy."""

import pytest

from desktop.domain.listing import DamagedRow, Listing
from desktop.domain.model import InstalledModel
from desktop.domain.name import BadName
from desktop.jobs.conflicts import find_model, name_conflict, names_in
from desktop.jobs.job import JobProblem

_LISTING = Listing((InstalledModel("Tiny:latest"),), (DamagedRow("odd:1", "size", b""),))


@pytest.mark.parametrize("target", ["tiny", "TINY:latest", "library/tiny", " tiny "])
def test_a_name_that_the_server_takes_for_the_same_is_refused(target: str) -> None:
    assert name_conflict("tiny", target, ()) is JobProblem.SAME_NAME


@pytest.mark.parametrize("target", ["TINY", "odd:1", "Odd:1"])
def test_a_name_that_is_taken_is_said(target: str) -> None:
    assert name_conflict("other", target, names_in(_LISTING)) is JobProblem.TARGET_EXISTS


def test_a_free_name_is_free() -> None:
    assert name_conflict("tiny", "tiny:v2", names_in(_LISTING)) is None


def test_a_name_that_no_server_takes_is_raised() -> None:
    with pytest.raises(BadName):
        name_conflict("tiny", "tiny two", ())


def test_a_row_is_found_as_the_server_finds_it() -> None:
    assert find_model(_LISTING, "tiny") is _LISTING.rows[0]
    assert find_model(_LISTING, "tiny:v2") is None
