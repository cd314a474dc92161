"""A seeded plan for spoiling one answer: which call, which fault, at which byte."""

import random
from dataclasses import dataclass
from enum import Enum, auto

from tests.raw_server import END, STREAM, chunk, head, whole


class Fault(Enum):
    """What goes wrong with an answer."""

    NONE = auto()
    CUT = auto()
    RESET = auto()
    STALL = auto()
    GARBLE = auto()
    ENDED = auto()
    """It ends in order at the end of a line, and its last line has not come."""
    HTML = auto()
    UNAVAILABLE = auto()
    BAD_HEADERS = auto()


class Call(Enum):
    """What is asked; each of them streams, up or down."""

    PULL = auto()
    PUSH = auto()
    CREATE = auto()
    CHAT = auto()
    GENERATE = auto()
    UPLOAD = auto()


_WORDS = [
    "Grüße",
    " aus",
    " 東京",
    " 🔥\\n",
    " \\u003cb\\u003e",
    " end",
    "\\ud83d\\ude00",
    " x" * 40,
]
_TRANSFER = [
    '{"status":"pulling manifest"}',
    *(
        f'{{"status":"pulling 846c820b91aa","digest":"sha256:846c","total":900,"completed":{n}}}'
        for n in range(100, 901, 100)
    ),
    '{"status":"verifying sha256 digest"}',
    '{"status":"success"}',
]
LINES: dict[Call, list[str]] = {
    Call.PULL: _TRANSFER,
    Call.PUSH: [line.replace("pull", "push") for line in _TRANSFER],
    Call.CREATE: [
        '{"status":"parsing GGUF"}',
        '{"status":"using existing layer sha256:846c"}',
        '{"status":"writing manifest"}',
        '{"status":"success"}',
    ],
    Call.CHAT: [
        *(f'{{"message":{{"role":"assistant","content":"{w}"}},"done":false}}' for w in _WORDS),
        '{"message":{"role":"assistant","content":""},"done":true,"done_reason":"stop"}',
    ],
    Call.GENERATE: [
        *(f'{{"response":"{word}","done":false}}' for word in _WORDS),
        '{"response":"","done":true,"done_reason":"stop","eval_count":8}',
    ],
}
_BAD_HEADS = (
    b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello",
    b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n: nothing\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nA: b\x00c\r\n\r\n",
    b"HTTP/1.1 twohundred OK\r\n\r\n",
    b"HTTP/9.9 200 OK\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00",
    b"SSH-2.0-OpenSSH_9.2\r\n",
    head(200, "Transfer-Encoding: gzip, chunked", "Content-Encoding: gzip") + b"5\r\n\x1f\x8b\r\n",
    STREAM + b"zz\r\n{\r\n",
    STREAM + b"fffffffff\r\n{\r\n",
)
_GARBAGE = (
    b"\x00\xff<\x01",
    b"\x00" * 50,
    b"\xc3\x28\x00{{{",
    b"\r\n\r\n\x00HTTP/1.1 200 OK\r\n\r\n",
)
_PAGE = b"<html><body><h1>Bad Gateway</h1></body></html>"


@dataclass(frozen=True)
class Plan:
    """What one schedule does: the pieces that are sent, and what happens after the last."""

    seed: int
    call: Call
    fault: Fault
    pieces: tuple[bytes, ...]
    is_upload_cut: bool = False

    def __str__(self) -> str:
        sent = sum(map(len, self.pieces))
        return f"seed {self.seed}: {self.call.name} {self.fault.name} after {sent} bytes"


def plan(seed: int) -> Plan:
    """Return the schedule of a seed; the same one each time."""
    chance = random.Random(seed)
    call = list(Call)[seed % len(Call)]
    fault = list(Fault)[seed // len(Call) % len(Fault)]
    data = _spoiled(fault, call, chance)
    return Plan(seed, call, fault, _in_pieces(data, chance), chance.random() < 0.3)


def whole_answer(call: Call) -> bytes:
    if call is Call.UPLOAD:
        return head(201, "Content-Length: 0")
    return STREAM + b"".join(chunk(line.encode() + b"\n") for line in LINES[call]) + END


def _spoiled(fault: Fault, call: Call, chance: random.Random) -> bytes:
    good = whole_answer(call)
    at = chance.randrange(len(good))
    match fault:
        case Fault.NONE:
            return good
        case Fault.CUT | Fault.RESET | Fault.STALL:
            return good[:at]
        case Fault.GARBLE:
            return good[:at] + chance.choice(_GARBAGE) + good[at:]
        case Fault.ENDED:
            return _ended(call, chance)
        case Fault.HTML:
            return whole(_PAGE, "text/html", chance.choice((200, 502, 403)))
        case Fault.UNAVAILABLE:
            busy = b'{"error":"server busy, please try again.  maximum pending requests exceeded"}'
            return whole(chance.choice((busy, b"", _PAGE)), "application/json", 503)
        case Fault.BAD_HEADERS:
            return chance.choice(_BAD_HEADS)


def _ended(call: Call, chance: random.Random) -> bytes:
    if call is Call.UPLOAD:
        return head(500, "Content-Length: 0")
    kept = LINES[call][: chance.randrange(len(LINES[call]))]
    return STREAM + b"".join(chunk(line.encode() + b"\n") for line in kept) + END


def _in_pieces(data: bytes, chance: random.Random) -> tuple[bytes, ...]:
    pieces: list[bytes] = []
    while data:
        size = chance.choice((1, 7, 100, 5000, 200_000))
        pieces.append(data[:size])
        data = data[size:]
    return tuple(pieces)
