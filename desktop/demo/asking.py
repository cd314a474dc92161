"""What chat and generate have in common: who is asked, and with which options."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from desktop.demo.body import Body
from desktop.demo.gojson import BadDuration, seconds
from desktop.demo.machine import Machine
from desktop.demo.manifest import full_name
from desktop.demo.naming import asked_of, unreachable_cloud
from desktop.demo.reply import Refusal
from desktop.demo.store import StoredModel
from desktop.demo.weights import Weights
from desktop.domain.model import JsonValue

Row: TypeAlias = dict[str, object]

_INTEGERS = ("num_ctx", "num_predict", "num_gpu", "num_batch", "num_thread", "seed", "top_k")
_FLOATS = ("temperature", "top_p", "min_p", "repeat_penalty", "presence_penalty")
_LEVELS = ("high", "medium", "low", "max")
BUSY = "server busy, please try again.  maximum pending requests exceeded"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request to a model that is there. `keep` is seconds, None for as before."""

    body: Body
    model: StoredModel
    weights: Weights
    keep: float | None
    options: Mapping[str, JsonValue]

    @property
    def context(self) -> int | None:
        """Tokens of context that request or model want; None for whatever is there."""
        value = self.options.get("num_ctx")
        return int(min(value, 1e18)) if isinstance(value, int | float) else None

    @property
    def limit(self) -> int:
        value = self.options.get("num_predict")
        return int(value) if isinstance(value, int | float) else 0

    @property
    def stops(self) -> list[str]:
        value = self.options.get("stop")
        return [str(stop) for stop in value] if isinstance(value, list) else []

    @property
    def thinks(self) -> bool:
        """Whether thoughts come first: a model that can does, unless told not to (fact 26)."""
        can = "thinking" in self.model.manifest.capabilities
        return can and self.body.value("think") is not False


def admit(machine: Machine, body: Body, path: str) -> Asked:
    """Find out who is asked what.

    Raises:
        Refusal: the model is missing, runs elsewhere, or something is wrong with the request.
    """
    keep = kept(body)
    model = asked_of(machine, body)
    if machine.faults.busy and machine.faults.meets(path):
        raise Refusal(503, BUSY)
    if model.manifest.parts.remote is not None or model.manifest.parts.weights is None:
        raise unreachable_cloud(machine, 500, path)
    options = {**dict(model.manifest.parts.parameters), **body.mapping("options")}
    return Asked(body, model, model.manifest.parts.weights, keep, options)


def kept(body: Body) -> float | None:
    """Read keep_alive.

    Raises:
        Refusal: it is not a duration.
    """
    value = body.value("keep_alive")
    try:
        return None if value is None else seconds(value)
    except BadDuration as error:
        raise Refusal(400, str(error)) from None


def check(asked: Asked, kind: str, *, tools: bool = False, suffix: bool = False) -> None:
    """Refuse what the model cannot do, or options of the wrong type (facts 10 and 15).

    Raises:
        Refusal: with the text that a server has for it.
    """
    can = asked.model.manifest.capabilities
    think = asked.body.value("think")
    if isinstance(think, str) and think not in _LEVELS:
        levels = '"high", "medium", "low", "max", true, or false'
        raise Refusal(400, f'invalid think value: "{think}" (must be {levels})')
    if "completion" not in can:
        raise Refusal(400, f'"{asked.body.model}" does not support {kind}')
    missing = (("tools", tools), ("insert", suffix))
    for word, is_wanted in missing:
        if is_wanted and word not in can:
            raise Refusal(400, f"{full_name(asked.model.name)} does not support {word}")
    if think not in {None, False} and "thinking" not in can:
        raise Refusal(400, f'"{asked.body.model}" does not support thinking')
    _check_options(asked.options)


def _check_options(options: Mapping[str, JsonValue]) -> None:
    kinds = [(name, "integer", (int, float)) for name in _INTEGERS]
    kinds += [(name, "float32", (int, float)) for name in _FLOATS]
    for name, kind, types in kinds:
        if name in options and not isinstance(options[name], types):
            raise Refusal(500, f'option "{name}" must be of type {kind}')
    if "stop" in options and not isinstance(options["stop"], list):
        raise Refusal(500, 'option "stop" must be of type array')
