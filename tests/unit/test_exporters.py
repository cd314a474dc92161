"""What exporters, glances and nvidia-smi say, as recorded, and cut up at random."""

import random
import time
from collections.abc import Callable

import pytest

from desktop.domain.readings import ComputerReading, DiskReading, GpuReading, Source, Vendor
from desktop.domain.tellers import NodeNames
from desktop.system.exporters import (
    CpuTime,
    dcgm_cards,
    node_reading,
    nvidia_gpu_cards,
)
from desktop.system.glances import PARTS, glances_reading
from desktop.system.nvidia_smi import smi_cards
from desktop.system.prometheus import MAX_LINE, Metric, parse_metrics
from tests.recorded import recorded, recorded_glances

MIB = 1024**2


def test_node_exporter_tells_memory_cores_and_disks():
    reading, cpu = node_reading(recorded("node_exporter.txt"))
    assert reading.source is Source.TOLD
    assert (reading.ram_total, reading.ram_available) == (25276510208, 24654622720)
    assert (reading.swap_total, reading.swap_used) == (0, 0)
    assert (reading.cores, reading.cpu, reading.gpus) == (2.0, None, None)
    assert DiskReading("/", 270553174016, 82079436800) in reading.disks
    assert cpu is not None
    assert round(cpu.total - cpu.idle) == 14477


def test_load_is_what_was_done_between_two_readings():
    assert CpuTime(110.0, 25.0).load_since(CpuTime(100.0, 20.0)) == 50.0
    assert CpuTime(5.0, 1.0).load_since(CpuTime(100.0, 20.0)) is None
    assert CpuTime(100.0, 20.0).load_since(CpuTime(100.0, 20.0)) is None


def test_a_person_may_give_metrics_other_names():
    names = NodeNames(ram_total="node_memory_total_bytes")
    reading, _ = node_reading(b"node_memory_total_bytes 1.7179869184e+10\n", names)
    assert reading.ram_total == 16 * 1024**3


def test_dcgm_tells_a_card_with_its_name():
    assert dcgm_cards(recorded("dcgm_exporter_l4.txt")) == (
        GpuReading(
            "NVIDIA L4",
            Vendor.NVIDIA,
            memory_total=23033 * MIB,
            memory_used=0,
            load=0.0,
            temperature=31.0,
            power=16.365,
        ),
    )


def test_an_older_dcgm_tells_no_name_and_the_rest():
    (card,) = dcgm_cards(recorded("dcgm_exporter_a100.txt"))
    assert (card.memory_total, card.memory_used) == (40535 * MIB, 4845 * MIB)
    assert (card.temperature, card.power, card.load) == (61.0, 409.692, None)


def test_parts_of_a_card_that_is_cut_up_stand_side_by_side():
    line = 'DCGM_FI_DEV_FB_USED{gpu="0",UUID="GPU-1",GPU_I_ID="%d",modelName="A30"} %d\n'
    cards = dcgm_cards("".join(line % each for each in ((1, 10), (2, 20))).encode())
    assert [card.memory_used for card in cards] == [10 * MIB, 20 * MIB]


def test_nvidia_gpu_exporter_tells_a_card():
    assert nvidia_gpu_cards(recorded("nvidia_gpu_exporter.txt")) == (
        GpuReading(
            "NVIDIA GeForce RTX 2080 SUPER",
            Vendor.NVIDIA,
            memory_total=8589934592,
            memory_used=706740224,
            load=0.0,
            temperature=34.0,
            power=28.07,
        ),
    )


def test_glances_tells_a_computer_and_how_full_its_card_is():
    reading = glances_reading(recorded_glances())
    assert (reading.ram_total, reading.ram_available) == (16422875136, 5103824944)
    assert (reading.swap_total, reading.swap_used) == (4294963200, 694247424)
    assert (reading.cpu, reading.cores) == (14.5, 16.0)
    assert reading.disks[0] == DiskReading("/", 1003736440832, 715842142208)
    assert reading.gpus is not None
    (card,) = reading.gpus
    assert (card.name, card.vendor) == ("NVIDIA GeForce RTX 3090", Vendor.NVIDIA)
    assert (card.memory_total, card.temperature) == (None, 24.0)
    assert card.fullness == pytest.approx(1.986, abs=0.001)


def test_glances_without_a_card_says_so_and_without_the_part_does_not():
    assert glances_reading({"gpu": b"[]"}).gpus == ()
    assert glances_reading({"mem": b"{}"}).gpus is None


def test_nvidia_smi_prints_a_card_to_a_line():
    cards = smi_cards(recorded("nvidia_smi_rtx4090.csv"))
    assert cards is not None
    assert [card.memory_used for card in cards] == [12282 * MIB, 8192 * MIB]
    assert (cards[0].memory_total, cards[0].load) == (24564 * MIB, 75.0)
    assert (cards[0].temperature, cards[0].power) == (65.0, 350.5)


def test_nvidia_smi_marks_what_a_card_does_not_have():
    text = b"NVIDIA GB10, [N/A], [N/A], 3, 45, [Not Supported]\n"
    assert smi_cards(text) == (
        GpuReading("NVIDIA GB10", Vendor.NVIDIA, load=3.0, temperature=45.0, is_unified=True),
    )


def test_nvidia_smi_tells_a_card_that_was_lost():
    lost = b"NVIDIA L4" + b", [GPU is lost]" * 5
    assert smi_cards(lost) == (GpuReading("NVIDIA L4", Vendor.NVIDIA, is_lost=True),)


def test_no_card_is_told_apart_from_no_answer():
    assert smi_cards(b"No devices were found\n") == ()
    assert smi_cards(b"") is None
    assert smi_cards(b"Welcome, dear user, to this, my, computer\n") is None


def test_a_banner_before_the_answer_is_left_out():
    cards = smi_cards(b"Last login: today\n" + recorded("nvidia_smi_rtx4090.csv"))
    assert cards is not None
    assert len(cards) == 2


@pytest.mark.parametrize(
    ("line", "value"),
    [
        (b"x 1", 1.0),
        (b'x\t{a="b"}\t1\r', 1.0),
        (b"x  1.5e+3 1700000000000", 1500.0),
        (b'x{a="b"} -2', -2.0),
        (b"x NaN", None),
        (b"x +Inf", None),
        (b"x 1_000", None),
        (b"x", None),
        (b"x{ 1", None),
        (b"xx 1", None),
        (b"x " + b"1" * MAX_LINE, None),
        (b"\xff\xfe 1", None),
    ],
)
def test_a_line_is_a_figure_or_nothing(line: bytes, value: float | None):
    assert [each.value for each in parse_metrics(line, {"x"})] == ([] if value is None else [value])


def test_labels_may_hold_anything():
    text = rb'x{a="1,} 2",b="\"\\\n",c="",} 7'
    expected = Metric("x", 7.0, {"a": "1,} 2", "b": '"\\\n', "c": ""})
    assert parse_metrics(text, {"x"}) == (expected,)


@pytest.mark.parametrize(
    "line",
    [
        b"x" + b" " * 8000,
        b"x{" + b"}" * 7000 + b" a b",
        b"x{" + b"} " * 4000,
        b'x{a="' + b"\\" * 7999,
        b"x{" + b'a="b" ' * 1300 + b"} 1",
        b"x{" + b'a="b",' * 1300 + b"} 1 z",
        b"x " + b"1" * 64 + b" " * 7000 + b"y",
    ],
)
def test_no_line_takes_long(line: bytes):
    assert len(line) <= MAX_LINE
    began = time.process_time()
    parse_metrics(b"\n".join([line] * 200), {"x"})
    assert time.process_time() - began < 1.0


def mutated(text: bytes, chance: random.Random) -> bytes:
    """Return the text with some bytes changed, taken away, doubled or cut off."""
    data = bytearray(text)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[place:place] = chance.choice(NASTY)
            case 1:
                del data[place : place + chance.randint(1, 40)]
            case 2:
                data[place : place + 1] = bytes([chance.randrange(256)])
            case 3:
                data[place:place] = data[max(0, place - 60) : place]
            case _:
                del data[max(1, place) :]
    return bytes(data)


NASTY = (
    b"1e999",
    b"-1",
    b"NaN",
    b"9" * 400,
    b'"',
    b"\\",
    b"{",
    b"}",
    b"[" * 5000,
    b"\x00",
    b"\xf0\x9f\x92\xa9",
    b"null",
    b"true",
    b'{"total": {}}',
)
PARSERS: dict[str, Callable[[bytes], object]] = {
    "node_exporter.txt": node_reading,
    "dcgm_exporter_l4.txt": dcgm_cards,
    "nvidia_gpu_exporter.txt": nvidia_gpu_cards,
    "nvidia_smi_rtx4090.csv": smi_cards,
    **{
        f"glances_{part}.json": lambda text, part=part: glances_reading({part: text})
        for part in PARTS
    },
}


@pytest.mark.parametrize("name", PARSERS)
def test_garbage_never_fails_and_never_gives_an_absurd_figure(name: str):
    text, chance, parse = recorded(name)[:3000], random.Random(name), PARSERS[name]
    for _ in range(400):
        check(parse(mutated(text, chance)))


def check(told: object) -> None:
    match told:
        case GpuReading():
            assert told.memory_total is None or 0 <= told.memory_total <= 1e18
            assert told.load is None or 0 <= told.load <= 100
            assert len(told.name) <= 200
        case ComputerReading():
            assert told.ram_total is None or 0 <= told.ram_total <= 1e18
            assert told.cpu is None or 0 <= told.cpu <= 100
            check(told.gpus)
        case tuple():
            for each in told:
                check(each)
        case _:
            assert told is None or isinstance(told, CpuTime)
