"""From the name of a host to the addresses that a socket can be connected to."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop.runtime.threads import abandonable


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a socket connects to. `zone` is the interface's number, of a link-local IPv6 address."""

    address: str
    port: int
    zone: int = 0

    @property
    def family(self) -> socket.AddressFamily:
        return socket.AF_INET6 if ":" in self.address else socket.AF_INET

    @property
    def target(self) -> tuple[str, int] | tuple[str, int, int, int]:
        """The address as `socket.connect` takes it."""
        if self.family is socket.AF_INET6:
            return self.address, self.port, 0, self.zone
        return self.address, self.port


Resolver: TypeAlias = Callable[[str, int], Sequence[Endpoint]]
"""Looks a name up, blocking; raises OSError. Handed in, so that a test can make it hang."""


def ask_system(host: str, port: int) -> tuple[Endpoint, ...]:
    """Look a name up as the system does. It blocks, and nothing can interrupt it.

    Raises:
        socket.gaierror: there is no such name, or nobody to ask.
    """
    endpoints: list[Endpoint] = []
    for family, _, _, _, target in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if family is socket.AF_INET6 and len(target) == 4:
            endpoints.append(Endpoint(str(target[0]).partition("%")[0], port, target[3]))
        elif family is socket.AF_INET:
            endpoints.append(Endpoint(str(target[0]), port))
    return tuple(endpoints)


async def endpoints_of(host: str, port: int, resolver: Resolver) -> Sequence[Endpoint]:
    """Return where a host can be reached, the first to be tried first.

    Addresses and this computer's own name need no look-up. Everything else is
    asked in a daemon thread that is given up when the caller is cancelled: the
    loop's own look-up uses its default executor, which the program's end would
    wait for.

    Raises:
        socket.gaierror: there is no such name.
    """
    if host == "localhost" or host.endswith(".localhost"):
        return Endpoint("127.0.0.1", port), Endpoint("::1", port)
    address, _, zone = host.partition("%")
    try:
        ipaddress.ip_address(address)
    except ValueError:
        found = await abandonable(resolver, host, port)
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "the name has no address") from None
        return found
    return (Endpoint(address, port, socket.if_nametoindex(zone) if zone else 0),)
