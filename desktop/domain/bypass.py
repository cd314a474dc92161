"""Lists of hosts that go past a proxy: NO_PROXY, a person's own, and Windows' kind."""

import ipaddress
import re
from typing import TypeAlias

_Ip: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_WITH_PORT = re.compile(r"(?P<host>\[[^\]]*\]|[^:\[\]]*)(?::(?P<port>\d{1,5}))?")
"""A name or an IPv4 address, or an IPv6 address in brackets, and perhaps a port."""


def matches(entry: str, host: str, port: int) -> bool:
    """Whether an entry of such a list means this host.

    `corp.example` and `.corp.example` mean that name and every one below it,
    `*.corp.example` only those below, `*` every host, `<local>` every name
    without a dot, `10.0.0.0/8` and `fd00::/8` a network, `127.*` what it looks
    like. A port narrows any of them but networks and `<local>`: `tower:8080`,
    `[::1]:8080`. What is none of these means nothing: one bad entry must not
    spoil the list (httpx raises for `[::1`).
    """
    entry, host = entry.strip().lower(), host.lower().removesuffix(".").partition("%")[0]
    ip = _ip(host)
    if entry == "<local>":
        return ip is None and "." not in host
    if "/" in entry:
        return ip is not None and _is_in(ip, entry)
    if ":" in entry and (other := _ip(entry.partition("%")[0])) is not None:
        return other == ip  # An IPv6 address without brackets, whose last colon begins no port.
    found = _WITH_PORT.fullmatch(entry)
    if found is None or (found["port"] and int(found["port"]) != port):
        return False
    return _means(found["host"].strip("[]").removesuffix("."), host, ip)


def _means(wanted: str, host: str, ip: _Ip | None) -> bool:
    if "*" in wanted:
        pattern = ".*".join(re.escape(part) for part in wanted.split("*"))
        return re.fullmatch(pattern, host) is not None
    if ip is not None:
        return _ip(wanted) == ip
    name = wanted.removeprefix(".")
    return bool(name) and (host == name or host.endswith(f".{name}"))


def _is_in(ip: _Ip, network: str) -> bool:
    address, _, length = network.partition("/")
    try:
        return ip in ipaddress.ip_network(f"{address.strip('[]')}/{length}", strict=False)
    except ValueError:
        return False


def _ip(text: str) -> _Ip | None:
    """Read an address; an IPv4 address in IPv6's clothes is that IPv4 address."""
    try:
        ip = ipaddress.ip_address(text)
    except ValueError:
        return None
    mapped = ip.ipv4_mapped if isinstance(ip, ipaddress.IPv6Address) else None
    return mapped or ip
