"""What is checked of a destination of ssh, and what a failed handshake is said to be."""

import ssl

import pytest

from desktop.domain.destination import DestinationProblem, destination_problem
from desktop.domain.trust import CertificateProblem
from desktop.net.rejection import NotThePinned, Rejection, rejection_of


@pytest.mark.parametrize(
    "text",
    ["tower", "me@tower", "me@[::1]", "ssh://me@tower:2222", "DOMAIN\\me@gate", "fe80::1%eth0"],
)
def test_what_one_types_after_ssh_is_a_destination(text: str):
    assert destination_problem(text) is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", DestinationProblem.EMPTY),
        ("-oProxyCommand=x", DestinationProblem.DASH),
        ("me@-x", DestinationProblem.DASH),
        ("ssh://-x", DestinationProblem.DASH),
        ("a b", DestinationProblem.CHARACTER),
        ("a\x00", DestinationProblem.CHARACTER),
        ("a\n", DestinationProblem.CHARACTER),
        ("a;b", DestinationProblem.CHARACTER),
        ("`a`", DestinationProblem.CHARACTER),
        ("tö", DestinationProblem.CHARACTER),
        ("a" * 256, DestinationProblem.CHARACTER),
    ],
)
def test_everything_else_is_none_and_says_why(text: str, problem: DestinationProblem):
    assert destination_problem(text) is problem


def verify_error(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code = code
    return error


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (9, CertificateProblem.NOT_YET_VALID),
        (0x800B0101, CertificateProblem.EXPIRED),
        (0x800B010F, CertificateProblem.WRONG_NAME),
        (-67602, CertificateProblem.WRONG_NAME),
        (-67843, CertificateProblem.UNTRUSTED),
        (23, CertificateProblem.OTHER),
    ],
)
def test_the_codes_of_every_system_are_known(code: int, problem: CertificateProblem):
    assert rejection_of(verify_error(code)) == Rejection(problem)


def test_what_has_no_code_is_still_a_rejection():
    plain = ssl.SSLCertVerificationError(1, "no")
    assert rejection_of(plain) == Rejection(CertificateProblem.OTHER)
    assert rejection_of(NotThePinned(b"?")) == Rejection(CertificateProblem.NOT_THE_PINNED)


def test_other_failures_are_no_rejection():
    assert rejection_of(ssl.SSLError(1, "wrong version number")) is None
    assert rejection_of(None) is None
