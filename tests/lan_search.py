"""Searches the networks of this computer, in a network namespace that a test made for it."""

import asyncio
import json
import sys
from contextlib import AsyncExitStack
from time import monotonic

from desktop.hosts.discovery import Discovery
from desktop.system.interfaces import private_networks
from tests.lan_server import VERSION, LanServer, tags


async def search() -> None:
    """Print the networks, what was found in them and how many seconds that took."""
    networks = private_networks()
    async with AsyncExitStack() as stack:
        for number in (1, 7):
            server = LanServer(
                f"10.99.0.{number}", 11434, {"/api/version": VERSION, "/api/tags": tags(number)}
            )
            await stack.enter_async_context(server)
        discovery = await stack.enter_async_context(Discovery())
        done = asyncio.Event()

        def look(_: None) -> None:
            if not discovery.snapshot.is_running:
                done.set()

        start = monotonic()
        discovery.start(networks)
        discovery.changed.subscribe(look)
        await done.wait()
        found = [(each.address.host, each.models) for each in discovery.snapshot.found]
        said = {
            "networks": [str(network) for network in networks],
            "found": found,
            "asked": discovery.snapshot.asked,
            "seconds": monotonic() - start,
        }
        sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    asyncio.run(search())
