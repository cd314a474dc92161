"""The real components start, do their part and leave nothing behind."""

import ssl
from pathlib import Path

import httpx

from desktop.demo.server import DemoServer
from tests.real.authority import Authority
from tests.real.nginx import Gate, nginx
from tests.real.process import descendants, is_open
from tests.real.sshd import ssh_server
from tests.real.tls_server import TlsServer


async def test_a_server_shows_the_certificate_that_the_authority_made(tmp_path: Path):
    authority = Authority(tmp_path)
    trusting = ssl.create_default_context(cafile=authority.file)
    async with (
        TlsServer(authority.good()) as server,
        httpx.AsyncClient(verify=trusting, trust_env=False) as http,
    ):
        answer = await http.get(server.address.url)
    assert answer.json() == {"version": "0.33.0"}


async def test_nginx_stands_before_the_stand_in(tmp_path: Path):
    authority = Authority(tmp_path / "authority")
    trusting = ssl.create_default_context(cafile=authority.file)
    gate = Gate(basic=("me", "open"), limit="1k", path="/ollama")
    async with (
        DemoServer() as demo,
        nginx(tmp_path / "nginx", demo.address, authority.good(), gate) as address,
        httpx.AsyncClient(verify=trusting, trust_env=False) as http,
    ):
        url = f"{address.url}/api/version"
        assert (await http.get(url)).status_code == 401
        assert (await http.get(url, auth=("me", "open"))).status_code == 200
        long = await http.post(url, auth=("me", "open"), content=bytes(5000))
        assert long.status_code == 413
    assert not await is_open(address.port)


async def test_an_ssh_server_ends_with_its_block(tmp_path: Path):
    async with ssh_server(tmp_path) as server:
        assert await is_open(server.port)
        pid = server.process.pid
    assert not await is_open(server.port)
    assert not descendants(pid)
