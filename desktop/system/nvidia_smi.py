"""What the command nvidia-smi prints of NVIDIA's cards, one to a line."""

from desktop.domain.readings import GpuReading, Vendor
from desktop.system.exporters import MIB, percent, whole
from desktop.system.prometheus import number

FIELDS = ("name", "memory.total", "memory.used", "utilization.gpu", "temperature.gpu", "power.draw")
COMMAND = ("nvidia-smi", f"--query-gpu={','.join(FIELDS)}", "--format=csv,noheader,nounits")
_MOST = 64
_MOST_NAME = 200
_LOST = "lost"


def smi_cards(text: bytes) -> tuple[GpuReading, ...] | None:
    """Return the cards that COMMAND printed; None where that is not what was printed.

    Memory is in MiB, power in watts. `[N/A]`, `[Not Supported]` and the like
    are figures that a card does not have. Without a card there is one sentence.
    """
    lines = [line.strip() for line in text.decode(errors="replace").split("\n")]
    cards = [card for line in lines[:_MOST] if (card := _card(line)) is not None]
    if not cards and "No devices were found" not in lines:
        return None
    return tuple(cards)


def _card(line: str) -> GpuReading | None:
    parts = [part.strip() for part in line.rsplit(",", len(FIELDS) - 1)]
    if len(parts) != len(FIELDS) or not parts[0]:
        return None
    name, *figures = parts
    total, used, load, heat, power = (number(figure) for figure in figures)
    is_lost = all(_LOST in figure.lower() for figure in figures)
    if not is_lost and not all(_is_figure(figure) for figure in figures):
        return None
    return GpuReading(
        name[:_MOST_NAME],
        Vendor.NVIDIA,
        memory_total=whole(total, MIB),
        memory_used=whole(used, MIB),
        load=percent(load),
        temperature=heat,
        power=power,
        is_unified=total is None and not is_lost,
        is_lost=is_lost,
    )


def _is_figure(text: str) -> bool:
    return number(text) is not None or (text.startswith("[") and text.endswith("]"))
