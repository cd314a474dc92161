"""The end of the program while the disk is slow, or full: all is written, or it is said."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import cast

import pytest

from desktop.chat.conversations import FAREWELL
from desktop.chat.talk import Talk
from desktop.storage.conversations import ConversationStore
from tests.chat_floor import MODEL, Floor, chat_floor
from tests.clock import until
from tests.conftest import ExpectedLogs

SLOW = 10.0
"""Seconds that a disk takes which sleeps, or is shared by many."""


class SlowStore:
    """A store that writes nothing from `hold` to `go_on`."""

    def __init__(self, store: ConversationStore) -> None:
        self._store = store
        self._may_go = asyncio.Event()
        self.waiting = 0
        self.go_on()

    def hold(self) -> None:
        self._may_go.clear()

    def go_on(self) -> None:
        self._may_go.set()

    def __getattr__(self, name: str) -> object:
        found = getattr(self._store, name)
        if name not in {"put", "add", "grow", "finish", "keep"}:
            return found

        async def call(*arguments: object) -> object:
            self.waiting += 1
            await self._may_go.wait()
            self.waiting -= 1
            return await found(*arguments)

        return call


class Time:
    """The loop's time, which a test lets jump ahead: time-outs are over at once."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        loop = asyncio.get_running_loop()
        self._ahead, real = 0.0, loop.time
        patch.setattr(loop, "time", lambda: real() + self._ahead)

    async def jump(self, seconds: float) -> None:
        """Let that much time pass, and let everybody notice."""
        self._ahead += seconds
        for _ in range(20):
            await asyncio.sleep(0.001)


@asynccontextmanager
async def _busy_floor() -> AsyncGenerator[tuple[Floor, Talk, SlowStore]]:
    stores: list[SlowStore] = []

    def slow(store: ConversationStore) -> ConversationStore:
        stores.append(SlowStore(store))
        return cast("ConversationStore", stores[0])

    async with chat_floor(wrapped=slow, is_kept=True) as floor:
        yield floor, floor.chats.new(MODEL), stores[0]


async def _closing(floor: Floor, talk: Talk, store: SlowStore) -> asyncio.Future[None]:
    """Change much, and begin to close with all of it unwritten."""
    await floor.answered(talk)
    await floor.written()
    store.hold()
    for entry in talk.snapshot.path:
        talk.pin_entry(entry.id, is_pinned=True)
    talk.set_draft("Unsent")
    closing = asyncio.ensure_future(floor.close())
    await until(lambda: store.waiting)
    return closing


async def test_closing_writes_everything_however_slow_the_disk_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with _busy_floor() as (floor, talk, store):
        closing = await _closing(floor, talk, store)
        await Time(monkeypatch).jump(SLOW)
        store.go_on()
        await closing
        kept = await floor.tree_on_disk(talk)
        assert kept == (talk.snapshot.conversation, dict(talk.entries))
        assert kept[0].draft.text == "Unsent"
        assert all(entry.is_pinned for entry in kept[1].values())


async def test_closing_leaves_a_disk_that_never_answers_and_says_what_is_lost(
    monkeypatch: pytest.MonkeyPatch, expect_log: ExpectedLogs
) -> None:
    async with _busy_floor() as (floor, talk, store):
        closing = await _closing(floor, talk, store)
        expect_log("within 30 s")
        expect_log(f"{talk.id} is not kept: no time was left")
        await Time(monkeypatch).jump(FAREWELL)
        await closing


async def test_closing_says_what_a_full_disk_did_not_take(expect_log: ExpectedLogs) -> None:
    async with chat_floor(is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.answered(talk)
        await floor.written()
        await floor.fill_disk()
        talk.set_draft("Ein langer Text. " * 3000)
        expect_log(f"{talk.id} is not kept: ")
        await floor.close()
        assert talk.snapshot.problem is not None
