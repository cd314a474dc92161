"""One line of a server's log: who wrote it, how bad it is, and what it says.

Three write into it: the server itself (Go's slog, `time=… level=… source=… msg=… key=value`), its
web framework (`[GIN] … | 200 | 1.2ms | 127.0.0.1 | GET "/api/tags"`), and llama-server as it likes.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum, auto

LONGEST = 8192
"""Characters of a line that are kept; a crash of the engine writes longer ones."""


class Severity(IntEnum):
    """How bad a line is."""

    DEBUG = auto()
    INFO = auto()
    WARNING = auto()
    ERROR = auto()


class Writer(Enum):
    """Who wrote a line."""

    SERVER = auto()
    REQUEST = auto()
    ENGINE = auto()


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the web framework notes it when it has ended; `seconds` it took."""

    status: int
    seconds: float
    client: str
    method: str
    path: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line, taken apart. `time` is None where the line has none; `raw` is all of it.

    `source` is the file and line of Ollama's own code. The time of a request line has no zone
    and is that of the server's computer.
    """

    raw: str
    writer: Writer
    severity: Severity
    message: str
    time: datetime | None = None
    source: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    request: Request | None = None

    def field(self, name: str) -> str:
        return next((value for key, value in self.fields if key == name), "")


_LEVELS = {
    "TRACE": Severity.DEBUG,
    "DEBUG": Severity.DEBUG,
    "INFO": Severity.INFO,
    "WARN": Severity.WARNING,
    "ERROR": Severity.ERROR,
}
_PAIR = re.compile(
    r'(?P<key>[^\s="]+|"(?:[^"\\]|\\.){0,128}")=(?P<value>"(?:[^"\\]|\\.)*"?|\S*)(?:\s+|$)'
)
_REQUEST = re.compile(
    r"\[GIN\] (?P<time>\d{4}/\d\d/\d\d - \d\d:\d\d:\d\d) \| +(?P<status>\d{3}) \| +(?P<took>\S+) \|"
    r" +(?P<client>\S+) \| (?P<method>[A-Z]+) +\"?(?P<path>[^\"]*)\"?"
)
_STAMPED = re.compile(r"\d+\.\d+\.\d+\.\d+ (?P<level>[DIWE]) ")
"""llama-server's own levels, where it was told to write them."""
_STAMPS = {
    "D": Severity.DEBUG,
    "I": Severity.INFO,
    "W": Severity.WARNING,
    "E": Severity.ERROR,
}
_BAD = re.compile(
    r"\b(fatal|panic|error(?! ?= ?0\b)|failed|failure|abort(ed)?|GGML_ASSERT|"
    r"out of memory|terminated|exceeds|segmentation fault|SIG(ABRT|BUS|FPE|ILL|KILL|SEGV))\b",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(r"\b(warn(ing)?|security risk|deprecated)\b", re.IGNORECASE)
_FRAMEWORK = "[GIN-debug]"
_UNITS = {"ns": 1e-9, "µs": 1e-6, "us": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_TOOK = re.compile(r"(\d+(?:\.\d+)?)(ns|µs|us|ms|s|m|h)")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)", re.DOTALL)
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


def parse_line(text: str) -> LogLine:
    """Take a line apart. Total: what nobody is known to write is the engine's."""
    raw = text.rstrip("\r\n")[:LONGEST]
    if raw.startswith("time="):
        return _of_server(raw)
    if match := _REQUEST.match(raw):
        return _of_request(raw, match)
    if raw.startswith(_FRAMEWORK):
        return LogLine(raw, Writer.SERVER, Severity.DEBUG, raw)
    if raw.startswith("Error: "):
        return LogLine(raw, Writer.SERVER, Severity.ERROR, raw)
    return LogLine(raw, Writer.ENGINE, _guessed(raw), raw.strip())


def unquoted(text: str) -> str:
    """Return what Go wrote in quotes, as it was; one that was cut off is read as far as it goes."""
    if not text.startswith('"'):
        return text
    inner = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    return _ESCAPE.sub(_unescaped, inner)


def _of_server(raw: str) -> LogLine:
    pairs = [(unquoted(m["key"]), unquoted(m["value"])) for m in _PAIR.finditer(raw)]
    known = dict(reversed(pairs))
    rest = [pair for pair in pairs if pair[0] not in {"time", "level", "source", "msg"}]
    level = known.get("level", "").partition("+")[0].partition("-")[0]
    return LogLine(
        raw,
        Writer.SERVER,
        _LEVELS.get(level, Severity.INFO),
        known.get("msg", raw),
        _moment(known.get("time", "")),
        known.get("source", ""),
        tuple(rest),
    )


def _of_request(raw: str, match: re.Match[str]) -> LogLine:
    status = int(match["status"])
    request = Request(
        status, _seconds(match["took"]), match["client"], match["method"], match["path"]
    )
    severity = Severity.INFO
    if status >= 400:
        severity = Severity.ERROR if status >= 500 else Severity.WARNING
    time = _moment(match["time"].replace("/", "-").replace(" - ", "T"))
    message = f"{request.method} {request.path}"
    return LogLine(raw, Writer.REQUEST, severity, message, time, request=request)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _seconds(text: str) -> float:
    return sum(float(number) * _UNITS[unit] for number, unit in _TOOK.findall(text))


def _guessed(raw: str) -> Severity:
    """llama-server's lines have no level: its words tell."""
    if stamp := _STAMPED.match(raw):
        return _STAMPS[stamp["level"]]
    if _BAD.search(raw) and not raw.lstrip().lower().startswith(("warn", "print_info")):
        return Severity.ERROR
    return Severity.WARNING if _DOUBTFUL.search(raw) else Severity.INFO


def _unescaped(match: re.Match[str]) -> str:
    word = match[1]
    if word[0] in "xuU" and len(word) > 1:
        number = int(word[1:], 16)
        return chr(number) if number < 0x110000 else match[0]
    if word.isdigit() and len(word) == 3:
        return chr(int(word, 8))
    return _SHORT.get(word, word)
