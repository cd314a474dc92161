"""Finding hosts: in loopback networks that the test gives, and in one of its own making."""

import asyncio
import json
import os
import shutil
import sys
from collections.abc import AsyncIterator
from ipaddress import IPv4Network

import pytest
import pytest_asyncio

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId
from desktop.hosts.discovery import (
    AT_ONCE,
    BadNetwork,
    Discovery,
    Found,
    NetworkProblem,
    Search,
    addresses_of,
    look,
)
from tests.architecture.sources import ROOT
from tests.clock import until
from tests.lan_server import VERSION, LanServer, tags
from tests.raw_server import head, whole

NETWORK = IPv4Network("127.77.0.0/24")
OLLAMA = {"/api/version": VERSION, "/api/tags": tags(3)}
pytestmark = pytest.mark.skipif(
    sys.platform == "darwin", reason="macOS has no loopback address but 127.0.0.1"
)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[LanServer]:
    async with LanServer("127.77.0.9", 0, OLLAMA) as server:
        yield server


async def ended(discovery: Discovery) -> Search:
    await until(lambda: not discovery.snapshot.is_running, 20)
    return discovery.snapshot


async def test_servers_are_found_in_the_network_that_is_given(server: LanServer):
    async with (
        LanServer("127.77.0.200", server.port, {"/api/version": VERSION}) as other,
        LanServer("127.77.1.1", server.port, OLLAMA) as beyond,
        Discovery() as discovery,
    ):
        told = list[None]()
        discovery.changed.subscribe(told.append)
        discovery.start([NETWORK], server.port)
        assert discovery.snapshot == Search(total=254, is_running=True)
        search = await ended(discovery)
        assert search.found == (
            Found(HostAddress("http", "127.77.0.9", server.port), "0.12.6", 3),
            Found(HostAddress("http", "127.77.0.200", server.port), "0.12.6", None),
        )
        assert (search.asked, search.total) == (254, 254)
        assert len(told) == 254 + 2
        assert other.connections == 3
        assert beyond.connections == 0


async def test_nobody_is_sent_a_credential(server: LanServer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://me:canary@127.0.0.1:1")
    async with Discovery() as discovery:
        discovery.start([NETWORK], server.port)
        await ended(discovery)
    assert [request.split()[:2] for request in server.requests] == [
        ["GET", "/api/version"],
        ["GET", "/api/tags"],
    ]
    sent = "".join(server.requests).lower()
    assert "authorization" not in sent
    assert "cookie" not in sent
    assert "canary" not in sent


async def test_hosts_of_the_list_are_recognised(server: LanServer):
    host = Host(HostId("a"), HostAddress("http", "127.77.0.9", server.port))
    async with Discovery(lambda: (host,)) as discovery:
        discovery.start([NETWORK], server.port)
        assert [each.known for each in (await ended(discovery)).found] == ["a"]


@pytest.mark.parametrize(
    "answer",
    [
        whole(b"<html>router</html>", "text/html"),
        whole(b'{"version": "1"}', status=401),
        whole(b'{"version": 3}'),
        whole(b"[]"),
        whole(b"[" * 50_000),
        whole(json.dumps({"version": "9" * 65}).encode()),
        whole(b'{"version": "' + b"1" * 100_000),
        head(302, "Location: http://127.77.0.9/api/version", "Content-Length: 0"),
        head(200, "Content-Encoding: gzip", "Content-Length: 3") + b"abc",
        b"SSH-2.0-OpenSSH_9.2\r\n",
    ],
    ids=[
        "page",
        "sign-in",
        "number",
        "list",
        "deep",
        "long",
        "large",
        "redirect",
        "gzip",
        "ssh",
    ],
)
async def test_other_programs_are_not_taken_for_ollama(answer: bytes):
    async with LanServer("127.77.0.9", 0, {"/api/version": answer}) as server:
        assert await look(HostAddress("http", "127.77.0.9", server.port)) is None
        assert len(server.requests) == 1


@pytest.mark.parametrize("answer", [whole(b'{"models": 5}'), whole(b"{", status=500), whole(b"{")])
async def test_a_server_that_does_not_list_its_models_is_found(answer: bytes):
    answers = {"/api/version": VERSION, "/api/tags": answer}
    async with LanServer("127.77.0.9", 0, answers) as server:
        found = await look(HostAddress("http", "127.77.0.9", server.port))
        assert found is not None
        assert found.models is None


async def test_a_list_too_large_to_read_is_not_counted():
    answers = {"/api/version": VERSION, "/api/tags": tags(100_000)}
    async with LanServer("127.77.0.9", 0, answers) as server:
        found = await look(HostAddress("http", "127.77.0.9", server.port))
        assert found is not None
        assert found.models is None


async def test_a_search_is_cancelled_at_once():
    silent = LanServer("127.77.0.9", 0, {"/api/version": b""})
    async with silent, Discovery() as discovery:
        discovery.start([IPv4Network("127.77.0.9/32")], silent.port)
        await until(lambda: silent.requests)
        discovery.cancel()
        assert discovery.snapshot == Search(total=1)
        discovery.cancel()
        await until(lambda: not searching(), 0.2)


def searching() -> list[str]:
    return [task.get_name() for task in asyncio.all_tasks() if task.get_name() == "discovery"]


async def test_a_second_search_ends_the_first(server: LanServer):
    async with Discovery() as discovery:
        discovery.start([NETWORK], server.port)
        discovery.start([IPv4Network("127.77.0.8/30")], server.port)
        search = await ended(discovery)
        assert (search.asked, search.total, len(search.found)) == (2, 2, 1)


async def test_closing_ends_a_search_and_nothing_is_searched_after(server: LanServer):
    async with Discovery() as discovery:
        discovery.start([NETWORK], server.port)
        assert len(asyncio.all_tasks()) <= AT_ONCE + 2
    assert not discovery.snapshot.is_running
    assert server.connections == 0


async def test_nothing_is_searched_without_a_network():
    async with Discovery() as discovery:
        discovery.start([])
        assert discovery.snapshot == Search()


@pytest.mark.parametrize(
    ("networks", "problem"),
    [
        (["8.8.8.0/24"], NetworkProblem.NOT_PRIVATE),
        (["192.168.0.0/24", "172.32.0.0/24"], NetworkProblem.NOT_PRIVATE),
        (["100.64.0.0/24"], NetworkProblem.NOT_PRIVATE),
        (["0.0.0.0/0"], NetworkProblem.NOT_PRIVATE),
        (["10.0.0.0/21"], NetworkProblem.TOO_LARGE),
        ([f"10.0.{n}.0/24" for n in range(9)], NetworkProblem.TOO_MANY),
    ],
)
async def test_what_is_not_one_s_own_small_network_is_refused(
    networks: list[str], problem: NetworkProblem
):
    async with Discovery() as discovery:
        with pytest.raises(BadNetwork) as caught:
            discovery.start([IPv4Network(network) for network in networks])
        assert caught.value.problem is problem
        assert str(caught.value.network) == networks[-1]
        assert discovery.snapshot == Search()


def test_the_largest_network_has_1022_addresses_each_once():
    largest, part = IPv4Network("192.168.4.0/22"), IPv4Network("192.168.5.0/24")
    assert len(addresses_of([largest])) == 1022
    assert len(set(addresses_of([largest, part]))) == len(addresses_of([largest, part])) == 1022


@pytest.mark.network_namespace
async def test_a_silent_network_is_searched_in_a_second():
    """In a namespace with an interface of its own, whose packets lead nowhere."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("a network namespace needs root and ip (package iproute2)")
    commands = (
        "ip link set lo up",
        "ip link add lan0 type veth peer name lan1",
        "ip addr add 10.99.0.1/24 dev lan0",
        "ip addr add 10.99.0.7/24 dev lan0",
        "ip link set lan0 up",
        "ip link set lan1 up",
        f"exec {sys.executable} -m tests.lan_search",
    )
    child = await asyncio.create_subprocess_exec(
        "unshare",
        "--net",
        "sh",
        "-c",
        " && ".join(commands),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
    )
    said = json.loads((await child.communicate())[0])
    assert said["networks"] == ["10.99.0.0/24"]
    assert said["found"] == [["10.99.0.1", 1], ["10.99.0.7", 7]]
    assert said["asked"] == 254
    assert 0.5 <= said["seconds"] < 5
