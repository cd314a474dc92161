"""Who can reach an address: this network alone, or anyone."""

import ipaddress

from desktop.domain.address import HostAddress

_LOCAL_NAMES = (".local", ".lan", ".home.arpa", ".internal", ".localhost")


def is_public(address: HostAddress) -> bool:
    """Whether it is, by its number or its name, an address of the whole internet.

    A name is not looked up: one with dots counts as public unless its ending is
    of local networks.
    """
    try:
        return ipaddress.ip_address(address.host.partition("%")[0]).is_global
    except ValueError:
        name = address.host.rstrip(".")
        return "." in name and not name.endswith(_LOCAL_NAMES)
