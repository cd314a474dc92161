"""Answers one request as a plan has it."""

import asyncio
import socket
import struct

from tests.faults.schedule import Call, Fault, Plan
from tests.socket_server import SocketServer

_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER: closing throws everything away and resets the connection."""


class Spoiler(SocketServer):
    """A server on loopback that keeps to its plan, and to nothing else."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self._plan = plan

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        plan = self._plan
        try:
            await reader.readuntil(b"\r\n\r\n")
            if plan.call is Call.UPLOAD and not plan.is_upload_cut:
                await reader.readexactly(1)
            for piece in plan.pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(0)
            while plan.fault is Fault.STALL and await reader.read(65536):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.transport.abort()
        finally:
            self._close(writer)

    def _close(self, writer: asyncio.StreamWriter) -> None:
        link = writer.get_extra_info("socket")
        if self._plan.fault is Fault.RESET and link is not None:
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        writer.close()
