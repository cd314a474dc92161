"""Two hosts of one address, seen from one place, are one host."""

from collections.abc import Iterable

from desktop.domain.address import HostAddress
from desktop.domain.connection import Tunnel
from desktop.domain.host import Host, HostId


class HostExists(ValueError):
    """Another host of the list has this address already."""

    def __init__(self, host: Host) -> None:
        super().__init__(host.address.url)
        self.host = host


def refuse_twice(
    hosts: Iterable[Host], address: HostAddress, tunnel: Tunnel, but: HostId | None = None
) -> None:
    """Raise HostExists for an address that another host has, from the same end of a tunnel."""
    for host in hosts:
        if (host.address, host.connection.tunnel) == (address, tunnel) and host.id != but:
            raise HostExists(host)
