import pytest

from desktop.chat.defaults import (
    Default,
    Origin,
    default_of,
    has_levels,
    raised_context,
    trained_context,
)
from desktop.domain.model import ModelCard, ModelDetails

ROWS = """temperature                    0.7
num_ctx                        8192
top_k                          20.0
stop                           "<|im_start|>"
stop                           "\\n\\n"
stop                           bare
nonsense                       1"""


def test_a_model_s_own_parameters_are_its_defaults():
    card = ModelCard(parameters=ROWS, system="Be brief.")
    assert default_of(card, "temperature") == Default(0.7, Origin.MODEL)
    assert default_of(card, "num_ctx") == Default(8192, Origin.MODEL)
    assert default_of(card, "top_k") == Default(20, Origin.MODEL)
    assert default_of(card, "stop") == Default(("<|im_start|>", "\n\n", "bare"), Origin.MODEL)
    assert default_of(card, "system") == Default("Be brief.", Origin.MODEL)


def test_where_the_model_says_nothing_ollama_s_defaults_hold():
    card = ModelCard()
    assert default_of(card, "temperature") == Default(0.8, Origin.OLLAMA)
    assert default_of(card, "repeat_penalty") == Default(1.0, Origin.OLLAMA)
    assert default_of(card, "stop") == Default((), Origin.OLLAMA)


@pytest.mark.parametrize("name", ["num_ctx", "keep_alive"])
def test_some_are_the_host_s_to_set(name: str):
    assert default_of(ModelCard(), name) == Default(None, Origin.HOST)


def test_nothing_is_claimed_before_the_card_was_read():
    assert default_of(None, "temperature") == Default(None, Origin.UNKNOWN)


@pytest.mark.parametrize("value", ["hot", "", "nan", "inf", "1e999", "0x10"])
def test_a_value_that_is_no_number_counts_as_not_said(value: str):
    card = ModelCard(parameters=f"temperature    {value}\nnum_ctx   {value}")
    assert default_of(card, "temperature").origin is Origin.OLLAMA
    assert default_of(card, "num_ctx").origin is Origin.HOST


def test_the_last_of_two_values_counts():
    card = ModelCard(parameters="temperature 0.1\ntemperature 0.2")
    assert default_of(card, "temperature").value == 0.2


def test_the_trained_context_is_that_of_the_model_s_own_architecture():
    card = ModelCard(
        metadata={
            "general.architecture": "qwen2",
            "clip.context_length": 77,
            "qwen2.context_length": 32768,
        }
    )
    assert trained_context(card) == 32768
    assert trained_context(ModelCard(details=ModelDetails(context_length=4096))) == 4096
    assert trained_context(ModelCard()) == trained_context(None) == 0


def test_only_gpt_oss_is_told_how_deep_to_think():
    assert has_levels(ModelCard(details=ModelDetails(family="gptoss")))
    assert has_levels(ModelCard(metadata={"general.architecture": "gptoss"}))
    assert not has_levels(ModelCard(details=ModelDetails(family="qwen3")))
    assert not has_levels(None)


@pytest.mark.parametrize(
    ("used", "context", "trained", "raised"),
    [
        (4000, 4096, 32768, 8192),
        (20_000, 4096, 32768, 32768),
        (20_000, 4096, 24_000, 24_000),
        (40_000, 32768, 32768, 32768),
        (6000, 4096, 0, 8192),
        (100, 512, 32768, 2048),
    ],
)
def test_a_raised_context_holds_what_is_there_and_more(
    used: int, context: int, trained: int, raised: int
):
    assert raised_context(used, context, trained) == raised
