"""Finds the thought that a model writes between tags into its answer.

Servers tell a thought from the answer for the models of which they know that
they think. Of others, and of all before version 0.9, it comes as
`<think>…</think>` at the beginning of the text.
"""

from dataclasses import dataclass
from enum import Enum, auto

_OPENS, _CLOSES = "<think>", "</think>"


class _Place(Enum):
    BEGINNING = auto()
    """Nothing but blanks, and perhaps a part of the tag, has come."""
    THOUGHT = auto()
    BETWEEN = auto()
    """Blanks between the thought and the answer, which belong to neither."""
    ANSWER = auto()


@dataclass(slots=True)
class ThinkTags:
    """Parts one text into thought and answer while it arrives, cut off anywhere.

    Only a tag that begins the text counts; anywhere else it is talked about.
    What may yet become a tag is held back until that is decided.
    """

    _place: _Place = _Place.BEGINNING
    _held: str = ""

    @property
    def is_thinking(self) -> bool:
        """Whether the text is within a thought, or may be about to begin one."""
        return self._place is _Place.THOUGHT or bool(self._held.strip())

    @property
    def is_in_thought(self) -> bool:
        return self._place is _Place.THOUGHT

    def feed(self, piece: str) -> tuple[str, str]:
        """Return what of the text so far is certain now: more of the thought, and of the answer."""
        if self._place is _Place.ANSWER:
            return "", piece
        text, self._held = self._held + piece, ""
        if self._place is _Place.BEGINNING:
            text = self._begin(text)
        thought = ""
        if self._place is _Place.THOUGHT:
            thought, text = self._think(text)
        if self._place is _Place.BETWEEN:
            text = text.lstrip()
            self._place = _Place.ANSWER if text else _Place.BETWEEN
        return thought, text if self._place is _Place.ANSWER else ""

    def leave(self) -> str:
        """Take all that comes for the answer, and return what was held back so far."""
        held, self._held, self._place = self._held, "", _Place.ANSWER
        return held

    def _begin(self, text: str) -> str:
        bare = text.lstrip()
        if bare.startswith(_OPENS):
            self._place = _Place.THOUGHT
            return bare[len(_OPENS) :]
        if _OPENS.startswith(bare):
            self._held = text
            return ""
        self._place = _Place.ANSWER
        return text

    def _think(self, text: str) -> tuple[str, str]:
        """Return the thought, and what follows its end if that has come."""
        thought, tag, after = text.partition(_CLOSES)
        if tag:
            self._place = _Place.BETWEEN
            return thought, after
        for size in range(min(len(_CLOSES) - 1, len(text)), 0, -1):
            if _CLOSES.startswith(text[-size:]):
                self._held = text[-size:]
                return text[:-size], ""
        return text, ""
