"""What an answer is waiting for, and how waiting is ended."""

from dataclasses import replace

import pytest

from desktop.chat.snapshot import Phase
from desktop.chat.surroundings import ModelHere
from desktop.demo.pace import AT_ONCE
from desktop.domain.conversation import Ending, Parameters, Role, Target
from tests.chat_floor import COLD, HERE, MODEL, THERE, THINKER, Floor, chat_floor
from tests.clock import until

LOADING = replace(AT_ONCE, load_speed=1e6)
"""A model takes hours to load."""


def holds(floor: Floor) -> None:
    """Let no chat be answered, though the host answers everything else."""
    floor.server.faults.only = "/api/chat"
    floor.server.faults.hang = True


async def test_a_model_that_the_host_does_not_list_is_loading() -> None:
    async with chat_floor(pace=LOADING) as floor:
        talk = floor.chats.new(COLD)
        await floor.sent(talk)
        assert talk.snapshot.turn is not None
        assert talk.snapshot.turn.phase is Phase.ASKING
        await floor.in_phase(talk, Phase.LOADING)
        turn = talk.snapshot.turn
        floor.clock.advance(23.0)
        assert (turn.target, turn.host_name) == (COLD, "here")
        assert floor.clock.monotonic() - turn.phase_began >= 23.0


async def test_a_loaded_model_reads_the_prompt() -> None:
    async with chat_floor() as floor:
        holds(floor)
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.in_phase(talk, Phase.READING)


async def test_a_model_is_found_under_the_name_that_loaded_it_first() -> None:
    async with chat_floor() as floor:
        loaded = (await floor.clients.client(HERE).ps()).rows[0]
        alias = Target(HERE, "my-llama")
        floor.models["my-llama"] = ModelHere(digest=loaded.digest)
        holds(floor)
        talk = floor.chats.new(alias)
        await floor.sent(talk)
        await floor.in_phase(talk, Phase.READING)


async def test_a_model_with_another_context_is_loaded_anew() -> None:
    async with chat_floor() as floor:
        floor.models[MODEL.model] = ModelHere("here", "d", 4096, trained_context=131_072)
        holds(floor)
        talk = floor.chats.new(MODEL, Parameters(num_ctx=8192))
        await floor.sent(talk)
        await floor.in_phase(talk, Phase.LOADING)


async def test_another_answer_of_the_same_model_comes_first() -> None:
    async with chat_floor() as floor:
        holds(floor)
        first, second = floor.chats.new(MODEL), floor.chats.new(MODEL)
        elsewhere = floor.chats.new(replace(MODEL, host_id=THERE))
        await floor.sent(first, "# Retry with backoff")
        floor.clock.advance(1.0)
        await floor.sent(second)
        await floor.sent(elsewhere)
        await floor.in_phase(second, Phase.QUEUED)
        assert second.snapshot.turn is not None
        assert second.snapshot.turn.behind == "Retry with backoff"
        await floor.in_phase(elsewhere, Phase.READING)
        first.stop()
        await floor.in_phase(second, Phase.READING)
        assert second.snapshot.turn.behind == ""


@pytest.mark.parametrize("phase", [Phase.ASKING, Phase.LOADING])
async def test_stopping_before_the_first_word_leaves_no_answer(phase: Phase) -> None:
    async with chat_floor(pace=LOADING) as floor:
        talk = floor.chats.new(COLD)
        question = await floor.sent(talk)
        await floor.in_phase(talk, phase)
        talk.stop()
        assert talk.snapshot.path == (question,)
        assert (talk.snapshot.turn, talk.snapshot.failure, talk.growth) == (None, None, None)
        talk.retry()
        assert talk.snapshot.turn is not None
        assert len(talk.snapshot.path) == 2


async def test_stopping_a_queued_answer_leaves_the_one_before_it_alone() -> None:
    async with chat_floor() as floor:
        holds(floor)
        first, second = floor.chats.new(MODEL), floor.chats.new(MODEL)
        await floor.sent(first)
        floor.clock.advance(1.0)
        await floor.sent(second)
        await floor.in_phase(second, Phase.QUEUED)
        second.stop()
        floor.server.faults.clear()
        assert (await floor.end(first)).ending is Ending.COMPLETE
        assert second.snapshot.path[-1].role is Role.USER


async def test_stopping_keeps_every_word_at_once_and_closes_the_connection() -> None:
    async with chat_floor(is_slow=True, is_kept=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.words(talk, 30)
        assert talk.growth is not None
        words, connections = talk.growth.answer.text, floor.server.connection_count
        talk.stop()
        last = talk.snapshot.path[-1]
        assert (last.text, last.ending, last.done_reason) == (words, Ending.STOPPED, "")
        assert (talk.snapshot.turn, talk.growth) == (None, None)
        await until(lambda: floor.server.connection_count < connections)
        await floor.written()
        assert (await floor.on_disk(talk)).path[-1] == last


async def test_stopping_while_it_thinks_keeps_the_thought() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(THINKER)
        await floor.sent(talk)
        await floor.in_phase(talk, Phase.THINKING)
        talk.stop()
        last = talk.snapshot.path[-1]
        assert (last.text, last.ending) == ("", Ending.STOPPED)
        assert last.thinking
        talk.continue_answer(last.id)
        again = await floor.end(talk)
        assert (again.parent, again.ending) == (last.parent, Ending.COMPLETE)
        assert again.id != last.id


async def test_asking_once_more_ends_the_answer_that_is_coming() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        question = await floor.sent(talk)
        await floor.words(talk)
        first = talk.snapshot.path[-1].id
        talk.regenerate(first)
        assert talk.entries[first].ending is Ending.STOPPED
        second = await floor.end(talk)
        assert (second.parent, second.ending) == (question.id, Ending.COMPLETE)


async def test_an_answer_goes_on_while_another_conversation_is_shown() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        await floor.words(talk)
        conversation = talk.id
        del talk
        found = floor.chats.talk(conversation)
        assert found is not None
        assert (await floor.end(found)).ending is Ending.COMPLETE
