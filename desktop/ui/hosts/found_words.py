"""What a search of the network says, in words."""

from collections.abc import Sequence
from ipaddress import IPv4Network

from PySide6.QtCore import QCoreApplication

from desktop.domain.text import visible
from desktop.hosts.discovery import Found, Search
from desktop.ui import units


def found_words(found: Found) -> str:
    """Return the version and how many models a host that was found has."""
    version = visible(found.version)
    if found.models is None:
        return version
    if found.models == 1:
        text = QCoreApplication.translate("Hosts", "{version}, 1 model")
    else:
        text = QCoreApplication.translate("Hosts", "{version}, {number} models")
    return text.format(version=version, number=units.number(found.models))


def address_count(networks: Sequence[IPv4Network]) -> int:
    """Return how many addresses are asked in these networks."""
    return sum(network.num_addresses - _edges(network) for network in networks)


def _edges(network: IPv4Network) -> int:
    """A network's own address and its broadcast are nobody's, but in the smallest ones."""
    return 2 if network.prefixlen < 31 else 0


def search_words(snapshot: Search) -> str:
    """Return how far a search is, or how many addresses it asked."""
    if snapshot.is_running:
        text = QCoreApplication.translate("Hosts", "asked {asked} of {total} addresses")
        return text.format(asked=units.number(snapshot.asked), total=units.number(snapshot.total))
    text = QCoreApplication.translate("Hosts", "{asked} addresses were asked")
    return text.format(asked=units.number(snapshot.asked)) if snapshot.asked else ""
