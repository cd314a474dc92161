"""A recorded exchange, and what it says by itself about how it must end."""

import json
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any

from desktop.ollama.errors import (
    Busy,
    EndpointMissing,
    Forbidden,
    ModelMissing,
    ServerRefused,
)


@dataclass(frozen=True)
class Recording:
    """One file of a folder of exchanges. Times are milliseconds since the question."""

    name: str
    method: str
    path: str
    asked_headers: dict[str, str]
    asked: Any
    status: int | None
    headers: list[tuple[str, str]]
    ended: str
    headers_at: float
    ends_at: float
    lines: list[tuple[float, str]] | None
    body: str

    @property
    def media_type(self) -> str:
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def is_chunked(self) -> bool:
        return self.header("transfer-encoding") == "chunked" or self.ended == "chunked end"

    @property
    def is_cut(self) -> bool:
        """Whether the server died, or never came to an end."""
        return self.ended == "eof"

    @property
    def pieces(self) -> list[tuple[float, bytes]]:
        """When which bytes of the body came: a line with its newline, or the whole body."""
        if self.lines is None:
            return [(self.headers_at, self.body.encode())] if self.body else []
        last = len(self.lines) if not self.is_cut else len(self.lines) - 1
        return [
            (at, (text + "\n" * (position < last)).encode())
            for position, (at, text) in enumerate(self.lines)
        ]

    @property
    def text(self) -> str:
        return b"".join(piece for _, piece in self.pieces).decode()

    @property
    def whole_lines(self) -> list[str]:
        """The lines that arrived whole: one without a newline needs an end, or to be JSON."""
        *lines, rest = self.text.split("\n")
        if rest and (self.has_end or (self.is_cut and is_json(payload(rest)))):
            lines.append(rest)
        return lines

    @property
    def has_end(self) -> bool:
        """Whether the answer came to an end in order."""
        return self.ended in ("chunked end", "content-length reached", "no body")

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")


def read_recording(path: Path) -> Recording:
    """Read one file; ValueError, KeyError or TypeError if it is not an exchange."""
    exchange = json.loads(path.read_text("utf-8"))
    request, response = exchange["request"], exchange["response"]
    lines = response.get("lines")
    return Recording(
        name=exchange.get("name", path.stem),
        method=request["method"],
        path=request["path"],
        asked_headers=request.get("headers") or {},
        asked=request.get("body", request.get("body_raw")),
        status=response["status"],
        headers=[(name, value) for name, value in response["headers"] or []],
        ended=response["ended"],
        headers_at=response.get("t_headers_ms") or 0.0,
        ends_at=response.get("t_end_ms") or 0.0,
        lines=None if lines is None else [(at, text) for at, text in lines],
        body=response.get("body") or "",
    )


class Ending(Enum):
    """How a question ends, as the person who asks sees it."""

    RESULT = auto()
    REFUSED = auto()
    REDIRECTED = auto()
    NOT_OLLAMA = auto()
    BROKEN = auto()
    TIMED_OUT = auto()
    CANCELLED = auto()


@dataclass(frozen=True)
class Expected:
    """What must come out: the lines delivered before the end, and the end."""

    ending: Ending
    lines: list[str] = field(default_factory=list)
    status: int = 0
    text: str = ""
    kind: type[ServerRefused] = ServerRefused


def payload(line: str) -> str:
    """What a line says, without the prefix of a server-sent event."""
    return line[5:].strip() if line.startswith("data:") else line


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def error_in(text: str) -> str | None:
    """The text of the error that a line or body is; None if it is none."""
    try:
        value = json.loads(text)
    except ValueError:
        return None
    error = value.get("error") if isinstance(value, dict) else None
    if isinstance(error, dict) and isinstance(error.get("message"), str):
        return error["message"]
    return error if error is None or isinstance(error, str) else json.dumps(error)


def expected_refusal(recording: Recording) -> Expected:
    """What an answer with a status of 300 or more stands for."""
    status, text = recording.status or 0, recording.text
    if status < 400:
        return Expected(Ending.REDIRECTED, status=status, text=recording.header("location"))
    error = error_in(text)
    if error is None and not recording.has_end:
        return Expected(Ending.BROKEN if recording.is_cut else Ending.TIMED_OUT)
    if recording.method == "HEAD" and recording.media_type == "application/json":
        error = ""
    if error is not None:
        return Expected(Ending.REFUSED, [], status, error, refused_kind(status, error))
    if status == 403 and not text and not recording.media_type:
        return Expected(Ending.REFUSED, [], status, "", Forbidden)
    plain = recording.media_type == "text/plain" or text in (
        "404 page not found",
        "405 method not allowed",
    )
    if status in (404, 405) and plain:
        return Expected(Ending.REFUSED, [], status, text, EndpointMissing)
    return Expected(Ending.NOT_OLLAMA, status=status)


def refused_kind(status: int, text: str) -> type[ServerRefused]:
    """The class of an error in Ollama's own words."""
    is_about_model = text.startswith("model ") and " not found" in text
    if (status == 404 and not text.startswith("blob ")) or (status == 200 and is_about_model):
        return ModelMissing
    return Busy if status == 503 and "busy" in text.lower() else ServerRefused
