from dataclasses import replace

import pytest

from desktop.domain.memory import (
    MIB,
    Fit,
    KvType,
    Load,
    Room,
    Verdict,
    fit,
    largest_context,
    need_of,
)
from desktop.memory.snapshot import Basis
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.verdict import VerdictView
from desktop.ui.memory.words import consequence, needed, placement, sentence
from tests.qt.memory_side_scene import GB, SHAPE

ROOMS = {
    Verdict.ROOMY: (8192, Room((48 * GB,), 64 * GB)),
    Verdict.TIGHT: (8192, Room((23 * GB,), 64 * GB)),
    Verdict.PARTLY: (32768, Room((24 * GB,), 64 * GB)),
    Verdict.NO: (32768, Room((8 * GB,), 16 * GB)),
    Verdict.UNKNOWN: (4096, Room()),
}


def case(verdict: Verdict) -> tuple[Fit, Load, int]:
    context, room = ROOMS[verdict]
    load = Load(context)
    return fit(need_of(SHAPE, load), room), load, largest_context(SHAPE, load, room)


def said(verdict: Verdict) -> str:
    found, load, largest = case(verdict)
    return f"{sentence(found)}. {consequence(found, load, largest)}"


@pytest.fixture
def view(theme: Theme, qtbot) -> VerdictView:
    view = VerdictView(theme)
    qtbot.addWidget(view)
    return view


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_the_one_that_its_words_are_for(verdict: Verdict):
    assert case(verdict)[0].verdict is verdict


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.ROOMY, "Fits on the GPU, with room to spare. Up to 102.5 k of context would fit."),
        (
            Verdict.TIGHT,
            "Fits on the GPU, but only just. Other models may be unloaded for it. "
            "Up to 9.5 k of context would fit.",
        ),
        (
            Verdict.PARTLY,
            "Part runs on the CPU: 53 of 65 layers on the GPU. 5.2 GB lies in the computer's "
            "memory, so slower. Up to 13 k of context would fit.",
        ),
        (
            Verdict.NO,
            "Does not fit on this host. 21.3 GB would be left for the CPU, more than is free "
            "there. No context makes it fit on the GPU.",
        ),
        (
            Verdict.UNKNOWN,
            "How much memory this host has is not known. Enter it, and whether this fits is "
            "worked out.",
        ),
    ],
)
def test_a_verdict_says_what_happens_and_which_context_would_fit(verdict: Verdict, words: str):
    assert said(verdict) == words


def test_without_a_gpu_no_context_is_offered_for_one():
    load = Load(8192)
    found = fit(need_of(SHAPE, load), Room((), 64 * GB))
    assert sentence(found) == "Runs on the CPU: no GPU is known here"
    assert consequence(found, load, 0) == "It takes 21.0 GB of the computer's memory."


def test_a_gpu_too_small_for_a_layer_is_told_from_none():
    found = fit(need_of(SHAPE, Load(8192)), Room((1 * GB,), 64 * GB))
    assert sentence(found) == "Runs on the CPU: no layer fits on the GPU"


def test_the_largest_context_is_not_offered_to_whom_has_it():
    found, load, _ = case(Verdict.TIGHT)
    assert consequence(found, load, load.context).endswith("This is the largest context that fits.")
    assert "context" not in consequence(found, load, None)


def test_where_a_model_lies_is_said_without_what_is_nothing():
    assert placement(8_700_000_000, 1_700_000_000) == "8.7 GB on the GPU, 1.7 GB on the CPU"
    assert placement(18_100_000_000, 0) == "18.1 GB on the GPU"
    assert placement(0, 100_000_000) == "100 MB on the CPU"


def test_the_sum_is_shown_part_by_part_with_its_total(view: VerdictView):
    found, load, largest = case(Verdict.PARTLY)
    view.show_fit(found, load, largest=largest)
    rows = {
        name.text(): figure.text() for name, figure in zip(view.names, view.figures, strict=True)
    }
    assert rows == {
        "Weights": "18.5 GB",
        "KV cache, f16": "8.6 GB",
        "Graph": "322 MB",
        "Overhead": "479 MB",
    }
    assert view.total_name.text() == "Needed, estimated"
    assert view.total.text() == "27.9 GB of 24.0 GB free"
    assert [part.amount for part in view.bar.parts] == [
        found.need.weights,
        found.need.kv,
        found.need.graph,
        found.need.overhead,
    ]
    assert view.bar.height() == 8


def test_a_measured_need_and_another_type_of_keys_are_named(view: VerdictView):
    found, load, _ = case(Verdict.ROOMY)
    view.show_fit(found, replace(load, kv_type=KvType.Q8_0), basis=Basis.MEASURED)
    assert view.total_name.text() == "Needed, as measured"
    view.show_fit(found, load, basis=Basis.SIZE, range_said="Needs 1 GB to 2 GB")
    assert view.total_name.text() == "Needed, guessed from its size"
    assert view.total.accessibleDescription() == "Needs 1 GB to 2 GB"
    view.show_fit(found, replace(load, kv_type=KvType.Q8_0), basis=Basis.CORRECTED)
    assert view.total_name.text() == "Needed, learned from loads"
    assert view.names[1].text() == "KV cache, q8_0"


def test_a_load_that_took_less_than_the_formula_leaves_no_part_below_nothing(view: VerdictView):
    found, load, _ = case(Verdict.ROOMY)
    need = replace(found.need, correction=-1000 * MIB)
    view.show_fit(replace(found, need=need), load)
    assert view.figures[3].text() == "−569 MB"
    assert view.bar.parts[3].amount == 0


def test_the_total_has_nothing_to_be_compared_with_where_nothing_is_known():
    assert needed(case(Verdict.UNKNOWN)[0]) == "20.4 GB"


def test_the_ground_of_the_banner_tells_good_from_bad(view: VerdictView):
    kinds: list[str] = []
    for verdict in Verdict:
        found, load, largest = case(verdict)
        view.show_fit(found, load, largest=largest)
        kinds.append(str(view.banner.property("banner")))
    assert kinds == ["success", "warning", "warning", "danger", "info"]
