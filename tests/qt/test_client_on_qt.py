from collections.abc import Callable
from pathlib import Path

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.domain.connection import Trust
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from tests.reaching import through, version_of
from tests.real.authority import Authority
from tests.real.dante import dante
from tests.real.squid import squid
from tests.real.tls_server import TlsServer


def test_the_client_asks_and_pulls_on_qts_loop(run: Callable) -> None:
    """Qasync's timers are handles of another kind, which cannot say when they ring."""

    async def ask_and_pull() -> list[str]:
        async with DemoServer(pace=AT_ONCE) as server, open_http(server.address) as http:
            client = OllamaClient(http)
            await client.version()
            return [step.status async for step in client.pull("llama3.2:1b")]

    assert run(ask_and_pull())[-1] == "success"


def test_an_encrypted_host_is_reached_through_proxies_on_qts_loop(
    run: Callable, tmp_path: Path
) -> None:
    authority = Authority(tmp_path / "authority")
    pair = authority.good()
    trust = Trust(ca_file=str(authority.file))

    async def ask() -> list[str]:
        async with (
            TlsServer(pair) as server,
            squid(certificate=(pair.certificate, pair.key)) as encrypted,
            dante() as socks,
        ):
            proxies = (encrypted.address, socks.address)
            return [await version_of(server.address, through(one, trust)) for one in proxies]

    assert run(ask()) == ["0.33.0", "0.33.0"]
