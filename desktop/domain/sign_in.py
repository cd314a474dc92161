"""What can be sent as a sign-in at all, checked while it is typed.

The HTTP library would refuse the rest too, but with the secret in its
exception's text (h11: "Illegal header value"), so nothing of it comes that far.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

_TOKEN = re.compile(r"[\x21-\x7e]+")
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_OURS = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "content-type",
        "expect",
        "host",
        "keep-alive",
        "origin",
        "proxy-authorization",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""Headers that frame the request itself: another value would break it or lead it astray."""


class SignInProblem(Enum):
    """Why a text cannot be part of a sign-in."""

    EMPTY = auto()
    SPACE = auto()
    CHARACTER = auto()
    """One that is no printable ASCII, in a token or a header's value."""
    CONTROL = auto()
    COLON = auto()
    """In a user's name, where basic sign-in ends it (RFC 7617, 2)."""
    HEADER_NAME = auto()
    HEADER_OURS = auto()
    HEADER_TWICE = auto()


def token_problem(text: str) -> SignInProblem | None:
    """Return why that is no bearer token, or None: printable ASCII without spaces."""
    if not text:
        return SignInProblem.EMPTY
    if any(character.isspace() for character in text):
        return SignInProblem.SPACE
    return None if _TOKEN.fullmatch(text) else SignInProblem.CHARACTER


def user_problem(text: str) -> SignInProblem | None:
    """Return why that is no user's name of a basic sign-in, or None."""
    if not text:
        return SignInProblem.EMPTY
    if ":" in text:
        return SignInProblem.COLON
    return SignInProblem.CONTROL if _CONTROL.search(text) else None


def password_problem(text: str) -> SignInProblem | None:
    """Return why that is no password, or None; an empty one is one (many proxies' is)."""
    return SignInProblem.CONTROL if _CONTROL.search(text) else None


def header_name_problem(name: str, others: Sequence[str] = ()) -> SignInProblem | None:
    """Return why that is no header of one's own (RFC 9110, 5.1), or None."""
    if not name:
        return SignInProblem.EMPTY
    if not _HEADER_NAME.fullmatch(name):
        return SignInProblem.HEADER_NAME
    if name.lower() in _OURS:
        return SignInProblem.HEADER_OURS
    if name.lower() in {other.lower() for other in others}:
        return SignInProblem.HEADER_TWICE
    return None


def header_value_problem(text: str) -> SignInProblem | None:
    """Return why that is no header's value, or None: printable ASCII, no spaces at its ends."""
    if not text:
        return SignInProblem.EMPTY
    if text != text.strip():
        return SignInProblem.SPACE
    return None if _HEADER_VALUE.fullmatch(text) else SignInProblem.CHARACTER
