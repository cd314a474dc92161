"""What a remedy changes in a conversation's parameters: pure, so that each can be tested."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

from desktop.chat.defaults import raised_context
from desktop.chat.snapshot import Meter
from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.conversation import AnswerFormat, Overflow, Parameters

_LEAST_CONTEXT = 2048
_USUAL_CONTEXT = 4096
"""What a server takes where nothing says otherwise and the GPU is small."""


@dataclass(frozen=True, slots=True)
class Case:
    """What went wrong, and where; `trained` is the model's own context, 0 if unknown."""

    parameters: Parameters
    meter: Meter = Meter()
    facts: Mapping[str, str] | None = None
    trained: int = 0

    @classmethod
    def of(
        cls, parameters: Parameters, meter: Meter, said: Explanation | None, trained: int
    ) -> "Case":
        """Return the case in which an explanation was given."""
        return cls(parameters, meter, said.facts if said is not None else None, trained)

    def fact(self, name: str) -> str:
        """Return what the error said, or nothing."""
        return (self.facts or {}).get(name, "")

    @property
    def context(self) -> int:
        """The context length in force, as well as it is known."""
        told = _number(self.fact("context"))
        return told or self.meter.context or self.parameters.num_ctx or _USUAL_CONTEXT


def changed(remedy: Remedy, case: Case) -> Parameters | None:
    """Return the parameters with which it can be asked again; None where none would help."""
    change = _CHANGES.get(remedy)
    found = change(case) if change is not None else None
    return found if found != case.parameters else None


def _raise_context(case: Case) -> Parameters | None:
    needed = max(_number(case.fact("tokens")), case.meter.used)
    length = raised_context(needed, case.context, case.trained)
    return replace(case.parameters, num_ctx=length) if length > case.context else None


def _lower_context(case: Case) -> Parameters | None:
    length = max(_LEAST_CONTEXT, case.context // 2)
    return replace(case.parameters, num_ctx=length) if length < case.context else None


def _drop_oldest(case: Case) -> Parameters:
    return replace(case.parameters, overflow=Overflow.DROP_OLDEST)


def _switch_thinking(case: Case) -> Parameters:
    """A level becomes plain "on", which older models know; on becomes off, and the other way."""
    think = case.parameters.think
    return replace(case.parameters, think=True if isinstance(think, str) else not think)


def _resend_without(case: Case) -> Parameters | None:
    if case.fact("capability") == "thinking":
        return replace(case.parameters, think=None)
    return None


def _reset_option(case: Case) -> Parameters:
    """Reset the option that was refused; a duration that is not named is `keep_alive`."""
    name = case.fact("option") or "keep_alive"
    own = Parameters()
    if name not in {part.name for part in fields(own)}:
        return _reset_request(case)
    values = {name: getattr(own, name)}
    return replace(case.parameters, **values)


def _reset_request(case: Case) -> Parameters:
    """Ask as the model has it, with the person's own prompt and their choice for long texts."""
    kept = case.parameters
    return Parameters(system=kept.system, overflow=kept.overflow, format=AnswerFormat.TEXT)


def _automatic_layers(case: Case) -> Parameters:
    return replace(case.parameters, num_gpu=None)


def _use_cpu(case: Case) -> Parameters:
    return replace(case.parameters, num_gpu=0)


_CHANGES: dict[Remedy, Callable[[Case], Parameters | None]] = {
    Remedy.RAISE_CONTEXT: _raise_context,
    Remedy.LOWER_CONTEXT: _lower_context,
    Remedy.DROP_OLDEST: _drop_oldest,
    Remedy.SWITCH_THINKING: _switch_thinking,
    Remedy.RESEND_WITHOUT: _resend_without,
    Remedy.RESET_OPTION: _reset_option,
    Remedy.RESET_REQUEST: _reset_request,
    Remedy.AUTOMATIC_LAYERS: _automatic_layers,
    Remedy.USE_CPU: _use_cpu,
}
CHANGING = frozenset(_CHANGES)
"""The remedies that change parameters, if any do."""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
