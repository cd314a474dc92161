"""What is kept and asked: the settings, the conversations with their search, the demo host."""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

from desktop.demo.server import DemoServer
from desktop.domain.host import Host, HostId
from desktop.ollama.clients import Clients
from desktop.storage.conversations import open_conversations
from desktop.storage.settings import SettingsFile
from desktop.storage.storage_failed import StorageFailed


def no_room() -> str:
    """Say that there is no folder for a check's files, or ""."""
    try:
        tempfile.gettempdir()
    except OSError:
        return "no folder for temporary files can be written"
    return ""


def storage() -> str:
    """Write settings and read them back, and search a file of conversations."""
    if problem := no_room():
        return problem
    with tempfile.TemporaryDirectory() as folder:
        return _settings(Path(folder)) or asyncio.run(_conversations(Path(folder)))


def _settings(folder: Path) -> str:
    path = folder / "settings.json"
    file = SettingsFile(path, pause=0)
    file.update(replace(file.settings, pulls_per_host=3))
    file.close()
    if file.write_problem is not None:
        return f"the settings cannot be written: {file.write_problem.strerror}"
    again = SettingsFile(path)
    again.close()
    return "" if again.settings.pulls_per_host == 3 else "the settings read back differ"


async def _conversations(folder: Path) -> str:
    """Search an empty file: without SQLite's full text search it cannot even be made."""
    try:
        store = await open_conversations(folder / "conversations.db")
        try:
            await store.search("llama")
        finally:
            await store.close()
    except StorageFailed as problem:
        return f"conversations cannot be kept: {problem}"
    return ""


def demo() -> str:
    """Ask the stand-in for its models, over a real socket on loopback."""

    async def ask() -> int:
        async with DemoServer() as server, Clients() as clients:
            host = Host(HostId("selftest"), server.address)
            clients.put(host)
            return len((await clients.client(host.id).tags()).rows)

    return "" if asyncio.run(ask()) else "the demo host lists no models"
