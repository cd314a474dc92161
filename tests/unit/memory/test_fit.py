"""Verdicts: one GPU, several, none, one with nothing free, shared memory, and what is unknown."""

import pytest

from desktop.domain.memory import (
    MARGIN,
    Load,
    Need,
    Room,
    Verdict,
    fit,
    largest_context,
    need_of,
)
from tests.unit.memory.shapes import GIB, LLAMA_8B

NEED = need_of(LLAMA_8B, Load(8192))


@pytest.mark.parametrize(
    ("gpus", "ram", "verdict"),
    [
        ((24 * GIB,), 64 * GIB, Verdict.ROOMY),
        ((8 * GIB,), 64 * GIB, Verdict.TIGHT),
        ((4 * GIB,), 64 * GIB, Verdict.PARTLY),
        ((4 * GIB,), None, Verdict.PARTLY),
        ((4 * GIB,), 1 * GIB, Verdict.NO),
        ((), 64 * GIB, Verdict.PARTLY),
        ((), 4 * GIB, Verdict.NO),
        ((), None, Verdict.UNKNOWN),
        (None, 64 * GIB, Verdict.UNKNOWN),
    ],
)
def test_each_verdict_has_its_memory(
    gpus: tuple[int, ...] | None, ram: int | None, verdict: Verdict
):
    assert fit(NEED, Room(gpus, ram)).verdict is verdict


def test_no_gpu_and_one_with_nothing_free_can_be_told_apart():
    none, full = fit(NEED, Room((), 64 * GIB)), fit(NEED, Room((0,), 64 * GIB))
    assert (none.verdict, none.room.gpus) == (Verdict.PARTLY, ())
    assert (full.verdict, full.room.gpus, full.free) == (Verdict.PARTLY, (0,), 0)


def test_roomy_ends_at_four_fifths_and_tight_at_the_margin():
    assert fit(NEED, Room((NEED.total * 5 // 4 + 1,))).verdict is Verdict.ROOMY
    assert fit(NEED, Room((NEED.total * 5 // 4 - 1,))).verdict is Verdict.TIGHT
    assert fit(NEED, Room((NEED.total + MARGIN,))).verdict is Verdict.TIGHT
    assert fit(NEED, Room((NEED.total + MARGIN - 1,))).verdict is Verdict.PARTLY


def test_layers_go_to_the_gpu_from_the_last_one_and_the_rest_is_in_ram():
    found = fit(NEED, Room((4 * GIB,), 64 * GIB))
    budget = 4 * GIB - MARGIN - NEED.graph - NEED.base
    assert found.layers_on_gpu == budget // NEED.blocks[0]
    assert found.layers == 33
    on_gpu = found.layers_on_gpu * NEED.blocks[0]
    assert found.on_cpu == sum(NEED.blocks) + NEED.output - on_gpu


def test_two_gpus_hold_what_one_does_not():
    assert fit(NEED, Room((5 * GIB,), 64 * GIB)).verdict is Verdict.PARTLY
    assert fit(NEED, Room((7 * GIB, 7 * GIB), 64 * GIB)).verdict is Verdict.ROOMY
    long, each = need_of(LLAMA_8B, Load(32768)), 64 * GIB // 10
    assert fit(long, Room((each, each), 64 * GIB)).verdict is Verdict.TIGHT


def test_one_gpu_that_holds_all_is_taken_alone():
    assert fit(NEED, Room((9 * GIB, 1 * GIB))).verdict is Verdict.ROOMY


def test_a_layer_is_not_cut_between_two_gpus():
    need = Need(8 * GIB, 0, 0, 0, 0, (4 * GIB, 4 * GIB), 0)
    found = fit(need, Room((7 * GIB, 4 * GIB), 64 * GIB))
    assert (found.verdict, found.layers_on_gpu) == (Verdict.PARTLY, 1)


def test_shared_memory_is_given_once():
    room = Room((4 * GIB,), 6 * GIB, is_shared=True)
    assert fit(NEED, room).verdict is Verdict.NO
    assert fit(NEED, Room((4 * GIB,), 6 * GIB)).verdict is Verdict.PARTLY


def test_of_gpus_that_may_have_more_only_that_it_fits_is_said():
    room = Room((NEED.total,), 64 * GIB, is_at_least=True)
    assert fit(NEED, room).verdict is Verdict.TIGHT
    more = need_of(LLAMA_8B, Load(16384))
    assert fit(more, room).verdict is Verdict.UNKNOWN


def test_the_largest_context_is_the_last_that_a_gpu_holds_whole():
    room = Room((12 * GIB,), 64 * GIB)
    largest = largest_context(LLAMA_8B, Load(4096), room)
    assert 4096 < largest < 131072
    assert largest % 512 == 0
    assert fit(need_of(LLAMA_8B, Load(largest)), room).verdict is Verdict.TIGHT
    assert fit(need_of(LLAMA_8B, Load(largest + 512)), room).verdict is Verdict.PARTLY


def test_without_a_gpu_no_context_fits_on_one():
    assert largest_context(LLAMA_8B, Load(4096), Room((), 64 * GIB)) == 0
