"""What must come out of a recorded exchange, by the issue's rules and from the recording alone."""

import json

from tests.conformance.replay_questions import Question
from tests.conformance.replay_recording import (
    Ending,
    Expected,
    Recording,
    error_in,
    expected_refusal,
    is_json,
    payload,
    refused_kind,
)
from tests.conformance.replay_shapes import is_answer

_EMPTY_IS_FINE = {"copy", "delete", "has_blob", "upload_blob"}
"""Calls that a server answers without a body (facts 52 and 57)."""


def expected(recording: Recording, question: Question) -> Expected:
    """Return the outcome that the recording itself says."""
    if recording.status is None:
        return _unfinished(recording, []) or Expected(Ending.BROKEN)
    if question.method == "has_blob" and recording.status == 404:
        return Expected(Ending.RESULT)
    if recording.status >= 300:
        return expected_refusal(recording)
    if recording.media_type == "text/html":
        return Expected(Ending.NOT_OLLAMA, status=recording.status)
    return _stream(recording, question) if question.is_stream else _single(recording, question)


def _unfinished(recording: Recording, lines: list[str]) -> Expected | None:
    if recording.is_cut:
        return Expected(Ending.BROKEN, lines)
    if recording.ended.startswith("timeout"):
        return Expected(Ending.TIMED_OUT, lines)
    if recording.ended == "client closed the connection":
        return Expected(Ending.CANCELLED, lines)
    return None


def _single(recording: Recording, question: Question) -> Expected:
    if unfinished := _unfinished(recording, []):
        return unfinished
    text, status = recording.text, recording.status or 200
    if error := error_in(text):
        return Expected(Ending.REFUSED, [], status, error, refused_kind(status, error))
    if question.method in _EMPTY_IS_FINE or _is_row(question.method, text):
        return Expected(Ending.RESULT)
    is_cut = not is_json(text) and text.strip().startswith("{")
    return Expected(Ending.BROKEN if is_cut else Ending.NOT_OLLAMA, status=status)


def _stream(recording: Recording, question: Question) -> Expected:
    lines: list[str] = []
    status = recording.status or 200
    is_general = question.method == "exchange"
    for line in recording.whole_lines:
        if error := error_in(payload(line)):
            return Expected(Ending.REFUSED, lines, status, error, refused_kind(status, error))
        if not is_general and not line.strip():
            continue
        if not is_general and not _is_row(question.method, line):
            is_last = line == recording.text.split("\n")[-1] and line.strip().startswith("{")
            ending = Ending.BROKEN if is_last and not is_json(line) else Ending.NOT_OLLAMA
            return Expected(ending, lines, status)
        lines.append(line)
    if unfinished := _unfinished(recording, lines):
        return unfinished
    is_whole = _is_general_end(recording, lines) if is_general else _is_end(lines[-1:])
    return Expected(Ending.RESULT if is_whole else Ending.BROKEN, lines)


def _is_general_end(recording: Recording, lines: list[str]) -> bool:
    last = [line for line in lines if line.strip()][-1:]
    if recording.media_type == "text/event-stream":
        return bool(last) and payload(last[0]) == "[DONE]"
    return recording.media_type != "application/x-ndjson" or _is_end(last)


def _is_end(last: list[str]) -> bool:
    if not last or not is_json(last[0]):
        return False
    row = json.loads(last[0])
    return isinstance(row, dict) and (row.get("done") is True or row.get("status") == "success")


def _is_row(method: str, text: str) -> bool:
    try:
        return is_answer(method, json.loads(text))
    except ValueError:
        return False
