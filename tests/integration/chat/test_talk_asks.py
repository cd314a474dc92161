"""A conversation over a real socket: sent, answered, branched, continued."""

from dataclasses import replace

import pytest

from desktop.chat.blocks import split
from desktop.chat.snapshot import Place
from desktop.domain.conversation import (
    AnswerFormat,
    Attachment,
    AttachmentId,
    AttachmentKind,
    BranchStep,
    Draft,
    Ending,
    Parameters,
    Role,
    Target,
)
from tests.chat_floor import COLD, MODEL, THINKER, chat_floor, talked
from tests.clock import until


async def test_a_message_is_sent_and_answered() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        answer = await floor.answered(talk, "Hello there")
        question = talk.snapshot.path[0]
        assert (question.role, question.text) == (Role.USER, "Hello there")
        assert (answer.role, answer.ending) == (Role.ASSISTANT, Ending.COMPLETE)
        assert "Hello there" in answer.text
        assert (answer.parent, answer.target, answer.host_name) == (question.id, MODEL, "here")
        assert (answer.done_reason, answer.figures.eval_count > 10) == ("stop", True)
        assert talk.growth is None


async def test_an_answer_keeps_what_it_was_asked_for_in() -> None:
    async with chat_floor() as floor:
        asked = Parameters(format=AnswerFormat.SCHEMA, schema='{"type": "object"}')
        talk = floor.chats.new(MODEL, asked)
        answer = await floor.answered(talk, "A list")
        talk.set_parameters(Parameters(schema="{}"))
        plain = await floor.answered(talk, "In words")
        assert (answer.format, answer.schema) == (AnswerFormat.SCHEMA, '{"type": "object"}')
        assert (plain.format, plain.schema) == (AnswerFormat.TEXT, "")


async def test_an_answer_grows_where_the_snapshot_says_and_announces_only_its_growth() -> None:
    async with talked() as (floor, talk):
        told: list[str] = []
        talk.changed.subscribe(lambda _: told.append("changed"))
        talk.grown.subscribe(lambda _: told.append("grown"))
        talk.send("More")
        await floor.end(talk)
        assert told.count("grown") > 40
        assert told.count("changed") < 10
        grown = told.index("grown")
        rest = told[grown + 1 :]
        assert set(rest[: rest.index("changed")]) == {"grown"}


async def test_the_growing_answer_is_the_last_of_the_path() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        words = await floor.words(talk)
        turn, last = talk.snapshot.turn, talk.snapshot.path[-1]
        assert turn is not None
        assert talk.growth is not None
        assert turn.entry_id == talk.growth.entry_id == last.id
        assert (last.ending, last.text) == (Ending.GROWING, "")
        answer_so_far = talk.growth.answer.text
        assert answer_so_far.startswith(words)


async def test_thinking_is_told_apart_and_measured() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(THINKER)
        await floor.sent(talk)
        await until(lambda: talk.growth is not None and talk.growth.thinking.text)
        floor.clock.advance(6.0)
        answer = await floor.end(talk)
        assert answer.thinking.startswith("The person wants")
        assert answer.text.startswith("This is the demo host")
        assert answer.thought_for == pytest.approx(6.0)


async def test_nothing_is_sent_without_words_or_a_model() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        talk.send("  \n")
        nobody = floor.chats.new(Target())
        nobody.send("Hello")
        assert (talk.snapshot.turn, nobody.snapshot.turn) == (None, None)
        assert (floor.asked, floor.chats.summaries) == (0, ())


async def test_another_message_waits_until_the_answer_has_come() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        talk.send("And another")
        await floor.words(talk)
        assert [entry.text for entry in talk.snapshot.path[:-1]] == ["Hello there"]


async def test_another_model_takes_over() -> None:
    async with talked() as (floor, talk):
        talk.set_target(COLD)
        answer = await floor.answered(talk, "And you?")
        assert answer.target == COLD
        assert "I am gemma3:4b" in answer.text
        assert [entry.target.model for entry in talk.snapshot.path[1::2]] == [
            MODEL.model,
            COLD.model,
        ]


async def test_an_answer_is_asked_for_once_more_beside_the_first() -> None:
    async with talked() as (floor, talk):
        first = talk.snapshot.path[-1]
        talk.regenerate(first.id)
        second = await floor.end(talk)
        assert (second.parent, second.ending) == (first.parent, Ending.COMPLETE)
        assert second.id != first.id
        assert talk.snapshot.places == {second.id: Place(2, 2)}
        talk.walk(second.id, BranchStep.BEFORE)
        assert talk.snapshot.path[-1] == first
        assert talk.snapshot.places == {first.id: Place(1, 2)}
        talk.walk(first.id, BranchStep.BEFORE)
        assert talk.snapshot.path[-1] == first


async def test_an_edited_message_is_a_branch_and_the_old_one_stays() -> None:
    async with talked("One", "Two") as (floor, talk):
        one, _, two, answer = talk.snapshot.path
        talk.edit(one.id, "Another one")
        await until(lambda: talk.snapshot.path[0].text == "Another one")
        await floor.end(talk)
        assert len(talk.snapshot.path) == 2
        talk.walk(talk.snapshot.path[0].id, BranchStep.BEFORE)
        assert talk.snapshot.path[2:] == (two, answer)


async def test_what_an_answer_grew_in_is_closed_when_it_ends() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.words(talk)
        growth = talk.growth
        assert growth is not None
        assert growth.answer.open is not None
        talk.stop()
        assert growth.answer.open is None
        assert tuple(growth.answer.closed) == split(talk.snapshot.path[-1].text)


async def test_a_cut_answer_goes_on_in_its_place() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL, Parameters(num_predict=6))
        cut = await floor.answered(talk)
        assert (cut.ending, cut.done_reason) == (Ending.LENGTH, "length")
        talk.set_parameters(Parameters())
        talk.continue_answer(cut.id)
        assert talk.snapshot.path[-1].text == cut.text
        whole = await floor.end(talk)
        assert (whole.id, whole.ending) == (cut.id, Ending.COMPLETE)
        assert whole.text.startswith(cut.text)
        assert len(whole.text) > len(cut.text) + 100
        assert whole.figures.eval_count > cut.figures.eval_count
        assert whole.figures.prompt_eval_count == cut.figures.prompt_eval_count
        assert not whole.has_uncounted


async def test_what_is_whole_is_not_continued() -> None:
    async with talked() as (floor, talk):
        talk.continue_answer(talk.snapshot.path[-1].id)
        assert talk.snapshot.turn is None
        assert floor.asked == 1


async def test_files_go_with_a_message_and_stay_with_it() -> None:
    note = Attachment(AttachmentId("a1"), AttachmentKind.TEXT, "note.txt", size=5)
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        talk.attach(note, b"A cat")
        talk.attach(replace(note, id=AttachmentId("a2")), b"A dog")
        talk.detach(AttachmentId("a2"))
        answer = await floor.answered(talk, "What is it?")
        assert talk.snapshot.path[0].attachments == (note,)
        assert talk.snapshot.conversation.draft == Draft()
        assert all(words in answer.text for words in ("note.txt:", "A cat", "What is it?"))
        assert await floor.chats.content(note.id) == b"A cat"


@pytest.mark.parametrize("is_pinned", [True, False])
async def test_a_message_is_pinned_and_stays_so(is_pinned: bool) -> None:
    async with talked(is_kept=True) as (floor, talk):
        answer = talk.snapshot.path[-1]
        talk.pin_entry(answer.id, is_pinned)
        assert talk.snapshot.path[-1] == replace(answer, is_pinned=is_pinned)
        await floor.written()
        found = await floor.on_disk(talk)
        assert found.path[-1].is_pinned is is_pinned


async def test_an_answer_that_is_pinned_while_it_fails_to_go_on_stays_so() -> None:
    async with chat_floor(is_kept=True) as floor:
        talk = floor.chats.new(MODEL, Parameters(num_predict=6))
        cut = await floor.answered(talk)
        floor.server.faults.busy = True
        talk.continue_answer(cut.id)
        talk.pin_entry(cut.id, True)
        assert await floor.end(talk) == replace(cut, is_pinned=True)
        await floor.written()
        found = await floor.on_disk(talk)
        assert found.path[-1].is_pinned
