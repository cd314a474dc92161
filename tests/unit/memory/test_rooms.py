"""How much memory a host has: who tells, what was entered, what is loaded, and what is guessed."""

from dataclasses import replace

import pytest

from desktop.domain.host import HostId
from desktop.domain.memory_source import Entered
from desktop.domain.model import LoadedModel
from desktop.domain.readings import (
    ComputerReading,
    GpuReading,
    GpuShare,
    ProcessReading,
    ReadingProblem,
    ReadingsSnapshot,
    Source,
    Vendor,
)
from desktop.memory.facts import Facts
from desktop.memory.rooms import graphics_total, host_memory, metal_share
from desktop.memory.snapshot import HostMemory
from tests.unit.memory.shapes import GIB

HOST = HostId("host")
NOTHING = Entered()
CARD = GpuReading("RTX", Vendor.NVIDIA, memory_total=24 * GIB, memory_used=10 * GIB)
RAM = ComputerReading(Source.TOLD, ram_total=64 * GIB, ram_available=40 * GIB)
APPLE = GpuReading("Apple silicon", Vendor.APPLE, memory_total=32 * GIB, is_unified=True)


def row(size: int, vram: int) -> LoadedModel:
    return LoadedModel("m:latest", "d", size, vram, 4096)


def known(
    reading: ComputerReading | None = None,
    entered: Entered = NOTHING,
    *loaded: LoadedModel,
    most: int | None = None,
) -> HostMemory:
    return host_memory(Facts(HOST, ReadingsSnapshot(reading), entered, loaded, most))


def test_where_nobody_tells_anything_nothing_is_known():
    assert known() == HostMemory(HOST)


def test_a_card_s_room_is_all_that_others_do_not_use_and_room_now_is_what_is_free():
    memory = known(replace(RAM, gpus=(CARD,)), NOTHING, row(9 * GIB, 7 * GIB), most=7 * GIB)
    assert memory.source is Source.TOLD
    assert (memory.gpus, memory.gpu_used, memory.gpu_others) == ((24 * GIB,), 10 * GIB, 3 * GIB)
    assert memory.room.gpus == (21 * GIB,)
    assert memory.room_now.gpus == (14 * GIB,)
    assert (memory.room.ram, memory.room_now.ram) == (42 * GIB, 40 * GIB)


def test_shares_of_processes_count_before_what_ps_says():
    card = replace(CARD, shares=(GpuShare(7, 9 * GIB), GpuShare(8, GIB // 2)))
    reading = replace(RAM, gpus=(card,), processes=(ProcessReading(7, "ollama"),))
    memory = known(reading, NOTHING, row(7 * GIB, 7 * GIB))
    assert memory.gpu_others == 1 * GIB


@pytest.mark.parametrize("share", [None, 0])
def test_where_a_driver_keeps_shares_back_what_ps_says_counts(share: int | None):
    card = replace(CARD, shares=(GpuShare(7, share),))
    reading = replace(RAM, gpus=(card,), processes=(ProcessReading(7, "ollama"),))
    assert known(reading, NOTHING, row(7 * GIB, 7 * GIB)).gpu_others == 3 * GIB


def test_more_held_than_used_leaves_nothing_to_others():
    memory = known(replace(RAM, gpus=(CARD,)), NOTHING, row(11 * GIB, 11 * GIB))
    assert memory.gpu_others == 0
    assert memory.room.gpus == (24 * GIB,)


def test_of_several_cards_each_has_a_room_of_its_own():
    other = replace(CARD, memory_used=30 * GIB // 2)
    memory = known(replace(RAM, gpus=(CARD, other)), NOTHING, row(5 * GIB, 5 * GIB))
    assert memory.gpus == (24 * GIB, 24 * GIB)
    assert memory.room.gpus == (16 * GIB, 12 * GIB)
    assert memory.room_now.gpus == (14 * GIB, 9 * GIB)


def test_a_card_whose_use_is_not_told_is_used_by_nobody_but_ollama():
    card = replace(CARD, memory_used=None)
    memory = known(replace(RAM, gpus=(card,)), NOTHING, row(5 * GIB, 5 * GIB))
    assert (memory.gpu_used, memory.gpu_others) == (None, None)
    assert memory.room.gpus == (24 * GIB,)
    assert memory.room_now.gpus == (19 * GIB,)


def test_what_was_entered_is_all_there_is_room_for():
    memory = known(None, Entered(24 * GIB, 64 * GIB), row(6 * GIB, 5 * GIB))
    assert memory.source is memory.ram_source is Source.ENTERED
    assert (memory.room.gpus, memory.room.ram) == ((24 * GIB,), 64 * GIB)
    assert (memory.room_now.gpus, memory.room_now.ram) == ((19 * GIB,), 63 * GIB)


def test_what_is_entered_stands_in_for_the_cards_that_an_exporter_does_not_tell():
    memory = known(RAM, Entered(24 * GIB, 1 * GIB))
    assert (memory.source, memory.ram_source) == (Source.ENTERED, Source.TOLD)
    assert (memory.gpus, memory.ram_total) == ((24 * GIB,), 64 * GIB)


def test_an_exporter_that_says_nothing_of_cards_leaves_them_unknown():
    memory = known(RAM)
    assert (memory.gpus, memory.room.gpus) == (None, None)
    assert memory.source is Source.TOLD


def test_what_is_told_counts_before_what_was_entered():
    assert known(replace(RAM, gpus=(CARD,)), Entered(8 * GIB)).gpus == (24 * GIB,)


def test_that_there_is_no_gpu_is_believed_of_a_person():
    memory = known(RAM, Entered(has_no_gpu=True))
    assert memory.room.gpus == ()
    assert memory.source is Source.ENTERED


@pytest.mark.parametrize(
    "card", [CARD, APPLE, replace(APPLE, vendor=Vendor.AMD), replace(CARD, memory_total=None)]
)
def test_a_gpu_that_a_person_denied_is_none_whatever_a_reading_lists(card: GpuReading):
    reading = replace(RAM, source=Source.MEASURED, gpus=(card,))
    memory = known(reading, Entered(has_no_gpu=True), row(9 * GIB, 5 * GIB), most=5 * GIB)
    assert (memory.gpus, memory.room.gpus, memory.is_unified) == ((), (), False)
    assert (memory.source, memory.ram_source) == (Source.ENTERED, Source.MEASURED)
    assert graphics_total(memory) == 0


@pytest.mark.parametrize(
    ("source", "most", "gpus", "said"),
    [
        (Source.MEASURED, None, (), Source.MEASURED),
        (Source.MEASURED, 0, (), Source.MEASURED),
        (Source.MEASURED, 5 * GIB, (5 * GIB,), Source.GUESSED),
        (Source.TOLD, None, None, Source.TOLD),
        (Source.TOLD, 0, (), Source.TOLD),
        (Source.TOLD, 5 * GIB, (5 * GIB,), Source.GUESSED),
    ],
)
def test_a_reading_without_cards_is_believed_of_this_computer_and_of_others_once_that_is_seen(
    source: Source, most: int | None, gpus: tuple[int, ...] | None, said: Source
):
    memory = known(replace(RAM, source=source, gpus=()), most=most)
    assert (memory.gpus, memory.source) == (gpus, said)


def test_the_only_card_being_lost_does_not_mean_that_there_is_none():
    reading = replace(RAM, source=Source.MEASURED, gpus=(replace(CARD, is_lost=True),))
    assert known(reading).gpus is None
    assert known(reading, Entered(24 * GIB)).gpus == (24 * GIB,)


def test_a_guess_is_what_was_seen_in_use_at_least():
    memory = known(None, NOTHING, row(9 * GIB, 8 * GIB), most=8 * GIB)
    assert (memory.source, memory.gpus) == (Source.GUESSED, (8 * GIB,))
    assert memory.room.is_at_least
    assert memory.room_now.gpus == (0,)


def test_where_models_were_loaded_and_never_on_a_card_there_is_none():
    memory = known(RAM, NOTHING, row(9 * GIB, 0), most=0)
    assert (memory.source, memory.room.gpus) == (Source.TOLD, ())
    told = known(None, Entered(ram=64 * GIB), row(9 * GIB, 0), most=0)
    assert (told.source, told.gpus, told.ram_total) == (Source.ENTERED, (), 64 * GIB)
    assert known(None, NOTHING, row(9 * GIB, 0), most=0).source is Source.GUESSED
    assert not memory.room.is_at_least


def test_a_card_that_is_lost_counts_for_nothing():
    lost = replace(CARD, is_lost=True)
    assert known(replace(RAM, gpus=(CARD, lost))).gpus == (24 * GIB,)


def test_how_full_a_card_is_is_taken_of_what_was_entered():
    card = GpuReading("RTX", memory_load=50.0)
    memory = known(replace(RAM, gpus=(card,)), Entered(24 * GIB), row(8 * GIB, 8 * GIB))
    assert (memory.gpu_used, memory.gpu_others) == (12 * GIB, 4 * GIB)
    assert memory.room.gpus == (20 * GIB,)


def test_a_card_without_memory_of_which_nothing_was_entered_is_unknown():
    assert known(replace(RAM, gpus=(GpuReading("Arc", Vendor.INTEL),))).gpus is None


def test_intel_s_part_of_a_processor_is_no_gpu():
    card = GpuReading("Intel", Vendor.INTEL, is_unified=True)
    memory = known(replace(RAM, source=Source.MEASURED, gpus=(card,)))
    assert memory.gpus == ()
    assert not memory.is_unified


def test_what_an_ollama_held_that_hangs_now_is_not_taken_for_that_of_others():
    reading = replace(RAM, gpus=(CARD,))
    before = (row(9 * GIB, 7 * GIB),)
    hung = host_memory(Facts(HOST, ReadingsSnapshot(reading), before=before))
    assert (hung.gpu_used, hung.gpu_others, hung.room.gpus) == (10 * GIB, 3 * GIB, (21 * GIB,))
    gone = replace(reading, gpus=(replace(CARD, memory_used=1 * GIB),))
    ended = host_memory(Facts(HOST, ReadingsSnapshot(gone), before=before))
    assert (ended.gpu_used, ended.gpu_others, ended.room.gpus) == (1 * GIB, 0, (24 * GIB,))
    mac = ComputerReading(ram_total=32 * GIB, ram_available=12 * GIB, gpus=(APPLE,))
    assert host_memory(Facts(HOST, ReadingsSnapshot(mac), before=before)).room.ram == 19 * GIB


def test_a_processor_s_own_graphics_count_for_nothing_beside_a_real_card():
    own = GpuReading("AMD", Vendor.AMD, memory_total=32 * GIB, is_unified=True)
    memory = known(replace(RAM, gpus=(own, CARD)))
    assert (memory.gpus, memory.is_unified) == ((24 * GIB,), False)


def test_unified_memory_has_room_once_for_both():
    reading = ComputerReading(ram_total=32 * GIB, ram_available=12 * GIB, gpus=(APPLE,))
    memory = known(reading, NOTHING, row(8 * GIB, 8 * GIB))
    assert memory.is_unified
    assert memory.gpus == ()
    assert memory.room.is_shared
    assert (memory.room.gpus, memory.room.ram) == ((20 * GIB,), 20 * GIB)
    assert (memory.room_now.gpus, memory.room_now.ram) == ((12 * GIB,), 12 * GIB)


def test_metal_does_not_use_all_of_the_memory():
    memory = known(None, Entered(ram=96 * GIB, is_unified=True))
    assert memory.room.gpus == (72 * GIB,)
    assert graphics_total(memory) == metal_share(96 * GIB) == 72 * GIB
    assert metal_share(24 * GIB) == 16 * GIB


def test_an_amd_processor_s_graphics_have_what_their_driver_says_unless_nothing_lies_there():
    own = GpuReading("AMD", Vendor.AMD, memory_total=48 * GIB, is_unified=True)
    reading = replace(RAM, gpus=(own,), ram_available=60 * GIB)
    assert known(reading).room.gpus == (48 * GIB,)
    memory = known(reading, NOTHING, row(5 * GIB, 0), most=0)
    assert (memory.is_unified, memory.room.gpus) == (False, ())


def test_after_a_problem_the_last_figures_stay_and_the_problem_is_told():
    readings = ReadingsSnapshot(
        replace(RAM, gpus=(CARD,)), problem=ReadingProblem.NO_ANSWER, raw="ConnectError"
    )
    memory = host_memory(Facts(HOST, readings))
    assert memory.gpus == (24 * GIB,)
    assert (memory.problem, memory.raw) == (ReadingProblem.NO_ANSWER, "ConnectError")
