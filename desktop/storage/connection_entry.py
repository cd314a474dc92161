"""How a host is reached, as the settings keep it: never with a secret."""

from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta

from desktop.domain.connection import Keeping, SignInKind
from desktop.domain.proxy import ProxyMode
from desktop.storage.records import Record

LONGEST = 86_400.0
"""Seconds that a time-out can be at most: a day."""
Seconds = Annotated[float, Meta(gt=0, le=LONGEST)]
PortNumber = Annotated[int, Meta(ge=0, le=65535)]


@dataclass(frozen=True, slots=True)
class ProxyEntry(Record):
    """The proxy: the manual one in three parts, of which an empty `host` means none."""

    mode: ProxyMode = ProxyMode.AUTOMATIC
    scheme: str = ""
    host: str = ""
    port: PortNumber = 0
    exclusions: tuple[str, ...] = ()
    has_login: bool = False


@dataclass(frozen=True, slots=True)
class TrustEntry(Record):
    """Whose certificates are believed."""

    ca_file: str = ""
    pin: Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?\Z")] = ""


@dataclass(frozen=True, slots=True)
class SignInEntry(Record):
    """Which sign-in, and where its secret is kept."""

    kind: SignInKind = SignInKind.NONE
    user: str = ""
    headers: tuple[str, ...] = ()
    keeping: Keeping = Keeping.KEYRING


@dataclass(frozen=True, slots=True)
class TimeoutsEntry(Record):
    """Seconds."""

    connect: Seconds = 5.0
    loading: Seconds = 600.0
    tokens: Seconds = 300.0


@dataclass(frozen=True, slots=True)
class TunnelEntry(Record):
    """An SSH tunnel; what begins with a dash would be an option of ssh."""

    destination: Annotated[str, Meta(pattern=r"^(?!-)[^\x00-\x20\x7f]*\Z")] = ""
    port: PortNumber = 0


@dataclass(frozen=True, slots=True)
class ConnectionEntry(Record):
    """Everything a person can set about reaching one host."""

    proxy: ProxyEntry = field(default_factory=ProxyEntry)
    trust: TrustEntry = field(default_factory=TrustEntry)
    sign_in: SignInEntry = field(default_factory=SignInEntry)
    timeouts: TimeoutsEntry = field(default_factory=TimeoutsEntry)
    tunnel: TunnelEntry = field(default_factory=TunnelEntry)
