"""What a power failure leaves: the file, and any first part of its journal."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.domain.conversation import (
    NO_ENTRY,
    Conversation,
    ConversationId,
    Entry,
    EntryId,
    Role,
)
from desktop.storage.conversations import ConversationStore, open_conversations
from tests.faults.kills import database_of, faults

HEAD = Conversation(ConversationId("c"), datetime.now(UTC), datetime.now(UTC))
ENTRIES = [
    Entry(EntryId(f"e{n}"), NO_ENTRY, Role.USER, HEAD.created, f"Wörter 向量 {n} " * 40)
    for n in range(60)
]
CUTS = 25


def journal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def on_disk(path: Path) -> tuple[bytes, bytes]:
    return path.read_bytes(), journal(path).read_bytes()


async def written(path: Path) -> tuple[bytes, bytes]:
    """Return a file and its journal as they are after all commits and before any checkpoint."""
    store = await open_conversations(path)
    try:
        for entry in ENTRIES:
            await store.add(entry, HEAD)
        return on_disk(path)
    finally:
        await store.close()


async def kept(store: ConversationStore) -> list[Entry]:
    loaded = await store.load(HEAD.id)
    return list(loaded[1].entries.values()) if loaded else []


@pytest.mark.parametrize("is_garbled", [False, True], ids=["cut", "garbled"])
async def test_a_first_part_of_the_journal_is_a_first_part_of_the_commits(
    tmp_path: Path, is_garbled: bool
):
    file, whole = await written(tmp_path / "before.db")
    chance = random.Random(5)
    seen: set[int] = set()
    for cut in [0, 31, len(whole), *(chance.randrange(len(whole)) for _ in range(CUTS))]:
        path = tmp_path / f"{cut}.db"
        path.write_bytes(file)
        rest = chance.randbytes(len(whole) - cut) if is_garbled else b""
        journal(path).write_bytes(whole[:cut] + rest)
        store = await open_conversations(path)
        try:
            assert store.damage is None
            assert not await database_of(store).run(faults)
            found = await kept(store)
        finally:
            await store.close()
        assert found == ENTRIES[: len(found)]
        seen.add(len(found))
    assert {0, len(ENTRIES)} <= seen
    assert len(seen) > CUTS // 4
