"""A conversation whose context is too small: asked, dropped, raised, or cut off without a word."""

import json

import pytest

from desktop.chat.snapshot import Decision
from desktop.chat.surroundings import ModelHere
from desktop.domain.conversation import Ending, Overflow, Parameters
from tests.chat_floor import COLD, HERE, MODEL, Floor, chat_floor, chats_at
from tests.clock import until
from tests.raw_server import RawServer, head

LONG = "Much was written. " * 120
"""About 600 tokens."""


def narrow(floor: Floor, context: int = 1024) -> None:
    floor.models[MODEL.model] = ModelHere("here", "d", context, 131_072)


async def test_a_message_that_does_not_fit_is_kept_and_waits() -> None:
    async with chat_floor(is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.answered(talk, LONG)
        narrow(floor)
        question = await floor.sent(talk, f"{LONG} And?")
        await until(lambda: talk.snapshot.overfull)
        too_much = talk.snapshot.overfull
        assert too_much is not None
        assert (too_much.context, too_much.trained, too_much.droppable) == (1024, 131_072, 2)
        assert too_much.needed > 1200
        assert (talk.snapshot.turn, talk.snapshot.path[-1]) == (None, question)
        assert floor.asked == 1
        assert (await floor.on_disk(talk)).path[-1] == question
        talk.send("Another")
        assert talk.snapshot.turn is None
        talk.decide(Decision.CANCEL)
        assert (talk.snapshot.overfull, talk.snapshot.turn) == (None, None)
        talk.retry()
        assert talk.snapshot.overfull == too_much


async def test_the_oldest_are_left_out_and_marked_from_then_on() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        first = await floor.answered(talk, LONG)
        narrow(floor)
        await floor.sent(talk, f"{LONG} And?")
        await until(lambda: talk.snapshot.overfull)
        talk.decide(Decision.DROP_OLDEST)
        answer = await floor.end(talk)
        assert (answer.ending, answer.unseen) == (Ending.COMPLETE, (first.parent, first.id))
        assert answer.figures.prompt_eval_count < 700
        assert talk.snapshot.conversation.parameters.overflow is Overflow.DROP_OLDEST
        again = await floor.answered(talk, f"{LONG} So?")
        assert again.unseen[:2] == answer.unseen
        assert len(again.unseen) == 4


async def test_a_pinned_message_is_sent_however_old_it_is() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL, Parameters(overflow=Overflow.DROP_OLDEST))
        first = await floor.answered(talk, "My name is Ada.")
        second = await floor.answered(talk, LONG)
        talk.pin_entry(first.parent, True)
        narrow(floor)
        answer = await floor.answered(talk, f"{LONG} And?")
        assert first.parent not in answer.unseen
        assert second.parent in answer.unseen


async def test_a_raised_context_is_asked_for() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        await floor.answered(talk, LONG)
        narrow(floor)
        await floor.sent(talk, f"{LONG} And?")
        await until(lambda: talk.snapshot.overfull)
        talk.decide(Decision.RAISE_CONTEXT)
        answer = await floor.end(talk)
        assert (answer.ending, answer.unseen) == (Ending.COMPLETE, ())
        assert talk.snapshot.conversation.parameters.num_ctx == 2048
        loaded = (await floor.clients.client(HERE).ps()).rows
        assert [row.context_length for row in loaded if row.name == MODEL.model] == [2048]


async def test_it_is_sent_as_it_is_where_a_person_wants_that() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        await floor.answered(talk, LONG)
        narrow(floor)
        await floor.sent(talk, f"{LONG} And?")
        await until(lambda: talk.snapshot.overfull)
        talk.decide(Decision.SEND_ANYWAY)
        answer = await floor.end(talk)
        assert (answer.ending, answer.unseen) == (Ending.COMPLETE, ())
        assert talk.snapshot.conversation.parameters == Parameters()


async def test_what_a_server_cut_off_without_a_word_is_noticed() -> None:
    row = {"message": {"content": " makeW them"}, "done": True, "done_reason": "length"}
    body = json.dumps({**row, "prompt_eval_count": 26, "eval_count": 3}).encode()
    answer = head(200, "Connection: close", f"Content-Length: {len(body)}") + body
    async with RawServer(answer) as server, chats_at(server.address) as chats:
        talk = chats.new(MODEL, Parameters(num_ctx=512, num_predict=3))
        talk.send(LONG)
        await until(lambda: talk.snapshot.overfull)
        assert not talk.snapshot.meter.cut_off
        talk.decide(Decision.SEND_ANYWAY)
        await until(lambda: talk.snapshot.turn is None)
        assert talk.snapshot.path[-1].ending is Ending.LENGTH
        assert talk.snapshot.meter.cut_off
        assert talk.snapshot.meter.counted == 29


async def test_a_count_in_a_refusal_makes_the_estimate_right() -> None:
    inner = {"type": "exceed_context_size_error", "n_prompt_tokens": 1500, "n_ctx": 1024}
    body = json.dumps({"error": json.dumps({"error": inner})}).encode()
    refused = head(400, "Content-Type: application/json", f"Content-Length: {len(body)}") + body
    async with RawServer(refused) as server, chats_at(server.address) as chats:
        talk = chats.new(MODEL, Parameters(num_ctx=1024))
        talk.send(LONG)
        await until(lambda: talk.snapshot.failure)
        assert talk.snapshot.meter.used == pytest.approx(1500, rel=0.05)
        talk.set_parameters(Parameters(num_ctx=2048))
        talk.retry()
        await until(lambda: talk.snapshot.failure)
        assert talk.snapshot.overfull is None
        talk.send(LONG)
        await until(lambda: talk.snapshot.overfull)
        assert talk.snapshot.overfull is not None
        assert talk.snapshot.overfull.droppable == 1


async def test_a_server_that_drops_messages_by_itself_is_found_out() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        await floor.answered(talk, LONG * 4)
        assert not talk.snapshot.meter.cut_off
        answer = await floor.answered(talk, LONG * 5)
        assert answer.figures.prompt_eval_count < 4096
        assert talk.snapshot.meter.cut_off
        talk.set_parameters(Parameters(num_ctx=8192))
        assert not talk.snapshot.meter.cut_off
        await floor.answered(talk, "And now?")
        assert not talk.snapshot.meter.cut_off


async def test_the_meter_follows_draft_and_host() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(MODEL)
        answer = await floor.answered(talk)
        before = talk.snapshot.meter
        assert before.counted == answer.figures.prompt_eval_count + answer.figures.eval_count
        assert (before.context, before.is_effective) == (0, False)
        talk.set_draft(LONG)
        await floor.written()
        assert talk.snapshot.meter.fresh > before.fresh + 400
        narrow(floor, 8192)
        floor.chats.note_host(HERE)
        assert (talk.snapshot.meter.context, talk.snapshot.meter.is_effective) == (8192, True)


async def test_the_length_of_tokens_is_learnt_and_kept() -> None:
    async with chat_floor() as floor:
        text = "a1 b2 c3 " * 60
        first, second = floor.chats.new(MODEL), floor.chats.new(MODEL)
        first.set_draft(text)
        await floor.written()
        taken_for = first.snapshot.meter.fresh
        answer = await floor.answered(first, text)
        assert answer.figures.prompt_eval_count < taken_for
        second.set_target(COLD)
        second.set_target(MODEL)
        second.set_draft(text)
        await floor.written()
        counted = answer.figures.prompt_eval_count
        assert counted - 10 < second.snapshot.meter.fresh < taken_for
        sql = "SELECT model, characters_per_token > 4 FROM learned"
        kept = await floor.database.read(lambda opened: opened.execute(sql).fetchall())
        assert [tuple(row) for row in kept] == [(f"d-{MODEL.model}", 1)]
