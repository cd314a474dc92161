from collections.abc import Callable

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient


def test_the_client_asks_and_pulls_on_qts_loop(run: Callable) -> None:
    """Qasync's timers are handles of another kind, which cannot say when they ring."""

    async def ask_and_pull() -> list[str]:
        async with DemoServer(pace=AT_ONCE) as server, open_http(server.address) as http:
            client = OllamaClient(http)
            await client.version()
            return [step.status async for step in client.pull("llama3.2:1b")]

    assert run(ask_and_pull())[-1] == "success"
