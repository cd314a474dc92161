"""Whom a server on loopback answers: only known Hosts and Origins (fact 12)."""

import ipaddress
import socket
from collections.abc import Mapping

from desktop.demo.reply import Reply

_SUFFIXES = (".localhost", ".local", ".internal")
_LOCAL = ("localhost", "127.0.0.1", "0.0.0.0", "[::1]")
_SCHEMES = ("app://", "file://", "tauri://", "vscode-webview://", "vscode-file://")
_METHODS = "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS"
_HEADERS = "Authorization,Content-Type,User-Agent,Accept,X-Requested-With"


def refuse(headers: Mapping[str, str]) -> Reply | None:
    """Return the empty 403 for a foreign Host or Origin, None for one that may ask."""
    origin = headers.get("origin", "")
    host = headers.get("host", "")
    if origin and not _is_own_origin(origin, host):
        return Reply(403)
    return None if _is_own_host(host) else Reply(403)


def cross_origin(headers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return what an allowed Origin adds to an answer."""
    origin = headers.get("origin", "")
    if not origin or _is_same(origin, headers.get("host", "")):
        return ()
    return (("Access-Control-Allow-Origin", origin), ("Vary", "Origin"))


def preflight(allow: str) -> Reply:
    """Answer a browser that asks whether it may ask."""
    allowed = (
        ("Access-Control-Allow-Headers", _HEADERS),
        ("Access-Control-Allow-Methods", _METHODS),
        ("Access-Control-Max-Age", "43200"),
        ("Allow", allow),
    )
    return Reply(204, headers=allowed)


def _is_own_origin(origin: str, host: str) -> bool:
    if origin.startswith(_SCHEMES) or _is_same(origin, host):
        return True
    scheme, separator, rest = origin.partition("://")
    return bool(separator) and scheme in {"http", "https"} and _without_port(rest) in _LOCAL


def _is_same(origin: str, host: str) -> bool:
    return origin in {f"http://{host}", f"https://{host}"}


def _without_port(host: str) -> str:
    head, colon, port = host.rpartition(":")
    return head if colon and port.isdigit() else host


def _is_own_host(host: str) -> bool:
    name = _without_port(host).strip("[]").lower()
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        own = {"", "localhost", socket.gethostname().lower()}
        return name in own or name.endswith(_SUFFIXES)
    # 0.0.0.0/8 and the documentation networks count as private in Python, but not in Go.
    return address.is_loopback or address.is_unspecified or _is_private(address)


_PRIVATE = tuple(
    ipaddress.ip_network(text)
    for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
)


def _is_private(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return any(address.version == net.version and address in net for net in _PRIVATE)
