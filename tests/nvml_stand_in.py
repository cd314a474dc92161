"""A driver's library of NVIDIA's that a test can break; figures of a real H200 and RTX 4090.

Their memory is what `nvidia-smi` prints of them (143,771 and 24,564 MiB). Errors have
the numbers of nvml.h, as the real module's have.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

MIB = 1024**2
NOT_SUPPORTED, NO_PERMISSION, NO_DRIVER, LOST, UNKNOWN = 3, 4, 9, 15, 999


class NvmlFailure(Exception):
    """As pynvml.NVMLError: its number is in `value`."""

    def __init__(self, value: int) -> None:
        super().__init__(value)
        self.value = value


@dataclass
class StandInCard:
    """One card; `fails` has the error of each function that fails for it."""

    name: str | bytes = "NVIDIA H200"
    total: int = 143771 * MIB
    used: int = 1 * MIB
    load: int = 0
    temperature: int = 34
    milliwatts: int = 76330
    holders: tuple[tuple[int, int | None], ...] = ()
    drawers: tuple[tuple[int, int | None], ...] = ()
    fails: dict[str, int] = field(default_factory=dict)

    def break_all(self, code: int) -> None:
        for name in ("Name", "MemoryInfo", "UtilizationRates", "Temperature", "PowerUsage"):
            self.fails[name] = code


class StandInNvml:
    """In the place of the module `pynvml`."""

    NVMLError = NvmlFailure

    def __init__(self, *cards: StandInCard) -> None:
        self.cards = list(cards)
        self.fails_to_begin: int | None = None
        self.fails_to_count: int | None = None
        self.begun = self.ended = 0
        self.meanwhile: Callable[[], object] = lambda: None

    def nvmlInit(self) -> None:
        if self.fails_to_begin is not None:
            raise NvmlFailure(self.fails_to_begin)
        self.begun += 1

    def nvmlShutdown(self) -> None:
        self.ended += 1

    def nvmlDeviceGetCount(self) -> int:
        self.meanwhile()
        if self.fails_to_count is not None:
            raise NvmlFailure(self.fails_to_count)
        return len(self.cards)

    def nvmlDeviceGetHandleByIndex(self, index: int) -> StandInCard:
        card = self.cards[index]
        _fail(card, "Handle")
        return card

    def nvmlDeviceGetName(self, card: StandInCard) -> str | bytes:
        _fail(card, "Name")
        return card.name

    def nvmlDeviceGetMemoryInfo(self, card: StandInCard) -> SimpleNamespace:
        _fail(card, "MemoryInfo")
        return SimpleNamespace(total=card.total, used=card.used)

    def nvmlDeviceGetUtilizationRates(self, card: StandInCard) -> SimpleNamespace:
        _fail(card, "UtilizationRates")
        return SimpleNamespace(gpu=card.load)

    def nvmlDeviceGetTemperature(self, card: StandInCard, sensor: int) -> int:
        _fail(card, "Temperature")
        return card.temperature

    def nvmlDeviceGetPowerUsage(self, card: StandInCard) -> int:
        _fail(card, "PowerUsage")
        return card.milliwatts

    def nvmlDeviceGetComputeRunningProcesses(self, card: StandInCard) -> list[SimpleNamespace]:
        _fail(card, "ComputeRunningProcesses")
        return _holders(card.holders)

    def nvmlDeviceGetGraphicsRunningProcesses(self, card: StandInCard) -> list[SimpleNamespace]:
        return _holders(card.drawers)


def _holders(told: tuple[tuple[int, int | None], ...]) -> list[SimpleNamespace]:
    return [SimpleNamespace(pid=pid, usedGpuMemory=memory) for pid, memory in told]


def _fail(card: StandInCard, name: str) -> None:
    if name in card.fails:
        raise NvmlFailure(card.fails[name])
