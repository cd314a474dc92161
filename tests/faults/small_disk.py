"""A disk of six megabytes that fills up, has room again, and then can only be read.

    unshare --mount python -m tests.faults.small_disk FOLDER

It mounts the disk at FOLDER in its own name space, and prints what was seen as JSON.
"""

import asyncio
import contextlib
import json
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.domain.conversation import (
    NO_ENTRY,
    Conversation,
    ConversationId,
    Entry,
    EntryId,
    Role,
)
from desktop.storage.conversations import ConversationStore, open_conversations
from desktop.storage.storage_failed import StorageFailed
from tests.faults.kills import database_of, faults

HEAD = Conversation(ConversationId("c"), datetime.now(UTC), datetime.now(UTC))
LONG = Entry(EntryId(""), NO_ENTRY, Role.USER, HEAD.created, "Wörter 向量 " * 2_000)


@dataclass
class Seen:
    """`lost` and `broken` are over the whole story; the rest are names of problems."""

    acknowledged: int = 0
    full: str = ""
    full_again: str = ""
    after_room: int = 0
    read_only: str = ""
    opened_full: str = ""
    found_full: int = 0
    after_reopening: str = ""
    opened_read_only: str = ""
    found_read_only: int = 0
    lost: int = 0
    broken: tuple[str, ...] = ()


async def fill(store: ConversationStore, name: str, most: int = 200) -> tuple[int, str]:
    """Add entries until it fails; return how many were kept, and why it ended."""
    for number in range(most):
        try:
            await store.add(replace(LONG, id=EntryId(f"{name}{number}")), HEAD)
        except StorageFailed as failed:
            return number, failed.problem.name
    return most, ""


async def kept(store: ConversationStore) -> int:
    loaded = await store.load(HEAD.id)
    return sum(e.text == LONG.text for e in loaded[1].entries.values()) if loaded else 0


def brim(file: Path) -> None:
    """Fill a disk to the last byte."""
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as filler:
        while filler.write(bytes(4096)):
            pass


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


async def watch(disk: Path) -> Seen:
    seen = Seen()
    path, ballast = disk / "data" / "conversations.db", disk / "ballast"
    ballast.write_bytes(bytes(4_000_000))
    store = await open_conversations(path)
    seen.acknowledged, seen.full = await fill(store, "a")
    _, seen.full_again = await fill(store, "b")
    ballast.unlink()
    seen.after_room, _ = await fill(store, "c", 10)
    seen.lost = seen.acknowledged + seen.after_room - await kept(store)
    await store.close()
    brim(ballast)
    store = await open_conversations(path)
    seen.opened_full = store.problem.problem.name if store.problem else ""
    seen.found_full = await kept(store)
    _, seen.full_again = await fill(store, "d")
    ballast.unlink()
    await store.add(replace(LONG, id=EntryId("e"), text="there is room again"), HEAD)
    seen.after_reopening = store.problem.problem.name if store.problem else ""
    seen.broken = tuple(await database_of(store).run(faults)) if store.problem is None else ()
    await store.close()
    mount("-o", "remount,ro", str(disk))
    store = await open_conversations(path)
    _, seen.read_only = await fill(store, "d")
    seen.opened_read_only = store.problem.problem.name if store.problem else ""
    seen.found_read_only = await kept(store)
    await store.close()
    return seen


if __name__ == "__main__":
    mount("-t", "tmpfs", "-o", "size=6m", "none", sys.argv[1])
    sys.stdout.write(json.dumps(asdict(asyncio.run(watch(Path(sys.argv[1]))))))
