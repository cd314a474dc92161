"""How a host is reached, beyond its address: what a person set, without any secret."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.proxy import Login, ProxySetting


class SignInKind(StrEnum):
    """How a host is told who asks."""

    NONE = "none"
    BEARER = "bearer"
    BASIC = "basic"
    HEADERS = "headers"


class Keeping(StrEnum):
    """Where a host's secrets are kept."""

    KEYRING = "keyring"
    RUN = "run"
    """In memory, until the program ends."""
    FILE = "file"
    """In a file that only this user can read, and that is not encrypted; agreed to in words."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """Which kind of sign-in; `user` (for basic) and the names of `headers` are no secrets."""

    kind: SignInKind = SignInKind.NONE
    user: str = ""
    headers: tuple[str, ...] = ()
    keeping: Keeping = Keeping.KEYRING


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose certificates are believed: the system's, those of a CA file too, or one alone.

    `pin` is the SHA-256 of the one certificate (DER), 64 lower case hex digits.
    """

    ca_file: str = ""
    pin: str = ""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect; of silence while a model loads; of silence between tokens."""

    connect: float = 5.0
    loading: float = 600.0
    tokens: float = 300.0


@dataclass(frozen=True, slots=True)
class Tunnel:
    """An SSH tunnel by the person's own `ssh`: the host's address is then as seen from there.

    `destination` is what one would type after ssh (`me@gate`, or a name of ssh's
    own configuration); it never begins with a dash. `port` 0 leaves it to ssh.
    """

    destination: str = ""
    port: int = 0

    def __bool__(self) -> bool:
        return bool(self.destination)


@dataclass(frozen=True, slots=True)
class Connection:
    """Everything a person can set about reaching one host."""

    proxy: ProxySetting = ProxySetting()
    trust: Trust = Trust()
    sign_in: SignIn = SignIn()
    timeouts: Timeouts = Timeouts()
    tunnel: Tunnel = Tunnel()


@dataclass(frozen=True, slots=True)
class Secret:
    """What a host's sign-in and proxy login consist of. It is never shown, logged or written
    but to where the person chose to keep it; its repr is empty."""

    token: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    proxy: Login = field(default=Login(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.token or self.password or self.headers or self.proxy)


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a person needs to see of a certificate before believing it.

    `fingerprint` is the SHA-256 of its DER form, 64 lower case hex digits.
    """

    subject: str
    issuer: str
    not_before: datetime | None
    not_after: datetime | None
    fingerprint: str
    names: tuple[str, ...] = ()
    is_self_signed: bool = False
