from collections.abc import Callable
from pathlib import Path

from desktop.demo.server import DemoServer
from desktop.domain.connection import Tunnel
from desktop.domain.host import HostId
from desktop.net.tunnel import Tunnels
from tests.real.process import is_open, program
from tests.real.sshd import ssh_server


def test_a_tunnel_is_made_on_qts_loop(run: Callable, tmp_path: Path) -> None:
    """A process of asyncio's is waited for by a thread, which Qt's loop must hear of."""

    async def make() -> tuple[bool, bool]:
        async with DemoServer() as demo, ssh_server(tmp_path) as server:
            async with Tunnels((program("ssh"), "-F", str(server.configuration))) as tunnels:
                port = await tunnels.local_port(HostId("tower"), Tunnel("gate"), demo.address)
                before = await is_open(port)
            return before, await is_open(port)

    assert run(make()) == (True, False)
