"""Why a loaded model is slow."""

from desktop.domain.host import HostId
from desktop.domain.memory import Room
from desktop.domain.model import LoadedModel
from desktop.memory.slow import room_beside, why_slow
from desktop.memory.snapshot import HostMemory, Slow
from tests.unit.memory.shapes import GIB

SPLIT = LoadedModel("m", "d", 10 * GIB, 6 * GIB, 32768)


def memory(*gpus: int, is_at_least: bool = False) -> HostMemory:
    return HostMemory(HostId("h"), room=Room(gpus, 64 * GIB, is_at_least=is_at_least))


def test_a_part_runs_on_the_cpu_because_it_does_not_fit_and_a_smaller_context_would():
    assert why_slow(SPLIT, memory(8 * GIB), None, 8192) == Slow(0.4, 10 * GIB, 8 * GIB, 8192)


def test_no_context_is_offered_where_none_would_fit_or_none_is_known():
    assert why_slow(SPLIT, memory(8 * GIB), 0, 0) == Slow(0.4, 10 * GIB, 8 * GIB, 0)
    assert why_slow(SPLIT, memory(8 * GIB), None, None) == Slow(0.4, 10 * GIB, 8 * GIB, 0)


def test_what_is_all_on_the_gpu_is_not_slow():
    whole = LoadedModel("m", "d", 10 * GIB, 10 * GIB, 4096)
    assert why_slow(whole, memory(8 * GIB), 512, 512) is None


def test_without_a_gpu_or_with_room_enough_memory_is_not_why():
    assert why_slow(SPLIT, memory(), 0, 0) is None
    assert why_slow(SPLIT, memory(24 * GIB), 32768, 32768) is None


def test_where_the_gpu_s_memory_is_not_known_it_is_not_said():
    unknown = HostMemory(HostId("h"))
    assert why_slow(SPLIT, unknown, None, None) == Slow(0.4, 10 * GIB, None, 0)
    guess = memory(6 * GIB, is_at_least=True)
    assert why_slow(SPLIT, guess, None, None) == Slow(0.4, 10 * GIB, None, 0)


def beside(free_now: int, *, total: int = 24 * GIB) -> HostMemory:
    """A host on which other models are loaded too: so much is free beside all of them."""
    room, now = Room((total,), 64 * GIB), Room((free_now,), 48 * GIB)
    return HostMemory(HostId("h"), room=room, room_now=now)


def test_beside_other_models_a_context_that_unloads_none_of_them_is_offered_first():
    crowded = beside(1 * GIB)
    assert room_beside(SPLIT, crowded).gpus == (7 * GIB,)
    assert why_slow(SPLIT, crowded, 8192, 65536) == Slow(0.4, 10 * GIB, 7 * GIB, 8192)


def test_where_only_the_other_models_are_in_its_way_that_is_said():
    alone = Slow(0.4, 10 * GIB, 7 * GIB, fits_alone=True)
    assert why_slow(SPLIT, beside(1 * GIB), 0, 65536) == alone
    assert why_slow(SPLIT, beside(1 * GIB), 1024, 65536) == alone  # Too little to be of use.


def test_what_does_not_fit_without_the_others_either_is_told_what_would():
    crowded = beside(1 * GIB, total=9 * GIB)
    told = Slow(0.4, 10 * GIB, 9 * GIB, 6144, counts_alone=True)
    assert why_slow(SPLIT, crowded, 0, 6144) == told


def test_what_fits_beside_the_others_by_now_is_not_held_back_by_memory():
    assert why_slow(SPLIT, beside(6 * GIB), 32768, 65536) is None


def test_of_several_cards_it_holds_its_part_of_what_is_used():
    room, now = Room((8 * GIB, 16 * GIB), None), Room((4 * GIB, 8 * GIB), None)
    found = room_beside(SPLIT, HostMemory(HostId("h"), room=room, room_now=now))
    assert found.gpus == (6 * GIB, 12 * GIB)
