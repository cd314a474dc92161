"""What a host is asked, and when. Pure: moments are seconds of the clock's monotonic time."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from math import inf

PS_EVERY = 5.0
TAGS_EVERY = 30.0
HIDDEN_FACTOR = 6.0
"""How many times slower an answering host is asked while nobody can see the window."""
FIRST_RETRY = 1.0
LONGEST_RETRY = 60.0
JITTER = 0.2
"""A retry comes up to this part earlier or later, so that many hosts do not go in step."""
STRIDE = 0.1
"""So does what is asked over and over: fifty hosts that were added together soon drift apart."""


class Question(Enum):
    """What is asked over and over."""

    VERSION = auto()
    TAGS = auto()
    PS = auto()


@dataclass(frozen=True, slots=True)
class Schedule:
    """When each question was last put, and how often in a row the host has failed.

    `retry_at` is when a host that is down is asked again; None while it is up.
    `stride` is how many times longer than usual the pauses are.
    A schedule without anything in it asks everything at once.
    """

    asked: Mapping[Question, float] = field(default_factory=dict[Question, float])
    failures: int = 0
    retry_at: float | None = None
    stride: float = 1.0


def next_question(schedule: Schedule, *, is_hidden: bool) -> tuple[Question, float]:
    """Return what to ask next and the moment it is due, -inf for at once."""
    if schedule.retry_at is not None:
        return Question.VERSION, schedule.retry_at
    if Question.VERSION not in schedule.asked:
        return Question.VERSION, -inf
    factor = schedule.stride * (HIDDEN_FACTOR if is_hidden else 1.0)
    tags = schedule.asked.get(Question.TAGS, -inf) + TAGS_EVERY * factor
    ps = schedule.asked.get(Question.PS, -inf) + PS_EVERY * factor
    return (Question.TAGS, tags) if tags <= ps else (Question.PS, ps)


def asking(schedule: Schedule, question: Question, now: float, chance: float) -> Schedule:
    """Return the schedule once a question is being put; a `chance` from 0 to 1 shifts the next.

    Marked before the answer comes: what changes meanwhile must be asked again.
    """
    asked = {**schedule.asked, question: now}
    return replace(schedule, asked=asked, retry_at=None, stride=_shifted(STRIDE, chance))


def answered(schedule: Schedule, question: Question) -> Schedule:
    """Return the schedule after an answer.

    An answer to version alone forgets no failure: a server that says its
    version and then hangs on its list would be asked every second.
    """
    return schedule if question is Question.VERSION else replace(schedule, failures=0)


def failed(schedule: Schedule, now: float, chance: float) -> Schedule:
    """Return the schedule after a failure: 1, 2, 4 … 60 s, shifted by a `chance` from 0 to 1."""
    base = min(LONGEST_RETRY, FIRST_RETRY * 2.0 ** min(schedule.failures, 16))
    delay = min(LONGEST_RETRY, base * _shifted(JITTER, chance))
    return Schedule(failures=schedule.failures + 1, retry_at=now + delay)


def _shifted(part: float, chance: float) -> float:
    return 1 + part * (2 * chance - 1)
