from dataclasses import replace
from datetime import UTC, datetime

from desktop.chat.snapshot import TalkSnapshot
from desktop.diagnostics.explain import Code, Explanation, Remedy
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
    Overflow,
    Parameters,
    Role,
)
from desktop.ui.chat.fitting import fitting

NOW = datetime(2026, 11, 20, tzinfo=UTC)
ASKED = Entry(EntryId("asked"), NO_ENTRY, Role.USER, NOW, "What?")
HALF = Entry(EntryId("half"), ASKED.id, Role.ASSISTANT, NOW, "It", ending=Ending.BROKEN)


def talk(*path: Entry, parameters: Parameters | None = None) -> TalkSnapshot:
    head = Conversation(ConversationId("c"), NOW, NOW, parameters=parameters or Parameters())
    return TalkSnapshot(head, path)


def image(key: str) -> Attachment:
    return Attachment(AttachmentId(key), AttachmentKind.IMAGE)


def offered(
    snapshot: TalkSnapshot,
    *remedies: Remedy,
    code: Code = Code.UNKNOWN,
    has_other_host: bool = False,
    **facts: str,
) -> tuple[Remedy, ...]:
    said = Explanation(code, facts, remedies, "")
    return fitting(said, snapshot, has_other_host=has_other_host).remedies


def test_what_would_change_nothing_has_no_button():
    remedies = (Remedy.AUTOMATIC_LAYERS, Remedy.DROP_OLDEST, Remedy.RETRY)
    assert offered(talk(ASKED), *remedies) == (Remedy.DROP_OLDEST, Remedy.RETRY)
    all_set = talk(ASKED, parameters=Parameters(num_gpu=1, overflow=Overflow.DROP_OLDEST))
    assert offered(all_set, *remedies) == (Remedy.AUTOMATIC_LAYERS, Remedy.RETRY)


def test_half_an_answer_is_continued_or_given_anew_and_not_retried_too():
    remedies = (Remedy.RETRY, Remedy.CONTINUE, Remedy.REGENERATE)
    assert offered(talk(ASKED, HALF), *remedies) == (Remedy.CONTINUE, Remedy.REGENERATE)
    assert offered(talk(ASKED), *remedies) == (Remedy.RETRY, Remedy.REGENERATE)


def test_another_host_is_offered_only_where_one_has_the_model():
    remedies = (Remedy.PULL_MODEL, Remedy.USE_OTHER_HOST)
    assert offered(talk(ASKED), *remedies) == (Remedy.PULL_MODEL,)
    assert offered(talk(ASKED), *remedies, has_other_host=True) == remedies


def test_where_the_host_is_the_trouble_another_one_is_offered_second():
    remedies = (Remedy.RETRY, Remedy.EDIT_ADDRESS)
    found = offered(talk(ASKED), *remedies, code=Code.NOTHING_LISTENS, has_other_host=True)
    assert found == (Remedy.RETRY, Remedy.USE_OTHER_HOST, Remedy.EDIT_ADDRESS)
    assert (
        offered(talk(ASKED), *remedies, code=Code.FORMAT_INVALID, has_other_host=True) == remedies
    )


def test_pictures_are_left_out_or_made_smaller_where_there_are_any():
    remedies = (Remedy.SEND_LAST_IMAGE, Remedy.SHRINK_IMAGE, Remedy.RESEND_WITHOUT)
    one = replace(ASKED, attachments=(image("one"),))
    two = replace(ASKED, attachments=(image("one"), image("two")))
    assert offered(talk(ASKED), *remedies, capability="vision") == ()
    assert offered(talk(one), *remedies, capability="vision") == remedies[1:]
    assert offered(talk(two), *remedies, capability="vision") == remedies


def test_what_cannot_be_left_out_of_a_message_is_not_offered():
    assert offered(talk(ASKED), Remedy.RESEND_WITHOUT, capability="chat") == ()
    thinking = talk(ASKED, parameters=Parameters(think=True))
    assert offered(thinking, Remedy.RESEND_WITHOUT, capability="thinking") != ()


def test_only_an_answer_that_has_begun_goes_on():
    assert offered(talk(ASKED), Remedy.CONTINUE) == ()
    assert offered(talk(ASKED, HALF), Remedy.CONTINUE) == (Remedy.CONTINUE,)
