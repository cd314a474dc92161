"""Why a loaded model is slow."""

from desktop.domain.host import HostId
from desktop.domain.memory import Room
from desktop.domain.model import LoadedModel
from desktop.memory.slow import why_slow
from desktop.memory.snapshot import HostMemory, Slow
from tests.unit.memory.shapes import GIB

SPLIT = LoadedModel("m", "d", 10 * GIB, 6 * GIB, 32768)


def memory(*gpus: int, is_at_least: bool = False) -> HostMemory:
    return HostMemory(HostId("h"), room=Room(gpus, 64 * GIB, is_at_least=is_at_least))


def test_a_part_runs_on_the_cpu_because_it_does_not_fit_and_a_smaller_context_would():
    assert why_slow(SPLIT, memory(8 * GIB), 8192) == Slow(0.4, 10 * GIB, 8 * GIB, 8192)


def test_no_context_is_offered_where_none_would_fit_or_none_is_known():
    assert why_slow(SPLIT, memory(8 * GIB), 0) == Slow(0.4, 10 * GIB, 8 * GIB, 0)
    assert why_slow(SPLIT, memory(8 * GIB), None) == Slow(0.4, 10 * GIB, 8 * GIB, 0)


def test_what_is_all_on_the_gpu_is_not_slow():
    whole = LoadedModel("m", "d", 10 * GIB, 10 * GIB, 4096)
    assert why_slow(whole, memory(8 * GIB), 512) is None


def test_without_a_gpu_or_with_room_enough_memory_is_not_why():
    assert why_slow(SPLIT, memory(), 0) is None
    assert why_slow(SPLIT, memory(24 * GIB), 32768) is None


def test_where_the_gpu_s_memory_is_not_known_it_is_not_said():
    unknown = HostMemory(HostId("h"))
    assert why_slow(SPLIT, unknown, None) == Slow(0.4, 10 * GIB, None, 0)
    guess = memory(6 * GIB, is_at_least=True)
    assert why_slow(SPLIT, guess, None) == Slow(0.4, 10 * GIB, None, 0)
