"""The message bus of the desktop on Linux, where there is one; nothing here needs it."""

import asyncio
import contextlib
import importlib.util
import logging
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from desktop.runtime.event import Event
from desktop.runtime.task_owner import TaskOwner

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.asyncio import DBusRouter

_PATIENCE = 5.0
"""Seconds that the bus, or whoever is asked on it, may take for an answer."""
_WAITING = 64
"""Signals that may wait to be looked at."""

_log = logging.getLogger(__name__)


class BusFailed(Exception):
    """There is no bus, or what was asked on it did not answer, or refused."""


@dataclass(frozen=True, slots=True)
class Remote:
    """An object on the bus, and the interface by which it is spoken to."""

    name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A signal that came over the bus."""

    interface: str
    member: str
    body: tuple[Any, ...]


class SessionBus(TaskOwner):
    """One connection, opened in the background; used as `async with`.

    jeepney speaks for it, which the keyring needs on Linux anyway: Qt's own
    bus cannot say from Python that a number is unsigned.
    """

    def __init__(self, address: str | None, listens: Mapping[str, str] | None = None) -> None:
        """`address` is None where there is none; `listens` names interfaces, with their paths."""
        super().__init__()
        self.heard = Event[Heard]()
        self._address = address
        self._listens = dict(listens or {})
        self._tried = asyncio.Event()
        self._router: DBusRouter | None = None

    async def __aenter__(self) -> Self:
        if self._address and importlib.util.find_spec("jeepney"):
            self._tasks.start(self._serve(self._address), name="session bus")
        else:
            self._tried.set()
        return self

    async def ask(
        self, whom: Remote, method: str, signature: str, *words: object
    ) -> tuple[Any, ...]:
        """Call a method, and return what it answers.

        Raises:
            BusFailed: nobody answered, or not with what was asked for.
        """
        from jeepney import DBusAddress, MessageType, new_method_call

        address = DBusAddress(whom.path, whom.name, whom.interface)
        message = new_method_call(address, method, signature or None, words)
        answer = await self._within(lambda router: router.send_and_get_reply(message))
        if answer.header.message_type is not MessageType.method_return:
            raise BusFailed(f"{whom.name}: {method} was refused")
        return answer.body

    async def say(
        self, path: str, interface: str, signal: str, signature: str, *words: object
    ) -> None:
        """Send a signal to whoever listens.

        Raises:
            BusFailed: there is no bus any more.
        """
        from jeepney import DBusAddress, new_signal

        message = new_signal(DBusAddress(path, None, interface), signal, signature, words)
        await self._within(lambda router: router.send(message))

    async def _within(self, do: "Callable[[DBusRouter], Any]") -> Any:
        from jeepney.io.common import RouterClosed

        try:
            async with asyncio.timeout(_PATIENCE):
                await self._tried.wait()
                if self._router is None:
                    raise BusFailed("there is no session bus")
                return await do(self._router)
        except (OSError, RouterClosed) as error:  # A TimeoutError is an OSError.
            raise BusFailed(str(error) or type(error).__name__) from error

    async def _serve(self, address: str) -> None:
        from jeepney.io.asyncio import DBusRouter, open_dbus_connection

        try:
            async with asyncio.timeout(_PATIENCE):
                connection = await open_dbus_connection(address)
        except (OSError, EOFError, RuntimeError, ValueError) as error:  # A refusal is a ValueError.
            _log.info("no session bus: %s", error or type(error).__name__)
            self._tried.set()
            return
        try:
            async with DBusRouter(connection) as router:
                await self._listen(router)
        except (OSError, EOFError, BusFailed) as error:
            _log.info("the session bus is gone: %s", error or type(error).__name__)
        finally:
            self._router = None
            with contextlib.suppress(OSError):  # It is gone already.
                await connection.close()

    async def _listen(self, router: "DBusRouter") -> None:
        from jeepney import MatchRule

        with router.filter(MatchRule(type="signal"), bufsize=_WAITING) as queue:
            self._router = router
            self._tried.set()
            for interface, path in self._listens.items():
                rule = MatchRule(type="signal", interface=interface, path=path)
                await self.ask(_BUS, "AddMatch", "s", rule.serialise())
            while True:
                self._tell(await queue.get())

    def _tell(self, message: "Message") -> None:
        from jeepney import HeaderFields

        fields = message.header.fields
        interface, member = fields.get(HeaderFields.interface), fields.get(HeaderFields.member)
        if interface in self._listens:
            self.heard.emit(Heard(str(interface), str(member), message.body))


_BUS = Remote("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def find_bus(environ: Mapping[str, str], platform: str = sys.platform) -> str | None:
    """Return where the desktop's bus listens; None on a system that has none."""
    if not platform.startswith("linux"):
        return None
    if address := environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    socket = Path(environ.get("XDG_RUNTIME_DIR", "")) / "bus"
    return f"unix:path={socket}" if socket.is_absolute() and socket.exists() else None
