"""What three Prometheus exporters tell of a computer: from their metrics to a reading.

Names of metrics are settings, because exporters rename them: the defaults are those of
node_exporter 1.5 (Linux), dcgm-exporter 4.6 and nvidia_gpu_exporter 1.2.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass

from desktop.domain.readings import ComputerReading, DiskReading, GpuReading, Source, Vendor
from desktop.domain.tellers import DcgmNames, NodeNames, NvidiaGpuNames
from desktop.system.prometheus import Metric, parse_metrics

MIB = 1024**2
_MOST_BYTES = 1e18
_MOST_NAME = 200
_MOST_CARDS = 64
_MOST_DISKS = 64
_NO_DISKS = frozenset({"tmpfs", "devtmpfs", "ramfs", "squashfs", "overlay", "proc", "sysfs"})
NODE_NAMES, DCGM_NAMES, NVIDIA_GPU_NAMES = NodeNames(), DcgmNames(), NvidiaGpuNames()


@dataclass(frozen=True, slots=True)
class CpuTime:
    """Seconds that all processors together have spent since the start, and those without work."""

    total: float
    idle: float

    def load_since(self, before: "CpuTime") -> float | None:
        """Return how busy they were since then, in percent; None if a counter began anew."""
        total, idle = self.total - before.total, self.idle - before.idle
        if total <= 0 or idle < 0:
            return None
        return min(100.0, max(0.0, 100 * (1 - idle / total)))


def node_reading(
    text: bytes, names: NodeNames = NODE_NAMES
) -> tuple[ComputerReading, CpuTime | None]:
    """Return what node_exporter tells, and the processors' time; load comes from two of these."""
    metrics = parse_metrics(text, astuple(names))
    swap, swap_free = _bytes(metrics, names.swap_total), _bytes(metrics, names.swap_free)
    times = [metric for metric in metrics if metric.name == names.cpu_seconds]
    cpus = {metric.labels.get("cpu", "") for metric in times}
    reading = ComputerReading(
        source=Source.TOLD,
        ram_total=_bytes(metrics, names.ram_total),
        ram_available=_bytes(metrics, names.ram_available),
        swap_total=swap,
        swap_used=None if swap is None or swap_free is None else max(0, swap - swap_free),
        cores=float(len(cpus)) if cpus else None,
        disks=tuple(_disks(metrics, names)),
    )
    return reading, _cpu_time(times)


def dcgm_cards(text: bytes, names: DcgmNames = DCGM_NAMES) -> tuple[GpuReading, ...]:
    """Return the cards that dcgm-exporter tells of; one that is cut up (MIG) in its parts."""
    metrics = parse_metrics(text, astuple(names))
    cards = _grouped(metrics, ("gpu", "UUID", "GPU_I_ID"))
    return tuple(_dcgm_card(card, names) for card in cards)


def nvidia_gpu_cards(
    text: bytes, names: NvidiaGpuNames = NVIDIA_GPU_NAMES
) -> tuple[GpuReading, ...]:
    """Return the cards that nvidia_gpu_exporter tells of."""
    metrics = parse_metrics(text, astuple(names))
    return tuple(_smi_card(card, names) for card in _grouped(metrics, ("uuid",)))


def _dcgm_card(card: Mapping[str, Metric], names: DcgmNames) -> GpuReading:
    used, free = _figure(card, names.used), _figure(card, names.free)
    total = None if used is None or free is None else used + free
    if total is not None:
        total += _figure(card, names.reserved) or 0
    return GpuReading(
        _label(card, "modelName", "gpu"),
        Vendor.NVIDIA,
        memory_total=whole(total, MIB),
        memory_used=whole(used, MIB),
        load=percent(_figure(card, names.load)),
        temperature=_figure(card, names.temperature),
        power=_figure(card, names.power),
    )


def _smi_card(card: Mapping[str, Metric], names: NvidiaGpuNames) -> GpuReading:
    load = _figure(card, names.load)
    return GpuReading(
        _label(card, "name", "uuid"),
        Vendor.NVIDIA,
        memory_total=whole(_figure(card, names.total)),
        memory_used=whole(_figure(card, names.used)),
        load=None if load is None else percent(100 * load),
        temperature=_figure(card, names.temperature),
        power=_figure(card, names.power),
    )


def _grouped(metrics: Sequence[Metric], keys: tuple[str, ...]) -> list[dict[str, Metric]]:
    """Return each card's metrics by name; the keys are the labels that tell cards apart."""
    cards: dict[tuple[str, ...], dict[str, Metric]] = {}
    for metric in metrics:
        key = tuple(metric.labels.get(label, "") for label in keys)
        if any(key) and (key in cards or len(cards) < _MOST_CARDS):
            cards.setdefault(key, {})[metric.name] = metric
    return list(cards.values())


def _figure(card: Mapping[str, Metric], name: str) -> float | None:
    metric = card.get(name)
    return None if metric is None else metric.value


def _label(card: Mapping[str, Metric], *labels: str) -> str:
    values = (metric.labels.get(label, "") for label in labels for metric in card.values())
    return next((value[:_MOST_NAME] for value in values if value), Vendor.NVIDIA.value)


def whole(value: float | None, unit: int = 1) -> int | None:
    """Return a count of bytes; a negative or absurd one counts as not told."""
    if value is None or not 0 <= value * unit <= _MOST_BYTES:
        return None
    return round(value * unit)


def percent(value: float | None) -> float | None:
    """Return a share of a hundred; one that is none counts as not told."""
    return value if value is not None and 0 <= value <= 100 else None


def _bytes(metrics: Sequence[Metric], name: str) -> int | None:
    return next((whole(each.value) for each in metrics if each.name == name), None)


def _cpu_time(times: Sequence[Metric]) -> CpuTime | None:
    if not times:
        return None
    idle = sum(each.value for each in times if each.labels.get("mode") in {"idle", "iowait"})
    return CpuTime(sum(each.value for each in times), idle)


def _disks(metrics: Sequence[Metric], names: NodeNames) -> Iterator[DiskReading]:
    """Yield the disks by the folders that they are mounted at; what is no disk is left out."""
    sizes: dict[str, dict[str, int | None]] = {}
    for metric in metrics:
        if metric.name not in {names.disk_total, names.disk_free}:
            continue
        folder = metric.labels.get("mountpoint", "")
        if folder and metric.labels.get("fstype") not in _NO_DISKS:
            sizes.setdefault(folder, {})[metric.name] = whole(metric.value)
    for folder, size in sorted(sizes.items())[:_MOST_DISKS]:
        yield DiskReading(folder, size.get(names.disk_total), size.get(names.disk_free))
