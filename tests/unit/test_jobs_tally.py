"""What the lines of a pull add up to."""

from desktop.domain.pull import Layer, PullProgress, PullStep
from desktop.jobs.tally import GREW_FOR, Tally

_MB = 1_000_000


def _line(completed: int, total: int = 100 * _MB, digest: str = "sha256:aa") -> PullStep:
    return PullStep(f"pulling {digest[7:]}", digest, total, completed)


def _tally() -> Tally:
    return Tally(PullProgress(), 0.0)


def test_speed_and_time_left_follow_from_the_bytes() -> None:
    tally = _tally()
    for second in range(5):
        tally.take(_line(second * 10 * _MB), float(second))
    assert tally.speed == 10 * _MB
    assert tally.seconds_left == 6


def test_resumed_bytes_are_no_speed() -> None:
    tally = _tally()
    tally.take(_line(80 * _MB), 0.0)
    tally.take(_line(81 * _MB), 1.0)
    assert tally.speed == _MB


def test_nothing_is_said_of_speed_while_verifying() -> None:
    tally = _tally()
    tally.take(_line(0), 0.0)
    tally.take(_line(100 * _MB), 1.0)
    tally.take(PullStep("verifying sha256 digest"), 2.0)
    assert (tally.speed, tally.seconds_left, tally.is_transferring) == (None, None, False)


def test_a_line_without_a_new_byte_is_no_sign_of_life() -> None:
    tally = _tally()
    assert tally.take(_line(5), 1.0)
    assert tally.take(_line(6), 2.0)
    assert not tally.take(_line(6), 3.0)
    assert not tally.take(_line(0), 4.0)
    assert tally.heard_at == 2.0


def test_bytes_thrown_away_are_said_until_they_have_come_again() -> None:
    tally = _tally()
    said = []
    for at, completed in enumerate((10, 90, 0, 40, 89, 90)):
        tally.take(_line(completed * _MB), float(at))
        said.append(tally.went_back)
    assert said == [False, False, True, True, True, False]


def test_bytes_that_come_a_second_time_count_as_speed() -> None:
    tally = _tally()
    for at, completed in enumerate((90, 0, 10, 20)):
        tally.take(_line(completed * _MB), float(at))
    assert tally.speed is not None
    assert round(tally.speed) == round(20 * _MB / 3)


def test_a_further_layer_that_moves_the_bar_is_said_for_some_seconds() -> None:
    tally = _tally()
    tally.take(_line(100 * _MB), 0.0)
    assert not tally.grew
    tally.take(_line(0, 300 * _MB, "sha256:bb"), 1.0)
    assert tally.grew
    assert not tally.went_back
    tally.take(_line(1, 300 * _MB, "sha256:bb"), 1.0 + GREW_FOR)
    assert not tally.grew


def test_beginning_again_keeps_the_bar_and_forgets_the_speed() -> None:
    tally = _tally()
    tally.take(_line(0), 0.0)
    tally.take(_line(50 * _MB), 1.0)
    tally.begin_again(9.0)
    assert tally.progress.completed == 50 * _MB
    assert (tally.speed, tally.heard_at, tally.progress.status) == (None, 9.0, "")


def test_an_attempt_that_resumes_with_less_says_that_the_bar_went_back() -> None:
    tally = Tally(PullProgress(layers={"sha256:aa": Layer(100 * _MB, 90 * _MB)}), 0.0)
    tally.take(_line(40 * _MB), 1.0)
    assert tally.went_back
    tally.take(_line(95 * _MB), 2.0)
    assert not tally.went_back


def test_what_an_earlier_attempt_left_of_a_layer_may_come_without_a_line() -> None:
    tally = Tally(PullProgress(layers={"sha256:aa": Layer(70, 10)}), 0.0)
    tally.take(_line(100, 100, "sha256:bb"), 1.0)
    assert tally.progress.completed == 110
    tally.take(PullStep("verifying sha256 digest"), 2.0)
    assert (tally.progress.completed, tally.progress.total) == (170, 170)


def test_a_layer_whose_end_was_not_said_is_full_once_the_next_one_begins() -> None:
    tally = _tally()
    tally.take(_line(40 * _MB), 0.0)
    tally.take(_line(50, 100, "sha256:bb"), 1.0)
    assert tally.progress.layers["sha256:aa"].is_done
    assert not tally.progress.layers["sha256:bb"].is_done


def test_every_layer_is_full_once_it_is_being_verified() -> None:
    tally = _tally()
    tally.take(_line(40 * _MB), 0.0)
    tally.take(PullStep("verifying sha256 digest"), 1.0)
    assert tally.progress.fraction == 1.0


def test_a_status_that_is_not_known_fills_nothing() -> None:
    tally = _tally()
    tally.take(_line(40 * _MB), 0.0)
    tally.take(PullStep("waiting for the moon"), 1.0)
    assert tally.progress.completed == 40 * _MB
