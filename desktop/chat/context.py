"""What of a conversation the model sees: the meter, what does not fit, and what was cut off."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.chat.snapshot import Meter, Overfull
from desktop.chat.surroundings import ModelHere
from desktop.chat.tokens import MESSAGE_TOKENS, Gauge
from desktop.domain.conversation import Draft, Entry, EntryId, Parameters, Role
from desktop.domain.model import Capability, ModelCard

SMALLEST_DEFAULT = 4096
"""Tokens of context that a server gives where nobody says anything (fact 69)."""
_ROOM = 0.9
"""Part of the context that is filled when messages are left out; the rest is for the answer."""
_NEAR = 0.85
"""Part of the context from which an estimate may stand for a prompt that did not fit."""
_FAR_BELOW = 0.75
"""A count below this part of the estimate is not of the whole prompt."""
_CACHED = 0.5
"""Older servers count only what they had not cached: below this part it is believed to be that."""


@dataclass(frozen=True, slots=True)
class Span:
    """How long the context is, in tokens, 0 if unknown; whether the host itself says so."""

    length: int = 0
    is_effective: bool = False
    trained: int = 0


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a model's card says: its context, in tokens, 0 if nothing, and whether it can think.

    Older servers tell no capabilities; then a model is taken to be able to.
    """

    num_ctx: int = 0
    trained: int = 0
    can_think: bool = True


def card_facts(card: ModelCard) -> CardFacts:
    """Read PARAMETER num_ctx, the length a model was trained with, and what it is able to do."""
    rows = dict(card.parameter_rows)
    asked = rows.get("num_ctx", "")
    lengths = [v for name, v in card.metadata.items() if name.endswith(".context_length")]
    trained = next((length for length in lengths if isinstance(length, int)), 0)
    return CardFacts(
        int(asked) if asked.isascii() and asked.isdigit() else 0,
        trained or card.details.context_length,
        not card.capabilities or Capability.THINKING in card.capabilities,
    )


def span_of(parameters: Parameters, here: ModelHere, card: CardFacts) -> Span:
    """Return the context that the next message meets.

    What the host says of the loaded model is right, but for a model that is
    about to be loaded anew because another length is asked for. A server
    clamps that silently to what the model was trained with (fact 17). A remote
    model is taken to have all of that.
    """
    trained = here.trained_context or card.trained
    if here.is_remote:
        return Span(trained, trained=trained)
    asked = parameters.num_ctx
    wanted = asked if asked is not None and asked > 0 else card.num_ctx
    clamped = min(wanted, trained) if trained else wanted
    if here.loaded_context and (asked is None or here.loaded_context == clamped):
        return Span(here.loaded_context, is_effective=True, trained=trained)
    return Span(clamped, trained=trained)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The last answer whose prompt was counted: where it is, and what its prompt was estimated."""

    position: int
    estimated: int
    prompt: int
    carried: int


def system_tokens(parameters: Parameters, gauge: Gauge) -> int:
    """Estimate the system prompt of the conversation; the model's own is not known."""
    return gauge.text(parameters.system) + MESSAGE_TOKENS if parameters.system else 0


def prompt_tokens(
    path: Sequence[Entry], parameters: Parameters, gauge: Gauge, unseen: Sequence[EntryId] = ()
) -> int:
    """Estimate a whole prompt, from nothing but its texts."""
    sent = sum(gauge.entry(entry) for entry in path if entry.id not in unseen)
    return system_tokens(parameters, gauge) + sent


def measure(
    path: Sequence[Entry], draft: Draft, parameters: Parameters, gauge: Gauge, span: Span
) -> Meter:
    """Say what the model sees: what was counted last, and an estimate of what came since.

    Where the count cannot be that of everything that was sent, all is estimated.
    """
    system = system_tokens(parameters, gauge)
    fresh = gauge.text(draft.text) + gauge.attachments(draft.attachments)
    last = _last_counted(path, parameters, gauge)
    if last is None:
        written = sum(map(gauge.entry, path))
        return Meter(0, system, 0, written + fresh, span.length, span.is_effective)
    answer = path[last.position]
    is_cut = _was_cut(path, last, parameters, gauge, span)
    is_all = not is_cut and last.prompt >= _CACHED * last.estimated
    carried = last.carried if is_all else last.estimated + gauge.entry(answer)
    fresh += sum(map(gauge.entry, path[last.position + 1 :]))
    return Meter(
        counted=answer.figures.prompt_eval_count + answer.figures.eval_count,
        system=min(system, carried),
        messages=carried - min(system, carried),
        fresh=fresh,
        context=span.length,
        is_effective=span.is_effective,
        cut_off=is_cut,
    )


def overfull(
    path: Sequence[Entry], parameters: Parameters, gauge: Gauge, span: Span
) -> Overfull | None:
    """Return what is too much about a prompt, or None where it fits or nobody knows."""
    needed = _needed(path, parameters, gauge, span)
    if not span.length or needed <= span.length:
        return None
    droppable = len(to_drop(path, parameters, gauge, span))
    return Overfull(needed, span.length, span.trained, droppable)


def to_drop(
    path: Sequence[Entry], parameters: Parameters, gauge: Gauge, span: Span
) -> tuple[EntryId, ...]:
    """Return the oldest entries, without which the rest fits; none where even that is no help.

    A pinned entry stays, and so does the newest message of the person with what
    follows it. An answer goes with its question: many templates begin with one.
    """
    needed = _needed(path, parameters, gauge, span)
    newest = max((i for i, entry in enumerate(path) if entry.role is Role.USER), default=0)
    dropped: list[EntryId] = []
    for entry in path[:newest]:
        is_answer = bool(dropped) and entry.role is Role.ASSISTANT and entry.parent == dropped[-1]
        if needed <= _ROOM * span.length and not is_answer:
            break
        if not entry.is_pinned:
            dropped.append(entry.id)
            needed -= gauge.entry(entry)
    return tuple(dropped) if needed <= span.length else ()


def _needed(path: Sequence[Entry], parameters: Parameters, gauge: Gauge, span: Span) -> int:
    """Estimate a prompt; the count of the last answer is better where it counted everything."""
    used = measure(path, Draft(), parameters, gauge, span).used
    last = _last_counted(path, parameters, gauge)
    left_out = path[last.position].unseen if last is not None else ()
    return used + sum(gauge.entry(entry) for entry in path if entry.id in left_out)


def _last_counted(path: Sequence[Entry], parameters: Parameters, gauge: Gauge) -> _Counted | None:
    for position in range(len(path) - 1, -1, -1):
        entry = path[position]
        if prompt := entry.figures.prompt_eval_count:
            estimated = prompt_tokens(path[:position], parameters, gauge, entry.unseen)
            kept = _kept_of_answer(entry)
            return _Counted(position, estimated, prompt, prompt + kept)
    return None


def _kept_of_answer(entry: Entry) -> int:
    """Return how many of an answer's tokens are sent again: those of its text, not its thinking."""
    written = len(entry.text) + len(entry.thinking)
    share = len(entry.text) / written if written else 0.0
    return round(entry.figures.eval_count * share)


def _was_cut(
    path: Sequence[Entry], last: _Counted, parameters: Parameters, gauge: Gauge, span: Span
) -> bool:
    """Whether the server left out older messages without a word (facts 17 and 24).

    No error says so. The prompt was about as long as the context or longer,
    and yet the count is far below the estimate, or below that of a prompt which
    this one begins with.
    """
    context = span.length or SMALLEST_DEFAULT
    if last.estimated < _NEAR * context:
        return False
    answer = path[last.position]
    before = _last_counted(path[: last.position], parameters, gauge)
    shrank = (
        before is not None
        and not answer.unseen
        and path[before.position].target == answer.target
        and last.prompt < before.prompt
    )
    return shrank or last.prompt < _FAR_BELOW * last.estimated
