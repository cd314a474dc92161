"""One canned answer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Script:
    """What is said when one of `words` is in the question, in small letters.

    `thoughts` are paragraphs of thinking: a model that is told to think a little shows
    the first, one that is told to think much shows all.
    """

    words: tuple[str, ...]
    answer: str
    thoughts: tuple[str, ...] = ()
