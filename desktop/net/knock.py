"""Whether something listens at an address; nothing is sent."""

import asyncio
import socket

from desktop.net.lookup import Endpoint


async def knock(endpoint: Endpoint, seconds: float) -> bool:
    """Return whether a TCP connection can be made within that time; it is closed at once."""
    link = socket.socket(endpoint.family, socket.SOCK_STREAM)
    try:
        link.setblocking(False)
        async with asyncio.timeout(seconds):
            await asyncio.get_running_loop().sock_connect(link, endpoint.target)
    except OSError:  # A TimeoutError is one.
        return False
    else:
        return True
    finally:
        link.close()
