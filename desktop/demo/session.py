"""Answers the requests of one connection, one after the other."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from dataclasses import replace

import h11

from desktop.demo.faults import CutOff
from desktop.demo.gate import cross_origin, preflight, refuse
from desktop.demo.machine import Machine
from desktop.demo.openai import refused
from desktop.demo.reply import Answer, Refusal, Reply, Streaming, error_reply, line, plain
from desktop.demo.routes import find, methods_of
from desktop.demo.wire import BodyTooLarge, Connection, Request

PIECE = 512
"""Bytes of each piece of an answer that is sent in pieces so that it can be cut."""


class Session:
    """One client's requests. It ends when the client leaves or breaks the rules of HTTP."""

    def __init__(self, connection: Connection, machine: Machine, requests: deque[str]) -> None:
        self._connection = connection
        self._machine = machine
        self._requests = requests

    async def run(self) -> None:
        try:
            while (request := await self._connection.next_request()) is not None:
                self._requests.append(f"{request.method} {request.path}")
                if not await self._handle(request) or not await self._connection.can_go_on():
                    return
        except BodyTooLarge:
            await self._send(plain(413, "413 Request Entity Too Large"))
        except h11.LocalProtocolError:
            return  # The client closed before its answer was sent.
        except h11.RemoteProtocolError:
            await self._send(plain(400, "400 Bad Request"))
        except CutOff:
            self._connection.abort()

    async def _handle(self, request: Request) -> bool:
        """Answer one request; an upload's body is read by its endpoint, piece by piece."""
        if request.is_upload:
            await self._respond(replace(request, chunks=self._connection.chunks()))
            return True
        body = await self._connection.read_body()
        return await self._while_connected(self._respond(replace(request, body=body)))

    async def _respond(self, request: Request) -> None:
        answer = await self._answer(request)
        if isinstance(answer, Reply) and self._machine.faults.spoils_whole(request.path):
            answer = Streaming(_pieces(answer.body), answer.content_type)
        if isinstance(answer, Streaming):
            await self._stream(request, answer)
        else:
            await self._send(answer, request)

    async def _while_connected(self, work: Coroutine[object, object, None]) -> bool:
        """Do the work, unless the client leaves first: closing is the only cancel (fact 20)."""
        working = asyncio.ensure_future(work)
        watching = asyncio.ensure_future(self._connection.hung_up())
        try:
            await asyncio.wait({working, watching}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            is_done = working.done()
            working.cancel()
            watching.cancel()
            await asyncio.wait({working, watching})
        if not watching.cancelled():
            watching.exception()
        if is_done:
            working.result()
        return is_done

    async def _answer(self, request: Request) -> Answer:
        spoiled = await self._machine.faults.before(request.path)
        refused = spoiled or refuse(request.headers)
        if refused is not None:
            return refused
        methods = methods_of(request.path)
        if request.method == "OPTIONS" and methods and request.headers.get("origin"):
            return preflight(", ".join(methods))
        endpoint = find(request)
        if isinstance(endpoint, Reply):
            return endpoint
        try:
            return await endpoint(self._machine, request)
        except Refusal as refusal:
            return _refused(request, refusal)

    async def _stream(self, request: Request, answer: Streaming) -> None:
        """Send the pieces as they come; the head waits for the first (fact 19)."""
        faults = self._machine.faults
        has_begun = False
        try:
            async with aclosing(faults.spoil(request.path, answer.pieces)) as pieces:
                async for piece in pieces:
                    if not has_begun:
                        has_begun = True
                        await self._begin(request, answer)
                    await self._connection.piece(piece)
        except Refusal as refusal:
            if not has_begun:
                await self._send(_refused(request, refusal), request)
                return
            await self._connection.piece(line({"error": refusal.message}))
        await self._connection.finish()

    async def _begin(self, request: Request, answer: Streaming) -> None:
        head = Reply(200, b"", answer.content_type, cross_origin(request.headers))
        chunked = ("Transfer-Encoding", "chunked")
        await self._connection.start(head, self._machine.now(), chunked)

    async def _send(self, reply: Reply, request: Request | None = None) -> None:
        if request is not None and reply.status != 403:
            reply = replace(reply, headers=(*reply.headers, *cross_origin(request.headers)))
        await self._connection.send(reply, self._machine.now())


async def _pieces(body: bytes) -> AsyncGenerator[bytes, None]:
    for start in range(0, len(body), PIECE):
        yield body[start : start + PIECE]


def _refused(request: Request, refusal: Refusal) -> Reply:
    is_openai = request.path.startswith("/v1/")
    return refused(refusal) if is_openai else error_reply(refusal)
