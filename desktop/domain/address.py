"""Where a host is, read from what a person types or OLLAMA_HOST holds."""

import ipaddress
import re
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import unquote

DEFAULT_PORT = 11434
_SCHEME_PORTS = {"http": 80, "https": 443}
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.ASCII)
_PATH = re.compile(r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*", re.ASCII)
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}


class AddressProblem(Enum):
    """Why a text is not the address of a host."""

    EMPTY = auto()
    INVISIBLE = auto()
    SCHEME = auto()
    CREDENTIALS = auto()
    QUERY = auto()
    FRAGMENT = auto()
    HOST = auto()
    PORT = auto()


class BadAddress(ValueError):
    """A text that is not the address of a host, and why."""

    def __init__(self, problem: AddressProblem, part: str = "") -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.part = part


@dataclass(frozen=True, slots=True)
class HostAddress:
    """Scheme, host, port and base path, in one canonical form.

    `host` is lower case, without brackets, and may carry an IPv6 zone
    (`fe80::1%eth0`); `path` is "" or begins with a slash and does not end with one.
    """

    scheme: str
    host: str
    port: int
    path: str = ""

    @property
    def url(self) -> str:
        """The address in full, for instance http://192.168.1.20:11434."""
        return f"{self.scheme}://{self.authority}{self.path}"

    @property
    def authority(self) -> str:
        """Host and port, an IPv6 address in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    @property
    def short(self) -> str:
        """What a list shows: no scheme when it is http, no port when it is Ollama's own.

        With https it is 443 that goes without saying. It can be read back (`parse_address`).
        """
        is_http = self.scheme == "http"
        is_usual = self.port == (DEFAULT_PORT if is_http else _SCHEME_PORTS[self.scheme])
        port = "" if is_usual and not (is_http and self.is_loopback) else f":{self.port}"
        needs_brackets = ":" in self.host and bool(port or self.path or not is_http)
        host = f"[{self.host}]" if needs_brackets else self.host
        return f"{'' if is_http else f'{self.scheme}://'}{host}{port}{self.path}"

    @property
    def is_loopback(self) -> bool:
        """Whether this is the computer the program runs on."""
        if self.host == "localhost" or self.host.endswith(".localhost"):
            return True
        try:
            return ipaddress.ip_address(self.host.partition("%")[0]).is_loopback
        except ValueError:
            return False


def parse_address(text: str) -> HostAddress:
    """Read an address in any form that Ollama takes in OLLAMA_HOST, and a few that people type.

    `tower`, `tower:8080`, `:8080`, `8080`, `http://tower`, `https://x/ollama/`,
    `::1`, `[::1]:11434`, `fe80::1%eth0`. As in Ollama (envconfig/config.go),
    the port is 11434 unless a scheme is written, which brings its own (80 or
    443), and 0.0.0.0 and :: mean this computer (its ConnectableHost).

    Raises:
        BadAddress: it is none of these.
    """
    text = text.strip().strip("\"'").strip()
    if not text:
        raise BadAddress(AddressProblem.EMPTY)
    if any(not c.isprintable() or c.isspace() for c in text):
        raise BadAddress(AddressProblem.INVISIBLE)
    scheme, port, rest = _split_scheme(text)
    for mark, problem in (("#", AddressProblem.FRAGMENT), ("?", AddressProblem.QUERY)):
        if mark in rest:
            raise BadAddress(problem, rest[rest.index(mark) :])
    authority, slash, path = rest.partition("/")
    if "@" in authority:
        raise BadAddress(AddressProblem.CREDENTIALS)
    if not authority or "\\" in rest:
        raise BadAddress(AddressProblem.HOST, rest)
    host, port = _split_port(authority, port)
    return HostAddress(scheme, _host(host), port, _path(slash + path))


def parse_authority(text: str, default_port: int) -> tuple[str, int]:
    """Read a host and perhaps a port, which is all that a proxy's address consists of.

    Raises:
        BadAddress: it is none, or names no host.
    """
    if any(not c.isprintable() or c.isspace() for c in text):
        raise BadAddress(AddressProblem.INVISIBLE)
    host, port = _split_port(text, default_port)
    if not host or "\\" in host:
        raise BadAddress(AddressProblem.HOST, text)
    return _host(host), port


def _path(text: str) -> str:
    path = text.rstrip("/")
    steps = unquote(path).split("/")
    if not _PATH.fullmatch(path) or "." in steps or ".." in steps:
        raise BadAddress(AddressProblem.HOST, path)
    return path


def _split_scheme(text: str) -> tuple[str, int, str]:
    scheme, separator, rest = text.partition("://")
    if not separator:
        return "http", DEFAULT_PORT, text
    scheme = scheme.lower()
    if scheme not in _SCHEME_PORTS:
        raise BadAddress(AddressProblem.SCHEME, scheme)
    return scheme, _SCHEME_PORTS[scheme], rest


def _split_port(authority: str, default: int) -> tuple[str, int]:
    if authority.startswith("["):
        host, bracket, tail = authority[1:].partition("]")
        if not bracket or (tail and not tail.startswith(":")):
            raise BadAddress(AddressProblem.HOST, authority)
        return host, _port(tail[1:]) if tail else default
    if authority.count(":") > 1:
        return authority, default
    if authority.isascii() and authority.isdigit():
        return "", _port(authority)
    host, colon, port = authority.partition(":")
    return host, _port(port) if colon else default


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or not 0 < int(text[:6]) < 65536 or len(text) > 5:
        raise BadAddress(AddressProblem.PORT, text)
    return int(text)


def _host(text: str) -> str:
    text, percent, zone = text.partition("%")
    text = text.lower() + percent + zone  # A zone is the name of an interface, as it is written.
    if not text:
        return "127.0.0.1"
    if text in _ANY_ADDRESS:
        return _ANY_ADDRESS[text]
    if ":" in text:
        return _ipv6(text)
    if re.fullmatch(r"[\d.]+", text, re.ASCII):
        return _ipv4(text)
    try:
        name = text if text.isascii() else text.encode("idna").decode("ascii")
    except UnicodeError:
        raise BadAddress(AddressProblem.HOST, text) from None
    labels = name.removesuffix(".").split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise BadAddress(AddressProblem.HOST, text)
    return name


def _ipv6(text: str) -> str:
    address, percent, zone = text.partition("%")
    try:
        compressed = ipaddress.IPv6Address(address).compressed
    except ValueError:
        raise BadAddress(AddressProblem.HOST, text) from None
    if percent and not re.fullmatch(r"[\w.-]{1,32}", zone, re.ASCII):
        raise BadAddress(AddressProblem.HOST, text)
    return _ANY_ADDRESS.get(compressed, compressed) + percent + zone


def _ipv4(text: str) -> str:
    try:
        return str(ipaddress.IPv4Address(text))
    except ValueError:
        raise BadAddress(AddressProblem.HOST, text) from None
