"""Everything that can go wrong between this program and an Ollama server.

* OllamaError
  + Unreachable       no connection was made
    - NameUnknown     the host's name could not be resolved
    - Refused         nothing listens there
    - TimedOut        no answer in time (also where a connection was made)
    - TlsFailed       no encrypted connection could be agreed on
      . CertificateRejected   the certificate is not believed, and why
      . CaFileUnusable        the host's own file of authorities cannot be used
    - ProxyFailed     the proxy refused or could not be reached
      . ProxyLoginWanted      407: the proxy wants a login
    - TunnelFailed    ssh could not make the tunnel
  + StreamBroken      the answer stopped part-way
  + NotOllama         something answered, but not an Ollama server
    - SignInWanted    401, or 403 with WWW-Authenticate: a gate before the server wants credentials
    - Redirected      it wanted to send us elsewhere
    - TooLarge        a line, body or list beyond the cap
  + ServerRefused     the server answered with an error of its own
    - ModelMissing    404 for a model
    - Busy            503, its queue is full
    - Forbidden       403 without a body: Host or Origin is not allowed (fact 12)
    - EndpointMissing 404 or 405 in plain text: this server has no such call (fact 11)
"""

import socket
from collections.abc import Generator
from contextlib import contextmanager

import httpx

from desktop.domain.connection import Certificate
from desktop.domain.trust import CaFileProblem, CertificateProblem
from desktop.net.ca_file import BadCaFile
from desktop.net.connection import EncryptionFailed
from desktop.net.handshakes import ProxyRefused
from desktop.net.rejection import rejection_of
from desktop.net.ssh import TunnelBroken


class OllamaError(Exception):
    """Base of every error this package raises. `str` of it is for logs, never for people.

    `path` is the call that it ended, such as /api/chat, or "" where there was none.
    """

    path = ""


class Unreachable(OllamaError):
    """No connection was made."""


class NameUnknown(Unreachable):
    """The host's name could not be resolved."""


class Refused(Unreachable):
    """Nothing listens at that port."""


class TimedOut(Unreachable):
    """The server did not answer in time. `phase` is connect, read, write, pool or
    between: an answer had begun, and then fell silent."""

    def __init__(self, message: str, phase: str = "connect") -> None:
        super().__init__(message)
        self.phase = phase


class TlsFailed(Unreachable):
    """No encrypted connection could be agreed on."""


class CertificateRejected(TlsFailed):
    """The host's certificate is not believed; `certificate` is None where it could not be read."""

    def __init__(
        self, message: str, problem: CertificateProblem, certificate: Certificate | None = None
    ) -> None:
        super().__init__(message)
        self.problem = problem
        self.certificate = certificate


class CaFileUnusable(TlsFailed):
    """The file of additional authorities cannot be used; nothing was sent to the host."""

    def __init__(self, message: str, problem: CaFileProblem, file: str) -> None:
        super().__init__(message)
        self.problem = problem
        self.file = file


class ProxyFailed(Unreachable):
    """The proxy refused or could not be reached. `proxy` is its address, without a login."""

    def __init__(self, message: str, proxy: str = "") -> None:
        super().__init__(message)
        self.proxy = proxy


class ProxyLoginWanted(ProxyFailed):
    """The proxy wants a login, or another one (407)."""


class TunnelFailed(Unreachable):
    """ssh could not make the tunnel; the message is what it said last."""


class StreamBroken(OllamaError):
    """The connection ended before the answer did.

    `ended_in_order` says that it was closed properly, as by a proxy between
    or by a server that stops, and only the last line is missing.
    """

    def __init__(self, message: str, *, ended_in_order: bool = False) -> None:
        super().__init__(message)
        self.ended_in_order = ended_in_order


class NotOllama(OllamaError):
    """Something answered, but not as an Ollama server does.

    `status` is the HTTP status, or 0 where there was none; `sample` is the
    beginning of what came, as text; `via` is the proxy that it came through, or
    "" where the request went directly; `server` is what the answer's Server or
    Via header says. `retry_after` is the seconds that its Retry-After asks for.
    """

    retry_after: float | None = None

    def __init__(
        self, message: str, *, status: int = 0, sample: str = "", via: str = "", server: str = ""
    ) -> None:
        super().__init__(message)
        self.status = status
        self.sample = sample
        self.via = via
        self.server = server


class SignInWanted(NotOllama):
    """A gate before the server wants credentials; `challenge` is its WWW-Authenticate."""

    def __init__(self, message: str, *, status: int, challenge: str = "", sample: str = "") -> None:
        super().__init__(message, status=status, sample=sample)
        self.challenge = challenge


class Redirected(NotOllama):
    """It wanted to send us elsewhere, which is never followed."""

    def __init__(self, message: str, *, status: int, location: str) -> None:
        super().__init__(message, status=status)
        self.location = location


class TooLarge(NotOllama):
    """A line, a body or a list beyond the cap."""


class ServerRefused(OllamaError):
    """The server answered, and the answer was no: its status, and exactly its text.

    A status of 200 means that the error came as a line of a stream (fact 1).
    `signin_url` is where the server says that somebody can sign it in, or "".
    `retry_after` is the seconds that its Retry-After asks for.
    """

    retry_after: float | None = None

    def __init__(self, status: int, message: str, signin_url: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.signin_url = signin_url


class ModelMissing(ServerRefused):
    """The server does not have the model that was asked for."""


class Busy(ServerRefused):
    """The server's queue is full."""


class Forbidden(ServerRefused):
    """The server does not answer to this host name or origin."""


class EndpointMissing(ServerRefused):
    """The server does not know this call."""


@contextmanager
def translated() -> Generator[None]:
    """Turn httpx's errors into this module's own."""
    try:
        yield
    except httpx.LocalProtocolError as error:
        _silence(error)
        raise StreamBroken("the request could not be put into HTTP") from None
    except httpx.InvalidURL as error:
        raise Unreachable(str(error)) from error
    except httpx.HTTPError as error:
        raise _own(error) from error


def _silence(error: BaseException | None) -> None:
    """Empty the texts of an error and its causes: h11 quotes a header's value, which may be a
    secret (security.md, attack 17), and `from None` hides the cause without dropping it."""
    while error is not None:
        error.args = ()
        error = error.__cause__ or error.__context__


def _own(error: httpx.HTTPError) -> OllamaError:
    text = str(error)
    match error:
        case httpx.ProxyError():
            return _proxy_failed(error)
        case httpx.TimeoutException():
            return TimedOut(text, _PHASES.get(type(error), "connect"))
        case httpx.ConnectError():
            return _unconnected(error)
        case httpx.RemoteProtocolError() if not _is_cut(text):
            return NotOllama("it does not speak HTTP", sample=text)
        case httpx.UnsupportedProtocol():
            return Unreachable(text)
        case _:
            return StreamBroken(text)


_PHASES: dict[type[httpx.HTTPError], str] = {
    httpx.ReadTimeout: "read",
    httpx.WriteTimeout: "write",
    httpx.PoolTimeout: "pool",
}


def _is_cut(text: str) -> bool:
    """Whether the peer hung up, in httpcore's and h11's words; else it sent what is not HTTP."""
    return "disconnected" in text or "closed connection" in text or "peer closed" in text


def _proxy_failed(error: httpx.ProxyError) -> ProxyFailed:
    refused = error.__cause__
    if not isinstance(refused, ProxyRefused):
        return ProxyFailed(str(error))
    kind = ProxyLoginWanted if refused.wants_login else ProxyFailed
    return kind(str(error), refused.proxy)


def _unconnected(error: httpx.ConnectError) -> Unreachable:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return NameUnknown(str(cause))
        if isinstance(cause, EncryptionFailed):
            return _unencrypted(cause)
        if isinstance(cause, TunnelBroken):
            return TunnelFailed(str(cause))
        if isinstance(cause, ConnectionRefusedError):
            return Refused(str(cause))
        cause = cause.__cause__ or cause.__context__
    return Unreachable(str(error))


def _unencrypted(error: EncryptionFailed) -> TlsFailed:
    reason = error.reason
    if isinstance(reason, BadCaFile):
        return CaFileUnusable(str(reason), reason.problem, reason.path)
    if (rejection := rejection_of(reason)) is None:
        return TlsFailed(str(error))
    return CertificateRejected(str(error), rejection.problem, rejection.certificate)
