"""Short looks at an address that say more than the error did; none carries a credential."""

import contextlib
import html
import re
import socket
from dataclasses import dataclass, replace

from desktop.domain.address import HostAddress
from desktop.net.fetch import Fetched, FetchFailed, fetch
from desktop.system.local_server import LocalServer, PortState

_GREETING = b"Ollama is running"
_TITLE = re.compile(rb"<title[^>]*>(.{1,200}?)</title>", re.IGNORECASE | re.DOTALL)
_BANNER = re.compile(r"it answered b(['\"])(.*?)(?:\\r|\\n|\1$)")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Front:
    """What answers at the root of an address: its status, its names for itself."""

    status: int
    is_ollama: bool
    server: str = ""
    title: str = ""

    @property
    def program(self) -> str:
        """What it calls itself, or what its page is called."""
        return self.server or self.title


async def look_at_front(address: HostAddress) -> Front | None:
    """Return what answers to `GET /` below an address's path; None where nothing does."""
    try:
        fetched = await fetch(address, "/")
    except FetchFailed:
        return None
    return _front(fetched)


def _front(fetched: Fetched) -> Front:
    server = fetched.headers.get("server", "")[:_LONGEST]
    return Front(fetched.status, fetched.body.strip() == _GREETING, server, title_of(fetched.body))


async def find_base_path(address: HostAddress) -> HostAddress | None:
    """Return the address one level up or at the root, if Ollama says there that it is running."""
    steps = address.path.split("/")
    paths = dict.fromkeys(("/".join(steps[:-1]), ""))
    for path in paths if address.path else ():
        higher = replace(address, path=path)
        front = await look_at_front(higher)
        if front is not None and front.is_ollama:
            return higher
    return None


def title_of(page: bytes) -> str:
    """Return what a page of HTML is called, or ""."""
    match = _TITLE.search(page)
    if match is None:
        return ""
    return " ".join(html.unescape(match[1].decode(errors="replace")).split())[:_LONGEST]


def banner_of(text: str) -> str:
    """Return what a program that does not speak HTTP said first, such as SSH-2.0-OpenSSH_9.2."""
    match = _BANNER.search(text)
    return "" if match is None or match[2].startswith("\\x") else match[2][:_LONGEST]


def is_this_computer(numbers: tuple[str, ...]) -> bool:
    """Whether one of these addresses is this computer's own: only such can be bound."""
    for number in numbers:
        family = socket.AF_INET6 if ":" in number else socket.AF_INET
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((number, 0))
            return True
    return False


def listens_to_itself(server: LocalServer) -> bool:
    """Whether somebody holds the port, and no other computer can reach it there."""
    port = server.port
    return port.state is PortState.HELD and not port.is_open_to_others
