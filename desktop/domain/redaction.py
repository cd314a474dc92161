"""Taking secrets out of a text before it is written down or shown."""

import re

HIDDEN = "•••"

_RULES = (
    re.compile(r"""(authorization['"]?\s*[:=,]\s*(?:b?['"])?)[^'"\r\n,)}]+""", re.IGNORECASE),
    re.compile(r"\b(bearer\s+)[^\s'\",]+", re.IGNORECASE),
    re.compile(r"\b(basic\s+)[\w.~+/=-]{8,}", re.IGNORECASE),
    re.compile(
        r"""((?:api[_-]?key|token|password|passwd|secret)['"]?\s*[:=]\s*(?:b?['"])?)[^\s'"&,;)}]+""",
        re.IGNORECASE,
    ),
    re.compile(r"""([a-z][a-z0-9+.-]{0,20}://)[^\s/'"<>]+(?=@)""", re.IGNORECASE),
)
"""Each keeps its first group and hides the rest: sign-in, keys and tokens, users in URLs."""


def redact(text: str) -> str:
    """Return a text without what looks like a secret."""
    for rule in _RULES:
        text = rule.sub(rf"\1{HIDDEN}", text)
    return text
