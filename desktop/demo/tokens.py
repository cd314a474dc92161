"""Pieces of text about as long as a model's tokens, and how many a prompt has."""

import re
from collections.abc import Mapping, Sequence

from desktop.domain.model import JsonValue

MESSAGE_TOKENS = 4
"""What a template puts around each message."""
IMAGE_TOKENS = 256
"""What a picture costs; real models take from 256 to 3,000."""

_WIDE = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60"
_TOKEN = re.compile(rf"\s*[{_WIDE}]|\s*[^\s{_WIDE}]{{1,6}}|\s+")


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into pieces about as long as real tokens; joined they are the text again."""
    return tuple(match[0] for match in _TOKEN.finditer(text))


def count(text: str) -> int:
    """Count a text's tokens: a character of Chinese is one, six letters in a row are one."""
    return sum(1 for _ in _TOKEN.finditer(text))


def message_count(message: Mapping[str, JsonValue]) -> int:
    """Count what a message costs, with its pictures."""
    images = message.get("images")
    pictures = len(images) if isinstance(images, list) else 0
    written = count(str(message.get("content") or ""))
    return MESSAGE_TOKENS + written + pictures * IMAGE_TOKENS


def kept(costs: Sequence[int], is_system: Sequence[bool], context: int) -> list[bool]:
    """Say which messages a context has room for: the oldest go first, without a word (fact 24).

    What the system says stays, and so does the last message.
    """
    stays = [True] * len(costs)
    total = sum(costs)
    for place in range(len(costs) - 1):
        if total <= context:
            break
        if not is_system[place]:
            stays[place] = False
            total -= costs[place]
    return stays
