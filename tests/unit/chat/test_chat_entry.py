from dataclasses import fields
from typing import Any

from desktop.domain.conversation import AnswerFormat, Overflow, Parameters, Target
from desktop.domain.host import HostId
from desktop.storage.chat_entry import (
    MOST_RECENT,
    ChatPageSettings,
    ParametersEntry,
    parameters_of,
    preset,
    recent_targets,
    used,
)
from desktop.storage.records import decode, encode
from desktop.storage.settings import Settings

EVERYTHING = Parameters(
    system="Be brief.",
    temperature=0.4,
    top_p=0.8,
    top_k=20,
    min_p=0.05,
    seed=7,
    num_ctx=16384,
    num_predict=-1,
    num_gpu=20,
    repeat_penalty=1.1,
    stop=("<end>", "\n\n"),
    keep_alive="1h",
    think="high",
    format=AnswerFormat.SCHEMA,
    schema='{"type": "object"}',
    overflow=Overflow.DROP_OLDEST,
)


def test_a_preset_has_every_parameter():
    kept = {part.name for part in fields(ParametersEntry)} - {"more"}
    assert kept == {part.name for part in fields(Parameters)}


def test_a_preset_comes_back_from_the_settings_as_it_was_saved():
    presets = (preset("careful", EVERYTHING), preset("plain", Parameters()))
    settings = Settings(chat_page=ChatPageSettings(presets=presets))
    found = decode(Settings, encode(settings)).chat_page.presets
    assert [entry.name for entry in found] == ["careful", "plain"]
    assert [parameters_of(entry) for entry in found] == [EVERYTHING, Parameters()]


def test_a_value_of_a_preset_that_cannot_be_read_leaves_the_others():
    raw: Any = encode(ChatPageSettings(presets=(preset("careful", EVERYTHING),)))
    raw["presets"][0]["parameters"] |= {"temperature": "hot", "think": False, "mirostat": 2}
    entry = decode(ChatPageSettings, raw).presets[0]
    assert parameters_of(entry).temperature is None
    assert parameters_of(entry).think is False
    assert parameters_of(entry).seed == 7
    kept: Any = encode(entry)["parameters"]
    assert kept["mirostat"] == 2


def test_the_target_used_last_is_the_first_and_none_stands_there_twice():
    recent = used((), Target(HostId("a"), "m"))
    for number in range(MOST_RECENT + 5):
        recent = used(recent, Target(HostId("a"), f"m{number}"))
    again = Target(HostId("a"), recent[3].model)
    recent = used(recent, again)
    assert recent_targets(recent)[0] == again
    assert len(recent) == len(set(recent_targets(recent))) == MOST_RECENT
