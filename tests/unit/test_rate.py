"""How fast bytes come."""

from desktop.jobs.rate import Rate


def _rate(*samples: tuple[float, int]) -> float | None:
    rate = Rate()
    for at, received in samples:
        rate.add(at, received)
    return rate.speed


def test_nothing_is_said_before_there_is_a_sample() -> None:
    assert Rate().speed is None


def test_two_samples_close_together_say_nothing() -> None:
    assert _rate((10.0, 0), (10.06, 5_000_000)) is None


def test_speed_is_bytes_a_second() -> None:
    assert _rate((10.0, 0), (11.0, 3_000), (12.0, 6_000)) == 3_000


def test_what_was_there_at_the_first_sample_is_no_speed() -> None:
    assert _rate((0.0, 127_000_000), (1.0, 127_001_000)) == 1_000


def test_only_the_last_five_seconds_count() -> None:
    fast_then_slow = [(float(at), at * 1_000) for at in range(10)]
    fast_then_slow += [(10.0 + at, 9_000 + at * 10) for at in range(10)]
    assert _rate(*fast_then_slow) == 10


def test_speed_falls_to_zero_while_the_count_stands_still() -> None:
    assert _rate((0.0, 0), (1.0, 9_000), *((1.0 + i / 10, 9_000) for i in range(60))) == 0


def test_a_count_that_falls_begins_anew() -> None:
    assert _rate((0.0, 0), (1.0, 90_000), (2.0, 0), (3.0, 500)) == 500


def test_a_clock_that_goes_back_begins_anew() -> None:
    assert _rate((100.0, 0), (101.0, 1_000), (5.0, 2_000), (6.0, 2_700)) == 700


def test_a_clock_that_leaps_ahead_begins_anew() -> None:
    assert _rate((0.0, 0), (1.0, 1_000), (3_601.0, 2_000)) is None


def test_a_rate_that_was_cleared_says_nothing() -> None:
    rate = Rate()
    rate.add(0.0, 0)
    rate.add(1.0, 10)
    rate.clear()
    assert rate.speed is None
