"""What a model is: its name, what a list says of it, and its card."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"

DEFAULT_REGISTRY = "registry.ollama.ai"
DEFAULT_NAMESPACE = "library"
DEFAULT_TAG = "latest"


class Capability(Enum):
    """What a model can do, in Ollama's words; CLOUD alone is ours, for a remote model."""

    CHAT = "completion"
    VISION = "vision"
    TOOLS = "tools"
    THINKING = "thinking"
    EMBEDDING = "embedding"
    INSERT = "insert"
    IMAGE = "image"
    AUDIO = "audio"
    CLOUD = "cloud"


@dataclass(frozen=True, slots=True)
class ModelDetails:
    """The `details` of a model in tags, ps and show. Unknown is "" or 0 (facts 60 and 65)."""

    format: str = ""
    family: str = ""
    families: tuple[str, ...] = ()
    parameter_size: str = ""
    quantization_level: str = ""
    parent_model: str = ""
    context_length: int = 0
    embedding_length: int = 0

    @property
    def parameter_count(self) -> float:
        """How many parameters, from texts like "14.8B", "1.43M" and "119K"; 0 if unknown."""
        return parameter_count(self.parameter_size)


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """One row of /api/tags. `size` is in bytes and counts shared weights in full (fact 59)."""

    name: str
    digest: str = ""
    size: int = 0
    modified_at: datetime | None = None
    details: ModelDetails = ModelDetails()
    capabilities: frozenset[Capability] = frozenset()
    remote_model: str = ""
    remote_host: str = ""
    raw: bytes = b""

    @property
    def is_remote(self) -> bool:
        """Whether this is a stub for a model that runs elsewhere (fact 61)."""
        return bool(self.remote_host or self.remote_model)


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """One row of /api/ps: sizes in bytes, `context_length` in tokens and in force (fact 69).

    A model that was loaded for ever expires some centuries from now (fact 72).
    """

    name: str
    digest: str = ""
    size: int = 0
    size_vram: int = 0
    context_length: int = 0
    expires_at: datetime | None = None
    details: ModelDetails = ModelDetails()
    raw: bytes = b""

    @property
    def gpu_share(self) -> float:
        """Which part of it lies in GPU memory, from 0 to 1."""
        return min(1.0, self.size_vram / self.size) if self.size > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Tensor:
    """One tensor of a model: its ggml type and its dimensions, innermost first."""

    name: str
    type: str
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SampleMessage:
    """A MESSAGE of a Modelfile."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The answer of /api/show. Empty fields are absent there and empty here (fact 64).

    `left_out` names those that had another type than Ollama's, and are empty for that.
    """

    modelfile: str = ""
    parameters: str = ""
    template: str = ""
    system: str = ""
    license: str = ""
    details: ModelDetails = ModelDetails()
    messages: tuple[SampleMessage, ...] = ()
    metadata: Mapping[str, JsonValue] = field(default_factory=dict[str, JsonValue])
    tensors: tuple[Tensor, ...] = ()
    capabilities: frozenset[Capability] = frozenset()
    modified_at: datetime | None = None
    remote_model: str = ""
    remote_host: str = ""
    raw: bytes = b""
    left_out: tuple[str, ...] = ()

    @property
    def parameter_rows(self) -> tuple[tuple[str, str], ...]:
        """Name and value of each PARAMETER, in the server's order; `stop` may repeat."""
        rows = (line.split(None, 1) for line in self.parameters.splitlines() if line.strip())
        return tuple((row[0], row[1].strip() if len(row) > 1 else "") for row in rows)

    @property
    def weights_digest(self) -> str:
        """The sha256 of the weights, from the blob that the Modelfile's FROM names; "" if none.

        Models with one weights digest share their bytes on the host's disk.
        """
        match = re.search(r"^FROM .*sha256[-:]([0-9a-f]{64})\s*$", self.modelfile, re.MULTILINE)
        return match[1] if match else ""


def capabilities_of(words: tuple[str, ...], *, is_remote: bool) -> frozenset[Capability]:
    """Read Ollama's words for what a model can do, leaving out those this program does not know."""
    known = {capability.value: capability for capability in Capability}
    found = {known[word] for word in words if word in known}
    return frozenset(found | {Capability.CLOUD} if is_remote else found)


_COUNT = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*([KMBT]?)\s*", re.IGNORECASE | re.ASCII)
_FACTORS = {"": 1.0, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}


def parameter_count(text: str) -> float:
    """Read Ollama's text for a number of parameters; 0 if it is none."""
    match = _COUNT.fullmatch(text)
    return float(match[1]) * _FACTORS[match[2].upper()] if match else 0.0
