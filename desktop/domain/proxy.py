"""Proxies: what a person chose for a host, what the system says, and the route that follows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from typing import TypeAlias


class ProxyMode(StrEnum):
    """How the route to a host is found."""

    AUTOMATIC = "automatic"
    """Direct on one's own network, as the system says elsewhere."""
    DIRECT = "direct"
    SYSTEM = "system"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class ProxyAddress:
    """A proxy: `scheme` is http, https or socks5. A login is never part of it."""

    scheme: str
    host: str
    port: int

    @property
    def authority(self) -> str:
        """Host and port, an IPv6 address in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}"


@dataclass(frozen=True, slots=True)
class ProxySetting:
    """What a person chose for one host.

    `manual` is used in MANUAL mode alone; `exclusions` are names, suffixes
    (`.corp`), addresses and networks (`10.0.0.0/8`) that then go direct.
    `has_login` says that a login belongs to the proxy, which is a secret and
    lies elsewhere; the registry keeps it true.
    """

    mode: ProxyMode = ProxyMode.AUTOMATIC
    manual: ProxyAddress | None = None
    exclusions: tuple[str, ...] = ()
    has_login: bool = False


@dataclass(frozen=True, slots=True)
class Login:
    """A name and a password; neither is ever shown or written."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user or self.password)


@dataclass(frozen=True, slots=True)
class SystemAnswer:
    """What the system says for one address.

    No `proxy` means direct. `source` names what decided: a variable
    (`http_proxy`, `no_proxy`) or "" for the system's own settings. `unusable`
    is a proxy in a form that cannot be used (`socks4://…`), as it is written,
    its user and password left out. `login` is what was written with the proxy.
    """

    proxy: ProxyAddress | None = None
    source: str = ""
    unusable: str = ""
    login: Login = field(default=Login(), repr=False)


SystemProxy: TypeAlias = Callable[[str], SystemAnswer]
"""Says which proxy the system has for a URL; it may block for seconds, so call it in a thread."""


def no_system_proxy(_url: str) -> SystemAnswer:
    """Say that the system has none."""
    return SystemAnswer()


class RouteReason(Enum):
    """Why a route is what it is."""

    LOOPBACK = auto()
    PRIVATE = auto()
    LINK_LOCAL = auto()
    LOCAL_NAME = auto()
    """A name that only a local network knows: .local, .lan, .home.arpa, .internal."""
    SINGLE_LABEL = auto()
    CHOSEN_DIRECT = auto()
    EXCLUDED = auto()
    """An entry of the person's own list, which is the fact."""
    SYSTEM_DIRECT = auto()
    SYSTEM_PROXY = auto()
    MANUAL_PROXY = auto()
    MANUAL_MISSING = auto()
    """MANUAL was chosen and no proxy given, so it goes direct."""
    SYSTEM_UNUSABLE = auto()
    """The system's proxy cannot be used, so it goes direct; the fact is how it is written."""


@dataclass(frozen=True, slots=True)
class Route:
    """How a host is reached: directly where `proxy` is None.

    `fact` is what decided, where that has a name: a variable, an entry of a list.
    """

    proxy: ProxyAddress | None = None
    reason: RouteReason = RouteReason.SYSTEM_DIRECT
    fact: str = ""
