"""Where hosts' secrets are kept: the system's keyring, memory, or a file that was agreed to."""

import asyncio
import contextlib
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from desktop.domain.connection import Keeping, Secret
from desktop.domain.host import HostId
from desktop.runtime.threads import Stopped, Worker
from desktop.storage.os_keyring import KeyringFailed, OsKeyring, open_keyring
from desktop.storage.secret_file import SecretFile
from desktop.storage.secret_text import parse_secret, write_secret

PATIENCE = 30.0
"""Seconds for one call to the keyring, in which a person may have to type its password."""

P = ParamSpec("P")
T = TypeVar("T")


class Secrets:
    """Keeps one secret for each host, and never says one but to who asks for that host's.

    The keyring is used in a thread of its own, since D-Bus may block for
    minutes. A call that takes too long is given up, and until it has come
    back no other is made. What cannot be kept where it was meant to be is
    kept in memory until `close`. Changes to one host's secret take turns.
    """

    def __init__(
        self,
        file: Path,
        open_ring: Callable[[], OsKeyring] = open_keyring,
        patience: float = PATIENCE,
    ) -> None:
        self._memory: dict[HostId, Secret] = {}
        self._file = SecretFile(file)
        self._disk = Worker("secrets file")
        self._open_ring = open_ring
        self._patience = patience
        self._ring: OsKeyring | None = None
        self._ring_thread: Worker | None = None
        self._is_stuck = False
        self._turns = defaultdict[HostId, asyncio.Lock](asyncio.Lock)
        self._asked_of_ring: set[HostId] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Forget what is in memory, and wait a moment for what is being written."""
        self._memory.clear()
        self._disk.close()
        if self._ring_thread is not None:
            self._ring_thread.close()

    async def has_keyring(self) -> bool:
        """Whether secrets can be kept in the system's keyring; it may ask for a password."""
        try:
            await self._on_ring(lambda ring: ring.read("probe"))
        except KeyringFailed:
            return False
        return True

    async def read(self, host_id: HostId, keeping: Keeping = Keeping.KEYRING) -> Secret:
        """Return a host's secret, empty where there is none or it cannot be read.

        The keyring is not asked about hosts whose secret is kept elsewhere.
        """
        if (secret := self._memory.get(host_id)) is not None:
            return secret
        if keeping is Keeping.KEYRING:
            return await self._read_ring(host_id)
        if keeping is Keeping.FILE:
            return await self._on_disk(self._file.read, host_id) or Secret()
        return Secret()

    async def write(self, host_id: HostId, secret: Secret, keeping: Keeping) -> Keeping:
        """Keep a host's secret there and nowhere else; return where it is kept now.

        That is RUN where the keyring or the file could not take it.
        """
        if not secret:
            await self.forget(host_id)
            return keeping
        self._memory[host_id] = secret
        async with self._turns[host_id]:
            became = await self._move_out(host_id, secret, keeping)
            if became is not Keeping.FILE:
                await self._on_disk(self._file.forget, host_id)
            if became is not Keeping.KEYRING:
                await self._forget_ring(host_id)
        if became is not Keeping.RUN and self._memory.get(host_id) is secret:
            del self._memory[host_id]
        return became

    async def forget(self, host_id: HostId) -> None:
        """Keep nothing of a host any more."""
        self._memory.pop(host_id, None)
        async with self._turns[host_id]:
            await self._on_disk(self._file.forget, host_id)
            await self._forget_ring(host_id)

    async def _move_out(self, host_id: HostId, secret: Secret, keeping: Keeping) -> Keeping:
        """Return where the secret is now besides memory, or RUN."""
        if keeping is Keeping.FILE:
            was_written = await self._on_disk(self._write_file, host_id, secret)
            return Keeping.FILE if was_written else Keeping.RUN
        if keeping is Keeping.KEYRING:
            text = json.dumps(write_secret(secret))
            self._asked_of_ring.add(host_id)
            try:
                await self._on_ring(lambda ring: ring.write(host_id, text))
            except KeyringFailed:
                return Keeping.RUN
        return keeping

    def _write_file(self, host_id: HostId, secret: Secret) -> bool:
        self._file.write(host_id, secret)
        return True

    async def _read_ring(self, host_id: HostId) -> Secret:
        self._asked_of_ring.add(host_id)
        try:
            text = await self._on_ring(lambda ring: ring.read(host_id))
        except KeyringFailed:
            return Secret()
        return parse_secret(text or "")

    async def _forget_ring(self, host_id: HostId) -> None:
        """Ask only about hosts that the keyring may know: it may be locked, and ask back."""
        if host_id not in self._asked_of_ring:
            return
        if self._is_stuck and self._ring_thread is not None:
            self._ring_thread.post(lambda: self._forget_late(host_id))
            return
        try:
            await self._on_ring(lambda ring: ring.forget(host_id))
        except KeyringFailed:
            return
        self._asked_of_ring.discard(host_id)

    async def _on_ring(self, work: Callable[[OsKeyring], T]) -> T:
        """Do something with the keyring in its thread. Raises KeyringFailed."""
        if self._is_stuck:
            raise KeyringFailed("it has not answered yet")
        if self._ring_thread is None:
            self._ring_thread = Worker("keyring")
        thread = self._ring_thread
        try:
            async with asyncio.timeout(self._patience):
                return await thread.run(lambda: work(self._opened()))
        except TimeoutError:
            self._is_stuck = True
            thread.post(self._come_back)
            raise KeyringFailed("it does not answer") from None
        except Stopped:
            raise KeyringFailed("the program is ending") from None

    def _opened(self) -> OsKeyring:
        """Runs in the keyring's thread. One that failed is tried again: it may be unlocked now."""
        if self._ring is None:
            self._ring = self._open_ring()
        return self._ring

    def _come_back(self) -> None:
        """Runs in the keyring's thread, once the call that took too long is over."""
        self._is_stuck = False

    def _forget_late(self, host_id: HostId) -> None:
        """Runs in the keyring's thread, after a write that took too long and may yet succeed."""
        with contextlib.suppress(KeyringFailed):
            self._opened().forget(host_id)

    async def _on_disk(
        self,
        work: Callable[Concatenate[HostId, P], T],
        host_id: HostId,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        """Do something with the file in its thread; None where the disk refuses."""
        try:
            return await self._disk.run(work, host_id, *args, **kwargs)
        except (OSError, Stopped):
            return None
