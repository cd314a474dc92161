"""What loads that were seen make of the next estimate."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from desktop.domain.measured import Estimator, Measured, agreeing
from desktop.domain.memory import BASE, KvType, Load, need_of
from tests.unit.memory.shapes import GIB, LLAMA_8B, MIB

START = datetime(2026, 1, 2, tzinfo=UTC)
CONTEXTS = range(512, 131073, 4096)


def seen(context: int, size: int, hours: int = 0) -> Measured:
    return Measured(context, size, size, START + timedelta(hours=hours))


def estimator(*own: Measured, others: tuple[Measured, ...] = ()) -> Estimator:
    return Estimator(LLAMA_8B, BASE, own, others)


def total(found: Estimator, context: int) -> int:
    return found.need(Load(context)).total


def formula(context: int) -> int:
    return need_of(LLAMA_8B, Load(context)).total


def bound(context: int) -> int:
    return estimator().estimate(Load(context)).high


def test_without_a_measure_the_formula_stands():
    assert total(estimator(), 8192) == formula(8192)
    assert not estimator().is_corrected


@pytest.mark.parametrize("size", [1, 5 * GIB, 6 * GIB + 123, 40 * GIB])
def test_a_measured_context_takes_what_was_measured(size: int):
    estimate = estimator(seen(8192, size)).estimate(Load(8192))
    assert estimate.need.total == estimate.low == estimate.high == size
    assert estimate.is_measured


@pytest.mark.parametrize("more", [-300 * MIB, 0, 200 * MIB, 2 * GIB])
def test_another_context_moves_by_keys_and_values_and_at_most_by_what_computes(more: int):
    size = formula(8192) + more
    found = estimator(seen(8192, size))
    for context, kv in ((16384, GIB), (4096, -GIB // 2)):
        low, high = sorted((kv, bound(context) - bound(8192)))
        assert size + low <= total(found, context) <= size + high
        assert not found.estimate(Load(context)).is_measured


def test_where_what_computes_took_much_it_takes_much_with_another_context():
    little = need_of(LLAMA_8B, Load(8192)).weights + GIB
    found = estimator(seen(8192, little))
    assert total(found, 32768) == little + 3 * GIB
    assert total(estimator(seen(8192, bound(8192))), 32768) == bound(32768)


def test_between_two_measures_the_estimate_lies_on_the_line():
    found = estimator(seen(4096, 6 * GIB), seen(12288, 8 * GIB))
    assert total(found, 8192) == 7 * GIB


@pytest.mark.parametrize(
    "points",
    [
        (seen(4096, 1),),
        (seen(4096, 40 * GIB),),
        (seen(4096, 6 * GIB), seen(32768, 6 * GIB)),
        (seen(4096, 9 * GIB), seen(32768, 7 * GIB, hours=1)),
        (seen(4096, 9 * GIB, hours=1), seen(32768, 7 * GIB)),
        (seen(512, 100), seen(8192, 5 * GIB, 2), seen(16384, 4 * GIB, 1), seen(65536, 30 * GIB)),
    ],
)
@pytest.mark.parametrize("kind", [KvType.F16, KvType.Q8_0])
def test_an_estimate_grows_with_the_context_and_is_never_negative(
    points: tuple[Measured, ...], kind: KvType
):
    found = estimator(*points)
    totals = [found.need(Load(context, kv_type=kind)).total for context in CONTEXTS]
    assert all(a <= b for a, b in pairwise(totals))
    assert totals[0] >= 0


def test_a_newer_load_that_contradicts_an_older_one_has_the_last_word():
    points = agreeing([seen(4096, 9 * GIB), seen(8192, 7 * GIB, hours=1)])
    assert [point.context for point in points] == [8192]


def test_the_newest_of_one_context_counts():
    assert total(estimator(seen(4096, 6 * GIB), seen(4096, 7 * GIB, hours=1)), 4096) == 7 * GIB


def test_another_host_s_measure_corrects_where_there_is_none_of_its_own():
    other = seen(8192, formula(8192) - 200 * MIB)
    estimate = estimator(others=(other,)).estimate(Load(8192))
    assert estimate.need.total == other.size
    assert not estimate.is_measured
    own = seen(4096, formula(4096) + 50 * MIB)
    assert total(estimator(own, others=(other,)), 8192) == total(estimator(own), 8192)


def test_a_load_of_another_kind_has_its_own_keys_and_values_and_counts_as_not_measured():
    size = formula(8192) + 100 * MIB
    found = estimator(seen(8192, size))
    two = found.estimate(Load(8192, parallel=2))
    half = found.estimate(Load(8192, kv_type=KvType.Q8_0))
    assert two.need.total == pytest.approx(size + GIB, rel=0.01)
    assert half.need.total == pytest.approx(size - GIB * 15 // 32, rel=0.01)
    for estimate in (two, half):
        assert not estimate.is_measured
        assert estimate.low <= estimate.need.total <= estimate.high


def test_a_context_beyond_the_trained_one_is_that_one():
    assert estimator(seen(131072, 20 * GIB)).estimate(Load(1 << 20)).is_measured


def test_the_range_of_the_formula_reaches_from_weights_and_kv_to_a_larger_batch():
    estimate = estimator().estimate(Load(32768))
    need = estimate.need
    assert estimate.low == need.weights + need.kv
    assert estimate.high == need.total + 3 * need.graph + 2 * 1024 * 32768


def test_near_a_measure_the_range_is_small_and_grows_with_the_distance():
    found = estimator(seen(8192, formula(8192)))
    spans = [
        found.estimate(Load(context)).high - found.estimate(Load(context)).low
        for context in (8192, 8704, 32768, 131072)
    ]
    assert spans[0] == 0
    assert spans == sorted(spans)
    for context in CONTEXTS:
        estimate = found.estimate(Load(context))
        assert 0 <= estimate.low <= estimate.need.total <= estimate.high
