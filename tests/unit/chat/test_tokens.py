"""Estimates of tokens, and what is learnt from a server's counts."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.chat.tokens import IMAGE_TOKENS, Gauge, weight
from desktop.domain.conversation import (
    NO_ENTRY,
    Attachment,
    AttachmentId,
    AttachmentKind,
    Entry,
    EntryId,
    Role,
)

NOW = datetime(2026, 1, 2, tzinfo=UTC)
ENGLISH = "How should my client retry requests to an inference server? Show it in Python."


def entry(text: str, *files: Attachment) -> Entry:
    return Entry(EntryId("e"), NO_ENTRY, Role.USER, NOW, text, attachments=files)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("", 0, 0),
        (ENGLISH, 15, 25),
        ("向量检索怎么做", 5, 9),
        ("ベクトル検索はどうやりますか", 9, 16),
        ("벡터 검색은 어떻게 합니까", 9, 16),
        ("Как мне повторить запрос к серверу?", 12, 22),
        ("for n in range(10): print(n ** 2)", 11, 18),
        ("if a:\n                    return b\n", 4, 9),
        ("3.14159 2.71828 1.41421", 8, 15),
    ],
)
def test_a_text_is_estimated_by_its_script(text: str, least: int, most: int) -> None:
    assert least <= Gauge().text(text) <= most


@given(st.text(), st.text())
def test_a_longer_text_never_weighs_less(text: str, more: str) -> None:
    assert 0 <= weight(text) <= weight(text + more)


def test_files_cost_what_they_hold() -> None:
    text = Attachment(AttachmentId("t"), AttachmentKind.TEXT, size=4000)
    image = Attachment(AttachmentId("i"), AttachmentKind.IMAGE, size=2_000_000)
    assert Gauge().attachments((text, image)) == 1000 + IMAGE_TOKENS
    assert Gauge().entry(entry("", text)) > 1000


def test_a_count_of_a_prompt_that_was_refused_is_believed_however_far_off() -> None:
    gauge = Gauge()
    estimated = gauge.text(ENGLISH * 40)
    gauge.correct(estimated, estimated * 3)
    assert gauge.text(ENGLISH * 40) == pytest.approx(estimated * 3, rel=0.01)
    gauge.correct(0, 5000)
    gauge.correct(estimated, 0)
    assert gauge.text(ENGLISH * 40) == pytest.approx(estimated * 3, rel=0.01)


def test_a_message_that_was_changed_is_weighed_anew() -> None:
    gauge = Gauge()
    assert gauge.entry(entry("short")) < gauge.entry(entry("no longer as short as it was"))


def test_the_length_of_a_token_is_learnt_step_by_step() -> None:
    gauge = Gauge()
    for _ in range(20):
        assert gauge.learn(gauge.text(ENGLISH * 20), 600)
    assert gauge.text(ENGLISH * 20) == pytest.approx(600, rel=0.02)


@pytest.mark.parametrize("counted", [0, 26, 260, 5000])
def test_a_count_that_cannot_be_of_the_whole_prompt_or_of_it_alone_teaches_nothing(
    counted: int,
) -> None:
    gauge = Gauge()
    assert not gauge.learn(1400, counted)
    assert gauge.characters_per_token == 4.0


@pytest.mark.parametrize("kept", [-3.0, 0.0, 1e9])
def test_what_was_kept_of_a_model_is_not_believed_blindly(kept: float) -> None:
    assert 1.0 <= Gauge(kept).characters_per_token <= 12.0
