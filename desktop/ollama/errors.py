"""Everything that can go wrong between this program and an Ollama server.

* OllamaError
  + Unreachable       no connection was made
    - NameUnknown     the host's name could not be resolved
    - Refused         nothing listens there
    - TimedOut        no answer in time (also where a connection was made)
    - TlsFailed       no encrypted connection could be agreed on
    - ProxyFailed     the proxy refused or could not be reached
  + StreamBroken      the answer stopped part-way
  + NotOllama         something answered, but not an Ollama server
    - Redirected      it wanted to send us elsewhere
    - TooLarge        a line, body or list beyond the cap
  + ServerRefused     the server answered with an error of its own
    - ModelMissing    404 for a model
    - Busy            503, its queue is full
    - Forbidden       403 without a body: Host or Origin is not allowed (fact 12)
    - EndpointMissing 404 or 405 in plain text: this server has no such call (fact 11)
"""


class OllamaError(Exception):
    """Base of every error this package raises. `str` of it is for logs, never for people."""


class Unreachable(OllamaError):
    """No connection was made."""


class NameUnknown(Unreachable):
    """The host's name could not be resolved."""


class Refused(Unreachable):
    """Nothing listens at that port."""


class TimedOut(Unreachable):
    """The server did not answer in time. `phase` is connect, read, write or pool."""

    def __init__(self, message: str, phase: str = "connect") -> None:
        super().__init__(message)
        self.phase = phase


class TlsFailed(Unreachable):
    """No encrypted connection could be agreed on."""


class ProxyFailed(Unreachable):
    """The proxy refused or could not be reached."""


class StreamBroken(OllamaError):
    """The connection ended before the answer did."""


class NotOllama(OllamaError):
    """Something answered, but not as an Ollama server does.

    `status` is the HTTP status, or 0 where there was none; `sample` is the
    beginning of what came, as text.
    """

    def __init__(self, message: str, *, status: int = 0, sample: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.sample = sample


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
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class ModelMissing(ServerRefused):
    """The server does not have the model that was asked for."""


class Busy(ServerRefused):
    """The server's queue is full."""


class Forbidden(ServerRefused):
    """The server does not answer to this host name or origin."""


class EndpointMissing(ServerRefused):
    """The server does not know this call."""
