"""A conversation over a real socket: sent, answered, stopped, branched, continued."""

from pathlib import Path

from desktop.chat.snapshot import Phase
from desktop.domain.conversation import Ending, Role
from tests.chat_floor import MODEL, chat_floor


async def test_a_message_is_sent_and_answered(tmp_path: Path) -> None:
    async with chat_floor(tmp_path / "chat.db") as floor:
        talk = floor.chats.new(MODEL)
        answer = await floor.answered(talk, "Hello there")
        question = talk.snapshot.path[0]
        assert (question.role, question.text) == (Role.USER, "Hello there")
        assert (answer.role, answer.ending) == (Role.ASSISTANT, Ending.COMPLETE)
        assert "demo host" in answer.text
        assert answer.figures.eval_count > 10
        assert talk.growth is None
        assert Phase
