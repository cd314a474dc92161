"""The three platforms that installers are made for, and which wheels fit each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Platform:
    """What pip is told to look for, and what a requirement's marker sees there.

    `pythons` are the Pythons that one installation serves, the first being the one that
    decides the versions. `builds` are the machines that it serves: one entry a processor,
    each with pip's platform tags for it, the newest first.
    """

    pythons: tuple[str, ...]
    builds: tuple[tuple[str, ...], ...]
    markers: dict[str, str]


def _manylinux(newest: int) -> tuple[str, ...]:
    """Name every manylinux tag up to glibc 2.`newest`: pip takes them literally."""
    modern = [f"manylinux_2_{minor}_x86_64" for minor in range(newest, 4, -1)]
    return (*modern, "manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64")


PLATFORMS = {
    # Debian 12 has glibc 2.36; Qt's wheels want 2.34.
    "linux": Platform(
        ("3.11", "3.12", "3.13"),
        (_manylinux(36),),
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    ),
    "windows": Platform(
        ("3.12",),
        (("win_amd64",),),
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    ),
    # Qt's wheels serve both processors from macOS 14 on; others come once for each.
    "macos": Platform(
        ("3.12",),
        (
            ("macosx_14_0_universal2", "macosx_14_0_arm64"),
            ("macosx_14_0_universal2", "macosx_14_0_x86_64"),
        ),
        {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    ),
}
