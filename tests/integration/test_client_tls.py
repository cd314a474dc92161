"""Encrypted connections, to a server whose certificate signs itself."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from desktop.domain.address import HostAddress
from desktop.net.transport import open_http
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import TlsFailed
from tests.raw_server import whole

FOLDER = Path(__file__).parent / "tls"
CERTIFICATE = FOLDER / "certificate.pem"


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(whole(b'{"version":"0.33.0"}'))
        await reader.read()
    except (OSError, asyncio.IncompleteReadError):
        pass  # The client does not trust the certificate.
    finally:
        writer.close()


@pytest_asyncio.fixture
async def encrypted() -> AsyncIterator[HostAddress]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE, FOLDER / "key.pem")
    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context)
    async with server:
        yield HostAddress("https", "127.0.0.1", server.sockets[0].getsockname()[1])


async def test_a_certificate_that_the_system_trusts_is_accepted(
    encrypted: HostAddress, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    async with open_http(encrypted) as http:
        assert (await OllamaClient(http).version()).version == "0.33.0"


async def test_a_certificate_that_nobody_vouches_for_is_refused(encrypted: HostAddress):
    async with open_http(encrypted) as http:
        with pytest.raises(TlsFailed, match="CERTIFICATE_VERIFY_FAILED"):
            await OllamaClient(http).version()
