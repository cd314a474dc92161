"""One TCP connection, as httpcore wants it."""

import asyncio
import ssl
from typing import cast

import httpcore
from typing_extensions import override

from desktop.net.deadline import Deadline

_ENOUGH = 256 * 1024
"""Bytes that wait to be read before the peer is slowed down."""


class EncryptionFailed(httpcore.ConnectError):
    """No encryption could be agreed on, and `reason` says why.

    A class with a reason of its own, because httpcore drops causes.
    """

    def __init__(self, message: str, reason: OSError | None = None) -> None:
        super().__init__(message)
        self.reason = reason


class Connection(asyncio.Protocol, httpcore.AsyncNetworkStream):
    """Bytes from and to one peer, read by one task and written by one task at a time.

    httpcore's own stream sets a timer for every read; this one shares a
    `Deadline`, and wakes nobody while what is asked for is already here.
    """

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()
        self._is_over = False
        self._is_lost = False
        self._is_paused = False
        self._speaks_http = False
        self._error: Exception | None = None
        self._can_write = True
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None
        self._reading, self._writing = Deadline(), Deadline()

    @override
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, or b"" when nothing will come any more.

        Raises:
            httpcore.ReadTimeout, httpcore.ReadError: nothing came in time, or it was reset.
            httpcore.RemoteProtocolError: the first bytes are not HTTP's.
        """
        data = await self.receive(max_bytes, timeout)
        if not self._speaks_http and data:
            self._speaks_http = _demand_http(data)
        return data

    async def receive(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what has come, whatever language it is.

        Raises:
            httpcore.ReadTimeout, httpcore.ReadError: nothing came in time, or it was reset.
        """
        if not self._received and not self._is_over:
            self._reader = asyncio.get_running_loop().create_future()
            try:
                await self._reading.wait(self._reader, timeout)
            except TimeoutError as error:
                raise httpcore.ReadTimeout(f"nothing came for {timeout:g} s") from error
        if not self._received and self._error is not None:
            raise httpcore.ReadError(str(self._error)) from self._error
        data = bytes(self._received[:max_bytes])
        del self._received[:max_bytes]
        if self._is_paused and self._transport is not None and len(self._received) < _ENOUGH:
            self._is_paused = False
            self._transport.resume_reading()
        return data

    @override
    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes, waiting while the peer is slow.

        Raises:
            httpcore.WriteTimeout, httpcore.WriteError: it took too long, or the peer went away.
        """
        if self._transport is None or self._is_over:
            raise httpcore.WriteError("the connection is closed") from self._error
        self._transport.write(buffer)
        if self._can_write:
            return
        self._writer = asyncio.get_running_loop().create_future()
        try:
            await self._writing.wait(self._writer, timeout)
        except TimeoutError as error:
            raise httpcore.WriteTimeout(f"nothing went out for {timeout:g} s") from error
        if self._is_over:
            raise httpcore.WriteError("the peer went away") from self._error

    @override
    async def aclose(self) -> None:
        """Close at once; whoever still reads or writes gets an error, and nothing more is given."""
        self._reading.close()
        self._writing.close()
        self._received.clear()
        was_lost = self._is_lost
        self.connection_lost(ConnectionAbortedError("closed from here"))
        if self._transport is not None and not was_lost:  # asyncio's own cannot bear it twice.
            self._transport.abort()
            await asyncio.sleep(0)  # The socket is closed in the loop's next round.

    @override
    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Go on encrypted.

        Raises:
            EncryptionFailed: no encryption could be agreed on, or the peer hung up.
            httpcore.ConnectTimeout: it took too long.
        """
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                self._transport = await loop.start_tls(
                    cast("asyncio.Transport", self._transport),
                    self,
                    ssl_context,
                    server_hostname=server_hostname,
                )
        except TimeoutError as error:
            await self.aclose()
            raise httpcore.ConnectTimeout("the encryption took too long to agree on") from error
        except OSError as error:
            await self.aclose()
            raise EncryptionFailed(str(error) or "the peer hung up", error) from error
        return self

    @override
    def get_extra_info(self, info: str) -> object:
        if info == "is_readable":  # Asked of an idle connection: then it is of no more use.
            return self._is_over or bool(self._received)
        names = {"client_addr": "sockname", "server_addr": "peername"}
        transport = self._transport
        return None if transport is None else transport.get_extra_info(names.get(info, info))

    @override
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    @override
    def data_received(self, data: bytes) -> None:
        self._received += data
        if len(self._received) >= _ENOUGH and self._transport is not None:
            self._is_paused = True
            self._transport.pause_reading()
        _wake(self._reader)

    @override
    def eof_received(self) -> None:
        self._is_over = True
        _wake(self._reader)

    @override
    def connection_lost(self, exc: Exception | None) -> None:
        self._is_over = self._is_lost = True
        self._error = self._error or exc
        _wake(self._reader)
        _wake(self._writer)

    @override
    def pause_writing(self) -> None:
        self._can_write = False

    @override
    def resume_writing(self) -> None:
        self._can_write = True
        _wake(self._writer)


def _demand_http(start: bytes) -> bool:
    """Raise for a banner of ssh or an alert of TLS, which h11 would wait on for more of."""
    if not start.startswith(b"HTTP/"[: len(start)]):
        raise httpcore.RemoteProtocolError(f"it answered {start[:60]!r}")
    return True


def _wake(waiter: "asyncio.Future[None] | None") -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)
