"""Anything in any order, and an end at any moment: no word is lost, and the disk agrees."""

import asyncio
import random
from typing import cast

import pytest

from desktop.chat.snapshot import Decision
from desktop.chat.surroundings import ModelHere
from desktop.chat.talk import Talk
from desktop.domain.conversation import (
    Attachment,
    AttachmentId,
    AttachmentKind,
    BranchStep,
    Ending,
    EntryId,
    Parameters,
    Role,
)
from desktop.storage.conversations import ConversationStore
from desktop.storage.database import StorageFailed, StorageProblem
from tests.chat_floor import MODEL, THINKER, Floor, chat_floor
from tests.clock import until

NOTE = Attachment(AttachmentId("a1"), AttachmentKind.TEXT, "note.txt", size=5)


def _sample(count: int, every: int) -> list[object]:
    return [
        pytest.param(number, marks=() if number % every == 0 else pytest.mark.full)
        for number in range(count)
    ]


def _holds_together(talk: Talk) -> None:
    """Check what is true of every snapshot."""
    state = talk.snapshot
    parents = [EntryId(""), *(entry.id for entry in state.path[:-1])]
    assert [entry.parent for entry in state.path] == parents[: len(state.path)]
    growing = [e.id for e in talk.entries.values() if e.ending is Ending.GROWING]
    if state.turn is not None and talk.growth is not None:
        assert growing == [state.turn.entry_id] == [talk.growth.entry_id] == [state.path[-1].id]
    else:
        assert (growing, talk.growth) == ([], None)
    assert not (state.turn and (state.overfull or state.failure))


class Person:
    """Does anything at all, in an order that a seed decides."""

    def __init__(self, floor: Floor, talk: Talk, seed: int) -> None:
        self._floor = floor
        self._talk = talk
        self._chance = random.Random(seed)

    async def act(self) -> None:
        chance, talk = self._chance, self._talk
        some = chance.choice(list(talk.entries) or [EntryId("none")])
        step = chance.choice(list(BranchStep))
        actions = [
            lambda: talk.send(f"message {chance.random()}"),
            lambda: talk.send(f"{'long ' * 300}{chance.random()}"),
            lambda: talk.edit(some, f"edited {chance.random()}"),
            lambda: talk.regenerate(some),
            lambda: talk.continue_answer(some),
            lambda: talk.walk(some, step),
            lambda: talk.pin_entry(some, chance.random() < 0.5),
            lambda: talk.set_draft(f"draft {chance.random()}"),
            lambda: talk.set_target(chance.choice((MODEL, THINKER))),
            lambda: talk.set_parameters(Parameters(num_predict=chance.choice((None, 7)))),
            lambda: talk.decide(chance.choice(list(Decision))),
            talk.stop,
            talk.retry,
            self._spoil,
        ]
        chance.choice(actions)()
        for _ in range(chance.choice((0, 0, 1, 5, 20))):
            await asyncio.sleep(0.001)
            self._floor.clock.advance(chance.choice((0.01, 0.6)))
            _holds_together(talk)

    def _spoil(self) -> None:
        faults = self._floor.server.faults
        faults.clear()
        faults.busy = self._chance.random() < 0.2
        faults.cut_after = self._chance.choice((None, None, 0, 3))


@pytest.mark.parametrize("seed", _sample(100, 34))
async def test_whatever_is_done_the_disk_holds_what_was_shown(seed: int) -> None:
    async with chat_floor(is_kept=True) as floor:
        for target in (MODEL, THINKER):
            floor.models[target.model] = ModelHere("here", target.model, 2048, 4096)
        talk = floor.chats.new(MODEL)
        talk.send("The first message")
        person = Person(floor, talk, seed)
        for _ in range(40):
            await person.act()
            _holds_together(talk)
        await floor.close()
        _holds_together(talk)
        assert talk.snapshot.problem is None
        kept = await floor.tree_on_disk(talk)
        assert kept == (talk.snapshot.conversation, dict(talk.entries))


@pytest.mark.parametrize("ticks", _sample(120, 25))
async def test_an_end_at_any_moment_loses_no_message(ticks: int) -> None:
    async with chat_floor(is_slow=True, is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        talk.send("Hello there")
        for _ in range(ticks):
            await asyncio.sleep(0.0005)
        await floor.close()
        kept = await floor.on_disk(talk)
        assert kept.path == talk.snapshot.path
        assert kept.path[0].text == "Hello there"
        assert [entry.role for entry in kept.path[1:]] in ([], [Role.ASSISTANT])


class FailingOnce:
    """A store of which one call fails, as on a disk that is full for a moment."""

    def __init__(self, store: ConversationStore, call: int) -> None:
        self._store = store
        self._call = call
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> object:
        found = getattr(self._store, name)
        if name not in {"put", "add", "grow", "finish", "keep", "learn"}:
            return found

        async def call(*arguments: object) -> object:
            self.calls.append(name)
            if len(self.calls) - 1 == self._call:
                raise StorageFailed(StorageProblem.FULL)
            return await found(*arguments)

        return call


async def _use(floor: Floor, talk: Talk, store: FailingOnce) -> None:
    """Type, attach, send, and ask once more; what could not be sent is sent again."""
    talk.set_draft("What is")
    await floor.written()
    talk.attach(NOTE, b"A cat")
    for text in ("What is it?", "Really?"):
        talk.send(text)
        await until(lambda: talk.snapshot.turn is None)
        if talk.snapshot.problem is not None and not talk.snapshot.path[-1:]:
            assert talk.snapshot.conversation.draft.text == text
        while text not in [entry.text for entry in talk.entries.values()]:
            talk.send(talk.snapshot.conversation.draft.text)
            await until(lambda: talk.snapshot.turn is None)
        await floor.written()
    talk.regenerate(talk.snapshot.path[-1].id)
    await floor.end(talk)
    for _ in range(3):
        await floor.written()
    assert store.calls


@pytest.mark.parametrize("call", _sample(24, 8))
async def test_a_write_that_fails_once_is_made_good(call: int) -> None:
    stores: list[FailingOnce] = []

    def failing(store: ConversationStore) -> ConversationStore:
        stores.append(FailingOnce(store, call))
        return cast("ConversationStore", stores[0])

    async with chat_floor(wrapped=failing, is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        await _use(floor, talk, stores[0])
        assert (talk.snapshot.problem, floor.chats.problem) == (None, None)
        assert [entry.ending for entry in talk.entries.values()] == [Ending.COMPLETE] * 5
        kept = await floor.tree_on_disk(talk)
        assert kept == (talk.snapshot.conversation, dict(talk.entries))
        assert await floor.chats.content(NOTE.id) == b"A cat"
