"""Where an SSH tunnel goes, checked before it is handed to a program."""

import re
from enum import Enum, auto

_PLAIN = re.compile(r"[\w.+@:%/\\\[\]-]{1,255}", re.ASCII)


class DestinationProblem(Enum):
    """Why a text is not the destination of a tunnel."""

    EMPTY = auto()
    DASH = auto()
    """ssh would take it for an option, such as one that runs a command."""
    CHARACTER = auto()
    """A space, a control character or one that a shell would act on."""


def destination_problem(text: str) -> DestinationProblem | None:
    """Return why that is no destination, or None.

    One is what is typed after ssh: `tower`, `me@tower`, `ssh://me@tower:2222`. What a
    shell would act on is refused, because ssh may put the name into the
    command of a ProxyCommand (CVE-2023-51385), and profiles come from others.
    """
    if not text:
        return DestinationProblem.EMPTY
    if text.startswith("-") or "@-" in text or "/-" in text:
        return DestinationProblem.DASH
    return None if _PLAIN.fullmatch(text) else DestinationProblem.CHARACTER
