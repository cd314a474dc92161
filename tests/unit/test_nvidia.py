"""NVIDIA's cards through a stand-in for the driver's library, whole and broken."""

from typing import cast

import pytest

from desktop.domain.readings import ComputerReading, GpuReading, GpuShare, ProcessReading, Vendor
from desktop.system.nvidia import AGAIN, NvidiaCards, Nvml
from tests.clock import ManualClock
from tests.nvml_stand_in import (
    LOST,
    MIB,
    NO_DRIVER,
    NO_PERMISSION,
    NOT_SUPPORTED,
    UNKNOWN,
    StandInCard,
    StandInNvml,
)


def cards_of(nvml: StandInNvml, clock: ManualClock | None = None) -> NvidiaCards:
    return NvidiaCards(lambda: cast("Nvml", nvml), (clock or ManualClock()).monotonic)


def test_a_card_tells_everything():
    nvml = StandInNvml(StandInCard(load=98, holders=((41, 9 * MIB), (7, None))))
    (card,) = cards_of(nvml).read()
    assert (card.name, card.vendor) == ("NVIDIA H200", Vendor.NVIDIA)
    assert (card.memory_total, card.memory_used) == (143771 * MIB, MIB)
    assert (card.load, card.temperature, card.power) == (98.0, 34.0, 76.33)
    assert card.shares == (GpuShare(41, 9 * MIB), GpuShare(7, None))
    assert not card.is_unified
    assert not card.is_lost


def test_a_process_that_draws_and_computes_is_counted_once():
    card = StandInCard(holders=((41, 9),), drawers=((41, 9), (42, 5)))
    (told,) = cards_of(StandInNvml(card)).read()
    assert told.shares == (GpuShare(41, 9), GpuShare(42, 5))


def test_two_kinds_of_cards_stand_side_by_side():
    nvml = StandInNvml(StandInCard(), StandInCard(b"NVIDIA GeForce RTX 4090", 24564 * MIB))
    assert [card.name for card in cards_of(nvml).read()] == [
        "NVIDIA H200",
        "NVIDIA GeForce RTX 4090",
    ]


@pytest.mark.parametrize("code", [NOT_SUPPORTED, NO_PERMISSION, UNKNOWN])
def test_a_figure_that_a_card_does_not_have_is_unknown_and_the_others_stay(code: int):
    nvml = StandInNvml(StandInCard(fails={"PowerUsage": code, "ComputeRunningProcesses": code}))
    (card,) = cards_of(nvml).read()
    assert (card.power, card.shares) == (None, ())
    assert (card.temperature, card.memory_total) == (34.0, 143771 * MIB)
    assert not card.is_unified


def test_a_card_that_has_no_memory_of_its_own_is_unified():
    nvml = StandInNvml(StandInCard("NVIDIA GB10", fails={"MemoryInfo": NOT_SUPPORTED}))
    (card,) = cards_of(nvml).read()
    assert card.is_unified
    assert card.memory_total is None


def test_memory_that_this_user_may_not_see_does_not_make_a_card_unified():
    nvml = StandInNvml(StandInCard(fails={"MemoryInfo": NO_PERMISSION}))
    assert not cards_of(nvml).read()[0].is_unified


@pytest.mark.parametrize("code", [NO_DRIVER, UNKNOWN])
def test_without_a_driver_there_are_no_cards_and_it_is_looked_for_again(
    code: int, clock: ManualClock
):
    nvml = StandInNvml(StandInCard())
    nvml.fails_to_begin = code
    cards = cards_of(nvml, clock)
    assert cards.read() == ()
    nvml.fails_to_begin = None
    assert cards.read() == ()
    clock.advance(AGAIN)
    assert len(cards.read()) == 1


def test_without_the_library_s_module_there_are_no_cards():
    def load() -> Nvml:
        raise ImportError("pynvml")

    assert NvidiaCards(load).read() == ()


def test_a_card_that_vanished_is_shown_as_lost_and_found_again(clock: ManualClock):
    nvml = StandInNvml(StandInCard(), StandInCard("NVIDIA L4"))
    cards = cards_of(nvml, clock)
    cards.read()
    nvml.cards[0].break_all(LOST)
    lost, other = cards.read()
    assert lost == GpuReading("NVIDIA H200", Vendor.NVIDIA, is_lost=True)
    assert other.temperature == 34.0
    nvml.cards[0].fails.clear()
    clock.advance(AGAIN)
    assert not cards.read()[0].is_lost
    assert (nvml.begun, nvml.ended) == (2, 1)


def test_a_driver_that_fails_later_leaves_the_cards_as_lost(clock: ManualClock):
    nvml = StandInNvml(StandInCard())
    cards = cards_of(nvml, clock)
    cards.read()
    nvml.fails_to_count = UNKNOWN
    assert [card.is_lost for card in cards.read()] == [True]
    assert [card.is_lost for card in cards.read()] == [True]
    assert nvml.ended == 1


def test_what_ollama_holds_of_a_card_is_told_apart():
    (card,) = cards_of(StandInNvml(StandInCard(holders=((41, 9), (42, 5), (7, 100))))).read()
    ollama = (ProcessReading(41, "llama-server"), ProcessReading(42, "ollama"))
    computer = ComputerReading(gpus=(card,), processes=ollama)
    assert computer.ollama_share(card) == 14
    assert ComputerReading(gpus=(card,)).ollama_share(card) is None


def test_what_the_system_keeps_back_is_not_counted_as_nothing():
    (card,) = cards_of(StandInNvml(StandInCard(holders=((41, None),)))).read()
    computer = ComputerReading(gpus=(card,), processes=(ProcessReading(41, "ollama"),))
    assert computer.ollama_share(card) is None
