"""What on another computer can tell of it, where, and under which names: all of it settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Teller(Enum):
    """A program over there that answers HTTP."""

    NODE = "node_exporter"
    DCGM = "dcgm-exporter"
    NVIDIA_GPU = "nvidia_gpu_exporter"
    GLANCES = "glances"


DEFAULT_PORTS: Mapping[Teller, int] = {
    Teller.NODE: 9100,
    Teller.DCGM: 9400,
    Teller.NVIDIA_GPU: 9835,
    Teller.GLANCES: 61208,
}
"""As their documents have them."""
DEFAULT_PATHS: Mapping[Teller, str] = {
    Teller.NODE: "/metrics",
    Teller.DCGM: "/metrics",
    Teller.NVIDIA_GPU: "/metrics",
    Teller.GLANCES: "/api/4",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where one of them answers; 0 and "" stand for what is usual."""

    teller: Teller
    port: int = 0
    path: str = ""
    is_encrypted: bool = False

    @property
    def real_port(self) -> int:
        return self.port or DEFAULT_PORTS[self.teller]

    @property
    def real_path(self) -> str:
        return self.path or DEFAULT_PATHS[self.teller]


@dataclass(frozen=True, slots=True)
class NodeNames:
    """Metrics of node_exporter."""

    ram_total: str = "node_memory_MemTotal_bytes"
    ram_available: str = "node_memory_MemAvailable_bytes"
    swap_total: str = "node_memory_SwapTotal_bytes"
    swap_free: str = "node_memory_SwapFree_bytes"
    cpu_seconds: str = "node_cpu_seconds_total"
    disk_total: str = "node_filesystem_size_bytes"
    disk_free: str = "node_filesystem_avail_bytes"


@dataclass(frozen=True, slots=True)
class DcgmNames:
    """Metrics of dcgm-exporter. Memory is in MiB; `free`, `used` and `reserved` make the whole."""

    used: str = "DCGM_FI_DEV_FB_USED"
    free: str = "DCGM_FI_DEV_FB_FREE"
    reserved: str = "DCGM_FI_DEV_FB_RESERVED"
    load: str = "DCGM_FI_DEV_GPU_UTIL"
    temperature: str = "DCGM_FI_DEV_GPU_TEMP"
    power: str = "DCGM_FI_DEV_POWER_USAGE"


@dataclass(frozen=True, slots=True)
class NvidiaGpuNames:
    """Metrics of nvidia_gpu_exporter. Memory is in bytes, load from 0 to 1."""

    total: str = "nvidia_smi_memory_total_bytes"
    used: str = "nvidia_smi_memory_used_bytes"
    load: str = "nvidia_smi_utilization_gpu_ratio"
    temperature: str = "nvidia_smi_temperature_gpu"
    power: str = "nvidia_smi_power_draw_watts"
    info: str = "nvidia_smi_gpu_info"


@dataclass(frozen=True, slots=True)
class MetricNames:
    """The names of metrics, each of which a person may change."""

    node: NodeNames = field(default_factory=NodeNames)
    dcgm: DcgmNames = field(default_factory=DcgmNames)
    nvidia_gpu: NvidiaGpuNames = field(default_factory=NvidiaGpuNames)
