"""The graphics cards that the Linux kernel lists, and the files in which it tells of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DRM = Path("/sys/class/drm")
AMD, INTEL = "0x1002", "0x8086"
_CARD = re.compile(r"card\d{1,3}")
_NUMBER = re.compile(r"-?\d{1,19}")
_MOST = 32


@dataclass(frozen=True, slots=True)
class Card:
    """The folder of one card's device. What cannot be read counts as not told."""

    device: Path

    def text(self, name: str) -> str:
        return _text(self.device / name)

    def number(self, name: str) -> int | None:
        return _number(self.device / name)

    @property
    def is_asleep(self) -> bool:
        """Whether it is powered down; to read its sensors would wake it, or fail."""
        return self.text("power/runtime_status") in {"suspended", "suspending"}

    @property
    def ids(self) -> str:
        """The two numbers by which it is known on its bus, such as 1002:744c."""
        return ":".join(self.text(name).removeprefix("0x") for name in ("vendor", "device"))

    def sensor(self, *names: str) -> int | None:
        """Return the first figure of that name that one of its sensors has."""
        try:
            folders = sorted((self.device / "hwmon").iterdir())
        except OSError:
            return None
        found = (_number(folder / name) for name in names for folder in folders[:_MOST])
        return next((number for number in found if number is not None), None)


def cards_of(vendor: str, root: Path = DRM) -> Iterator[Card]:
    """Yield a vendor's cards, in the kernel's order; none where the kernel lists none."""
    try:
        names = [path.name for path in root.iterdir() if _CARD.fullmatch(path.name)]
    except OSError:
        return
    for name in sorted(names, key=lambda name: int(name.removeprefix("card")))[:_MOST]:
        card = Card(root / name / "device")
        if card.text("vendor") == vendor:
            yield card


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(256).decode(errors="replace").strip()
    except OSError:
        return ""


def _number(path: Path) -> int | None:
    text = _text(path)
    return int(text) if _NUMBER.fullmatch(text) else None
