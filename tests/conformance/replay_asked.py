"""Whether the client asked what was recorded, as far as the typed method can say it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from tests.conformance.replay_questions import Question
from tests.conformance.replay_recording import Recording
from tests.conformance.replayer import Asked

_SAYABLE = {
    "show": {"model", "verbose"},
    "pull": {"model", "insecure"},
    "push": {"model", "insecure"},
    "copy": {"source", "destination"},
    "delete": {"model"},
    "embed": {"model", "input", "truncate", "dimensions", "keep_alive", "options"},
    "embeddings": {"model", "prompt"},
}
"""Fields of methods whose arguments are all there is; the others take any field."""
_TEXTS = {"model", "name", "license", "input"}
"""Fields that some recordings hold a number in, to see what the server says to that."""


def misasked(asked: list[Asked], recording: Recording, question: Question) -> str:
    """Return what reached the server otherwise than it was recorded, or ""."""
    reached = [(one.method, unquote(one.path)) for one in asked]
    if reached != [(recording.method, unquote(recording.path))]:
        return f"asked {reached!r}"
    sent, wanted = asked[0].json, recording.asked
    if not isinstance(sent, dict) or not isinstance(wanted, dict):
        return ""
    if "name" in wanted and "model" not in wanted:  # The older word for it (fact 48).
        wanted = {**wanted, "model": wanted["name"]}
    otherwise = [name for name, value in sent.items() if not _is_said(value, wanted.get(name))]
    sayable = _SAYABLE.get(question.method, set(wanted) - {"name", "stream"})
    unsaid = [name for name in sayable & set(wanted) - set(sent) if _can_be_said(name, wanted)]
    return f"asked otherwise: {otherwise + unsaid}" if otherwise or unsaid else ""


def _can_be_said(name: str, wanted: Mapping[str, Any]) -> bool:
    """Whether a field that is missing was more than nothing, and no number for a text."""
    is_number = isinstance(wanted[name], int | float) and not isinstance(wanted[name], bool)
    return bool(wanted[name]) and not (is_number and name in _TEXTS)


def _is_said(sent: Any, wanted: Any) -> bool:
    """Whether a field went out as recorded; what a method has no type for goes out empty."""
    if wanted is None:
        return sent in ("", [], {})
    if type(sent) is not type(wanted):
        return True
    if isinstance(sent, dict):
        return all(_is_said(value, wanted.get(name)) for name, value in sent.items())
    if isinstance(sent, list) and len(sent) == len(wanted):
        return all(map(_is_said, sent, wanted))
    return sent == wanted or isinstance(sent, list)
