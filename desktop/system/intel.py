"""Intel's cards, of which the kernel tells little in files (i915 and xe, on Linux).

Neither memory nor load is told to a program without privileges; name,
temperature and power are, of newer ones.
"""

import time
from collections.abc import Callable
from pathlib import Path

from desktop.domain.readings import GpuReading, Vendor
from desktop.system.cards import DRM, INTEL, Card, cards_of

_INTEGRATED = ":00:02.0"
"""The place on the bus of the one that is part of a processor, and has the computer's memory."""
_MOST_WATTS = 2000.0


class IntelCards:
    """Reads them; power comes from the energy that was used since the last reading."""

    def __init__(self, root: Path = DRM, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._root = root
        self._monotonic = monotonic
        self._energy: dict[Path, tuple[float, int]] = {}

    def read(self) -> tuple[GpuReading, ...]:
        """Return the cards; it blocks for a moment."""
        return tuple(self._reading(card) for card in cards_of(INTEL, self._root))

    def _reading(self, card: Card) -> GpuReading:
        name = card.text("label") or f"Intel {card.ids}"
        is_unified = card.device.resolve().name.endswith(_INTEGRATED)
        if card.is_asleep:
            return GpuReading(name, Vendor.INTEL, is_unified=is_unified)
        heat = card.sensor("temp1_input", "temp2_input")
        return GpuReading(
            name,
            Vendor.INTEL,
            temperature=None if heat is None else heat / 1000,
            power=self._power(card),
            is_unified=is_unified,
        )

    def _power(self, card: Card) -> float | None:
        """Return watts since the last reading; None at first, and where the counter began anew."""
        if (energy := card.sensor("energy1_input")) is None:  # Microjoules.
            return None
        now, before = self._monotonic(), self._energy.get(card.device)
        self._energy[card.device] = (now, energy)
        if before is None or now <= before[0] or energy < before[1]:
            return None
        watts = (energy - before[1]) / 1e6 / (now - before[0])
        return watts if watts <= _MOST_WATTS else None
