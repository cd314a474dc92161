"""What is said to a proxy before a connection through it can be used.

Written here because httpcore's own are not enough: its SOCKS waits for a
silent proxy without an end and leaves the socket of a refusal open, and its
CONNECT writes IPv6 addresses without brackets.
"""

import base64
import ipaddress
from collections.abc import Mapping

import httpcore

from desktop.domain.proxy import Login
from desktop.net.connection import Connection

_HEAD = 16 * 1024
"""Bytes of an answer's head that are read."""
_REPLIES = {
    1: "general failure",
    2: "not allowed by its rules",
    3: "network unreachable",
    4: "host unreachable",
    5: "connection refused",
    6: "time to live expired",
    7: "command not supported",
    8: "address type not supported",
}
"""RFC 1928, section 6."""
_NO_LOGIN, _WITH_LOGIN = 0, 2


class ProxyRefused(httpcore.ProxyError):
    """The proxy could not be reached, or did not do what it was asked for.

    `proxy` is its address, filled in by who knows it; `wants_login` that it
    wants a login, or another one.
    """

    def __init__(self, message: str, *, proxy: str = "", wants_login: bool = False) -> None:
        super().__init__(message)
        self.proxy = proxy
        self.wants_login = wants_login


def login_header(login: Login) -> Mapping[str, str]:
    """Return the header that tells an HTTP proxy who asks; none without a login."""
    if not login:
        return {}
    pair = f"{login.user}:{login.password}".encode()
    return {"Proxy-Authorization": f"Basic {base64.b64encode(pair).decode('ascii')}"}


async def connect(link: Connection, host: str, port: int, login: Login) -> None:
    """Ask an HTTP proxy for a tunnel (RFC 9110, 9.3.6).

    Raises:
        ProxyRefused: it did not make one.
    """
    target = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    lines = [f"CONNECT {target} HTTP/1.1", f"Host: {target}", "User-Agent: paddock"]
    lines += [f"{name}: {value}" for name, value in login_header(login).items()]
    await link.write(("\r\n".join(lines) + "\r\n\r\n").encode("ascii"))
    first = (await _head(link)).split(b"\r\n", 1)[0].decode("ascii", "replace")
    version, _, status = first.partition(" ")
    if not version.startswith("HTTP/") or not status[:3].isdecimal():
        raise ProxyRefused(f"it answered {first[:60]!r}")
    if not status.startswith("2"):
        # tinyproxy says 401 of a login that it does not know.
        raise ProxyRefused(status.strip(), wants_login=status.startswith(("407", "401")))


async def _head(link: Connection) -> bytes:
    """Read to the empty line and no further: what follows is the host's."""
    head = bytearray()
    while not head.endswith(b"\r\n\r\n"):
        if len(head) > _HEAD:
            raise ProxyRefused("its answer has no end")
        head += await _exactly(link, 1)
    return bytes(head)


async def greet_socks(link: Connection, host: str, port: int, login: Login) -> None:
    """Ask a SOCKS 5 proxy for a connection; it looks names up itself (RFC 1928, 1929).

    Raises:
        ProxyRefused: it did not make one.
    """
    await link.write(bytes((5, 2, _NO_LOGIN, _WITH_LOGIN)) if login else bytes((5, 1, _NO_LOGIN)))
    version, method = await _exactly(link, 2)
    if version != 5:
        raise ProxyRefused("it does not speak SOCKS 5")
    if method == _WITH_LOGIN and login:
        await _log_in(link, login)
    elif method != _NO_LOGIN:
        raise ProxyRefused("it wants another kind of login", wants_login=True)
    await link.write(bytes((5, 1, 0)) + _destination(host) + port.to_bytes(2, "big"))
    _, reply, _, kind = await _exactly(link, 4)
    if reply != 0:
        raise ProxyRefused(_REPLIES.get(reply, f"reply {reply}"))
    length = {1: 4, 4: 16}.get(kind) or (await _exactly(link, 1))[0]
    await _exactly(link, length + 2)


def _destination(host: str) -> bytes:
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("ascii")
        return bytes((3, len(name))) + name
    return bytes((1 if ip.version == 4 else 4,)) + ip.packed


async def _log_in(link: Connection, login: Login) -> None:
    user, password = login.user.encode()[:255], login.password.encode()[:255]
    await link.write(bytes((1, len(user))) + user + bytes((len(password),)) + password)
    _, status = await _exactly(link, 2)
    if status != 0:
        raise ProxyRefused("it does not know this login", wants_login=True)


async def _exactly(link: Connection, count: int) -> bytes:
    data = b""
    while len(data) < count:
        part = await link.receive(count - len(data))
        if not part:
            raise ProxyRefused("it hung up")
        data += part
    return data
