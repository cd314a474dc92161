"""A message bus of the test's own, and somebody on it who shows notices."""

import asyncio
import contextlib
import shutil
import subprocess
from collections.abc import AsyncGenerator, Generator, Iterator
from pathlib import Path

import pytest
from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.io.asyncio import DBusConnection, open_dbus_connection

from desktop.system.notices import INTERFACE, PATH

_CONFIG = """<busconfig><type>session</type><listen>unix:path={socket}</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/>
<allow own="*"/></policy></busconfig>"""
_BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")


@contextlib.contextmanager
def private_bus(folder: Path) -> Generator[str]:
    """Run a bus that nobody else is on; its address."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("dbus-daemon is not installed")
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=folder / "bus"))
    with subprocess.Popen(
        [program, f"--config-file={config}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as daemon:
        assert daemon.stdout
        address = daemon.stdout.readline().strip()
        assert address
        try:
            yield address
        finally:
            daemon.terminate()


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """The address of a bus of the test's own."""
    with private_bus(tmp_path) as address:
        yield address


class NoticeServer:
    """Keeps what it is asked to show, and clicks where a test says so."""

    def __init__(self, connection: DBusConnection, capabilities: list[str]) -> None:
        self._connection = connection
        self._capabilities = capabilities
        self.shown: list[tuple[object, ...]] = []
        self.signals: list[tuple[object, ...]] = []

    async def serve(self) -> None:
        while True:
            message = await self._connection.receive()
            member = message.header.fields.get(HeaderFields.member)
            if message.header.message_type is MessageType.signal and member == "Update":
                self.signals.append(message.body)
            elif message.header.message_type is MessageType.method_call:
                await self._connection.send(self._answer(message, str(member)))

    async def click(self, number: int, token: str = "") -> None:
        at = DBusAddress(PATH, None, INTERFACE)
        if token:
            await self._connection.send(new_signal(at, "ActivationToken", "us", (number, token)))
        await self._connection.send(new_signal(at, "ActionInvoked", "us", (number, "default")))

    async def watch(self, interface: str) -> None:
        rule = f"type='signal',interface='{interface}'"
        await self._connection.send(new_method_call(_BUS, "AddMatch", "s", (rule,)))

    def _answer(self, message: Message, member: str) -> Message:
        if member == "GetCapabilities":
            return new_method_return(message, "as", (self._capabilities,))
        self.shown.append(message.body)
        return new_method_return(message, "u", (len(self.shown),))


@contextlib.asynccontextmanager
async def notice_server(
    address: str, capabilities: tuple[str, ...] = ("body", "body-markup", "actions")
) -> AsyncGenerator[NoticeServer]:
    """Have somebody show notices on that bus."""
    connection = await open_dbus_connection(address)
    server = NoticeServer(connection, list(capabilities))
    await connection.send(new_method_call(_BUS, "RequestName", "su", (INTERFACE, 4)))
    await connection.receive()
    task = asyncio.create_task(server.serve())
    try:
        yield server
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await connection.close()
