"""Which networks of this computer are looked into."""

import socket
from dataclasses import dataclass
from ipaddress import IPv4Network

from desktop.hosts.discovery import addresses_of
from desktop.system.interfaces import networks_of, private_networks


@dataclass(frozen=True, slots=True)
class At:
    address: str
    netmask: str | None = "255.255.255.0"
    family: int = socket.AF_INET


def networks(**interfaces: At) -> list[str]:
    given = {name.replace("_", "-"): [at] for name, at in interfaces.items()}
    return [str(network) for network in networks_of(given, set(given) - {"down"})]


def test_private_networks_are_taken_once_and_in_order():
    assert networks(
        wlan0=At("192.168.1.7"), eth1=At("192.168.1.9"), eth0=At("10.1.2.3"), wan=At("172.20.0.1")
    ) == ["10.1.2.0/24", "172.20.0.0/24", "192.168.1.0/24"]


def test_of_a_large_network_the_part_around_this_computer_is_taken():
    assert networks(eth0=At("10.20.30.40", "255.0.0.0")) == ["10.20.28.0/22"]
    assert networks(eth0=At("10.20.30.40", "255.255.252.0")) == ["10.20.28.0/22"]


def test_what_leads_to_nobody_else_is_left_out():
    assert not networks(
        lo=At("127.0.0.1", "255.0.0.0"),
        down=At("192.168.1.7"),
        docker0=At("172.17.0.1", "255.255.0.0"),
        br_12ab=At("172.18.0.1"),
        virbr0=At("192.168.122.1"),
        vboxnet0=At("192.168.56.1"),
        veth12=At("10.0.3.1"),
        tun0=At("10.8.0.6", "255.255.255.255"),
        ppp0=At("10.8.0.6", "255.255.255.254"),
    )


def test_what_is_public_or_unclear_is_left_out():
    assert not networks(
        eth0=At("8.8.8.8"),
        eth1=At("100.101.102.103", "255.192.0.0"),
        eth2=At("169.254.3.4", "255.255.0.0"),
        eth3=At("fe80::1", "ffff::", socket.AF_INET6),
        eth4=At("192.168.1.7", None),
        eth5=At("192.168.1.7", "nonsense"),
        eth6=At("nonsense"),
    )


def test_the_networks_of_this_computer_can_all_be_searched():
    for network in private_networks():
        assert isinstance(network, IPv4Network)
        assert 0 < len(addresses_of([network])) <= 1022
