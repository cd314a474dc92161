from ipaddress import IPv4Network
from itertools import product

import pytest

from desktop.diagnostics.causes import CAUSES, NOTICED
from desktop.diagnostics.explain import Remedy
from desktop.diagnostics.fixes import FIXES, Fix, Place, System, commands, is_risky
from desktop.domain.proxy import ProxyAddress


@pytest.mark.parametrize(("fix", "system"), list(product(Fix, System)))
def test_every_fix_has_lines_to_copy_for_every_system(fix: Fix, system: System):
    text = commands(fix, system)
    assert text.strip()
    for name in ("port", "network", "proxy", "name", "value", "file"):
        assert f"{{{name}}}" not in text


def test_what_is_known_stands_in_the_lines():
    place = Place(8080, IPv4Network("10.1.2.0/24"), ProxyAddress("http", "10.1.2.3", 3128))
    assert 'Environment="OLLAMA_HOST=0.0.0.0:8080"' in commands(
        Fix.LISTEN_ON_NETWORK, System.LINUX, place
    )
    assert "http://10.1.2.3:3128" in commands(Fix.PROXY_FOR_DOWNLOADS, System.MACOS, place)
    assert "-RemoteAddress 10.1.2.0/24" in commands(Fix.OPEN_FIREWALL, System.WINDOWS, place)
    assert commands(Fix.SEND_OWN_HOST, System.LINUX, place) == (
        "proxy_set_header Host localhost:8080;"
    )


def test_a_drop_in_of_one_variable_leaves_those_of_others_alone():
    files = {
        line.rpartition("/")[2]
        for fix in (Fix.LISTEN_ON_NETWORK, Fix.ALLOW_ORIGINS, Fix.PROXY_FOR_DOWNLOADS)
        for line in commands(fix, System.LINUX).splitlines()
        if line.startswith("printf")
    }
    assert files == {"ollama-host.conf", "ollama-origins.conf", "https-proxy.conf"}


def test_what_opens_a_server_to_a_network_is_said_to_be_risky():
    assert [fix for fix in Fix if is_risky(fix)] == [Fix.LISTEN_ON_NETWORK, Fix.OPEN_FIREWALL]


def test_whoever_offers_a_fix_has_one():
    offering = {cause.code for cause in CAUSES if Remedy.COPY_FIX in cause.remedies}
    offering |= {code for code, remedies in NOTICED.items() if Remedy.COPY_FIX in remedies}
    assert offering <= FIXES.keys()
