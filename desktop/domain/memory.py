"""How much memory a model needs, and whether it fits: an estimate, with its sum shown.

The formula is that of `tests/conformance/MEMORY.md`: weights, the keys and values of
the context, the graph that computes, and what a driver takes for itself. A
load that was measured is better than any formula, and corrects it (`measured.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto

from desktop.domain.model_shape import ModelShape

MIB = 1024**2
BASE = 457 * MIB
"""What CUDA, ROCm or Vulkan take on each GPU before a model is there."""
BASE_METAL = 512 * MIB
MARGIN = 1024 * MIB
"""Bytes that llama.cpp leaves free on each device (its --fit)."""
COMFORTABLE = 0.80
"""Of what is free: up to this a host loads a model beside others, without evicting any."""
BATCH = 512
_SMALLEST = 512


class KvType(StrEnum):
    """How keys and values are kept (OLLAMA_KV_CACHE_TYPE)."""

    F32 = "f32"
    F16 = "f16"
    Q8_0 = "q8_0"
    Q5_1 = "q5_1"
    Q5_0 = "q5_0"
    Q4_1 = "q4_1"
    Q4_0 = "q4_0"

    @property
    def bytes_of_32(self) -> int:
        """Bytes that 32 numbers take."""
        return _BYTES_OF_32[self]


_BYTES_OF_32 = {
    KvType.F32: 128,
    KvType.F16: 64,
    KvType.Q8_0: 34,
    KvType.Q5_1: 24,
    KvType.Q5_0: 22,
    KvType.Q4_1: 20,
    KvType.Q4_0: 18,
}


@dataclass(frozen=True, slots=True)
class Load:
    """How a model is to be loaded. `context` is that of one request, in tokens."""

    context: int
    parallel: int = 1
    kv_type: KvType = KvType.F16
    has_flash_attention: bool = True
    batch: int = BATCH


@dataclass(frozen=True, slots=True)
class Need:
    """What a model takes, in bytes, part by part.

    `blocks` are the layers, first to last, each with its keys and values;
    `kv` is the sum of these alone. `correction` is what measured loads say
    more or less than the formula.
    """

    weights: int
    kv: int
    graph: int
    projector: int
    base: int
    blocks: tuple[int, ...]
    output: int
    correction: int = 0

    @property
    def total(self) -> int:
        """All of it on one GPU."""
        parts = self.weights + self.kv + self.graph + self.projector + self.base
        return max(0, parts + self.correction)

    @property
    def overhead(self) -> int:
        """What is neither weights nor keys and values nor the graph."""
        return self.projector + self.base + self.correction


def need_of(shape: ModelShape, load: Load, *, base: int = BASE) -> Need:
    """Return what a model takes when it is loaded so; the context is clamped as a host does."""
    load = clamped(shape, load)
    kv = tuple(_kv_of(shape, layer, load) for layer in range(shape.layers))
    weights = shape.block_bytes or (0,) * shape.layers
    return Need(
        weights=shape.weight_bytes,
        kv=sum(kv),
        graph=graph_of(shape, load),
        projector=shape.projector_bytes,
        base=base,
        blocks=tuple(a + b for a, b in zip(weights, kv, strict=False)),
        output=shape.output_bytes,
    )


def clamped(shape: ModelShape, load: Load) -> Load:
    """Return the load with a context that the model can use at most, as a host takes it."""
    if not shape.trained_context or load.context <= shape.trained_context:
        return load
    return replace(load, context=shape.trained_context)


def _kv_of(shape: ModelShape, layer: int, load: Load) -> int:
    """Return the bytes of one layer's keys and values, or of its recurrent state."""
    tokens, heads = load.context * load.parallel, shape.kv_heads[layer]
    if shape.latent:
        return tokens * (shape.latent + shape.rope) * load.kv_type.bytes_of_32 // 32
    if heads == 0:
        return _state_of(shape, load.parallel)
    if window := shape.windows[layer]:
        tokens = min(tokens, load.parallel * window + _batch(load))
    numbers = tokens * heads * (shape.key_length + shape.value_length)
    return numbers * load.kv_type.bytes_of_32 // 32


def _state_of(shape: ModelShape, parallel: int) -> int:
    kept = shape.recurrent
    convolution = max(0, kept.convolution - 1) * (kept.inner + 2 * kept.groups * kept.state)
    return parallel * 4 * (convolution + kept.state * kept.inner)


def graph_of(shape: ModelShape, load: Load) -> int:
    """Return the bytes of the buffers that compute; the larger of its two widest places."""
    batch, tokens = _batch(load), load.context * load.parallel
    if shape.latent:
        return 4 * batch * (3 * shape.embedding + shape.vocabulary)
    attention = 0 if load.has_flash_attention else tokens * (1 + shape.heads)
    inside = 4 * batch * (1 + 4 * shape.embedding + attention)
    return max(inside, 4 * batch * (shape.embedding + shape.vocabulary))


def _batch(load: Load) -> int:
    return min(load.batch, load.context)


class Verdict(Enum):
    """Whether it fits. TIGHT and PARTLY run, the latter slower."""

    ROOMY = auto()
    TIGHT = auto()
    PARTLY = auto()
    """Some layers on the GPU, or none, and the others on the CPU."""
    NO = auto()
    UNKNOWN = auto()
    """Nobody has said how much memory there is."""


WHOLE = frozenset({Verdict.ROOMY, Verdict.TIGHT})
"""All of it on the GPU."""


@dataclass(frozen=True, slots=True)
class Room:
    """The memory that is free, in bytes: of each GPU, and of the computer; None if unknown.

    No GPU at all is an empty tuple, and one on which nothing is free a 0.
    `is_shared` says that both are the same memory, as on Apple's machines, and
    `is_at_least` that the GPUs may well have more than this.
    """

    gpus: tuple[int, ...] | None = None
    ram: int | None = None
    is_shared: bool = False
    is_at_least: bool = False

    @property
    def base(self) -> int:
        """What the driver takes of each GPU for itself; nothing where there is none."""
        if self.gpus == ():
            return 0
        return BASE_METAL if self.is_shared else BASE


@dataclass(frozen=True, slots=True)
class Fit:
    """A verdict with its figures. `layers` counts the output layer too, as Ollama does.

    `on_cpu` is what lies in the computer's memory, and `free` what the GPUs of `room` have
    together, in bytes.
    """

    verdict: Verdict
    need: Need
    free: int = 0
    layers_on_gpu: int = 0
    layers: int = 0
    on_cpu: int = 0
    room: Room = Room()


def fit(need: Need, room: Room) -> Fit:
    """Say whether that much fits there.

    One GPU is taken where it holds all of it comfortably; else all of them share it, each with
    its own base and graph, and no layer is cut. Of GPUs that may have more than is known only
    that something fits can be said.
    """
    layers = len(need.blocks) + 1
    if room.gpus is None or (not room.gpus and room.ram is None):
        return Fit(Verdict.UNKNOWN, need, layers=layers, room=room)
    free = sum(room.gpus)
    whole = Fit(Verdict.ROOMY, need, free, layers, layers, room=room)
    if room.is_at_least and room.gpus:
        is_held = need.total <= free
        return replace(whole, verdict=Verdict.TIGHT if is_held else Verdict.UNKNOWN)
    on_gpu, rest = _spread(need, room.gpus)
    if (verdict := _whole(need, room.gpus, is_placed=on_gpu == layers)) is not None:
        return replace(whole, verdict=verdict)
    ram = room.ram
    if ram is not None and room.is_shared:
        ram = max(0, ram - (need.total - rest))
    verdict = Verdict.NO if ram is not None and rest > ram else Verdict.PARTLY
    return Fit(verdict, need, free, on_gpu, layers, rest, room)


def _whole(need: Need, gpus: Sequence[int], *, is_placed: bool) -> Verdict | None:
    """Return how well the GPUs hold all of it, None where they do not."""
    largest, free = max(gpus, default=0), sum(gpus)
    if need.total <= COMFORTABLE * largest:
        return Verdict.ROOMY
    if need.total <= largest - MARGIN:
        return Verdict.TIGHT
    more = len(gpus) - 1
    together = need.total + more * (need.base + need.graph)
    if more < 1 or not is_placed:
        return None
    if together <= COMFORTABLE * free:
        return Verdict.ROOMY
    return Verdict.TIGHT if together <= free - len(gpus) * MARGIN else None


def _spread(need: Need, gpus: Sequence[int]) -> tuple[int, int]:
    """Return how many layers go to the GPUs, the last ones first, and the bytes that are left."""
    budgets = [free - need.graph - need.base - MARGIN for free in sorted(gpus, reverse=True)]
    if budgets:
        budgets[0] -= need.projector + need.correction
    used = layers = 0
    parts = [*reversed(need.blocks), need.output]
    for budget in budgets:
        while layers < len(parts) and parts[layers] <= budget:
            budget -= parts[layers]
            used += parts[layers]
            layers += 1
    if not layers:
        return 0, max(0, need.total - need.base)
    return layers, max(0, sum(need.blocks) + need.output - used)


def largest_context(shape: ModelShape, load: Load, room: Room, *, base: int = BASE) -> int:
    """Return the largest context that a GPU still holds whole, 0 where none does.

    At most what the model was trained for; in steps of 512 tokens.
    """
    return largest_that_fits(
        lambda context: need_of(shape, replace(load, context=context), base=base),
        room,
        shape.trained_context,
    )


def largest_that_fits(need_at: Callable[[int], Need], room: Room, trained_context: int = 0) -> int:
    """Return the largest context whose need a GPU holds whole, 0 where none does."""
    highest = (trained_context or 1 << 20) // _SMALLEST

    def fits(steps: int) -> bool:
        return fit(need_at(steps * _SMALLEST), room).verdict in WHOLE

    low, high = 0, highest
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low * _SMALLEST
