"""What the stand-in answers: a whole body, a stream of pieces, or a refusal."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import TypeAlias

from desktop.demo.gojson import dump

JSON = "application/json; charset=utf-8"
BARE_JSON = "application/json"
NDJSON = "application/x-ndjson"


class Refusal(Exception):
    """A request that is answered with an error: its status, and exactly its text."""

    def __init__(self, status: int, message: str, content_type: str = JSON) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.content_type = content_type


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is sent in one piece."""

    status: int = 200
    body: bytes = b""
    content_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Streaming:
    """An answer in pieces, each complete with its newline.

    Headers wait for the first piece, as a real server's do (fact 19): a
    refusal before it has a status, and one after it is a line (fact 1).
    """

    pieces: AsyncGenerator[bytes, None]
    content_type: str = NDJSON


Answer: TypeAlias = Reply | Streaming


def json_reply(value: object, status: int = 200, content_type: str = JSON) -> Reply:
    """Answer with a JSON document."""
    return Reply(status, dump(value), content_type)


def error_reply(refusal: Refusal) -> Reply:
    """Answer with an error in the shape that all of Ollama's own have."""
    return json_reply({"error": refusal.message}, refusal.status, refusal.content_type)


def line(value: object) -> bytes:
    """Write one line of a stream."""
    return dump(value) + b"\n"


def plain(status: int, text: str, **headers: str) -> Reply:
    """Answer in plain text, as the router does for what it does not know (fact 11)."""
    return Reply(status, text.encode(), "text/plain", tuple(headers.items()))
