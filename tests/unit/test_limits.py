"""The limits of containers, in the files of both versions of control groups."""

from pathlib import Path

from desktop.domain.readings import ComputerReading
from desktop.system.computer import within
from desktop.system.limits import NO_LIMITS, Limits, read_limits

GB = 1024**3
MACHINE = ComputerReading(
    ram_total=64 * GB,
    ram_available=40 * GB,
    swap_total=8 * GB,
    swap_used=GB,
    cpu=12.0,
    cores=16.0,
)


def files(root: Path, contents: dict[str, str]) -> Path:
    for name, text in contents.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"{text}\n", "ascii")
    return root


def test_version_two_of_a_container(tmp_path: Path):
    root = files(
        tmp_path,
        {
            "cgroup.controllers": "cpu memory",
            "memory.max": str(8 * GB),
            "memory.current": str(3 * GB),
            "memory.stat": f"anon 5\ninactive_file {GB}\nactive_file 7",
            "memory.swap.max": "0",
            "memory.swap.current": "0",
            "cpu.max": "150000 100000",
            "cpu.stat": "usage_usec 2500000\nuser_usec 1",
        },
    )
    assert read_limits(root) == Limits(8 * GB, 2 * GB, 0, 0, 1.5, 2.5)


def test_version_two_without_limits(tmp_path: Path):
    root = files(
        tmp_path,
        {"cgroup.controllers": "", "memory.max": "max", "cpu.max": "max 100000"},
    )
    assert read_limits(root) == NO_LIMITS


def test_version_one_of_a_container(tmp_path: Path):
    root = files(
        tmp_path,
        {
            "memory/memory.limit_in_bytes": str(4 * GB),
            "memory/memory.usage_in_bytes": str(2 * GB),
            "memory/memory.stat": f"cache 1\ntotal_inactive_file {GB}",
            "cpu/cpu.cfs_quota_us": "200000",
            "cpu/cpu.cfs_period_us": "100000",
            "cpuacct/cpuacct.usage": "3000000000",
        },
    )
    assert read_limits(root) == Limits(4 * GB, GB, cores=2.0, cpu_seconds=3.0)


def test_version_one_without_limits(tmp_path: Path):
    root = files(
        tmp_path,
        {
            "memory/memory.limit_in_bytes": "9223372036854771712",
            "cpu/cpu.cfs_quota_us": "-1",
            "cpu/cpu.cfs_period_us": "100000",
        },
    )
    assert read_limits(root) == NO_LIMITS


def test_a_computer_without_control_groups_has_no_limits(tmp_path: Path):
    assert read_limits(tmp_path / "nothing") == NO_LIMITS


def test_a_container_s_limits_are_the_computer():
    inside = within(MACHINE, Limits(8 * GB, 3 * GB, 0, 0, 1.5), 80.0)
    assert (inside.ram_total, inside.ram_available) == (8 * GB, 5 * GB)
    assert (inside.swap_total, inside.swap_used) == (0, 0)
    assert (inside.cores, inside.cpu) == (1.5, 80.0)
    assert inside.is_limited


def test_a_limit_beyond_the_machine_is_none():
    assert within(MACHINE, Limits(memory=99 * GB, cores=64.0)) == MACHINE


def test_no_container_has_more_to_spare_than_the_machine_around_it():
    inside = within(MACHINE, Limits(memory=60 * GB, memory_used=GB))
    assert inside.ram_available == 40 * GB
