import pytest

from desktop.domain.address import AddressProblem, BadAddress
from desktop.domain.name import BadName, NameProblem, read_pasted
from desktop.ui.wording_names import address_problem, name_problem


@pytest.mark.parametrize("problem", NameProblem)
def test_every_problem_with_a_name_has_a_sentence(problem: NameProblem):
    text = name_problem(BadName(problem, "x"))
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.parametrize("problem", AddressProblem)
def test_every_problem_with_an_address_has_a_sentence(problem: AddressProblem):
    text = address_problem(BadAddress(problem, "x"))
    assert text.endswith(".")
    assert "{" not in text


def test_what_cannot_be_seen_is_written_out():
    assert "‹U+202E›" in name_problem(BadName(NameProblem.NOT_ASCII, "\u202e"))


def test_a_pasted_page_is_not_repeated_whole():
    with pytest.raises(BadName) as bad:
        read_pasted("x" * 500)
    assert len(name_problem(bad.value)) < 120
