import json
import shlex
from dataclasses import replace

import pytest

from desktop.domain.address import parse_address
from desktop.domain.connection import Connection, SignIn, SignInKind, Trust, Tunnel
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyAddress, Route, RouteReason
from desktop.ui import curl
from desktop.ui.curl import curl_text

TOWER = Host(HostId("1"), parse_address("192.168.1.20"), "tower")
DIRECT = Route(None, RouteReason.PRIVATE)
PROXIED = Route(ProxyAddress("http", "proxy.corp", 3128), RouteReason.SYSTEM_PROXY, "http_proxy")


def words(call: curl.Call, connection: Connection | None = None, route: Route | None = None):
    """What a shell makes of the line."""
    host = replace(TOWER, connection=connection or Connection())
    return shlex.split(curl_text(host, call, route))


def test_a_question_without_a_body_is_one_short_line() -> None:
    assert curl_text(TOWER, curl.VERSION) == "curl -sS http://192.168.1.20:11434/api/version"


@pytest.mark.parametrize("name", ["it's", 'a "b" $HOME `id`', "löwe", "a\nb; rm -rf x", "-X"])
def test_a_shell_reads_back_every_name_as_it_is(name: str) -> None:
    for call in (curl.show(name), curl.pull(name), curl.delete(name)):
        found = words(call)
        assert json.loads(found[found.index("-d") + 1]) == {"model": name}
        assert found[-1] == f"http://192.168.1.20:11434{call.path}"


def test_a_pull_is_shown_as_it_comes_and_a_delete_names_its_method() -> None:
    assert "-N" in words(curl.pull("a"))
    found = words(curl.delete("a"))
    assert found[found.index("-X") + 1] == "DELETE"


@pytest.mark.parametrize(
    ("sign_in", "expected"),
    [
        (SignIn(SignInKind.BEARER), ["-H", "Authorization: Bearer YOUR_TOKEN"]),
        (SignIn(SignInKind.BASIC, "me"), ["-u", "me:YOUR_PASSWORD"]),
        (SignIn(SignInKind.HEADERS, headers=("X-Key",)), ["-H", "X-Key: YOUR_VALUE"]),
    ],
)
def test_a_word_in_capitals_stands_for_every_secret(sign_in: SignIn, expected: list[str]) -> None:
    found = words(curl.TAGS, Connection(sign_in=sign_in))
    place = found.index(expected[0])
    assert found[place : place + 2] == expected


def test_the_route_is_the_program_s_own_whatever_the_shell_has_set() -> None:
    assert words(curl.TAGS, route=DIRECT)[2:4] == ["--noproxy", "*"]
    assert words(curl.TAGS, route=PROXIED)[2:6] == [
        "--noproxy",
        "",
        "--proxy",
        "http://proxy.corp:3128",
    ]
    socks = replace(PROXIED, proxy=ProxyAddress("socks5", "gate", 1080))
    assert "socks5h://gate:1080" in words(curl.TAGS, route=socks)


def test_a_ca_file_is_named_and_a_pin_asks_for_its_certificate() -> None:
    assert "/etc/my ca.pem" in words(curl.TAGS, Connection(trust=Trust("/etc/my ca.pem")))
    assert "PINNED_CERTIFICATE.pem" in words(curl.TAGS, Connection(trust=Trust(pin="ab" * 32)))


def test_an_address_with_a_zone_is_written_as_curl_reads_it() -> None:
    host = replace(TOWER, address=parse_address("fe80::1%eth0"))
    found = shlex.split(curl_text(host, curl.VERSION))
    assert found[-1] == "http://[fe80::1%25eth0]:11434/api/version"
    assert "-g" in found


def test_a_tunnel_is_opened_first() -> None:
    tunnel = Connection(tunnel=Tunnel("me@gate", 2222))
    first, second = curl_text(replace(TOWER, connection=tunnel), curl.TAGS).splitlines()
    assert first == (
        "ssh -f -N -o ExitOnForwardFailure=yes -p 2222 "
        "-L 127.0.0.1:21434:192.168.1.20:11434 me@gate"
    )
    assert "--connect-to ::127.0.0.1:21434" in second
