"""The networks that this computer is in."""

import socket
from collections.abc import Iterator, Mapping, Sequence
from ipaddress import AddressValueError, IPv4Address, IPv4Interface, IPv4Network, NetmaskValueError
from typing import Protocol

import psutil

LARGEST = 22
"""Prefix length: of a larger network only the part around this computer's address is taken."""
_SMALLEST = 30
"""Prefix length: a smaller network is a line from point to point."""
_PRIVATE = tuple(IPv4Network(text) for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))
_VIRTUAL = (
    "br-",
    "bridge100",
    "cali",
    "cni",
    "docker",
    "flannel",
    "lxc",
    "lxd",
    "podman",
    "veth",
    "virbr",
    "vboxnet",
    "virtualbox",
    "vethernet",
    "vmnet",
    "vmware",
)
"""How names of interfaces begin that lead to containers and virtual machines of this computer."""


class InterfaceAddress(Protocol):
    """One address of an interface, as psutil has it."""

    @property
    def family(self) -> int: ...
    @property
    def address(self) -> str: ...
    @property
    def netmask(self) -> str | None: ...


def private_networks() -> tuple[IPv4Network, ...]:
    """Return the private networks of this computer's interfaces, each of 1,024 addresses at most.

    It blocks for a few milliseconds. Nothing is sent.
    """
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    return networks_of(psutil.net_if_addrs(), up)


def networks_of(
    interfaces: Mapping[str, Sequence[InterfaceAddress]], up: set[str]
) -> tuple[IPv4Network, ...]:
    """Return the private networks of the interfaces that are up and lead out of this computer."""
    found = {
        network
        for name, addresses in interfaces.items()
        if name in up and not name.lower().startswith(_VIRTUAL)
        for network in _networks(addresses)
    }
    return tuple(sorted(found))


def _networks(addresses: Sequence[InterfaceAddress]) -> Iterator[IPv4Network]:
    for each in addresses:
        if each.family != socket.AF_INET or not each.netmask:
            continue
        try:
            network = IPv4Interface(f"{each.address}/{each.netmask}").network
        except (AddressValueError, NetmaskValueError):
            continue
        if network.prefixlen < LARGEST:
            network = IPv4Network((IPv4Address(each.address), LARGEST), strict=False)
        if network.prefixlen <= _SMALLEST and any(network.subnet_of(all_) for all_ in _PRIVATE):
            yield network
