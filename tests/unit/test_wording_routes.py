import pytest

from desktop.domain.address import parse_address
from desktop.domain.connection import Tunnel
from desktop.domain.proxy import ProxyAddress, Route, RouteReason
from desktop.ui.wording_routes import route_sentence, route_words

PROXY = ProxyAddress("http", "proxy.corp", 3128)


@pytest.mark.parametrize(
    ("address", "route", "words"),
    [
        ("127.0.0.1", Route(None, RouteReason.LOOPBACK), "direct, this computer"),
        ("nas.local", Route(None, RouteReason.LOCAL_NAME), "direct, .local"),
        ("nas.home.arpa", Route(None, RouteReason.LOCAL_NAME), "direct, .home.arpa"),
        ("nas", Route(None, RouteReason.SINGLE_LABEL), "direct, single-label name"),
        (
            "o.example",
            Route(PROXY, RouteReason.SYSTEM_PROXY, "http_proxy"),
            "through proxy.corp:3128",
        ),
        ("o.example", Route(None, RouteReason.SYSTEM_DIRECT, "no_proxy"), "direct, no_proxy"),
    ],
)
def test_a_list_says_the_way_in_a_few_words(address: str, route: Route, words: str) -> None:
    assert route_words(route, parse_address(address)) == words


def test_a_tunnel_is_the_way_whatever_the_route() -> None:
    route = Route(None, RouteReason.PRIVATE)
    said = route_words(route, parse_address("10.0.8.14"), Tunnel("me@gate.lab"))
    assert said == "ssh tunnel through gate.lab"


@pytest.mark.parametrize(
    ("address", "route", "sentence"),
    [
        (
            "192.168.1.5",
            Route(None, RouteReason.PRIVATE),
            "Goes direct, because 192.168.1.5 is on your network.",
        ),
        (
            "o.example",
            Route(PROXY, RouteReason.SYSTEM_PROXY, "http_proxy"),
            "Goes through proxy.corp:3128, because http_proxy says so.",
        ),
        (
            "o.example",
            Route(PROXY, RouteReason.SYSTEM_PROXY),
            "Goes through proxy.corp:3128, as the system says.",
        ),
    ],
)
def test_the_dialog_says_why_in_a_sentence(address: str, route: Route, sentence: str) -> None:
    assert route_sentence(route, parse_address(address)) == sentence


@pytest.mark.parametrize("reason", RouteReason)
def test_every_reason_has_words_and_hostile_facts_are_made_visible(reason: RouteReason) -> None:
    route = Route(PROXY, reason, "a\u202eb")
    address = parse_address("tower")
    for said in (route_words(route, address), route_sentence(route, address)):
        assert said
        assert "\u202e" not in said
        assert "{" not in said
