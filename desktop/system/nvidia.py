"""NVIDIA's cards, asked through the driver's own library (NVML)."""

import importlib
import time
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Protocol, TypeVar, cast

from desktop.domain.readings import GpuReading, GpuShare, Vendor

T = TypeVar("T")

AGAIN = 60.0
"""Seconds until a driver that is not there, or failed, is looked for again."""
_MOST = 64
"""Cards; more are not asked."""


class MemoryAmount(Protocol):
    """Of a card, in bytes."""

    @property
    def total(self) -> int: ...
    @property
    def used(self) -> int: ...


class Utilization(Protocol):
    """Of a card, in percent."""

    @property
    def gpu(self) -> int: ...


class Holder(Protocol):
    """A process on a card. The memory is None on Windows, where the system keeps it back."""

    @property
    def pid(self) -> int: ...
    @property
    def usedGpuMemory(self) -> int | None: ...  # noqa: N802  NVML's name


class Nvml(Protocol):
    """What is needed of the module `pynvml`, which nvidia-ml-py installs."""

    @property
    def NVMLError(self) -> type[Exception]: ...  # noqa: N802
    def nvmlInit(self) -> None: ...
    def nvmlShutdown(self) -> None: ...
    def nvmlDeviceGetCount(self) -> int: ...
    def nvmlDeviceGetHandleByIndex(self, index: int) -> object: ...
    def nvmlDeviceGetName(self, handle: object) -> str | bytes: ...
    def nvmlDeviceGetMemoryInfo(self, handle: object) -> MemoryAmount: ...
    def nvmlDeviceGetUtilizationRates(self, handle: object) -> Utilization: ...
    def nvmlDeviceGetTemperature(self, handle: object, sensor: int) -> int: ...
    def nvmlDeviceGetPowerUsage(self, handle: object) -> int: ...
    def nvmlDeviceGetComputeRunningProcesses(self, handle: object) -> Sequence[Holder]: ...
    def nvmlDeviceGetGraphicsRunningProcesses(self, handle: object) -> Sequence[Holder]: ...


def import_nvml() -> Nvml:
    """Import the module, which takes 25 ms, when the first reading is made; raises ImportError."""
    return cast("Nvml", importlib.import_module("pynvml"))


_NOT_SUPPORTED, _LOST, _RESET = 3, 15, 16
"""NVML_ERROR_NOT_SUPPORTED, …_GPU_IS_LOST and …_RESET_REQUIRED, of nvml.h."""


class NvidiaCards:
    """Asks the driver. One that is not there or fails is left alone for a minute.

    Not for two threads at once, but for one that takes over when another hangs.
    """

    def __init__(
        self,
        load: Callable[[], Nvml] = import_nvml,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._load = load
        self._monotonic = monotonic
        self._nvml: Nvml | None = None
        self._quiet_until: float | None = None
        self._names: dict[int, str] = {}

    def read(self) -> tuple[GpuReading, ...]:
        """Return the cards; it blocks for milliseconds, or for ever where a driver hangs."""
        if self._quiet_until is not None and self._monotonic() < self._quiet_until:
            return self._lost()
        if (nvml := self._open()) is None:
            return self._lost()
        try:
            count = min(_MOST, max(0, nvml.nvmlDeviceGetCount()))
            cards = tuple(self._card(nvml, index) for index in range(count))
        except nvml.NVMLError:
            self._close(nvml)
            return self._lost()
        self._names = {index: card.name for index, card in enumerate(cards)}
        if any(card.is_lost for card in cards):
            self._close(nvml)  # After a reset only a new beginning finds it again.
        return cards

    def _open(self) -> Nvml | None:
        if self._nvml is not None:
            return self._nvml
        try:
            nvml = self._load()
        except ImportError:
            self._quiet_until = self._monotonic() + AGAIN
            return None
        try:
            nvml.nvmlInit()
        except (nvml.NVMLError, OSError):
            self._quiet_until = self._monotonic() + AGAIN
            return None
        self._nvml, self._quiet_until = nvml, None
        return nvml

    def _close(self, nvml: Nvml) -> None:
        self._nvml = None
        self._quiet_until = self._monotonic() + AGAIN
        try:
            nvml.nvmlShutdown()
        except nvml.NVMLError:
            return

    def _lost(self) -> tuple[GpuReading, ...]:
        """Return the cards that were there, without figures; none where there never were any."""
        return tuple(_lost(name) for _, name in sorted(self._names.items()))

    def _card(self, nvml: Nvml, index: int) -> GpuReading:
        try:
            return _card(nvml, nvml.nvmlDeviceGetHandleByIndex(index))
        except nvml.NVMLError as error:
            if _code(error) not in {_LOST, _RESET}:
                raise
            return _lost(self._names.get(index, Vendor.NVIDIA.value))


def _lost(name: str) -> GpuReading:
    return GpuReading(name, Vendor.NVIDIA, is_lost=True)


def _card(nvml: Nvml, card: object) -> GpuReading:
    """Return one card's figures; those that it does not support are None."""

    def told(read: Callable[[], T]) -> T | None:
        try:
            return read()
        except nvml.NVMLError as error:
            if _code(error) in {_LOST, _RESET}:
                raise
            unsupported.add(_code(error) == _NOT_SUPPORTED)
            return None

    unsupported: set[bool] = set()
    memory = told(lambda: nvml.nvmlDeviceGetMemoryInfo(card))
    is_unified = memory is None and unsupported == {True}  # DGX Spark and Jetson say so.
    name = told(lambda: nvml.nvmlDeviceGetName(card)) or Vendor.NVIDIA.value
    load = told(lambda: nvml.nvmlDeviceGetUtilizationRates(card))
    power = told(lambda: nvml.nvmlDeviceGetPowerUsage(card))
    return GpuReading(
        name if isinstance(name, str) else name.decode(errors="replace"),
        Vendor.NVIDIA,
        memory_total=None if memory is None else int(memory.total),
        memory_used=None if memory is None else int(memory.used),
        load=None if load is None else float(load.gpu),
        temperature=told(lambda: float(nvml.nvmlDeviceGetTemperature(card, 0))),
        power=None if power is None else power / 1000,
        is_unified=is_unified,
        shares=_shares(
            told(lambda: nvml.nvmlDeviceGetComputeRunningProcesses(card)) or (),
            told(lambda: nvml.nvmlDeviceGetGraphicsRunningProcesses(card)) or (),
        ),
    )


def _shares(*holders: Sequence[Holder]) -> tuple[GpuShare, ...]:
    """Return what each process holds; one that computes with Vulkan is in the second list."""
    found: dict[int, GpuShare] = {}
    for each in chain(*holders):
        if (known := found.get(each.pid)) is None or known.memory is None:
            found[each.pid] = GpuShare(each.pid, each.usedGpuMemory)
    return tuple(found.values())


def _code(error: Exception) -> int:
    value: object = getattr(error, "value", None)
    return value if isinstance(value, int) else -1
