from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop.chat.blocks import split
from desktop.domain.conversation import (
    NO_ENTRY,
    Attachment,
    AttachmentId,
    AttachmentKind,
    Ending,
    Entry,
    EntryId,
    Role,
)
from desktop.ui.chat.transcript.compose import PLAIN, Dress, is_json, rows, stretches
from desktop.ui.chat.transcript.content import Ended, Own, Part

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def entry(role: Role, text: str, **more: Any) -> Entry:
    return replace(Entry(EntryId("e"), NO_ENTRY, role, NOW, text), **more)


def parts(message: Entry, dress: Dress = PLAIN) -> list[Part]:
    found = rows(message, dress, split(message.thinking), split(message.text), None)
    return [key[0] for key, _ in found]


def test_an_answer_is_its_heading_its_blocks_and_what_it_cost() -> None:
    answer = entry(Role.ASSISTANT, "one\n\ntwo")
    assert parts(answer) == [Part.HEADING, Part.SAID, Part.SAID, Part.COSTS]


def test_a_thought_is_closed_at_first_and_has_rows_once_it_is_opened() -> None:
    answer = entry(Role.ASSISTANT, "so", thinking="hm\n\nwell")
    assert Part.THOUGHT not in parts(answer)
    assert parts(answer, Dress(is_fold_open=True)).count(Part.THOUGHT) == 2


def test_json_is_shown_as_a_tree_only_where_the_conversation_asks_for_it() -> None:
    answer = entry(Role.ASSISTANT, '{"a": 1}')
    assert Part.TREE not in parts(answer)
    assert Part.TREE in parts(answer, Dress(schema=""))
    assert Part.TREE not in parts(entry(Role.ASSISTANT, "no json"), Dress(schema=""))


def test_a_cut_answer_that_is_not_the_last_offers_no_way_to_continue() -> None:
    cut = entry(Role.ASSISTANT, "half", ending=Ending.STOPPED)
    for is_last in (True, False):
        found = rows(cut, Dress(is_last=is_last), (), split(cut.text), None)
        ended = next(content for _, content in found if isinstance(content, Ended))
        assert ended.is_last is is_last


def test_files_and_images_stand_above_ones_own_words() -> None:
    kinds = (AttachmentKind.TEXT, AttachmentKind.IMAGE)
    files = tuple(Attachment(AttachmentId(kind), kind) for kind in kinds)
    own = entry(Role.USER, "look", attachments=files)
    assert parts(own) == [Part.PICTURES, Part.FILES, Part.OWN, Part.BAR]


@pytest.mark.parametrize("text", ["x" * 9001, "line\n" * 3000, "word " * 2500, "short"])
def test_a_long_text_of_ones_own_is_cut_into_stretches_and_loses_nothing(text: str) -> None:
    cut = stretches(text)
    assert "".join(cut) == text
    assert max(map(len, cut)) <= 4000
    found = [content for _, content in rows(entry(Role.USER, text), PLAIN, (), (), None)]
    own = [content for content in found if isinstance(content, Own)]
    assert (own[0].is_first, own[-1].is_last) == (True, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [('{"a": [1]}', True), (" [1] ", True), ("3", False), ("{", False), ("[" * 5000, False)],
)
def test_only_a_whole_object_or_list_is_json(text: str, expected: bool) -> None:
    assert is_json(text) is expected
