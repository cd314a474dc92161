"""A host for the doctor, and servers that are ill in one way."""

import asyncio
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from desktop.diagnostics.doctor import Checkup, Doctor, Step, StepResult
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret, Timeouts
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import ProxyAddress, ProxyMode, ProxySetting
from desktop.net.lookup import Endpoint, Resolver, ask_system
from desktop.net.outside import Outside
from tests.raw_server import whole
from tests.socket_server import SocketServer

TOWER = HostId("tower")
VERSION = b'{"version":"0.33.0"}'
MODELS = b'{"models":[]}'
QUICK = Timeouts(connect=1.0)


def named(address: str) -> Resolver:
    """Look every name up as that number."""
    return lambda _, port: (Endpoint(address, port),)


def through(proxy: ProxyAddress) -> Connection:
    return Connection(proxy=ProxySetting(ProxyMode.MANUAL, proxy), timeouts=QUICK)


async def examined(
    address: HostAddress,
    connection: Connection | None = None,
    secret: Secret | None = None,
    *,
    resolver: Resolver = ask_system,
) -> Checkup:
    """Let the doctor test a host, and return what it found in the end."""
    host = Host(TOWER, address, "tower", connection=connection or Connection(timeouts=QUICK))
    done = asyncio.Event()
    async with Doctor(lambda _: host, outside=Outside(resolver)) as doctor:

        def look(host_id: HostId) -> None:
            checkup = doctor.checkup(host_id)
            if checkup is not None and checkup.is_done:
                done.set()

        doctor.changed.subscribe(look)
        doctor.start_draft(host, secret or Secret())
        await done.wait()
        checkup = doctor.checkup(TOWER)
    assert checkup is not None
    return checkup


def result(checkup: Checkup, step: Step) -> StepResult:
    return checkup.results[step.value - 1]


class PathServer(SocketServer):
    """Answers each path with what is given for it, and everything else as Go does."""

    def __init__(self, answers: Mapping[str, bytes]) -> None:
        super().__init__()
        self._answers = answers
        self.heads: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        missing = whole(b"404 page not found", "text/plain", 404)
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                self.heads.append(head)
                writer.write(self._answers.get(head.split()[1].decode(), missing))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.transport.abort()
        finally:
            writer.close()


def ollama(version: bytes = VERSION, **others: bytes) -> dict[str, bytes]:
    """What a healthy server answers."""
    return {
        "/": whole(b"Ollama is running", "text/plain; charset=utf-8"),
        "/api/version": whole(version),
        "/api/tags": whole(MODELS),
        **others,
    }


@contextmanager
def full_port() -> Iterator[HostAddress]:
    """A port whose connections never come about, as behind a firewall: its queue is full."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for link in waiting:
            link.setblocking(False)
            link.connect_ex(server.getsockname())
        try:
            yield HostAddress("http", "127.0.0.1", server.getsockname()[1])
        finally:
            for link in waiting:
                link.close()
