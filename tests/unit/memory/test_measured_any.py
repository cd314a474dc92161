"""Whatever was measured, an estimate agrees with the newest of it, grows, and is never negative."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.measured import Estimator, Measured
from desktop.domain.memory import BASE, WHOLE, KvType, Load, Room, fit, largest_that_fits
from tests.unit.memory.shapes import GIB, LLAMA_8B

START = datetime(2026, 1, 2, tzinfo=UTC)
MEASURES = st.lists(
    st.builds(
        lambda context, size, hours: Measured(context, size, 0, START + timedelta(hours=hours)),
        st.integers(1, 131072),
        st.integers(1, 100 * GIB),
        st.integers(0, 1000),
    ),
    max_size=6,
    unique_by=lambda each: each.at,
)
LOADS = st.builds(
    Load,
    st.integers(1, 200_000),
    st.integers(1, 8),
    st.sampled_from(KvType),
    st.booleans(),
)


@given(MEASURES)
@settings(deadline=None, max_examples=60)
def test_the_newest_measure_is_the_estimate_of_its_context(measured: list[Measured]):
    found = Estimator(LLAMA_8B, BASE, measured)
    if measured:
        newest = max(measured, key=lambda each: each.at)
        estimate = found.estimate(Load(newest.context))
        assert estimate.need.total == estimate.low == estimate.high == newest.size
        assert estimate.is_measured


@given(MEASURES, MEASURES, LOADS, st.lists(st.integers(1, 200_000), min_size=2, max_size=8))
@settings(deadline=None, max_examples=60)
def test_an_estimate_grows_with_the_context_and_lies_in_its_range(
    own: list[Measured], others: list[Measured], load: Load, contexts: list[int]
):
    found = Estimator(LLAMA_8B, BASE, own, others)
    loads = [
        Load(context, load.parallel, load.kv_type, load.has_flash_attention)
        for context in sorted(contexts)
    ]
    estimates = [found.estimate(each) for each in loads]
    totals = [estimate.need.total for estimate in estimates]
    assert all(0 <= each.low <= each.need.total <= each.high for each in estimates)
    assert all(before <= after for before, after in pairwise(totals))


@given(MEASURES, st.integers(0, 80 * GIB))
@settings(deadline=None, max_examples=40)
def test_the_largest_context_fits_and_the_next_does_not(measured: list[Measured], free: int):
    found, room = Estimator(LLAMA_8B, BASE, measured), Room((free,), 0)
    largest = largest_that_fits(lambda context: found.need(Load(context)), room, 131072)
    if largest:
        assert fit(found.need(Load(largest)), room).verdict in WHOLE
    if largest < 131072:
        assert fit(found.need(Load(largest + 512)), room).verdict not in WHOLE
