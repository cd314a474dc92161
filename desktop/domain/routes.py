"""Which way leads to a host: directly, or through which proxy, and why."""

import ipaddress
from enum import Enum, auto
from urllib.parse import unquote

from desktop.domain.address import AddressProblem, BadAddress, HostAddress, parse_authority
from desktop.domain.bypass import matches
from desktop.domain.proxy import (
    Login,
    ProxyAddress,
    ProxyMode,
    ProxySetting,
    Route,
    RouteReason,
    SystemAnswer,
)

_PORTS = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}
_LOCAL_NAMES = (".local", ".lan", ".home.arpa", ".internal")
_PRIVATE = tuple(
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)
_LINK_LOCAL = tuple(ipaddress.ip_network(text) for text in ("169.254.0.0/16", "fe80::/10"))


class ProxyProblem(Enum):
    """Why a text is not a proxy that can be used."""

    EMPTY = auto()
    INVISIBLE = auto()
    SCHEME = auto()
    SOCKS4 = auto()
    """The older SOCKS, which knows neither names nor logins."""
    SOCKS_VERSION = auto()
    """`socks://`, which does not say which SOCKS it is; desktops write it for either."""
    HOST = auto()
    PORT = auto()


class BadProxy(ValueError):
    """A text that is not a proxy, and why. It holds no part of a login."""

    def __init__(self, problem: ProxyProblem, part: str = "") -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.part = part


def parse_proxy(text: str) -> tuple[ProxyAddress, Login]:
    """Read a proxy as a person or a variable writes it, its login split off.

    `proxy:3128`, `http://me:secret@proxy:3128/`, `https://proxy`, `socks5://[::1]:1080`.
    Without a scheme it is an HTTP proxy, without a port it has the scheme's
    own: 80, 443, 1080. `socks5h` is taken for `socks5`, since names are always
    looked up by the proxy here. What follows the port is dropped, as curl does.

    Raises:
        BadProxy: it is none of these.
    """
    text = text.strip()
    if not text:
        raise BadProxy(ProxyProblem.EMPTY)
    scheme, rest = _split_scheme(text)
    login, _, place = rest.rpartition("@")
    try:
        host, port = parse_authority(place.partition("/")[0], _PORTS[scheme])
    except BadAddress as bad:
        raise BadProxy(_PROBLEMS.get(bad.problem, ProxyProblem.HOST), bad.part) from None
    user, _, password = login.partition(":")
    proxy = ProxyAddress(scheme.removesuffix("h"), host, port)
    return proxy, Login(unquote(user), unquote(password))


_PROBLEMS = {
    AddressProblem.PORT: ProxyProblem.PORT,
    AddressProblem.INVISIBLE: ProxyProblem.INVISIBLE,
}


def _split_scheme(text: str) -> tuple[str, str]:
    scheme, separator, rest = text.partition("://")
    if not separator:
        return "http", text
    scheme = scheme.lower()
    if scheme in ("socks4", "socks4a"):
        raise BadProxy(ProxyProblem.SOCKS4, scheme)
    if scheme == "socks":
        raise BadProxy(ProxyProblem.SOCKS_VERSION, scheme)
    if scheme not in _PORTS:
        raise BadProxy(ProxyProblem.SCHEME, scheme if "@" not in scheme else "")
    return scheme, rest


def needs_system(address: HostAddress, setting: ProxySetting) -> bool:
    """Whether the system has to be asked, which may take seconds, before the route is known."""
    match setting.mode:
        case ProxyMode.AUTOMATIC:
            return _near(address) is None
        case ProxyMode.SYSTEM:
            return True
        case ProxyMode.DIRECT | ProxyMode.MANUAL:
            return False


def route_for(address: HostAddress, setting: ProxySetting, system: SystemAnswer) -> Route:
    """Return the way to a host; `system` matters only where `needs_system` says so."""
    match setting.mode:
        case ProxyMode.AUTOMATIC:
            near = _near(address)
            return _as_the_system_says(system) if near is None else Route(reason=near)
        case ProxyMode.SYSTEM:
            return _as_the_system_says(system)
        case ProxyMode.DIRECT:
            return Route(reason=RouteReason.CHOSEN_DIRECT)
        case ProxyMode.MANUAL:
            return _as_entered(address, setting)


def _as_the_system_says(answer: SystemAnswer) -> Route:
    if answer.unusable:
        return Route(reason=RouteReason.SYSTEM_UNUSABLE, fact=answer.unusable)
    if answer.proxy is None:
        return Route(reason=RouteReason.SYSTEM_DIRECT, fact=answer.source)
    return Route(answer.proxy, RouteReason.SYSTEM_PROXY, answer.source)


def _as_entered(address: HostAddress, setting: ProxySetting) -> Route:
    if setting.manual is None:
        return Route(reason=RouteReason.MANUAL_MISSING)
    for entry in setting.exclusions:
        if matches(entry, address.host, address.port):
            return Route(reason=RouteReason.EXCLUDED, fact=entry)
    return Route(setting.manual, RouteReason.MANUAL_PROXY)


def _near(address: HostAddress) -> RouteReason | None:
    """Why no proxy can be needed: it is this computer or on its network. None elsewhere.

    A proxy cannot even reach it: 127.0.0.1 is another computer there, and that
    is where the 502 comes from that only some programs get.
    """
    if address.is_loopback:
        return RouteReason.LOOPBACK
    try:
        ip = ipaddress.ip_address(address.host.partition("%")[0])
    except ValueError:
        return _near_by_name(address.host.removesuffix("."))
    return _near_by_number(getattr(ip, "ipv4_mapped", None) or ip)


def _near_by_name(name: str) -> RouteReason | None:
    if "." not in name:
        return RouteReason.SINGLE_LABEL
    return RouteReason.LOCAL_NAME if name.endswith(_LOCAL_NAMES) else None


def _near_by_number(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> RouteReason | None:
    if ip.is_loopback:
        return RouteReason.LOOPBACK
    if any(ip in network for network in _PRIVATE):
        return RouteReason.PRIVATE
    return RouteReason.LINK_LOCAL if any(ip in network for network in _LINK_LOCAL) else None
