import pytest

from desktop.domain.address import parse_address
from desktop.domain.reach import is_public

NEAR = [
    "127.0.0.1",
    "127.255.255.254",
    "localhost",
    "box.localhost",
    "::1",
    "[::1]:80",
    "0.0.0.0",
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "192.168.255.255",
    "169.254.10.1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456:789a::1",
    "fdff::1",
    "100.64.0.1",
    "192.0.2.1",
    "198.51.100.7",
    "203.0.113.9",
    "198.18.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "2001:db8::1",
    "tower",
    "TOWER",
    "box.local",
    "box.lan",
    "box.home.arpa",
    "box.internal",
    "tower.",
    "nas.fritz.local",
    "::ffff:192.168.1.5",
    "::ffff:127.0.0.1",
]
PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.1",
    "172.15.255.255",
    "172.32.0.1",
    "192.167.255.255",
    "192.169.0.1",
    "128.0.0.1",
    "223.255.255.1",
    "2606:4700:4700::1111",
    "2a00:1450:4001:81b::200e",
    "::ffff:8.8.8.8",
    "ollama.example.com",
    "example.org",
    "https://models.example.org/ollama",
    "local.example.org",
    "notlocalhost.example",
]


@pytest.mark.parametrize("text", NEAR)
def test_what_only_a_network_of_its_own_reaches_is_not_public(text: str):
    assert not is_public(parse_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_what_everybody_can_reach_is_public(text: str):
    assert is_public(parse_address(text))


def test_many_addresses_are_looked_at():
    assert len(NEAR) + len(PUBLIC) >= 40
