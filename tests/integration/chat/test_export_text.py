"""What of a conversation is written into a file."""

import json

from desktop.domain.conversation import Attachment, AttachmentId, AttachmentKind, Target
from desktop.ui.chat.export_text import ExportForm, exported, read_files
from tests.chat_floor import COLD, MODEL, chat_floor
from tests.clock import until

PICTURE = Attachment(AttachmentId("p"), AttachmentKind.IMAGE, "cat.png", "image/png", 4, 1, 1)
NOTE = Attachment(AttachmentId("n"), AttachmentKind.TEXT, "note.txt", "text/plain", 5)
CONTENTS = {PICTURE.id: b"\x89PNG", NOTE.id: b"A cat"}


def name_of(target: Target) -> str:
    return f"{target.model} of mine"


async def test_files_and_branches_are_contained_where_a_form_has_room_for_them() -> None:
    async with chat_floor() as floor:
        talk = floor.chats.new(COLD)
        talk.attach(PICTURE, CONTENTS[PICTURE.id])
        talk.attach(NOTE, CONTENTS[NOTE.id])
        first = await floor.answered(talk, "What is it?")
        talk.regenerate(first.id)
        await until(lambda: len(talk.entries) == 3)
        await floor.end(talk)
        known = exported(talk, name_of)
        texts = {
            form: known.text(form, await read_files(known.files(form), floor.chats.content))
            for form in ExportForm
        }
        assert "Attached: cat.png" in texts[ExportForm.MARKDOWN]
        assert "data:image/png;base64,iVBORw==" in texts[ExportForm.HTML]
        record = json.loads(texts[ExportForm.JSON])
        assert set(record["contents"]) == {"p", "n"}
        assert (len(record["entries"]), len(record["path"])) == (3, 2)
        assert record["asked"] == "gemma3:4b of mine"


async def test_an_answer_that_is_coming_is_exported_as_far_as_it_came() -> None:
    async with chat_floor(is_slow=True) as floor:
        talk = floor.chats.new(MODEL)
        await floor.sent(talk)
        words = await floor.words(talk, 20)
        known = exported(talk, name_of)
        assert words[:20] in known.text(ExportForm.MARKDOWN, {})
        talk.stop()
