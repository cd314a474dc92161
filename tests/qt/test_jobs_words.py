from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.pull import Layer, PullPhase, PullProgress
from desktop.jobs.job import Job, JobKind, JobProblem, JobState
from desktop.ui.jobs import captions, words
from tests.qt.jobs_at_hand import AROUND, GB, NOW, RUNNING, ago, progress

pytestmark = pytest.mark.usefixtures("british")
HALF = progress(PullPhase.TRANSFERRING, (8 * GB, 4 * GB))


def said(job: Job) -> str:
    return words.state(job, AROUND)


def test_a_waiting_pull_says_what_it_waits_for():
    waiting = replace(RUNNING, state=JobState.WAITING)
    assert said(waiting) == "Waiting: tower pulls 2 at a time"
    alone = replace(AROUND, limit=1)
    assert words.state(waiting, alone) == "Waiting: tower pulls one at a time"


@pytest.mark.parametrize(
    ("found", "text"),
    [
        (PullProgress(), "Asking tower"),
        (PullProgress(PullPhase.MANIFEST, "pulling manifest"), "Asking tower"),
        (HALF, "Downloading"),
        (progress(PullPhase.VERIFYING, (9, 9)), "Verifying what was downloaded"),
        (progress(PullPhase.WRITING, (9, 9)), "Writing the model's entry"),
        (PullProgress(PullPhase.OTHER, "new\u202e words"), "new‹U+202E› words"),
    ],
)
def test_a_running_pull_says_what_is_being_done(found: PullProgress, text: str):
    assert said(replace(RUNNING, progress=found)) == text


def test_a_bar_that_goes_back_says_why():
    text = said(replace(RUNNING, progress=HALF, went_back=True))
    assert text == "Downloading: tower threw a part away and fetches it again"


def test_a_total_that_grows_says_by_what():
    found = progress(PullPhase.TRANSFERRING, (2 * GB, 2 * GB), (8_100_000_000, 5))
    text = said(replace(RUNNING, progress=found, grew=True))
    assert text == "Downloading: another layer of 8.1 GB began"


def test_the_first_layer_is_no_other_one():
    assert said(replace(RUNNING, progress=HALF, grew=True)) == "Downloading"


def test_a_restart_is_told_while_the_pull_goes_on():
    text = said(replace(RUNNING, progress=HALF, restarts=1))
    assert text == "Downloading, restarted once"


def test_a_stalled_pull_counts_the_seconds_both_ways():
    stalled = replace(
        RUNNING,
        state=JobState.STALLED,
        stalled_since=ago(22),
        restarts_at=NOW + timedelta(seconds=38),
    )
    assert said(stalled) == "Stalled for 22 s, restarts by itself in 38 s"
    assert words.pace(stalled) == "0 B/s"


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (4.0, "tower is busy, asked again in 4 s"),
        (3.2, "tower is busy, asked again in 4 s"),
        (600.0, "tower is busy, asked again in 10 min"),
        (-1.0, "tower is busy, asked again in 0 s"),
    ],
)
def test_a_pull_that_was_put_off_counts_down(left: float, text: str):
    assert said(replace(RUNNING, retries_at=ago(-left), tries=1)) == text


def test_endings_tell_how_long_it_took():
    ended = replace(RUNNING, started_at=ago(192), ended_at=NOW)
    assert said(replace(ended, state=JobState.DONE)) == "Done in 3 min 12 s"
    assert said(replace(ended, state=JobState.FAILED)) == "Failed after 3 min 12 s"
    soon = replace(ended, ended_at=ended.started_at)
    assert said(replace(soon, state=JobState.DONE)) == "Done"
    assert said(replace(soon, state=JobState.FAILED)) == "Failed at once"


def test_a_cancelled_pull_says_that_a_retry_goes_on():
    found = progress(PullPhase.TRANSFERRING, (42_500_000_000, 6_400_000_000))
    text = said(replace(RUNNING, state=JobState.CANCELLED, progress=found))
    assert text == (
        "Cancelled at 6.4 of 42.5 GB. A retry goes on from there while the host keeps the layers."
    )
    assert said(replace(RUNNING, state=JobState.CANCELLED)).startswith("Cancelled before")


def test_a_rename_cancelled_halfway_says_that_both_names_are_there():
    job = replace(RUNNING, kind=JobKind.RENAME, target="mine", state=JobState.CANCELLED)
    text = said(replace(job, problem=JobProblem.BOTH_EXIST))
    assert text == "Cancelled halfway: qwen2.5:14b and mine are there"


def test_speed_and_time_left_stand_together():
    job = replace(RUNNING, progress=HALF, speed=41.2e6, seconds_left=124.0)
    assert words.pace(job) == "41.2 MB/s, about 2 min left"
    assert words.pace(replace(job, seconds_left=None)) == "41.2 MB/s"


def test_a_layer_that_fell_back_says_so():
    found = PullProgress(PullPhase.TRANSFERRING, "x", {"sha256:abc": Layer(GB, GB // 2, fell=True)})
    (layer,) = words.layers(replace(RUNNING, progress=found))
    assert (layer.name, layer.figure, layer.fraction) == ("abc", "again, 500 MB", 0.5)


def test_a_row_is_read_out_whole():
    job = replace(RUNNING, progress=HALF, speed=41.2e6, seconds_left=124.0)
    assert words.spoken(job, AROUND) == (
        "qwen2.5:14b on tower, Downloading, 4.00 of 8.00 GB, 41.2 MB/s, about 2 min left"
    )


def test_the_heading_adds_up_what_runs():
    jobs = [replace(RUNNING, speed=20e6), replace(RUNNING, speed=21.2e6)]
    assert captions.summary(jobs) == "2 running, 41.2 MB/s together"
    assert captions.summary(jobs[:1]) == "1 running, 20.0 MB/s"
    assert captions.summary([]) == "Nothing is running"
