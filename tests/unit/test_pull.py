"""How far along a pull is, from what a server says of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.pull import Layer, PullPhase, PullProgress, PullStep, advance


def after(*steps: PullStep) -> PullProgress:
    progress = PullProgress()
    for step in steps:
        progress = advance(progress, step)
    return progress


def test_layers_add_up():
    progress = after(PullStep("pulling a", "a", 10, 4), PullStep("pulling b", "b", 90, 1))
    assert (progress.completed, progress.total, progress.fraction) == (5, 100, 0.05)


def test_a_repeated_layer_replaces_its_earlier_figure():
    assert after(PullStep("", "a", 10, 4), PullStep("", "a", 10, 9)).completed == 9


def test_nothing_is_known_before_the_first_layer():
    progress = after(PullStep("pulling manifest"))
    assert progress.fraction is None
    assert progress.phase is PullPhase.MANIFEST


def test_a_step_without_a_layer_keeps_the_figures():
    progress = after(PullStep("", "a", 10, 10), PullStep("verifying sha256 digest"))
    assert (progress.status, progress.completed) == ("verifying sha256 digest", 10)
    assert progress.phase is PullPhase.VERIFYING


def test_bytes_taken_back_are_said():
    progress = after(PullStep("", "a", 335, 90), PullStep("", "a", 335, 0))
    assert progress.completed == 0
    assert progress.layers["a"].fell
    assert not advance(progress, PullStep("", "a", 335, 5)).layers["a"].fell


def test_a_missing_total_keeps_the_known_one():
    assert after(PullStep("", "a", 10, 4), PullStep("", "a", 0, 5)).total == 10


@pytest.mark.parametrize(
    ("layer", "done"), [(Layer(10, 10), True), (Layer(10, 9), False), (Layer(0, 0), False)]
)
def test_a_layer_is_done_with_its_last_byte(layer: Layer, done: bool):
    assert layer.is_done is done


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("pulling manifest", PullPhase.MANIFEST),
        ("retrieving manifest", PullPhase.MANIFEST),
        ("verifying sha256 digest", PullPhase.VERIFYING),
        ("writing manifest", PullPhase.WRITING),
        ("pushing manifest", PullPhase.WRITING),
        ("removing unused layers", PullPhase.CLEANING),
        ("success", PullPhase.SUCCESS),
        ("something new", PullPhase.OTHER),
    ],
)
def test_a_status_names_its_phase(status: str, phase: PullPhase):
    assert PullStep(status).phase is phase


def test_a_status_with_a_layer_is_a_transfer():
    assert PullStep("success", digest="a").phase is PullPhase.TRANSFERRING


STEPS = st.builds(
    PullStep,
    st.text(),
    st.sampled_from(["", "a", "b"]),
    st.integers(-(2**70), 2**70),
    st.integers(-(2**70), 2**70),
)


@given(st.lists(STEPS))
def test_no_server_can_make_the_bar_lie(steps: list[PullStep]):
    progress = after(*steps)
    assert progress.completed >= 0
    assert progress.total >= 0
    assert progress.fraction is None or 0 <= progress.fraction <= 1
    for layer in progress.layers.values():
        assert layer.total == 0 or layer.completed <= layer.total
