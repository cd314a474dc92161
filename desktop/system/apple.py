"""Apple's own processors, whose graphics part uses the computer's memory.

Written from Apple's and psutil's documents; it has not been run on a Mac. Load, temperature and
power are told there to administrators only (powermetrics), and stay unknown.
"""

import platform
import sys

from desktop.domain.readings import ComputerReading, GpuReading, Vendor


def has_apple_gpu(system: str = sys.platform, machine: str = platform.machine()) -> bool:
    """Whether this is a Mac with one of Apple's processors."""
    return system == "darwin" and machine == "arm64"


def apple_gpu(computer: ComputerReading) -> GpuReading:
    """Return the card that such a computer has: its memory is the computer's."""
    return GpuReading(
        "Apple silicon",
        Vendor.APPLE,
        memory_total=computer.ram_total,
        memory_used=computer.ram_used,
        is_unified=True,
    )
