"""What a model consists of, and the layers that a registry and a disk keep of it."""

import hashlib
from dataclasses import dataclass, field

from desktop.demo.gojson import dump
from desktop.demo.weights import Weights
from desktop.domain.model import JsonValue, ModelDetails, SampleMessage
from desktop.domain.name import ModelName


@dataclass(frozen=True, slots=True)
class Remote:
    """Where the model of a stub runs (fact 61), and what is known of it."""

    model: str
    details: ModelDetails
    capabilities: tuple[str, ...]
    host: str = "https://ollama.com:443"


@dataclass(frozen=True, slots=True)
class Parts:
    """The content of a model, without its name. `parameters` are in the order of their names.

    `adapter` and `draft` are files that were uploaded beside the weights.
    """

    weights: Weights | None = None
    projector: Weights | None = None
    template: str = "{{ .Prompt }}"
    system: str = ""
    parameters: tuple[tuple[str, JsonValue], ...] = ()
    licenses: tuple[str, ...] = ()
    messages: tuple[SampleMessage, ...] = ()
    remote: Remote | None = None
    adapter: "LayerBlob | None" = None
    draft: "LayerBlob | None" = None


@dataclass(frozen=True, slots=True)
class LayerBlob:
    """One layer: the sha256 and the size in bytes of its blob."""

    digest: str
    size: int

    @property
    def full_digest(self) -> str:
        return f"sha256:{self.digest}"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A model's content with its layers, in the order in which they are pulled."""

    parts: Parts
    layers: tuple[LayerBlob, ...]
    digest: str
    capabilities: tuple[str, ...]
    details: ModelDetails = field(default_factory=ModelDetails)

    @property
    def size(self) -> int:
        """Bytes of all layers: shared ones are counted in full (fact 59)."""
        return sum(layer.size for layer in self.layers)

    @property
    def weights_digest(self) -> str:
        """The sha256 of the weights, by which names share a runner (fact 73); "" for a stub."""
        return self.parts.weights.digest if self.parts.weights else ""


def text_layer(text: str) -> LayerBlob:
    """Return the layer that holds a text."""
    raw = text.encode()
    return LayerBlob(hashlib.sha256(raw).hexdigest(), len(raw))


def manifest_of(parts: Parts) -> Manifest:
    """Work out layers, digest and capabilities."""
    details = parts.remote.details if parts.remote else ModelDetails()
    details = parts.weights.details if parts.weights else details
    layers = [
        LayerBlob(weights.digest, weights.size)
        for weights in (parts.weights, parts.projector)
        if weights is not None
    ]
    layers += [layer for layer in (parts.adapter, parts.draft) if layer is not None]
    layers += [text_layer(text) for text in _texts(parts)]
    config = {"family": details.family, "type": details.parameter_size, "os": "linux"}
    layers.append(text_layer(dump({**config, "quant": details.quantization_level}).decode()))
    listed = dump([layer.digest for layer in layers])
    return Manifest(
        parts, tuple(layers), hashlib.sha256(listed).hexdigest(), _capabilities(parts), details
    )


def _texts(parts: Parts) -> list[str]:
    """Return the layers that are text, in the order in which Ollama creates them."""
    texts = [parts.template, parts.system, *parts.licenses]
    if parts.parameters:
        texts.append(dump(dict(parts.parameters)).decode() + "\n")
    if parts.messages:
        texts.append(dump([[m.role, m.content] for m in parts.messages]).decode())
    return [text for text in texts if text]


def _capabilities(parts: Parts) -> tuple[str, ...]:
    """Read off weights and template what a model can do, as a server does (fact 62)."""
    if parts.remote is not None:
        return parts.remote.capabilities
    if parts.weights is not None and parts.weights.is_embedding:
        return ("embedding",)
    is_vision = parts.projector is not None or (
        parts.weights is not None and parts.weights.is_vision
    )
    words = (
        ("completion", True),
        ("vision", is_vision),
        ("tools", ".Tools" in parts.template),
        ("insert", ".Suffix" in parts.template),
        ("thinking", ".Thinking" in parts.template or ".Think " in parts.template),
    )
    return tuple(word for word, has_it in words if has_it)


def full_name(name: ModelName) -> str:
    """Write a name with every part, as some errors do (fact 15)."""
    return f"{name.registry}/{name.namespace}/{name.model}:{name.tag}"
