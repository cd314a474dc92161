"""What a host is asked, and when."""

import random
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.hosts.schedule import (
    LONGEST_RETRY,
    PS_EVERY,
    STRIDE,
    Question,
    Schedule,
    answered,
    asking,
    failed,
    next_question,
)


def ask(schedule: Schedule, now: float) -> tuple[Schedule, Question]:
    question, due = next_question(schedule, is_hidden=False)
    assert due <= now
    return answered(asking(schedule, question, now, chance=0.5), question), question


def questions(seconds: int, *, is_hidden: bool = False) -> list[tuple[float, Question]]:
    """Everything a host is asked that always answers at once."""
    schedule, asked, now = Schedule(), list[tuple[float, Question]](), 0.0
    while now <= seconds:
        question, due = next_question(schedule, is_hidden=is_hidden)
        now = max(now, due)
        if now <= seconds:
            asked.append((now, question))
            schedule = answered(asking(schedule, question, now, chance=0.5), question)
    return asked


def test_version_comes_first_then_the_list_then_what_is_loaded():
    assert [question for _, question in questions(0)] == [
        Question.VERSION,
        Question.TAGS,
        Question.PS,
    ]


def test_ps_is_asked_every_5_seconds_and_tags_every_30():
    asked = questions(60)
    assert [at for at, question in asked if question is Question.PS] == list(range(0, 61, 5))
    assert [at for at, question in asked if question is Question.TAGS] == [0, 30, 60]
    assert [at for at, question in asked if question is Question.VERSION] == [0]


def test_a_hidden_window_asks_six_times_slower():
    asked = questions(180, is_hidden=True)
    assert [at for at, q in asked if q is Question.PS] == [0, 30, 60, 90, 120, 150, 180]
    assert [at for at, q in asked if q is Question.TAGS] == [0, 180]


def test_failures_wait_1_2_4_up_to_60_seconds():
    schedule, waits = Schedule(), list[float]()
    for _ in range(9):
        schedule = failed(schedule, 0.0, chance=0.5)
        waits.append(schedule.retry_at or 0)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_host_that_is_down_is_asked_its_version_and_nothing_else():
    schedule = failed(Schedule(), 100.0, chance=0.5)
    assert next_question(schedule, is_hidden=True) == (Question.VERSION, 101.0)


def test_a_version_alone_does_not_end_the_back_off():
    schedule = failed(failed(Schedule(), 0.0, 0.5), 1.0, 0.5)
    schedule, question = ask(schedule, 3.0)
    assert question is Question.VERSION
    assert failed(schedule, 3.0, 0.5).retry_at == 7.0


def test_a_list_ends_the_back_off():
    schedule = failed(failed(Schedule(), 0.0, 0.5), 1.0, 0.5)
    schedule, _ = ask(schedule, 3.0)
    schedule, question = ask(schedule, 3.0)
    assert question is Question.TAGS
    assert failed(schedule, 3.0, 0.5).retry_at == 4.0


@given(st.integers(0, 5000), st.floats(0, 1))
def test_jitter_stays_within_a_fifth_and_the_limit(failures: int, chance: float):
    wait = failed(Schedule(failures=failures), 0.0, chance).retry_at
    base = min(LONGEST_RETRY, 2.0 ** min(failures, 20))
    assert wait is not None
    assert base * 0.8 <= wait + 1e-9
    assert wait <= min(LONGEST_RETRY, base * 1.2 + 1e-9)


@given(st.floats(0, 1))
def test_what_is_asked_over_and_over_keeps_its_pauses_within_a_tenth(chance: float):
    schedule = Schedule()
    for question in Question:
        schedule = asking(schedule, question, 100.0, chance)
    question, due = next_question(schedule, is_hidden=False)
    assert question is Question.PS
    assert due == pytest.approx(100 + PS_EVERY * (1 + STRIDE * (2 * chance - 1)))


def test_fifty_hosts_that_begin_together_are_soon_asked_one_by_one():
    dice = random.Random(1)
    moments = [_after_a_minute(dice) for _ in range(50)]
    assert max(moments) - min(moments) > 2
    assert max(sum(abs(other - one) < 0.1 for other in moments) for one in moments) < 10


def _after_a_minute(dice: random.Random) -> float:
    """When a host is asked what is loaded there, for the first time after a minute."""
    schedule, now = Schedule(), 0.0
    while True:
        question, due = next_question(schedule, is_hidden=False)
        now = max(now, due)
        if question is Question.PS and now > 60:
            return now
        schedule = answered(asking(schedule, question, now, dice.random()), question)


@pytest.mark.parametrize("is_hidden", [True, False])
def test_an_empty_schedule_asks_at_once(is_hidden: bool):
    assert next_question(Schedule(), is_hidden=is_hidden) == (Question.VERSION, -inf)
