"""The tally over pulls that a real server was seen to make."""

import json
from pathlib import Path

import pytest

from desktop.domain.pull import PullProgress, PullStep
from desktop.jobs.tally import Tally

_EXCHANGES = Path(__file__).parents[1] / "conformance" / "exchanges"


def _lines(name: str) -> list[tuple[float, PullStep]]:
    recorded = json.loads((_EXCHANGES / f"{name}.json").read_text())
    return [(ms / 1000, _step(json.loads(text))) for ms, text in recorded["response"]["lines"]]


def _step(row: dict[str, str | int]) -> PullStep:
    return PullStep(
        str(row["status"]),
        str(row.get("digest", "")),
        int(row.get("total", 0)),
        int(row.get("completed", 0)),
    )


@pytest.mark.parametrize(
    "name", ["pull_multilayer_fresh", "pull_tiny_fresh", "pull_resumed", "pull_stalled_45s"]
)
def test_a_pull_that_succeeded_ends_with_every_byte(name: str) -> None:
    tally = Tally(PullProgress(), 0.0)
    for at, step in _lines(name):
        tally.take(step, at)
    assert tally.progress.fraction == 1.0


@pytest.mark.parametrize(
    "name", ["pull_multilayer_fresh", "pull_resumed", "pull_stalled_45s", "pull_slow_first_byte"]
)
def test_the_bar_never_moves_back_without_a_word(name: str) -> None:
    tally, before = Tally(PullProgress(), 0.0), 0.0
    for at, step in _lines(name):
        tally.take(step, at)
        fraction = tally.progress.fraction or 0.0
        assert fraction >= before or tally.went_back or tally.grew
        before = fraction


def test_the_silence_of_a_stalled_pull_is_seen() -> None:
    tally, longest = Tally(PullProgress(), 0.0), 0.0
    for at, step in _lines("pull_stalled_45s"):
        longest = max(longest, at - tally.heard_at)
        tally.take(step, at)
    assert 30 < longest < 60


def test_a_resumed_pull_is_never_faster_than_its_line() -> None:
    tally, fastest = Tally(PullProgress(), 0.0), 0.0
    for at, step in _lines("pull_resumed"):
        tally.take(step, at)
        fastest = max(fastest, tally.speed or 0.0)
    assert 10e6 < fastest < 60e6
