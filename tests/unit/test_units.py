from datetime import UTC, datetime, timedelta

import pytest

from desktop.ui import units

pytestmark = pytest.mark.usefixtures("british")
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (488, "488 B"),
        (999, "999 B"),
        (11_300, "11.3 kB"),
        (274_302_450, "274 MB"),
        (4_660_000, "4.7 MB"),
        (8_988_124_069, "9.0 GB"),
        (999_600_000, "1.0 GB"),
        (203_000_000_000, "203 GB"),
        (2**63 - 1, "9.2 EB"),
    ],
)
def test_bytes_keep_three_figures_or_fewer(count: int, text: str):
    assert units.size(count) == text


@pytest.mark.parametrize(
    ("done", "total", "text"),
    [
        (3_860_000_000, 8_990_000_000, "3.86 of 8.99 GB"),
        (6_400_000_000, 42_500_000_000, "6.4 of 42.5 GB"),
        (0, 8_990_000_000, "0.00 of 8.99 GB"),
        (12, 488, "12 of 488 B"),
    ],
)
def test_done_and_total_share_the_unit_of_the_whole(done: int, total: int, text: str):
    assert units.size_of(done, total) == text


def test_a_speed_of_nothing_is_said():
    assert units.speed(0) == "0 B/s"
    assert units.speed(41_240_000.7) == "41.2 MB/s"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.4, "0 s"),
        (22.9, "22 s"),
        (192, "3 min 12 s"),
        (180, "3 min"),
        (3900, "1 h 5 min"),
        (183600, "2 d 3 h"),
        (-5, "0 s"),
    ],
)
def test_a_duration_has_at_most_two_units(seconds: float, text: str):
    assert units.duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3, "a few seconds left"),
        (22, "about 20 s left"),
        (58, "about 1 min left"),
        (125, "about 2 min left"),
        (3700, "about 62 min left"),
        (8000, "about 2 h left"),
        (300_000, "about 3 d left"),
    ],
)
def test_what_is_left_is_no_finer_than_it_is_known(seconds: float, text: str):
    assert units.time_left(seconds) == text


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=-20), "just now"),
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=5, seconds=3), "5 min"),
        (timedelta(hours=3), "3 h"),
        (timedelta(hours=30), "yesterday"),
        (timedelta(days=3), "3 days"),
        (timedelta(days=15), "2 weeks"),
        (timedelta(days=250), "Mar 2026"),
        (timedelta(days=-400), "Dec 2027"),
    ],
)
def test_times_are_relative_up_to_a_month(ago: timedelta, text: str):
    assert units.age(NOW - ago, NOW) == text


def test_counts_read_as_the_design_shows_them():
    assert units.parameters(14.8e9) == "14.8 B"
    assert units.parameters(4e9) == "4.0 B"
    assert units.parameters(494e6) == "494 M"
    assert units.parameters(0) == ""
    assert units.tokens(32768) == "32 k"
    assert units.tokens(512) == "512"
    assert units.percent(0.84) == "84 %"
    assert units.exact_size(8_988_124_069) == "8,988,124,069 bytes"
