"""What is on the disk and when, what a full disk does, and what is found at the next start."""

import gc
from pathlib import Path

from desktop.chat.snapshot import Phase
from desktop.chat.talk import Talk
from desktop.domain.conversation import (
    Attachment,
    AttachmentId,
    AttachmentKind,
    Draft,
    Ending,
    Overflow,
    Parameters,
    Role,
)
from desktop.storage.database import StorageProblem
from tests.chat_floor import COLD, MODEL, THINKER, chat_floor, chats_at, talked
from tests.clock import ManualClock, until
from tests.raw_server import RawServer

LONG = "Ein langer Text. " * 3000
"""More than the pages that a full file has left."""


async def drafted(clock: ManualClock, talk: Talk, text: str) -> None:
    """Type something, and wait until it is written and seen in the list."""
    talk.set_draft(text)
    clock.advance(1.0)
    await until(lambda: talk.is_settled)


async def test_a_message_is_on_the_disk_before_it_is_shown() -> None:
    async with chat_floor(is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        shown: list[bool] = []
        talk.changed.subscribe(lambda _: shown.append(bool(talk.snapshot.path)))
        talk.send("Hello there")
        assert talk.snapshot.turn is not None
        assert (talk.snapshot.turn.phase, talk.snapshot.path) == (Phase.SAVING, ())
        await until(lambda: talk.snapshot.path)
        kept = await floor.on_disk(talk)
        assert (kept.path[0], kept.conversation.draft) == (talk.snapshot.path[0], Draft())
        assert shown[0] is False
        await floor.end(talk)


async def test_a_growing_answer_is_on_the_disk_about_once_a_second() -> None:
    async with chat_floor(is_slow=True, is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        words = await floor.words(talk)
        assert len((await floor.on_disk(talk)).path) == 1
        await floor.written()
        kept = await floor.on_disk(talk)
        assert (kept.path[-1].role, kept.path[-1].ending) == (Role.ASSISTANT, Ending.KILLED)
        assert kept.path[-1].text.startswith(words)
        whole = await floor.end(talk)
        await floor.written()
        assert (await floor.on_disk(talk)).path[-1] == whole


async def test_a_draft_is_kept_soon_and_found_again() -> None:
    note = Attachment(AttachmentId("a1"), AttachmentKind.TEXT, "note.txt", size=5)
    async with chat_floor(is_kept=True) as floor:
        talk = floor.chats.new(MODEL, Parameters(temperature=0.4))
        assert floor.chats.summaries == ()
        talk.set_draft("Dear landl")
        talk.set_draft("Dear landlord")
        talk.attach(note, b"A cat")
        await floor.written()
        assert [row.has_draft for row in floor.chats.summaries] == [True]
        kept = await floor.on_disk(talk)
        assert kept.conversation == talk.snapshot.conversation
        assert kept.conversation.draft == Draft("Dear landlord", (note,))
        talk.set_draft("")
        talk.detach(note.id)
        await floor.written()
        assert floor.chats.summaries == ()


async def test_a_full_disk_sends_nothing_and_keeps_the_words_in_the_draft() -> None:
    async with talked() as (floor, talk):
        await floor.written()
        path = talk.snapshot.path
        await floor.fill_disk()
        talk.send(LONG)
        await until(lambda: talk.snapshot.turn is None)
        state = talk.snapshot
        assert (state.path, state.conversation.draft.text) == (path, LONG)
        assert state.problem is not None
        assert state.problem.problem is StorageProblem.FULL
        assert floor.chats.problem is state.problem
        assert floor.asked == 1
        await floor.empty_disk()
        talk.send(LONG)
        answer = await floor.end(talk)
        assert (answer.ending, talk.snapshot.problem) == (Ending.COMPLETE, None)
        assert talk.snapshot.conversation.draft == Draft()


async def test_an_edit_that_cannot_be_kept_is_in_the_draft() -> None:
    async with talked() as (floor, talk):
        await floor.written()
        talk.set_draft("Something else")
        await floor.fill_disk()
        talk.edit(talk.snapshot.path[0].id, LONG)
        await until(lambda: talk.snapshot.turn is None)
        assert talk.snapshot.conversation.draft.text == f"Something else\n\n{LONG}"
        await floor.empty_disk()


async def test_a_disk_that_fills_up_in_the_middle_costs_no_word() -> None:
    async with chat_floor(is_slow=True, is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.words(talk)
        await floor.fill_disk()
        talk.set_draft(LONG)
        await floor.written()
        await until(lambda: talk.snapshot.problem is not None)
        whole = await floor.end(talk)
        assert whole.ending is Ending.COMPLETE
        assert talk.snapshot.problem is not None
        await floor.empty_disk()
        await floor.written()
        await floor.written()
        assert talk.snapshot.problem is None
        kept = await floor.on_disk(talk)
        assert (kept.path[-1], kept.conversation.draft.text) == (whole, LONG)


async def test_what_was_said_is_found_at_the_next_start(tmp_path: Path, clock: ManualClock) -> None:
    path = tmp_path / "conversations.db"
    parameters = Parameters(system="Be brief.", overflow=Overflow.DROP_OLDEST)
    async with RawServer() as server, chats_at(server.address, path, clock=clock) as chats:
        talk = chats.new(MODEL, parameters)
        await drafted(clock, talk, "unsent")
        chats.rename(talk.id, "Letters")
        chats.pin(talk.id, True)
        talk.set_target(THINKER)
    async with RawServer() as server, chats_at(server.address, path) as chats:
        row = chats.summaries[0]
        assert (row.title, row.is_pinned, row.has_draft) == ("Letters", True, True)
        found = await chats.open(row.id)
        assert found is not None
        head = found.snapshot.conversation
        assert (head.target, head.parameters) == (THINKER, parameters)
        assert head.draft.text == "unsent"


async def test_the_list_has_titles_and_the_newest_first() -> None:
    async with chat_floor() as floor:
        for text in ("# One\nand more", "Two", "Three"):
            floor.clock.advance(10.0)
            await floor.answered(floor.chats.new(MODEL), text)
        assert [row.title for row in floor.chats.summaries] == ["Three", "Two", "One"]
        floor.chats.pin(floor.chats.summaries[2].id, True)
        floor.chats.rename(floor.chats.summaries[1].id, "Drei")
        assert [row.title for row in floor.chats.summaries] == ["One", "Drei", "Two"]
        floor.chats.rename(floor.chats.summaries[1].id, " ")
        assert [row.title for row in floor.chats.summaries] == ["One", "Three", "Two"]


async def test_a_conversation_that_is_not_open_is_renamed_at_once_and_kept(
    tmp_path: Path, clock: ManualClock
) -> None:
    path = tmp_path / "conversations.db"
    async with RawServer() as server, chats_at(server.address, path, clock=clock) as chats:
        await drafted(clock, chats.new(MODEL), "one")
    async with RawServer() as server, chats_at(server.address, path) as chats:
        row = chats.summaries[0]
        chats.rename(row.id, "Other")
        assert chats.summaries[0].title == "Other"
    async with RawServer() as server, chats_at(server.address, path) as chats:
        assert chats.summaries[0].title == "Other"


async def test_a_deleted_conversation_is_gone_and_can_come_back() -> None:
    async with talked("向量检索怎么做") as (floor, talk):
        floor.chats.delete(talk.id)
        assert floor.chats.summaries == ()
        assert await floor.chats.open(talk.id) is talk
        await until(lambda: floor.chats.task_count == 0)
        assert await floor.chats.search("向量") == ()
        floor.chats.restore(talk.id)
        assert [row.title for row in floor.chats.summaries] == ["向量检索怎么做"]
        await until(lambda: floor.chats.task_count == 0)
        hits = await floor.chats.search("向量")
        assert {hit.entry for hit in hits} >= {talk.snapshot.path[0].id}


async def test_without_a_file_that_can_be_used_all_is_kept_in_memory(
    tmp_path: Path, clock: ManualClock
) -> None:
    folder = tmp_path / "conversations.db"
    folder.mkdir()
    async with RawServer() as server, chats_at(server.address, folder, clock=clock) as chats:
        assert chats.problem is not None
        assert not chats.is_kept
        await drafted(clock, chats.new(MODEL), "still here")
        assert [row.has_draft for row in chats.summaries] == [True]


async def test_a_conversation_that_nobody_holds_is_forgotten_and_read_again() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(COLD)
        answer = await floor.answered(talk)
        await floor.written()
        conversation, path = talk.id, talk.snapshot.path
        del talk
        gc.collect()
        assert floor.chats.talk(conversation) is None
        found = await floor.chats.open(conversation)
        assert found is not None
        assert (found.snapshot.path, found.snapshot.path[-1]) == (path, answer)
