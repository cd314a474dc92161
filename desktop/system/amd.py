"""AMD's cards, as the kernel's driver tells of them (amdgpu, on Linux)."""

from pathlib import Path

from desktop.domain.readings import GpuReading, Vendor
from desktop.system.cards import AMD, DRM, Card, cards_of


def read_amd(root: Path = DRM) -> tuple[GpuReading, ...]:
    """Return the cards; it blocks for a moment. The files are those of the kernel's gpu/amdgpu.

    A card that sleeps keeps its name and size and has no other figures: it is
    not woken to be asked.
    """
    return tuple(_reading(card) for card in cards_of(AMD, root))


def _reading(card: Card) -> GpuReading:
    is_unified = _is_unified(card)
    kinds = ("vram", "gtt") if is_unified else ("vram",)
    name = card.text("product_name") or f"AMD {card.ids}"
    total = _sum([card.number(f"mem_info_{kind}_total") for kind in kinds])
    if card.is_asleep:
        return GpuReading(name, Vendor.AMD, memory_total=total, is_unified=is_unified)
    load, heat = card.number("gpu_busy_percent"), card.sensor("temp1_input")
    power = card.sensor("power1_average", "power1_input")
    return GpuReading(
        name,
        Vendor.AMD,
        memory_total=total,
        memory_used=_sum([card.number(f"mem_info_{kind}_used") for kind in kinds]),
        load=None if load is None else float(load),
        temperature=None if heat is None else heat / 1000,
        power=None if power is None else power / 1e6,
        is_unified=is_unified,
    )


def _is_unified(card: Card) -> bool:
    """Whether it is part of a processor: the driver tells how busy memory is of real cards only.

    Its memory is then a part that was set aside at the start, and more of the
    computer's that it may map (GTT); Ollama uses both.
    """
    has_load = (card.device / "gpu_busy_percent").exists()
    return has_load and not (card.device / "mem_busy_percent").exists()


def _sum(parts: list[int | None]) -> int | None:
    known = [part for part in parts if part is not None]
    return sum(known) if known else None
