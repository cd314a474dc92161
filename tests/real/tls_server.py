"""A server that speaks TLS with a given certificate, and answers every request alike."""

import asyncio
import ssl
from types import TracebackType
from typing import Self

from desktop.domain.address import HostAddress
from desktop.runtime.supervisor import Supervisor
from tests.raw_server import whole
from tests.real.authority import Pair

VERSION = whole(b'{"version":"0.33.0"}')


class TlsServer:
    """Counts the connections, and keeps every byte that came through an agreed encryption."""

    def __init__(self, pair: Pair, answer: bytes = VERSION) -> None:
        self._context = pair.server_context()
        self._answer = answer
        self._tasks = Supervisor()
        self.requests: list[bytes] = []
        self.agreed = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = int(self._server.sockets[0].getsockname()[1])
        self.address = HostAddress("https", "127.0.0.1", self.port)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        await self._tasks.close()
        await self._server.wait_closed()

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.start(self._serve(reader, writer), name="TLS server")

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await writer.start_tls(self._context)
            self.agreed += 1
            while data := await reader.read(65536):
                self.requests.append(data)
                writer.write(self._answer)
        except (ssl.SSLError, ConnectionError):
            writer.transport.abort()  # The client did not like the certificate.
        finally:
            writer.close()
