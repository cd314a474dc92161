"""What on another computer can tell of it, and where: chosen by a person, for each host."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from desktop.system.exporters import DcgmNames, NodeNames, NvidiaGpuNames


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
class MetricNames:
    """The names of metrics, each of which a person may change."""

    node: NodeNames = field(default_factory=NodeNames)
    dcgm: DcgmNames = field(default_factory=DcgmNames)
    nvidia_gpu: NvidiaGpuNames = field(default_factory=NvidiaGpuNames)
