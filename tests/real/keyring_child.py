"""Keeps a secret in this session's keyring, in a process of its own; says in JSON how it went."""

import asyncio
import json
import sys
from pathlib import Path

from desktop.domain.connection import Keeping, Secret
from desktop.domain.host import HostId
from desktop.domain.proxy import Login
from desktop.storage.secrets import Secrets

HOST = HostId("host")


async def keep(file: Path, token: str) -> dict[str, object]:
    """Write, read in what would be the next run, forget, and read again."""
    given = Secret(token, "päss word", {"X-Key": "k\n"}, Login("me", "x" * 1000))
    async with Secrets(file) as secrets:
        has_keyring = await secrets.has_keyring()
        became = await secrets.write(HOST, given, Keeping.KEYRING)
        in_this_run = await secrets.read(HOST) == given
    async with Secrets(file) as secrets:
        in_the_next = await secrets.read(HOST) == given
        await secrets.forget(HOST)
        is_gone = not await secrets.read(HOST)
    return {
        "has_keyring": has_keyring,
        "became": became,
        "in this run": in_this_run,
        "in the next": in_the_next,
        "is gone": is_gone,
    }


if __name__ == "__main__":
    # The token comes by standard input: an argument would be in the list of processes.
    said = asyncio.run(keep(Path(sys.argv[1]), sys.stdin.readline().strip()))
    sys.stdout.write(json.dumps(said))
