"""What is sent for a conversation, word for word."""

import base64
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.chat.request import chat_request, quoted
from desktop.domain.chat import Message
from desktop.domain.conversation import (
    NO_ENTRY,
    AnswerFormat,
    Attachment,
    AttachmentId,
    AttachmentKind,
    Ending,
    Entry,
    EntryId,
    Parameters,
    Role,
)
from desktop.ollama.requests import chat_body

NOW = datetime(2026, 1, 2, tzinfo=UTC)
NOTE = Attachment(AttachmentId("n"), AttachmentKind.TEXT, "note.txt", "text/plain", 5)
PHOTO = Attachment(AttachmentId("p"), AttachmentKind.IMAGE, "photo.png", "image/png", 4, 1, 1)
CONTENTS = {NOTE.id: b"A cat", PHOTO.id: b"\x89PNG"}


def said(role: Role, text: str, **more: object) -> Entry:
    return replace(Entry(EntryId(text), NO_ENTRY, role, NOW, text), **more)


ASKED = said(Role.USER, "What is it?")
ANSWERED = said(Role.ASSISTANT, "A cat.", thinking="It has whiskers.")


def test_nothing_but_the_messages_is_sent_where_nothing_is_set() -> None:
    request = chat_request("m", Parameters(), (ASKED,), {})
    assert chat_body(request) == {
        "model": "m",
        "messages": [{"role": "user", "content": "What is it?"}],
    }


def test_every_parameter_has_its_place() -> None:
    parameters = Parameters(
        system="Be brief.",
        temperature=0.0,
        top_p=0.8,
        top_k=40,
        min_p=0.05,
        seed=-1,
        num_ctx=16_384,
        num_predict=-1,
        num_gpu=0,
        repeat_penalty=1.1,
        stop=("END",),
        keep_alive=-1,
        think="high",
        format=AnswerFormat.JSON,
    )
    assert chat_body(chat_request("m", parameters, (ASKED,), {})) == {
        "model": "m",
        "messages": [
            {"role": "system", "content": "Be brief."},
            {"role": "user", "content": "What is it?"},
        ],
        "options": {
            "temperature": 0.0,
            "top_p": 0.8,
            "top_k": 40,
            "min_p": 0.05,
            "seed": -1,
            "num_ctx": 16_384,
            "num_predict": -1,
            "num_gpu": 0,
            "repeat_penalty": 1.1,
            "stop": ["END"],
        },
        "keep_alive": -1,
        "think": "high",
        "format": "json",
    }


def test_an_empty_system_prompt_is_sent_and_replaces_the_models_own() -> None:
    messages = chat_request("m", Parameters(system=""), (ASKED,), {}).messages
    assert messages[0] == Message("system", "")


def test_thinking_that_is_switched_off_is_said() -> None:
    assert chat_body(chat_request("m", Parameters(think=False), (), {}))["think"] is False


def test_a_model_that_cannot_think_is_not_told_to() -> None:
    for think in (True, False, "high"):
        request = chat_request("m", Parameters(think=think), (), {}, can_think=False)
        assert "think" not in chat_body(request)


def test_a_schema_is_sent_as_json_and_what_is_none_is_left_to_the_server() -> None:
    schema = Parameters(format=AnswerFormat.SCHEMA, schema='{"type": "object"}')
    assert chat_request("m", schema, (), {}).format == {"type": "object"}
    broken = replace(schema, schema="{type")
    assert chat_request("m", broken, (), {}).format == "{type"


def test_earlier_thinking_and_answers_without_a_word_are_not_sent() -> None:
    silent = said(Role.ASSISTANT, "", thinking="Hm", ending=Ending.STOPPED)
    path = (ASKED, ANSWERED, said(Role.USER, "Sure?"), silent, said(Role.USER, "Really?"))
    assert list(chat_request("m", Parameters(), path, {}).messages) == [
        Message("user", "What is it?"),
        Message("assistant", "A cat."),
        Message("user", "Sure?"),
        Message("user", "Really?"),
    ]


def test_a_partial_answer_is_the_last_message_and_so_is_continued() -> None:
    partial = said(Role.ASSISTANT, "A ca", ending=Ending.STOPPED)
    messages = chat_request("m", Parameters(), (ASKED, partial), {}).messages
    assert messages[-1] == Message("assistant", "A ca")


def test_files_go_with_their_own_message() -> None:
    path = (said(Role.USER, "Look", attachments=(PHOTO, NOTE)), ANSWERED, ASKED)
    messages = chat_request("m", Parameters(), path, CONTENTS).messages
    assert messages[0].images == (base64.b64encode(b"\x89PNG").decode(),)
    assert messages[0].content == "note.txt:\n```\nA cat\n```\n\nLook"
    assert messages[2] == Message("user", "What is it?")


def test_an_image_that_is_gone_is_left_out() -> None:
    path = (said(Role.USER, "Look", attachments=(PHOTO,)),)
    assert chat_request("m", Parameters(), path, {}).messages[0].images == ()


@pytest.mark.parametrize(
    ("content", "fence"),
    [("a", "```"), ("```py\nx\n```\n", "````"), ("a ````` b", "``````")],
)
def test_a_file_cannot_close_its_own_fence(content: str, fence: str) -> None:
    text = quoted(NOTE, content.encode())
    assert text.startswith(f"note.txt:\n{fence}\n{content}")
    assert text.endswith(f"\n{fence}")
    assert f"{fence}`" not in text


def test_a_files_name_stays_on_its_line() -> None:
    text = quoted(replace(NOTE, name="a`b\n```\nc.txt"), b"\xef\xbb\xbfx\xff")
    assert text == "a'b ''' c.txt:\n```\nx\ufffd\n```"
