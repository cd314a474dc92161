"""A secret in every sign-in form is found in no log, error, repr or process list."""

import logging
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.demo.server import DemoServer
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret, SignIn, SignInKind, Tunnel
from desktop.domain.host import Host, HostId
from desktop.domain.proxy import Login, ProxyMode, ProxySetting
from desktop.net.outside import Outside
from desktop.net.tunnel import Tunnels
from desktop.ollama.clients import Clients
from desktop.ollama.errors import OllamaError
from desktop.ollama.lines import line_opener
from tests.raw_server import RawServer, whole
from tests.real.authority import Authority
from tests.real.nginx import Gate, nginx
from tests.real.process import descendants, free_port, program
from tests.real.sshd import ssh_server
from tests.real.tinyproxy import tinyproxy
from tests.real.tls_server import TlsServer

CANARY = "canary-3f9a51c7"
SECRET = Secret(
    token=CANARY,
    password=CANARY,
    headers={"X-API-Key": CANARY},
    proxy=Login(CANARY, CANARY),
)
SIGN_INS = [
    SignIn(SignInKind.BEARER),
    SignIn(SignInKind.BASIC, user="me"),
    SignIn(SignInKind.HEADERS, headers=("X-API-Key",)),
]
ONE = HostId("one")


def texts_of(error: BaseException | None) -> Iterator[str]:
    """Everything that an error and those it came from would tell."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        if (one := waiting.pop()) is not None and id(one) not in seen:
            seen.add(id(one))
            yield f"{one} {one!r} {one.args!r} {getattr(one, '__dict__', {})!r}"
            waiting += [one.__cause__, one.__context__]


def command_lines() -> list[str]:
    pids = [os.getpid(), *descendants(os.getpid())]
    files = [Path(f"/proc/{pid}/{name}") for pid in pids for name in ("cmdline", "environ")]
    return [file.read_text("utf-8", "replace") for file in files]


async def error_of(clients: Clients, address: HostAddress, connection: Connection) -> OllamaError:
    clients.put(Host(ONE, address, connection=connection), SECRET)
    with pytest.raises(OllamaError) as caught:
        await clients.client(ONE).version()
    return caught.value


@pytest.mark.parametrize("sign_in", SIGN_INS)
async def test_a_secret_is_told_to_its_host_and_to_nobody_else(
    tmp_path: Path, authority: Authority, caplog: pytest.LogCaptureFixture, sign_in: SignIn
):
    for logger in ("", "httpx", "httpcore", "asyncio"):
        caplog.set_level(logging.DEBUG, logger)
    chosen = Connection(sign_in=sign_in)
    errors: list[BaseException] = []
    async with AsyncExitStack() as stack:
        enter = stack.enter_async_context
        demo = await enter(DemoServer())
        gate = await enter(nginx(tmp_path / "nginx", demo.address, None, Gate(basic=("a", "b"))))
        proxy = await enter(tinyproxy(wants_login=True))
        bad = await enter(TlsServer(authority.expired()))
        html = await enter(RawServer(whole(b"<html>", "text/html")))
        sshd = await enter(ssh_server(tmp_path / "ssh"))
        command = (program("ssh"), "-F", str(sshd.configuration))
        tunnels = await enter(Tunnels(command))
        opener = line_opener(Outside(), tunnels)
        clients = await enter(Clients(opener, on_drop=tunnels.drop))
        nobody = HostAddress("http", "127.0.0.1", free_port())
        manual = ProxySetting(ProxyMode.MANUAL, proxy.address)
        for address, connection in (
            (gate, chosen),
            (bad.address, chosen),
            (html.address, chosen),
            (nobody, chosen),
            (demo.address, replace(chosen, proxy=manual)),
            (nobody, replace(chosen, tunnel=Tunnel("gate"))),
        ):
            errors.append(await error_of(clients, address, connection))
        told = html.requests[0].decode()
        assert CANARY in told or "Basic " in told
        through = Host(ONE, demo.address, connection=replace(chosen, tunnel=Tunnel("gate")))
        clients.put(through, SECRET)
        assert (await clients.client(ONE).version()).version
        seen = [*command_lines(), repr(clients), repr(clients.client(ONE)), repr(through)]
    texts = [text for error in errors for text in texts_of(error)]
    logs = [f"{record.getMessage()} {record.args!r}" for record in caplog.records]
    assert logs
    assert not [text for text in [*texts, *logs, *seen, repr(SECRET)] if CANARY in text]


async def test_a_header_that_http_cannot_carry_is_quoted_nowhere():
    async with DemoServer() as demo, Clients() as clients:
        clients.put(Host(ONE, demo.address))
        with pytest.raises(OllamaError) as caught:
            async with clients.client(ONE).exchange(
                "GET", "/api/version", headers={"Authorization": f"Bearer {CANARY}\n"}
            ):
                pass
    assert not [text for text in texts_of(caught.value) if CANARY in text]
