"""tinyproxy, the small proxy of routers and containers."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from desktop.domain.proxy import Login, ProxyAddress
from tests.real.process import free_port, program, running
from tests.real.proxy import RealProxy, open_folder

PLAIN = Login("ann", "sesame")
"""The login that it wants where it wants one; its configuration knows no spaces."""


@asynccontextmanager
async def tinyproxy(
    *, wants_login: bool = False, refuses: Sequence[str] = ()
) -> AsyncIterator[RealProxy]:
    """Run tinyproxy. It answers 403 for hosts it `refuses` and 500 where nothing listens."""
    binary, port = program("tinyproxy"), free_port()
    with open_folder() as folder:
        log, filtered = folder / "log", folder / "filter"
        filtered.write_text("".join(f"{name}\n" for name in refuses), "utf-8")
        lines = [
            f"Port {port}",
            "Listen 127.0.0.1",
            "Timeout 600",
            "MaxClients 20",
            "LogLevel Connect",
            f'LogFile "{log}"',
            *([f'Filter "{filtered}"'] if refuses else []),
            *([f"BasicAuth {PLAIN.user} {PLAIN.password}"] if wants_login else []),
        ]
        config = folder / "tinyproxy.conf"
        config.write_text("\n".join(lines) + "\n", "utf-8")
        command = (binary, "-d", "-c", str(config))
        async with running(command, port, folder / "said.txt"):
            yield RealProxy(ProxyAddress("http", "127.0.0.1", port), log)
