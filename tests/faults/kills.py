"""A process that writes conversations until it is killed, and what is left of them.

    python -m tests.faults.kills FOLDER SEED KILLS [--early]

Each writer is a process of its own, forked from this small one and ended by
SIGKILL. It tells a pipe what storage has acknowledged; with `--early` what it
has merely asked for, as if storage returned before its commit. The verdict is
printed as JSON.
"""

import asyncio
import json
import os
import random
import select
import signal
import sys
from collections.abc import Coroutine, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from desktop.domain.conversation import (
    NO_ENTRY,
    Attachment,
    AttachmentId,
    AttachmentKind,
    Conversation,
    ConversationId,
    Ending,
    Entry,
    EntryId,
    Role,
)
from desktop.storage.conversation_search import INDEXES
from desktop.storage.conversations import ConversationStore, open_conversations
from desktop.storage.database import Database

MOST = 40
"""Acknowledgements after which a writer is killed at the latest."""
COMMIT = 0.002
"""Seconds within which it is killed then; it commits about once in a millisecond."""
GROWTH = 4


@dataclass
class Verdict:
    """What a batch of kills came to."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def text_of(entry_id: str, version: int) -> str:
    """The text of an entry as it was written the n-th time; each is longer than the one before."""
    return f"{entry_id} {version} " + f"Wörter 向量 {entry_id} " * (1 + version * 3)


class Writer:
    """Writes through the store in a loop, and says after each commit what is in it."""

    def __init__(self, store: ConversationStore, pipe: int, name: str, is_early: bool) -> None:
        self._store = store
        self._pipe = pipe
        self._name = name
        self._is_early = is_early
        self._asked: list[asyncio.Task[None]] = []

    async def write(self) -> None:
        number = 0
        while True:
            number += 1
            await self._converse(f"{self._name}-{number}")

    async def _converse(self, name: str) -> None:
        now = datetime.now(UTC)
        file = Attachment(AttachmentId(f"f{name}"), AttachmentKind.TEXT, "notes.txt")
        head = Conversation(ConversationId(f"c{name}"), now, now, f"Talk {name}")
        asked = Entry(EntryId(f"q{name}"), NO_ENTRY, Role.USER, now, attachments=(file,))
        answer = Entry(EntryId(f"a{name}"), asked.id, Role.ASSISTANT, now, ending=Ending.GROWING)
        content = text_of(file.id, 0).encode()
        await self._say(self._store.keep(file, content, head.id), file.id, 0)
        asked = replace(asked, text=text_of(asked.id, 0))
        await self._say(self._store.add(asked, replace(head, leaf=asked.id)), asked.id, 0)
        answer = replace(answer, text=text_of(answer.id, 0))
        await self._say(self._store.add(answer, replace(head, leaf=answer.id)), answer.id, 0)
        for version in range(1, GROWTH):
            text = text_of(answer.id, version)
            await self._say(self._store.grow(answer.id, text), answer.id, version)
        answer = replace(answer, text=text_of(answer.id, GROWTH), ending=Ending.COMPLETE)
        await self._say(self._store.finish(answer), answer.id, GROWTH)
        await asyncio.gather(*self._asked)
        self._asked.clear()

    async def _say(self, change: Coroutine[Any, Any, None], of: str, version: int) -> None:
        if self._is_early:
            self._asked.append(asyncio.create_task(change))
        else:
            await change
        os.write(self._pipe, f"{of} {version}\n".encode())


def acknowledged(
    path: Path, name: str, moment: tuple[int, float], is_early: bool
) -> dict[str, int]:
    """Kill a writer so many seconds after so many lines; return the last version of each id."""
    reading, writing = os.pipe()
    writer = os.fork()
    if writer == 0:
        try:
            asyncio.run(_write(path, writing, name, is_early))
        finally:
            os._exit(1)
    os.close(writing)
    lines, pause = moment
    with open(reading, "rb") as pipe:
        first = b"".join(pipe.readline() for _ in range(lines))
        select.select([], [], [], pause)
        os.kill(writer, signal.SIGKILL)
        said = (first + pipe.read()).decode().splitlines()
    _, status = os.waitpid(writer, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return {line.split()[0]: int(line.split()[1]) for line in said}


async def _write(path: Path, pipe: int, name: str, is_early: bool) -> None:
    await Writer(await open_conversations(path), pipe, name, is_early).write()


async def examine(path: Path, expected: dict[str, int]) -> tuple[list[str], list[str]]:
    """Return what was acknowledged and is not there, and what is wrong with the file."""
    store = await open_conversations(path)
    try:
        broken = [f"set aside: {store.damage}"] if store.damage else []
        broken += await database_of(store).run(faults)
        lost = [
            of
            for of, version in expected.items()
            if not _is_there(await _found(store, of), of, version)
        ]
    finally:
        await store.close()
    return lost, broken


def faults(connection: Connection) -> list[str]:
    """Return what SQLite and FTS5 find wrong, and entries that still seem to grow."""
    verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
    found = [] if verdict == "ok" else [str(verdict)]
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    growing = connection.execute("SELECT count(*) FROM entries WHERE ending = 'growing'")
    return [*found, *(f"{count} growing" for (count,) in growing if count)]


def database_of(store: ConversationStore) -> Database:
    return store._database


async def _found(store: ConversationStore, of: str) -> tuple[str, Ending]:
    if of.startswith("f"):
        return (await store.content(AttachmentId(of))).decode(), Ending.COMPLETE
    loaded = await store.load(ConversationId("c" + of[1:]))
    entry = loaded[1].entries.get(EntryId(of)) if loaded else None
    return (entry.text, entry.ending) if entry else ("", Ending.KILLED)


def _is_there(found: tuple[str, Ending], of: str, version: int) -> bool:
    """Whether an entry is as it was acknowledged, or as it was about to become."""
    text, ending = found
    kept = next((v for v in range(version, GROWTH + 1) if text == text_of(of, v)), None)
    is_complete = not of.startswith("a") or kept == GROWTH
    return kept is not None and ending is (Ending.COMPLETE if is_complete else Ending.KILLED)


def moments(seed: int, kills: int) -> Iterator[tuple[int, float]]:
    """After how many acknowledgements each is killed, and how many seconds later.

    Seconds alone are not enough where the computer is busy: nothing would be written in them.
    """
    chance = random.Random(seed)
    return ((chance.randint(0, MOST), chance.uniform(0, COMMIT)) for _ in range(kills))


def kill(folder: Path, seed: int, kills: int, is_early: bool) -> Verdict:
    """Kill one writer after the other on the same file, and look at it after each."""
    verdict = Verdict()
    path = folder / "data" / "conversations.db"
    for number, moment in enumerate(moments(seed, kills)):
        said = acknowledged(path, f"{seed}-{number}", moment, is_early)
        lost, broken = asyncio.run(examine(path, said))
        verdict.kills += 1
        verdict.acknowledged += len(said)
        verdict.lost += lost
        verdict.broken += broken
    return verdict


if __name__ == "__main__":
    arguments = sys.argv[1:]
    outcome = kill(Path(arguments[0]), int(arguments[1]), int(arguments[2]), "--early" in arguments)
    sys.stdout.write(json.dumps(asdict(outcome)))
