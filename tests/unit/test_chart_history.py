import pytest

from desktop.ui.widgets.history import History, Reading


def filled(count: int, **options: float) -> History:
    history = History(1, **options)
    for when in range(count):
        history.append(float(when), [when / 2])
    return history


def test_it_reaches_back_five_minutes_and_no_further():
    history = filled(1000)
    assert len(history) == 301
    assert history.reading(0) == Reading(699.0, (349.5,))
    assert history.reading(-1) == Reading(999.0, (499.5,))


def test_what_could_not_be_read_is_nothing_and_not_zero():
    history = History(2)
    history.append(1.0, [None, 0.0])
    assert history.reading(-1).values == (None, 0.0)


def test_old_readings_are_dropped_together_and_not_one_by_one():
    history = History(1)
    dropped = sum(history.append(float(when), [1.0]) for when in range(3010))
    assert 1 <= dropped <= 10


def test_a_reading_that_is_not_later_than_the_last_is_left_out():
    history = filled(3)
    history.append(2.0, [9.0])
    history.append(1.0, [9.0])
    assert [reading.when for reading in history.readings()] == [0.0, 1.0, 2.0]


@pytest.mark.parametrize(
    ("when", "expected"), [(-5.0, 0), (0.4, 0), (0.6, 1), (1.5, 2), (2.0, 2), (99.0, 2)]
)
def test_the_reading_nearest_to_a_time_is_found(when: float, expected: int):
    assert filled(3).nearest(when) == expected


def test_the_nearest_is_sought_among_those_that_are_left():
    history = filled(100, seconds=10.0)
    assert history.nearest(0.0) == 0
    assert history.reading(0).when == 89.0


def test_without_readings_none_is_nearest():
    assert History(1).nearest(0.0) is None
    assert History(1).latest is None


def test_least_and_greatest_leave_out_what_was_not_read():
    history = filled(400)
    history.append(400.0, [None])
    assert history.span(0) == (50.0, 199.5)
    assert History(1).span(0) is None
