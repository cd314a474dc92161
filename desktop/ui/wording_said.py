"""What is said of one cause, as texts to translate."""

from typing import NamedTuple


class Said(NamedTuple):
    """A sentence, what to do about it, a few words for a list, and what is only said if known.

    They have places for facts. Each of `known` is left out unless every fact it names is there.
    """

    sentence: object
    facts: object
    brief: object
    known: tuple[object, ...] = ()
