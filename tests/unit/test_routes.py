"""Which way leads to a host, and how a proxy is written."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.address import parse_address
from desktop.domain.bypass import matches
from desktop.domain.proxy import (
    Login,
    ProxyAddress,
    ProxyMode,
    ProxySetting,
    Route,
    RouteReason,
    SystemAnswer,
)
from desktop.domain.routes import BadProxy, ProxyProblem, needs_system, parse_proxy, route_for

CORP = ProxyAddress("http", "proxy.corp", 3128)
OWN = ProxyAddress("socks5", "own", 1080)
SAYS_PROXY = SystemAnswer(CORP, "http_proxy")


@pytest.mark.parametrize(
    ("text", "proxy", "login"),
    [
        ("proxy:3128", ("http", "proxy", 3128), Login()),
        ("proxy", ("http", "proxy", 80), Login()),
        (" http://Proxy.Corp:8080/ ", ("http", "proxy.corp", 8080), Login()),
        ("https://proxy", ("https", "proxy", 443), Login()),
        ("socks5://10.0.0.1", ("socks5", "10.0.0.1", 1080), Login()),
        ("socks5h://[::1]:1081", ("socks5", "::1", 1081), Login()),
        ("http://fd00::1", ("http", "fd00::1", 80), Login()),
        ("ann:pa%40ss@proxy:1", ("http", "proxy", 1), Login("ann", "pa@ss")),
        ("http://ann:p/w:x@proxy:1/a", ("http", "proxy", 1), Login("ann", "p/w:x")),
        ("http://ann@proxy:1", ("http", "proxy", 1), Login("ann")),
    ],
)
def test_a_proxy_is_read_as_it_is_written(text: str, proxy: tuple[str, str, int], login: Login):
    assert parse_proxy(text) == (ProxyAddress(*proxy), login)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ProxyProblem.EMPTY),
        ("  ", ProxyProblem.EMPTY),
        ("http://", ProxyProblem.HOST),
        (":3128", ProxyProblem.HOST),
        ("3128", ProxyProblem.HOST),
        ("http://a b:1", ProxyProblem.INVISIBLE),
        ("http://proxy:99999", ProxyProblem.PORT),
        ("http://ann:secret@proxy:x", ProxyProblem.PORT),
        ("http://[::1:3128", ProxyProblem.HOST),
        ("ftp://proxy", ProxyProblem.SCHEME),
        ("ann:secret@x://proxy", ProxyProblem.SCHEME),
        ("socks4://proxy:1080", ProxyProblem.SOCKS4),
        ("socks4a://proxy:1080", ProxyProblem.SOCKS4),
        ("socks://proxy:1080", ProxyProblem.SOCKS_VERSION),
    ],
)
def test_what_is_no_proxy_is_refused_with_the_reason(text: str, problem: ProxyProblem):
    with pytest.raises(BadProxy) as caught:
        parse_proxy(text)
    assert caught.value.problem is problem
    assert "secret" not in repr(caught.value) + caught.value.part


@given(st.text(max_size=40))
def test_any_text_is_a_proxy_or_is_refused(text: str):
    with contextlib.suppress(BadProxy):
        proxy, _ = parse_proxy(text)
        assert parse_proxy(proxy.url) == (proxy, Login())


NEAR = [
    ("localhost", RouteReason.LOOPBACK),
    ("a.localhost", RouteReason.LOOPBACK),
    ("127.0.0.1", RouteReason.LOOPBACK),
    ("127.8.8.8", RouteReason.LOOPBACK),
    ("[::1]", RouteReason.LOOPBACK),
    ("[::ffff:127.0.0.1]", RouteReason.LOOPBACK),
    ("10.1.2.3", RouteReason.PRIVATE),
    ("172.31.0.1", RouteReason.PRIVATE),
    ("192.168.1.5", RouteReason.PRIVATE),
    ("[fd12::1]", RouteReason.PRIVATE),
    ("[::ffff:192.168.1.5]", RouteReason.PRIVATE),
    ("169.254.1.1", RouteReason.LINK_LOCAL),
    ("[fe80::1%eth0]", RouteReason.LINK_LOCAL),
    ("tower", RouteReason.SINGLE_LABEL),
    ("tower.local", RouteReason.LOCAL_NAME),
    ("tower.lan.", RouteReason.LOCAL_NAME),
    ("tower.home.arpa", RouteReason.LOCAL_NAME),
    ("tower.internal", RouteReason.LOCAL_NAME),
]
FAR = ["ollama.example", "172.32.0.1", "8.8.8.8", "100.64.0.1", "[2001:db8::1]", "arpa.example"]


@pytest.mark.parametrize(("host", "reason"), NEAR)
def test_a_near_host_is_reached_directly_whatever_the_system_says(host: str, reason: RouteReason):
    address = parse_address(f"http://{host}:11434")
    assert not needs_system(address, ProxySetting())
    assert route_for(address, ProxySetting(), SAYS_PROXY) == Route(None, reason)


@pytest.mark.parametrize("host", FAR)
def test_a_far_host_is_reached_as_the_system_says(host: str):
    address = parse_address(f"http://{host}:11434")
    assert needs_system(address, ProxySetting())
    through = Route(CORP, RouteReason.SYSTEM_PROXY, "http_proxy")
    assert route_for(address, ProxySetting(), SAYS_PROXY) == through


@pytest.mark.parametrize(
    ("answer", "route"),
    [
        (SystemAnswer(), Route(None, RouteReason.SYSTEM_DIRECT)),
        (SystemAnswer(source="no_proxy"), Route(None, RouteReason.SYSTEM_DIRECT, "no_proxy")),
        (SystemAnswer(CORP), Route(CORP, RouteReason.SYSTEM_PROXY)),
        (
            SystemAnswer(source="all_proxy", unusable="socks4://a:1"),
            Route(None, RouteReason.SYSTEM_UNUSABLE, "socks4://a:1"),
        ),
    ],
)
def test_the_systems_answer_is_followed_where_it_is_chosen(answer: SystemAnswer, route: Route):
    setting = ProxySetting(ProxyMode.SYSTEM)
    assert needs_system(parse_address("127.0.0.1"), setting)
    assert route_for(parse_address("127.0.0.1"), setting, answer) == route


def test_direct_means_direct():
    setting = ProxySetting(ProxyMode.DIRECT, OWN)
    address = parse_address("ollama.example")
    assert not needs_system(address, setting)
    assert route_for(address, setting, SAYS_PROXY) == Route(None, RouteReason.CHOSEN_DIRECT)


def test_a_manual_proxy_is_used_but_for_its_exceptions():
    setting = ProxySetting(ProxyMode.MANUAL, OWN, ("other", "10.0.0.0/8"))
    assert not needs_system(parse_address("tower"), setting)
    through = Route(OWN, RouteReason.MANUAL_PROXY)
    assert route_for(parse_address("tower"), setting, SAYS_PROXY) == through
    past = Route(None, RouteReason.EXCLUDED, "10.0.0.0/8")
    assert route_for(parse_address("10.1.2.3"), setting, SAYS_PROXY) == past


def test_a_manual_proxy_that_was_not_entered_means_direct():
    route = route_for(parse_address("tower"), ProxySetting(ProxyMode.MANUAL), SAYS_PROXY)
    assert route == Route(None, RouteReason.MANUAL_MISSING)


@pytest.mark.parametrize(
    ("entry", "host", "is_match"),
    [
        ("*", "ollama.example", True),
        ("*", "10.0.0.1", True),
        ("", "tower", False),
        (".", "tower", False),
        ("corp.example", "corp.example", True),
        ("CORP.example", "a.Corp.Example.", True),
        (".corp.example", "corp.example", True),
        (".corp.example", "a.b.corp.example", True),
        ("corp.example", "notcorp.example", False),
        ("*.corp.example", "a.corp.example", True),
        ("*.corp.example", "corp.example", False),
        ("<local>", "tower", True),
        ("<local>", "tower.lan", False),
        ("<local>", "10.0.0.1", False),
        ("10.0.0.1", "10.0.0.1", True),
        ("0.1", "10.0.0.1", False),
        ("127.*", "127.0.0.1", True),
        ("127.*", "128.0.0.1", False),
        ("10.0.0.0/8", "10.9.9.9", True),
        ("10.0.0.5/8", "10.9.9.9", True),
        ("10.0.0.0/8", "11.0.0.1", False),
        ("10.0.0.0/8", "tower", False),
        ("10.0.0.0/99", "10.0.0.1", False),
        ("fd00::/8", "fd12::1", True),
        ("[fd00::]/8", "fd12::1", True),
        ("::1", "::1", True),
        ("0:0::1", "::1", True),
        ("[::1]", "::1", True),
        ("[::1]:8080", "::1", True),
        ("[::1]:8081", "::1", False),
        ("fe80::1", "fe80::1%eth0", True),
        ("192.168.1.5", "::ffff:192.168.1.5", True),
        ("tower:8080", "tower", True),
        ("tower:8081", "tower", False),
        ("*:8080", "tower", True),
        ("[::1", "::1", False),
        ("tower:x", "tower", False),
        ("a/b", "tower", False),
    ],
)
def test_an_entry_means_the_hosts_that_it_looks_like(entry: str, host: str, is_match: bool):
    assert matches(entry, host, 8080) is is_match


@given(
    st.text(alphabet="ab1.:[]/*<>%- ", max_size=12), st.sampled_from(["tower", "::1", "1.2.3.4"])
)
def test_no_entry_spoils_the_list(entry: str, host: str):
    assert matches(entry, host, 80) in {True, False}
