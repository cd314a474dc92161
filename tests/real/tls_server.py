"""A server that speaks TLS with a given certificate, and answers every request alike."""

import asyncio
import ssl

from tests.raw_server import whole
from tests.real.authority import Pair
from tests.socket_server import SocketServer

VERSION = whole(b'{"version":"0.33.0"}')


class TlsServer(SocketServer):
    """Counts the connections, and keeps every byte that came through an agreed encryption."""

    def __init__(self, pair: Pair, answer: bytes = VERSION) -> None:
        super().__init__(scheme="https")
        self._context = pair.server_context()
        self._answer = answer
        self.requests: list[bytes] = []
        self.agreed = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
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
