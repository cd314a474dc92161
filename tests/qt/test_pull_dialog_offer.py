from dataclasses import replace

import pytest

from desktop.domain.host import HostState
from desktop.domain.model import InstalledModel
from desktop.domain.name import BadName, parse_name
from desktop.hosts.snapshot import HostSnapshot
from desktop.jobs.job import JobState
from desktop.ui.jobs.pull_offer import (
    Origin,
    Standing,
    clipboard_offer,
    places,
    read,
    without_registry,
)
from tests.qt.jobs_at_hand import RUNNING, TOWER

UP = HostSnapshot(TOWER, HostState.UP)
NAME = parse_name("qwen2.5:14b")


@pytest.mark.parametrize(
    ("text", "name", "origin"),
    [
        ("qwen2.5:14b", "qwen2.5:14b", Origin.NAME),
        ("llama3.2:latest", "llama3.2:latest", Origin.NAME),
        ("llama3.2", "llama3.2:latest", Origin.NAME_WITHOUT_TAG),
        ("ollama run qwen2.5:32b", "qwen2.5:32b", Origin.LINE),
        ("https://ollama.com/library/qwen2.5:7b", "qwen2.5:7b", Origin.ADDRESS),
        ("gpt-oss:120b-cloud", "gpt-oss:120b-cloud", Origin.NAME),
    ],
)
def test_it_is_told_what_was_understood_and_from_what(text: str, name: str, origin: Origin):
    found = read(text)
    assert (found.name.short, found.origin) == (name, origin)


def test_a_text_without_a_name_is_refused():
    with pytest.raises(BadName):
        read("two words")


@pytest.mark.parametrize(
    "text",
    ["ollama run llama3.2", "$ ollama pull llama3.2\n", "https://ollama.com/library/llama3.2"],
)
def test_a_copied_line_or_page_is_offered(text: str):
    offer = clipboard_offer(text)
    assert offer is not None
    assert offer.short == "llama3.2:latest"


@pytest.mark.parametrize(
    "text", ["", "llama3.2", "correct horse", "https://example.com/a/b", "ollama run x" * 500]
)
def test_anything_else_in_the_clipboard_is_left_alone(text: str):
    assert clipboard_offer(text) is None


def test_a_page_whose_address_is_the_name_is_offered():
    offer = clipboard_offer("https://hf.co/bartowski/Llama-3.2-1B-GGUF")
    assert offer is not None
    assert without_registry(offer) == "bartowski/Llama-3.2-1B-GGUF:latest"


@pytest.mark.parametrize(
    ("snapshot", "standing"),
    [
        (UP, Standing.FREE),
        (replace(UP, models=(InstalledModel("QWEN2.5:14b"),)), Standing.HAS_IT),
        (replace(UP, state=HostState.DOWN), Standing.DOWN),
        (replace(UP, state=HostState.CHECKING), Standing.CHECKING),
    ],
)
def test_each_host_says_what_a_pull_would_mean_there(snapshot: HostSnapshot, standing: Standing):
    assert [place.standing for place in places(NAME, [snapshot], [])] == [standing]


def test_a_pull_that_is_under_way_is_not_offered_again():
    assert places(NAME, [UP], [RUNNING])[0].standing is Standing.PULLING
    done = replace(RUNNING, state=JobState.DONE)
    assert places(NAME, [UP], [done])[0].standing is Standing.FREE
