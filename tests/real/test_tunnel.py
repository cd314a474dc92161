"""Tunnels through a real OpenSSH server on loopback."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from desktop.demo.pace import AT_ONCE, Pace
from desktop.demo.server import DemoServer, Setting
from desktop.diagnostics.doctor import Doctor
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret, Trust, Tunnel
from desktop.domain.host import Host, HostId
from desktop.net.certificate import fetch_certificate
from desktop.net.outside import Outside
from desktop.net.ssh import TunnelBroken
from desktop.net.transport import open_http
from desktop.net.tunnel import Tunnels
from desktop.ollama.client import OllamaClient
from desktop.ollama.clients import Clients
from desktop.ollama.errors import StreamBroken, TunnelFailed
from desktop.ollama.lines import line_opener
from desktop.runtime.supervisor import Supervisor
from tests.clock import ManualClock, until
from tests.real.authority import Authority
from tests.real.process import descendants, free_port, is_open, program
from tests.real.sshd import Sshd, ssh_server
from tests.real.tls_server import TlsServer

TOWER = HostId("tower")
GATE = Tunnel("gate")


@asynccontextmanager
async def tunnels_through(server: Sshd, clock: ManualClock | None = None) -> AsyncIterator[Tunnels]:
    command = (program("ssh"), "-F", str(server.configuration))
    async with Tunnels(command, clock) as tunnels:
        yield tunnels


def children() -> list[int]:
    return descendants(os.getpid())


async def version_through(port: int) -> str:
    async with open_http(HostAddress("http", "127.0.0.1", port)) as http:
        return (await OllamaClient(http).version()).version


async def test_a_host_is_reached_through_its_tunnel(tmp_path: Path):
    async with (
        DemoServer() as demo,
        ssh_server(tmp_path) as server,
        tunnels_through(server) as tunnels,
    ):
        port = await tunnels.local_port(TOWER, GATE, demo.address)
        assert await version_through(port)
        assert await tunnels.local_port(TOWER, GATE, demo.address) == port
        where = await tunnels.way(TOWER, GATE, demo.address)()
        assert where == HostAddress("http", "127.0.0.1", port)


async def test_no_process_is_left_within_a_second_of_the_end(tmp_path: Path):
    loop = asyncio.get_running_loop()
    async with DemoServer() as demo, ssh_server(tmp_path) as server:
        before = set(children())
        async with tunnels_through(server) as tunnels:
            port = await tunnels.local_port(TOWER, GATE, demo.address)
            assert set(children()) - before
            began = loop.time()
        assert loop.time() - began < 1
        await until(lambda: not set(children()) - before)
        assert not await is_open(port)


async def test_a_tunnel_ends_with_its_host(tmp_path: Path):
    async with (
        DemoServer() as demo,
        ssh_server(tmp_path) as server,
        tunnels_through(server) as tunnels,
    ):
        port = await tunnels.local_port(TOWER, GATE, demo.address)
        tunnels.drop(TOWER)
        tunnels.drop(HostId("never there"))
        while await is_open(port):  # noqa: ASYNC110  a port that closes tells nobody
            await asyncio.sleep(0.01)


async def test_a_tunnel_whose_server_died_is_made_again(tmp_path: Path, clock: ManualClock):
    async with (
        DemoServer() as demo,
        ssh_server(tmp_path) as server,
        tunnels_through(server, clock) as tunnels,
    ):
        assert await tunnels.local_port(TOWER, GATE, demo.address)
        await server.hang_up()
        await until(lambda: clock.sleeper_count)
        with pytest.raises(TunnelBroken):
            await tunnels.local_port(TOWER, GATE, demo.address)
        async with ssh_server(tmp_path, server.port):
            await pass_pauses(clock, tunnels, demo.address)


async def pass_pauses(clock: ManualClock, tunnels: Tunnels, address: HostAddress) -> None:
    """Let the pauses pass until the host is reached again."""
    while True:
        clock.advance(10)
        await asyncio.sleep(0)
        try:
            port = await tunnels.local_port(TOWER, GATE, address)
        except TunnelBroken:
            await until(lambda: clock.sleeper_count)
        else:
            assert await version_through(port)
            return


async def test_the_pauses_grow_while_ssh_cannot_connect(tmp_path: Path, clock: ManualClock):
    nowhere = Tunnel("127.0.0.1", free_port())
    async with Tunnels((program("ssh"),), clock) as tunnels:
        with pytest.raises(TunnelBroken, match="Connection refused"):
            await tunnels.local_port(TOWER, nowhere, HostAddress("http", "127.0.0.1", 1))
        seen: list[float] = []
        for _ in range(3):
            await until(lambda: clock.sleeper_count)
            seen += clock.waits
            clock.advance(clock.waits[0])
            await until(lambda: not clock.sleeper_count)
        assert seen == [0.5, 1.0, 2.0]


async def test_the_words_of_ssh_say_what_is_wrong_with_a_destination(tmp_path: Path):
    async with Tunnels((program("ssh"), "-F", os.devnull)) as tunnels:
        with pytest.raises(TunnelBroken, match="resolve hostname"):
            await tunnels.local_port(
                TOWER, Tunnel("nowhere.invalid"), HostAddress("http", "127.0.0.1", 1)
            )


async def test_a_far_end_where_nothing_listens_is_told_from_a_tunnel_that_is_not_there(
    tmp_path: Path,
):
    closed = HostAddress("http", "127.0.0.1", free_port())
    async with ssh_server(tmp_path) as server, tunnels_through(server) as tunnels:
        for _ in range(2):
            with pytest.raises(TunnelBroken, match="open failed"):
                await tunnels.local_port(TOWER, GATE, closed)


async def test_a_far_end_that_comes_up_later_is_reached(tmp_path: Path):
    port = free_port()
    far = HostAddress("http", "127.0.0.1", port)
    async with ssh_server(tmp_path) as server, tunnels_through(server) as tunnels:
        with pytest.raises(TunnelBroken):
            await tunnels.local_port(TOWER, GATE, far)
        async with DemoServer(setting=Setting(port=port)):
            assert await version_through(await tunnels.local_port(TOWER, GATE, far))


@pytest.mark.parametrize(
    "destination", ["-oProxyCommand=touch x", "me@-oX", "a b", "a\nb", "`id`", "ssh://-x", "$(id)"]
)
async def test_what_is_no_destination_is_never_handed_to_ssh(tmp_path: Path, destination: str):
    async with Tunnels(("must-not-be-started",)) as tunnels:
        with pytest.raises(TunnelBroken, match="not a destination"):
            await tunnels.local_port(
                TOWER, Tunnel(destination), HostAddress("http", "127.0.0.1", 1)
            )


async def test_a_computer_without_ssh_says_so():
    async with Tunnels(("no-such-ssh",)) as tunnels:
        with pytest.raises(TunnelBroken, match="no-such-ssh could not be started"):
            await tunnels.local_port(TOWER, GATE, HostAddress("http", "127.0.0.1", 1))


async def test_a_pull_breaks_with_its_tunnel_and_the_host_comes_back(
    tmp_path: Path, clock: ManualClock
):
    slow = Pace(speed=1e6, latency=0, interval=0.01)
    async with (
        DemoServer(pace=slow) as demo,
        ssh_server(tmp_path) as server,
        tunnels_through(server, clock) as tunnels,
        Clients(line_opener(Outside(), tunnels), on_drop=tunnels.drop) as clients,
    ):
        clients.put(Host(TOWER, demo.address, connection=Connection(tunnel=GATE)))
        client = clients.client(TOWER)
        with pytest.raises(StreamBroken):
            await pull_until_cut(client, server)
        with pytest.raises(TunnelFailed):
            await client.version()
        async with ssh_server(tmp_path, server.port):
            await pass_pauses(clock, tunnels, demo.address)
            assert await client.version()
            clients.drop(TOWER)


async def pull_until_cut(client: OllamaClient, server: Sshd) -> None:
    async for step in client.pull("llama3.1:8b"):
        if step.completed:
            await server.hang_up()


async def test_a_certificate_is_looked_at_through_the_tunnel(tmp_path: Path, authority: Authority):
    pair = authority.good()
    async with (
        TlsServer(pair) as far,
        ssh_server(tmp_path) as server,
        tunnels_through(server) as tunnels,
    ):
        where = tunnels.way(TOWER, GATE, far.address)
        shown = await fetch_certificate(far.address, Outside(), where=where)
        assert shown.fingerprint == pair.fingerprint
        line = open_http(
            far.address, Connection(trust=Trust(ca_file=str(authority.file))), where=where
        )
        async with line as http:  # The name is checked that the host has at the far end.
            assert (await OllamaClient(http).version()).version


async def test_an_ssh_that_does_not_end_by_itself_is_killed(tmp_path: Path):
    stubborn = tmp_path / "stubborn"
    stubborn.write_text("#!/bin/sh\ntrap '' TERM\necho I stay >&2\nwhile :; do sleep 1; done\n")
    stubborn.chmod(0o755)
    loop = asyncio.get_running_loop()
    before = set(children())
    async with Tunnels((str(stubborn),)) as tunnels:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await tunnels.local_port(TOWER, GATE, HostAddress("http", "127.0.0.1", 1))
        began = loop.time()
    assert loop.time() - began < 1
    assert not set(children()) - before


async def test_who_waits_for_a_tunnel_that_is_dropped_is_told(tmp_path: Path):
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexec sleep 60\n")
    silent.chmod(0o755)
    before = set(children())
    async with Tunnels((str(silent),)) as tunnels, Supervisor() as tasks:

        async def ask() -> None:
            with pytest.raises(TunnelBroken, match="closed"):
                await tunnels.local_port(TOWER, GATE, HostAddress("http", "127.0.0.1", 1))

        asking = tasks.start(ask(), name="asks")
        await until(lambda: bool(set(children()) - before))
        tunnels.drop(TOWER)
        await asking


async def test_an_ssh_that_ends_without_a_word_is_said_to(clock: ManualClock):
    async with Tunnels(("false",), clock) as tunnels:
        with pytest.raises(TunnelBroken, match="without a word"):
            await tunnels.local_port(TOWER, GATE, HostAddress("http", "127.0.0.1", 1))


async def test_a_far_end_that_goes_away_later_is_named_by_the_words_of_ssh(tmp_path: Path):
    async with ssh_server(tmp_path) as server, tunnels_through(server) as tunnels:
        async with DemoServer() as demo:
            port = await tunnels.local_port(TOWER, GATE, demo.address)
            assert await version_through(port)
        with pytest.raises(StreamBroken):  # The first to notice only sees its connection end.
            await version_through(port)
        with pytest.raises(TunnelBroken, match="open failed"):
            await tunnels.local_port(TOWER, GATE, demo.address)


async def test_a_draft_s_tunnel_ends_with_its_test_and_the_host_s_own_stays(tmp_path: Path):
    async with (
        DemoServer(pace=AT_ONCE) as demo,
        ssh_server(tmp_path) as server,
        tunnels_through(server) as tunnels,
    ):
        port = await tunnels.local_port(TOWER, GATE, demo.address)
        host = Host(TOWER, demo.address, connection=Connection(tunnel=GATE))
        before = ssh_of(server)
        async with Doctor(lambda _: host, tunnels=tunnels) as doctor:
            doctor.start_draft(host, Secret())
            await until(lambda: (found := doctor.checkup(TOWER)) is not None and found.is_done)
            assert (found := doctor.checkup(TOWER)) is not None
            assert found.finding is None
            await until(lambda: ssh_of(server) == before)
        assert await version_through(port)


def ssh_of(server: Sshd) -> set[int]:
    """The clients of a server, which are children of this very process too."""
    return set(children()) - {server.process.pid, *descendants(server.process.pid)}
