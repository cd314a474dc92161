"""One client for each host: when it is replaced, and what of a connection it follows."""

from contextlib import aclosing
from dataclasses import replace

import pytest

from desktop.domain.address import HostAddress, parse_address
from desktop.domain.chat import ChatRequest
from desktop.domain.connection import (
    Connection,
    Keeping,
    Secret,
    SignIn,
    SignInKind,
    Timeouts,
    Tunnel,
)
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyMode, ProxySetting
from desktop.net.tunnel import Tunnels
from desktop.ollama.clients import Clients
from desktop.ollama.errors import TimedOut, TunnelFailed
from desktop.ollama.lines import line_opener
from tests.raw_server import STREAM, RawServer, chunk, whole

TOWER = HostId("tower")
VERSION = whole(b'{"version":"0.33.0"}')
BEARER = Connection(sign_in=SignIn(SignInKind.BEARER))


def host(address: HostAddress | None = None, connection: Connection | None = None) -> Host:
    address = address or parse_address("127.0.0.1:1")
    return Host(TOWER, address, connection=connection or Connection())


@pytest.mark.parametrize(
    ("after", "secret"),
    [
        (host(parse_address("127.0.0.1:2")), Secret()),
        (host(connection=Connection(ProxySetting(ProxyMode.DIRECT))), Secret()),
        (host(), Secret(token="another")),
    ],
    ids=["address", "connection", "secret"],
)
async def test_another_way_to_a_host_is_another_client(after: Host, secret: Secret):
    async with Clients() as clients:
        clients.put(host())
        before = clients.client(TOWER)
        clients.put(after, secret)
        assert clients.client(TOWER) is not before


async def test_a_name_a_colour_and_a_place_for_secrets_lead_nowhere_else():
    kept = replace(BEARER, sign_in=replace(BEARER.sign_in, keeping=Keeping.RUN))
    async with Clients() as clients:
        clients.put(host(connection=BEARER), Secret(token="a"))
        before = clients.client(TOWER)
        clients.put(replace(host(connection=kept), name="Tower", colour=3), Secret(token="a"))
        assert clients.client(TOWER) is before


async def test_a_client_signs_in_with_its_secret():
    async with RawServer(VERSION) as server, Clients() as clients:
        clients.put(host(server.address, BEARER), Secret(token="canary"))
        await clients.client(TOWER).version()
    assert b"Authorization: Bearer canary\r\n" in server.requests[0]


async def test_whoever_makes_tunnels_hears_of_a_client_that_goes():
    gone: list[HostId] = []
    async with Clients(on_drop=gone.append) as clients:
        clients.put(host())
        clients.put(host(parse_address("127.0.0.1:2")))
        clients.drop(TOWER)
        clients.drop(TOWER)
    assert gone == [TOWER, TOWER]


async def test_a_host_with_a_tunnel_goes_no_other_way():
    async with RawServer(VERSION) as server, Clients() as clients:
        clients.put(host(server.address, Connection(tunnel=Tunnel("gate"))))
        with pytest.raises(TunnelFailed):
            await clients.client(TOWER).version()
    assert not server.requests


async def test_a_tunnel_that_cannot_be_made_says_so():
    async with (
        Tunnels(ssh=["no-such-ssh"]) as tunnels,
        Clients(line_opener(tunnels=tunnels), on_drop=tunnels.drop) as clients,
    ):
        clients.put(host(connection=Connection(tunnel=Tunnel("gate"))))
        with pytest.raises(TunnelFailed, match="no-such-ssh"):
            await clients.client(TOWER).version()


async def test_a_persons_time_outs_are_kept():
    line = chunk(b'{"message":{"content":"x"}}\n')
    short = Connection(timeouts=Timeouts(loading=0.1, tokens=0.1))
    async with (
        RawServer(STREAM, line, is_held=True) as falls_silent,
        RawServer(is_held=True) as loads,
        Clients() as clients,
    ):
        clients.put(host(falls_silent.address, short))
        async with aclosing(clients.client(TOWER).chat(ChatRequest("tiny"))) as answer:
            await anext(answer)
            with pytest.raises(TimedOut):
                await anext(answer)
        clients.put(host(loads.address, short))
        async with aclosing(clients.client(TOWER).chat(ChatRequest("tiny"))) as answer:
            with pytest.raises(TimedOut):
                await anext(answer)
