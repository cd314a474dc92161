"""How far estimates of memory are from what real servers showed as loaded.

The recorded /api/ps are of small models on a CPU, where what computes takes more than weights and
context together: nothing is learned here of a driver's overhead or of layers on a GPU. What is:

- Weights, keys and values are as the formula says; file size alone leaves out the half.
- What computes was twice the formula's graph and a mask of two bytes for each pair of a batch's
  and the context's tokens, with the batch of 1024 or more that Ollama takes for a longer context.
  `desktop.domain.measured` has this as the upper end of an estimate's range, which is within
  1 % of what was shown for each model of the usual kind. Of a model of 8 billion weights the
  graph is a twentieth, and the range accordingly small.
- One measured load puts its own context right exactly, and another one within a few percent: it
  tells where between the ends of its range a model lies, which is much the same with any context.
"""

import json
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.guessed_shape import guessed_shape
from desktop.domain.measured import Estimate, Estimator, Measured
from desktop.domain.memory import Load
from desktop.domain.model import Tensor
from desktop.domain.model_shape import ModelShape, shape_of

EXCHANGES = Path(__file__).parents[1] / "conformance" / "exchanges"
_CARDS = {
    "tiny": "show_plain",
    "tiny-custom": "show_custom",
    "tiny-q4": "show_q4",
    "tiny-embed": "show_embed",
}
"""Which recorded card is of which model: a card does not name it."""
_ALIASES = {"doomed": "tiny", "doomed3": "endless"}
"""Other names of the same manifests."""
_START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """A load that a server showed, with what is known of the model. Sizes in bytes."""

    name: str
    digest: str
    context: int
    size: int
    file: int
    shape: ModelShape | None


@dataclass(frozen=True, slots=True)
class Row:
    """Estimates of a load in parts of what was shown; None where there is none.

    `learned` is the estimate after the same model was seen with another context.
    """

    shown: Shown
    ours: float
    low: float
    high: float
    learned: float | None
    file: float
    predicted: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """Every load that was recorded, and how many recordings they come from."""

    rows: tuple[Row, ...]
    recordings: int

    def distance(self, figure: Callable[[Row], float | None]) -> float:
        """Return by which part an estimate is off, in the median of the loads that have one."""
        known = [abs(1 - value) for row in self.rows if (value := figure(row)) is not None]
        return statistics.median(known)


def measure() -> Result:
    """Estimate every recorded load, as if nothing was known of it but the model."""
    sizes, found = _sizes(), dict[tuple[str, int], Shown]()
    bodies = list(_bodies("ps_*.json"))
    for row in (row for body in bodies for row in body["models"]):
        name = str(row["name"]).removesuffix(":latest")
        name = _ALIASES.get(name, name)
        context, file = int(row["context_length"]), sizes.get(row["digest"], 0)
        digest = str(row["digest"])
        shown = Shown(name, digest, context, int(row["size"]), file, _shape(name, file))
        found.setdefault((digest, context), shown)
    shown = sorted(found.values(), key=lambda each: (each.name, each.context))
    return Result(tuple(_row(each, shown) for each in shown), len(bodies))


def _row(shown: Shown, others: list[Shown]) -> Row:
    estimate = _estimate(shown, ())
    seen = [
        Measured(other.context, other.size, 0, _START + timedelta(seconds=number))
        for number, other in enumerate(others)
        if other.digest == shown.digest and other.context != shown.context
    ]
    predicted = None if shown.shape is None else _predicted(shown.shape, shown)
    return Row(
        shown,
        ours=estimate.need.total / shown.size,
        low=estimate.low / shown.size,
        high=estimate.high / shown.size,
        learned=_estimate(shown, seen).need.total / shown.size if seen else None,
        file=shown.file / shown.size,
        predicted=None if predicted is None else predicted / shown.size,
    )


def _estimate(shown: Shown, seen: list[Measured] | tuple[()]) -> Estimate:
    """Estimate it on a computer without a GPU, where no driver takes anything."""
    shape = shown.shape or guessed_shape(shown.file)
    return Estimator(shape, 0, seen).estimate(Load(shown.context))


def _predicted(shape: ModelShape, shown: Shown) -> int:
    """Return what Ollama's scheduler predicts (MEMORY.md, 1), without its surcharge."""
    heads = max(1, min(shape.kv_heads))
    context = min(shown.context, shape.trained_context)
    return shown.file + 4 * shape.layers * heads * (shape.embedding // shape.heads) * context


def _shape(name: str, file: int) -> ModelShape | None:
    if (recording := _CARDS.get(name)) is None:
        return None
    (card,) = _bodies(f"{recording}.json")
    tensors = [Tensor(row["name"], row["type"], tuple(row["shape"])) for row in card["tensors"]]
    return shape_of(card["model_info"], tensors, file)


def _sizes() -> dict[str, int]:
    """Return the size of each manifest that any recorded list names."""
    rows = (row for body in _bodies("tags_*.json") for row in body["models"] or [])
    return {row["digest"]: int(row["size"]) for row in rows if isinstance(row.get("size"), int)}


def _bodies(pattern: str) -> Iterator[Any]:
    for path in sorted(EXCHANGES.glob(pattern)):
        response = json.loads(path.read_text("utf-8"))["response"]
        try:
            body = json.loads(response.get("body") or "")
        except ValueError:
            continue
        yield body
