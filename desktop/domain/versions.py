"""Versions of Ollama, and the security holes that are known of old ones.

From the CVE records and Ollama's own changes. CVE-2026-42248 and CVE-2026-42249
are not here: they are in the updater of the Windows app, which a server says
nothing of. A server with nothing to say here is not thereby safe.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

_NUMBERS = re.compile(r"v?(\d{1,9})\.(\d{1,9})(?:\.(\d{1,9}))?([-.+].*)?", re.ASCII)


class Harm(Enum):
    """What a hole lets somebody do."""

    USED_BY_WEB_PAGES = auto()
    """A page in a browser talks to the server (DNS rebinding)."""
    FILES_WRITTEN = auto()
    """A registry writes files outside the models' folder."""
    MEMORY_EXHAUSTED = auto()
    SIGN_IN_STOLEN = auto()
    """A registry has the server's token sent elsewhere."""
    MEMORY_READ = auto()
    """Whoever may create a model reads what others asked."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A hole and the first version without it."""

    name: str
    fixed: str
    harm: Harm


HOLES = (
    Hole("CVE-2024-28224", "0.1.29", Harm.USED_BY_WEB_PAGES),
    Hole("CVE-2024-37032", "0.1.34", Harm.FILES_WRITTEN),
    # Their records name 0.3.14 as the last version that has them.
    Hole("CVE-2024-12886", "0.4.0", Harm.MEMORY_EXHAUSTED),
    Hole("CVE-2025-0315", "0.4.0", Harm.MEMORY_EXHAUSTED),
    Hole("CVE-2025-51471", "0.14.3", Harm.SIGN_IN_STOLEN),
    Hole("CVE-2026-7482", "0.17.1", Harm.MEMORY_READ),
)
"""The oldest first, so that the last one says which version is without any."""


def known_holes(version: str) -> tuple[Hole, ...]:
    """Return the holes of a server that says it is of this version.

    A candidate (0.17.1-rc2) counts as older than its release. What is no
    version, such as that of a self-built server (0.0.0), has no known ones.
    """
    here = _ordered(version)
    if here is None or here[:3] == (0, 0, 0):
        return ()
    return tuple(hole for hole in HOLES if here < (_ordered(hole.fixed) or here))


def is_older(version: str, other: str) -> bool:
    """Whether a version surely comes before another one; what is no version is not older."""
    here, there = _ordered(version), _ordered(other)
    if here is None or there is None or here[:3] == (0, 0, 0):
        return False
    return here < there


def _ordered(version: str) -> tuple[int, int, int, bool] | None:
    match = _NUMBERS.fullmatch(version.strip())
    if match is None:
        return None
    major, minor, patch, rest = match.groups()
    is_release = rest is None or rest.startswith("+")
    return int(major), int(minor), int(patch or 0), is_release
