"""The table of causes: which error, with which words of the server's, means what."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from desktop.ollama.errors import (
    Busy,
    EndpointMissing,
    Forbidden,
    ModelMissing,
    NameUnknown,
    NotOllama,
    OllamaError,
    ProxyFailed,
    Redirected,
    Refused,
    ServerRefused,
    StreamBroken,
    TimedOut,
    TlsFailed,
    TooLarge,
    Unreachable,
)


class Code(Enum):
    """What went wrong, as a person would tell the cases apart."""

    UNREACHABLE = auto()
    NAME_UNKNOWN = auto()
    NOTHING_LISTENS = auto()
    NO_CONNECTION_IN_TIME = auto()
    NO_ANSWER_IN_TIME = auto()
    SENDING_STALLED = auto()
    TLS_FAILED = auto()
    PROXY_FAILED = auto()
    CUT_OFF = auto()
    NOT_OLLAMA = auto()
    WRONG_SCHEME = auto()
    PROXY_PAGE = auto()
    WANTS_SIGN_IN = auto()
    REDIRECTED = auto()
    TOO_LARGE = auto()
    MODEL_MISSING = auto()
    BUSY = auto()
    HOST_NOT_ALLOWED = auto()
    ENDPOINT_MISSING = auto()
    REGISTRY_HAS_NO_SUCH_MODEL = auto()
    NEEDS_NEWER_OLLAMA = auto()
    SERVER_IS_OFFLINE = auto()
    SERVER_TRUSTS_NOBODY = auto()
    DOWNLOAD_KEPT_BREAKING = auto()
    DOWNLOAD_DAMAGED = auto()
    DISK_FULL = auto()
    NO_PERMISSION = auto()
    UNAUTHORIZED = auto()
    NAME_INVALID = auto()
    CLOUD_OFF = auto()
    NOT_SUPPORTED = auto()
    OUT_OF_MEMORY = auto()
    ENGINE_CRASHED = auto()
    SERVER_REFUSED = auto()
    UNKNOWN = auto()


class Remedy(Enum):
    """What a button can do about it."""

    RETRY = auto()
    EDIT_ADDRESS = auto()


@dataclass(frozen=True, slots=True)
class Cause:
    """One row: an error of this class, whose phase, status and text fit if they are given."""

    kind: type[OllamaError]
    code: Code
    remedies: tuple[Remedy, ...] = ()
    text: re.Pattern[str] | None = None
    statuses: frozenset[int] = frozenset()
    phase: str = ""

    def fits(self, error: OllamaError) -> bool:
        """Whether this row is about that error."""
        if not isinstance(error, self.kind):
            return False
        if self.phase and getattr(error, "phase", "") != self.phase:
            return False
        if self.statuses and getattr(error, "status", 0) not in self.statuses:
            return False
        return self.text is None or self.text.search(text_of(error)) is not None


def text_of(error: OllamaError) -> str:
    """Return the words that came with an error: the server's own where there are any."""
    match error:
        case ServerRefused():
            return error.message
        case NotOllama() if error.sample:
            return error.sample
        case _:
            return str(error)


def _words(*texts: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, texts)), re.IGNORECASE)


_AGAIN = (Remedy.RETRY,)
_ELSEWHERE = (Remedy.EDIT_ADDRESS, Remedy.RETRY)

# The first row that fits wins: a subclass before its base, a text before none (errors.md).
CAUSES: tuple[Cause, ...] = (
    Cause(NameUnknown, Code.NAME_UNKNOWN, _ELSEWHERE),
    Cause(Refused, Code.NOTHING_LISTENS, (Remedy.RETRY, Remedy.EDIT_ADDRESS)),
    Cause(TimedOut, Code.NO_ANSWER_IN_TIME, _AGAIN, phase="read"),
    Cause(TimedOut, Code.SENDING_STALLED, _AGAIN, phase="write"),
    Cause(TimedOut, Code.NO_CONNECTION_IN_TIME, (Remedy.RETRY, Remedy.EDIT_ADDRESS)),
    Cause(TlsFailed, Code.WRONG_SCHEME, _ELSEWHERE, _words("wrong_version_number")),
    Cause(TlsFailed, Code.TLS_FAILED, _ELSEWHERE),
    Cause(ProxyFailed, Code.PROXY_FAILED, _AGAIN),
    Cause(Unreachable, Code.UNREACHABLE, (Remedy.RETRY, Remedy.EDIT_ADDRESS)),
    Cause(StreamBroken, Code.CUT_OFF, _AGAIN),
    Cause(Redirected, Code.REDIRECTED, (Remedy.EDIT_ADDRESS,)),
    Cause(TooLarge, Code.TOO_LARGE, (Remedy.EDIT_ADDRESS,)),
    Cause(
        NotOllama,
        Code.WRONG_SCHEME,
        _ELSEWHERE,
        _words(
            "http request to an https server",
            "plain http request was sent to https port",
            r"it answered b'\x15\x03",  # An alert of TLS.
        ),
    ),
    Cause(NotOllama, Code.WANTS_SIGN_IN, _ELSEWHERE, statuses=frozenset({401, 403, 407})),
    Cause(NotOllama, Code.PROXY_PAGE, _ELSEWHERE, statuses=frozenset({502, 503, 504})),
    Cause(NotOllama, Code.NOT_OLLAMA, _ELSEWHERE),
    Cause(ModelMissing, Code.MODEL_MISSING),
    Cause(Busy, Code.BUSY, _AGAIN),
    Cause(Forbidden, Code.HOST_NOT_ALLOWED, (Remedy.EDIT_ADDRESS,)),
    Cause(EndpointMissing, Code.ENDPOINT_MISSING),
    Cause(
        ServerRefused,
        Code.REGISTRY_HAS_NO_SUCH_MODEL,
        text=_words("pull model manifest: file does not exist"),
    ),
    Cause(
        ServerRefused,
        Code.NEEDS_NEWER_OLLAMA,
        text=_words("requires a newer version of ollama", "incompatible with your version"),
    ),
    Cause(ServerRefused, Code.CLOUD_OFF, text=_words("cloud is disabled")),
    Cause(
        ServerRefused,
        Code.DISK_FULL,
        _AGAIN,
        _words("no space left on device", "not enough space on the disk"),
    ),
    Cause(
        ServerRefused,
        Code.NO_PERMISSION,
        text=_words("permission denied", "path elements are traversable", "read-only file system"),
    ),
    Cause(ServerRefused, Code.DOWNLOAD_DAMAGED, _AGAIN, _words("digest mismatch")),
    Cause(ServerRefused, Code.DOWNLOAD_KEPT_BREAKING, _AGAIN, _words("max retries exceeded")),
    Cause(
        ServerRefused,
        Code.SERVER_TRUSTS_NOBODY,
        _AGAIN,
        _words("x509:", "tls handshake", "tls: ", "first record does not look like"),
    ),
    Cause(
        ServerRefused,
        Code.SERVER_IS_OFFLINE,
        _AGAIN,
        _words("dial tcp", "no such host", "i/o timeout", "network is unreachable", "proxyconnect"),
    ),
    Cause(
        ServerRefused,
        Code.UNAUTHORIZED,
        text=_words("unauthorized", "not currently signed in"),
    ),
    Cause(ServerRefused, Code.UNAUTHORIZED, statuses=frozenset({401})),
    Cause(
        ServerRefused,
        Code.NAME_INVALID,
        text=re.compile(
            r"invalid model name|unqualified name|model is required"
            r"|(name|source|destination) \".*\" is invalid",
            re.IGNORECASE,
        ),
    ),
    Cause(ServerRefused, Code.NOT_SUPPORTED, text=_words("does not support")),
    Cause(
        ServerRefused,
        Code.OUT_OF_MEMORY,
        text=_words(
            "more system memory",
            "out of memory",
            "out-of-memory",
            "insufficient memory",
            "not enough memory",
            "failed to allocate",
            "cudamalloc failed",
            "out of device memory",
            "unable to load full model on gpu",
        ),
    ),
    Cause(
        ServerRefused,
        Code.ENGINE_CRASHED,
        _AGAIN,
        _words(
            "process has terminated",
            "unexpectedly stopped",
            "error was encountered while running the model",
        ),
    ),
    Cause(ServerRefused, Code.SERVER_REFUSED, _AGAIN),
    Cause(OllamaError, Code.UNKNOWN, _AGAIN),
)
