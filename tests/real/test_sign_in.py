"""Signing in at a real reverse proxy before an Ollama server, and what else such a gate says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.diagnostics.explain import Code, explain
from desktop.domain.address import HostAddress
from desktop.domain.connection import Connection, Secret, SignIn, SignInKind, Trust
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import NotOllama, OllamaError, Redirected, SignInWanted
from tests.raw_server import RawServer, head
from tests.real.authority import Authority
from tests.real.nginx import Gate, nginx

BEARER = SignIn(SignInKind.BEARER)
BASIC = SignIn(SignInKind.BASIC, user="me")
OWN = SignIn(SignInKind.HEADERS, headers=("X-API-Key",))

KINDS = [
    (Gate(header=("Authorization", "Bearer open")), BEARER, Secret(token="open")),
    (Gate(basic=("me", "open")), BASIC, Secret(password="open")),
    (Gate(header=("X-API-Key", "open sesame")), OWN, Secret(headers={"X-API-Key": "open sesame"})),
]
WRONG = Secret(token="wrong", password="wrong", headers={"X-API-Key": "wrong"})


@asynccontextmanager
async def guarded(
    folder: Path, gate: Gate, authority: Authority | None = None
) -> AsyncIterator[HostAddress]:
    pair = authority.good() if authority else None
    async with DemoServer(pace=AT_ONCE) as demo, nginx(folder, demo.address, pair, gate) as address:
        yield address


async def version(address: HostAddress, connection: Connection, secret: Secret) -> str:
    async with open_http(address, connection, secret) as http:
        return (await OllamaClient(http).version()).version


@pytest.mark.parametrize(("gate", "sign_in", "secret"), KINDS)
async def test_a_gate_lets_the_right_sign_in_pass_and_names_what_it_wants_of_others(
    tmp_path: Path, gate: Gate, sign_in: SignIn, secret: Secret
):
    connection = Connection(sign_in=sign_in)
    async with guarded(tmp_path, gate) as address:
        assert await version(address, connection, secret)
        for other in (WRONG, Secret()):
            with pytest.raises(SignInWanted) as caught:
                await version(address, connection, other)
            assert caught.value.status == 401
            assert 'realm="models"' in caught.value.challenge
        with pytest.raises(SignInWanted):
            await version(address, Connection(), secret)


async def test_a_sign_in_goes_over_tls_that_is_trusted_to_a_base_path(
    tmp_path: Path, authority: Authority
):
    connection = Connection(sign_in=BASIC, trust=Trust(ca_file=str(authority.file)))
    gate = Gate(basic=("me", "open"), path="/ollama")
    async with guarded(tmp_path, gate, authority) as address:
        assert address.path == "/ollama"
        assert await version(address, connection, Secret(password="open"))
        astray = HostAddress("https", address.host, address.port, "/elsewhere")
        with pytest.raises(NotOllama) as caught:
            await version(astray, connection, Secret(password="open"))
        assert caught.value.status == 404


async def test_a_body_that_is_too_large_for_the_gate_is_told_apart(tmp_path: Path):
    async with guarded(tmp_path, Gate(limit="1k")) as address, open_http(address) as http:
        with pytest.raises(NotOllama) as caught:
            async with OllamaClient(http).exchange("POST", "/api/show", bytes(5000)):
                pass
    assert caught.value.status == 413


async def test_a_stream_comes_through_the_gate_line_by_line(tmp_path: Path):
    async with guarded(tmp_path, Gate()) as address, open_http(address) as http:
        steps = [step.status async for step in OllamaClient(http).pull("llama3.2:1b")]
    assert steps[-1] == "success"


async def test_plain_http_to_the_port_of_https_is_named(tmp_path: Path, authority: Authority):
    async with guarded(tmp_path, Gate(), authority) as address:
        plain = HostAddress("http", address.host, address.port)
        with pytest.raises(OllamaError) as caught:
            await version(plain, Connection(), Secret())
    assert explain(caught.value).code is Code.SPEAKS_HTTPS


@pytest.mark.parametrize(("gate", "sign_in", "secret"), KINDS)
async def test_a_redirect_to_another_host_carries_no_credential_there(
    gate: Gate, sign_in: SignIn, secret: Secret
):
    async with RawServer(b"") as elsewhere:
        answer = head(307, f"Location: {elsewhere.address.url}/api/version", "Content-Length: 0")
        async with RawServer(answer) as server:
            with pytest.raises(Redirected):
                await version(server.address, Connection(sign_in=sign_in), secret)
            (request,) = server.requests
        assert not elsewhere.requests
    assert b"open" in request or b"bWU6b3Blbg==" in request
