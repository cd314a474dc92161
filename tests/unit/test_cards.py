"""Cards of AMD, Intel and Apple. AMD's figures are those of a Radeon RX 7900 XTX beside an APU."""

from pathlib import Path

from desktop.domain.readings import ComputerReading, Vendor
from desktop.system.amd import read_amd
from desktop.system.apple import apple_gpu, has_apple_gpu
from desktop.system.intel import IntelCards
from tests.clock import ManualClock

BIG = {
    "vendor": "0x1002",
    "device": "0x744c",
    "mem_info_vram_total": "25753026560",
    "mem_info_vram_used": "15960199168",
    "mem_info_gtt_total": "33000000000",
    "mem_info_gtt_used": "70000000",
    "gpu_busy_percent": "97",
    "mem_busy_percent": "55",
    "hwmon/hwmon3/temp1_input": "61000",
    "hwmon/hwmon3/power1_average": "303000000",
}
APU = {
    "vendor": "0x1002",
    "device": "0x164e",
    "mem_info_vram_total": "2147483648",
    "mem_info_vram_used": "17227776",
    "mem_info_gtt_total": "16363954176",
    "mem_info_gtt_used": "1000000",
    "gpu_busy_percent": "0",
    "hwmon/hwmon5/power1_input": "9024000",
}
ARC = {
    "vendor": "0x8086",
    "device": "0x56a0",
    "hwmon/hwmon2/energy1_input": "1000000",
    "hwmon/hwmon2/temp2_input": "45000",
}


def card(root: Path, name: str, files: dict[str, str], place: str = "0000:03:00.0") -> Path:
    """Make the files of a card, and the link to its device as the kernel has it."""
    device = root.parent / "devices" / place
    for file, text in files.items():
        (device / file).parent.mkdir(parents=True, exist_ok=True)
        (device / file).write_text(f"{text}\n", "ascii")
    (root / name).mkdir(parents=True)
    (root / name / "device").symlink_to(device)
    return device


def test_an_amd_card_tells_memory_load_heat_and_power(tmp_path: Path):
    card(tmp_path / "drm", "card1", BIG)
    (told,) = read_amd(tmp_path / "drm")
    assert (told.name, told.vendor) == ("AMD 1002:744c", Vendor.AMD)
    assert (told.memory_total, told.memory_used) == (25753026560, 15960199168)
    assert (told.load, told.temperature, told.power) == (97.0, 61.0, 303.0)
    assert not told.is_unified


def test_a_processor_s_own_graphics_have_what_they_may_map_too(tmp_path: Path):
    card(tmp_path / "drm", "card0", APU)
    (told,) = read_amd(tmp_path / "drm")
    assert told.is_unified
    assert told.memory_total == 2147483648 + 16363954176
    assert (told.temperature, told.power) == (None, 9.024)


def test_cards_stand_in_the_kernel_s_order_and_connectors_are_none(tmp_path: Path):
    root = tmp_path / "drm"
    card(root, "card10", APU, "0000:0a:00.0")
    card(root, "card2", BIG, "0000:02:00.0")
    card(root, "card2-DP-1", BIG, "0000:02:00.1")
    card(root, "renderD128", BIG, "0000:02:00.2")
    assert [told.is_unified for told in read_amd(root)] == [False, True]


def test_a_card_that_sleeps_is_not_woken(tmp_path: Path):
    card(tmp_path / "drm", "card0", {**BIG, "power/runtime_status": "suspended"})
    (told,) = read_amd(tmp_path / "drm")
    assert told.memory_total == 25753026560
    assert (told.memory_used, told.load, told.temperature) == (None, None, None)


def test_files_that_say_nonsense_or_cannot_be_read_count_as_not_told(tmp_path: Path):
    broken = {**BIG, "gpu_busy_percent": "", "mem_info_vram_total": "x" * 999}
    device = card(tmp_path / "drm", "card0", broken)
    (device / "mem_info_vram_used").unlink()
    (device / "mem_info_vram_used").mkdir()
    (told,) = read_amd(tmp_path / "drm")
    assert (told.load, told.memory_total, told.memory_used) == (None, None, None)
    assert told.power == 303.0


def test_without_a_kernel_that_lists_cards_there_are_none(tmp_path: Path):
    assert read_amd(tmp_path / "nothing") == ()
    assert IntelCards(tmp_path / "nothing").read() == ()


def test_an_intel_card_s_power_is_what_it_used_since_the_last_reading(
    tmp_path: Path, clock: ManualClock
):
    device = card(tmp_path / "drm", "card0", ARC)
    cards = IntelCards(tmp_path / "drm", clock.monotonic)
    (told,) = cards.read()
    assert (told.vendor, told.temperature, told.power) == (Vendor.INTEL, 45.0, None)
    clock.advance(2.0)
    (device / "hwmon/hwmon2/energy1_input").write_text("61000000\n", "ascii")
    assert cards.read()[0].power == 30.0
    clock.advance(2.0)
    (device / "hwmon/hwmon2/energy1_input").write_text("5\n", "ascii")
    assert cards.read()[0].power is None


def test_intel_s_graphics_in_a_processor_are_unified(tmp_path: Path):
    card(tmp_path / "drm", "card0", {"vendor": "0x8086", "device": "0x4680"}, "0000:00:02.0")
    card(tmp_path / "drm", "card1", ARC, "0000:03:00.0")
    assert [told.is_unified for told in IntelCards(tmp_path / "drm").read()] == [True, False]


def test_apple_s_graphics_have_the_computer_s_memory():
    assert has_apple_gpu("darwin", "arm64")
    assert not has_apple_gpu("darwin", "x86_64")
    assert not has_apple_gpu("linux", "arm64")
    told = apple_gpu(ComputerReading(ram_total=34359738368, ram_available=20000000000))
    assert (told.memory_total, told.memory_used) == (34359738368, 14359738368)
    assert told.is_unified


def test_reading_a_real_kernel_does_not_fail():
    assert isinstance(read_amd(), tuple)
    assert isinstance(IntelCards().read(), tuple)
