import re

import pytest

from desktop.diagnostics.explain import Code, Explanation, Remedy, explain
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.ollama.errors import NotOllama, Redirected, Refused, ServerRefused
from desktop.ui.wording import brief, remedy_label, words
from desktop.ui.wording_causes import SAID
from desktop.ui.wording_remedies import IN_CHAT, OFFERED

TOWER = Host(HostId("tower"), parse_address("192.168.1.20"), "tower")


@pytest.mark.parametrize("code", Code)
def test_every_code_has_words_with_and_without_a_host(code: Code):
    for facts in ({}, {"host": "tower", "address": "192.168.1.20:11434"}):
        explanation = Explanation(code, facts, tuple(Remedy), "raw")
        said = words(explanation)
        for text in (said.sentence, said.facts):
            assert re.fullmatch(r"[^{}]+[.?]", text), text
            assert "please" not in text.lower()
            assert "error:" not in text.lower()
        assert said.raw == "raw"
        assert tuple(button.remedy for button in said.buttons) == tuple(
            remedy for remedy in Remedy if remedy in OFFERED
        )
        assert 0 < len(brief(explanation)) <= 24


def test_a_conversation_offers_more_than_a_job_can():
    explanation = Explanation(Code.PROMPT_TOO_LONG, {}, (Remedy.RAISE_CONTEXT, Remedy.RETRY), "")
    assert [button.remedy for button in words(explanation).buttons] == [Remedy.RETRY]
    both = [button.remedy for button in words(explanation, IN_CHAT).buttons]
    assert both == [Remedy.RAISE_CONTEXT, Remedy.RETRY]
    assert len(set(IN_CHAT)) == len(IN_CHAT)


def test_nothing_is_said_of_what_is_no_cause():
    assert SAID.keys() == set(Code)


def test_sizes_are_told_where_they_are_known():
    error = ServerRefused(
        500, "model requires more system memory (14.9 GiB) than is available (11.2 GiB)"
    )
    assert words(explain(error, TOWER)).facts.startswith(
        "It needs 14.9 GiB, and 11.2 GiB is free there. "
    )
    assert "{" not in words(Explanation(Code.MEMORY_TOO_SMALL, {}, (), "")).facts


@pytest.mark.parametrize("remedy", Remedy)
def test_every_remedy_has_a_button(remedy: Remedy):
    assert remedy_label(remedy)


def test_the_sentence_names_where_nothing_listens():
    said = words(explain(Refused("x"), TOWER))
    assert said.sentence == "Nothing listens at 192.168.1.20:11434."
    assert brief(explain(Refused("x"), TOWER)) == "Connection refused"


def test_an_answer_that_is_no_ollamas_names_its_status():
    said = words(explain(NotOllama("x", status=502), TOWER))
    assert said.sentence == "A proxy answered instead of tower."
    assert "502" in said.facts


def test_an_unnamed_host_begins_a_sentence_with_a_capital():
    assert words(explain(NotOllama("x", status=502))).sentence.startswith("A proxy")
    assert words(Explanation(Code.BUSY, {}, (), "")).sentence.startswith("The host")


def test_what_a_server_made_up_is_short_and_visible():
    error = Redirected("x", status=301, location="http://\u202e" + "x" * 5000)
    said = words(explain(error, TOWER))
    assert "‹U+202E›" in said.facts
    assert len(said.facts) < 300
