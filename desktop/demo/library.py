"""Ready-made sets of installed models, and any number of made-up ones."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.demo.catalogue import catalogue
from desktop.demo.manifest import Manifest, manifest_of
from desktop.demo.weights import Shape, make_up
from desktop.domain.model import SampleMessage
from desktop.domain.name import parse_name

GIB = 1024**3


@dataclass(frozen=True, slots=True)
class Installed:
    """A model that is there from the start, changed so long ago."""

    name: str
    manifest: Manifest
    age: timedelta = timedelta(0)
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Preloaded:
    """A model that is in memory from the start. `keep` is seconds, None for ever."""

    name: str
    gpu_share: float = 1.0
    keep: float | None = 300.0


@dataclass(frozen=True, slots=True)
class Library:
    """What a stand-in has when it starts. `gpu_memory` is in bytes."""

    models: tuple[Installed, ...] = ()
    loaded: tuple[Preloaded, ...] = ()
    gpu_memory: int = 24 * GIB


def empty_library() -> Library:
    """Return a server on which nothing is installed."""
    return Library()


def demo_library() -> Library:
    """Return a varied set: chat, vision, tools, thinking, embedding, a cloud stub, a custom one."""
    return Library(
        models=(
            _known("llama3.2:3b", hours=2),
            _known("gemma3:4b", days=4),
            _known("qwen3:4b", days=6),
            _known("deepseek-r1:8b", days=12),
            _known("qwen2.5-coder:7b", days=19),
            Installed("my-coder:latest", _held("qwen2.5-coder:7b"), timedelta(days=3)),
            _custom("storyteller:latest", "llama3.2:3b", timedelta(days=1)),
            _known("nomic-embed-text:latest", days=95),
            _known("gpt-oss:120b-cloud", days=31),
        ),
        loaded=(Preloaded("llama3.2:3b"),),
        gpu_memory=12 * GIB,
    )


def tower_library() -> Library:
    """Return the workstation of the tour: large models, one of them only partly on the GPU."""
    return Library(
        models=(
            _known("qwen2.5:14b", days=3),
            Installed("api-reviewer:latest", _held("qwen2.5:14b"), timedelta(days=1)),
            _known("deepseek-r1:32b", days=14),
            _known("gemma3:12b", days=15),
            _known("gpt-oss:20b", days=34),
            _known("llama3.3:70b", days=63),
            _known("nomic-embed-text:latest", days=95),
            _known("qwen2.5-coder:7b", days=5),
            _known("qwq:32b", days=124),
        ),
        loaded=(Preloaded("qwen2.5:14b", keep=260), Preloaded("gemma3:12b", 0.84, keep=600)),
    )


def attic_library() -> Library:
    """Return an old computer without a graphics card, on which nothing is loaded."""
    return Library(
        models=(_known("nomic-embed-text:latest", days=95), _known("llama3.2:3b", days=40)),
        gpu_memory=0,
    )


def made_up_library(count: int, first: int = 1) -> Library:
    """Return that many models of 60 MB to 4 GB, named model-0001:latest and so on."""
    return Library(models=tuple(_made_up(range(first, first + count))))


def _known(name: str, *, days: float = 0, hours: float = 0) -> Installed:
    return Installed(name, _held(name), timedelta(days=days, hours=hours))


def _held(name: str) -> Manifest:
    return catalogue()[parse_name(name).key]


def _custom(name: str, base: str, age: timedelta) -> Installed:
    parts = replace(
        _held(base).parts,
        system="You are a storyteller. Answer in three short sentences, and end with a question.",
        parameters=(
            ("num_ctx", 8192),
            ("stop", ["<|im_end|>", "USER:"]),
            ("temperature", 0.8),
        ),
        licenses=("This demo model may be used for anything.", "Its stories are nobody's."),
        messages=(
            SampleMessage("user", "Tell me about the sea."),
            SampleMessage(
                "assistant", "It was old when the first ship was young. What did it say?"
            ),
        ),
    )
    return Installed(name, manifest_of(parts), age, base)


def _made_up(numbers: Iterable[int]) -> Iterable[Installed]:
    for number in numbers:
        shape = Shape(
            ("llama", "qwen2", "gemma2")[number % 3],
            (number % 70 + 1) * 100_000_000,
            ("Q4_K_M", "Q8_0", "F16")[number % 3],
            (number % 70 + 1) * 60_000_000 + number,
            8192,
            512,
            2,
            8,
            2,
            1024,
            1000,
        )
        base = replace(_held("llama3.2:3b").parts, licenses=())
        parts = replace(base, weights=make_up(f"made up {number}", shape))
        name = f"model-{number:04d}:latest"
        yield Installed(name, manifest_of(parts), timedelta(minutes=number))
