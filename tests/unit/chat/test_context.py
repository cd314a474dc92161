"""What the model sees: the meter, what does not fit, what was cut off."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.chat.context import (
    CardFacts,
    Span,
    card_facts,
    measure,
    overfull,
    span_of,
    to_drop,
)
from desktop.chat.snapshot import Meter
from desktop.chat.surroundings import ModelHere, model_here
from desktop.chat.tokens import Gauge
from desktop.domain.chat import Figures
from desktop.domain.conversation import NO_ENTRY, Draft, Entry, EntryId, Parameters, Role
from desktop.domain.model import Capability, InstalledModel, LoadedModel, ModelCard, ModelDetails

NOW = datetime(2026, 1, 2, tzinfo=UTC)
GAUGE = Gauge()
PLAIN = Parameters()


def talk(*sizes: int, counted: dict[int, tuple[int, int]] | None = None) -> tuple[Entry, ...]:
    """Messages in turn of so many tokens each; `counted` gives answers their figures."""
    path: list[Entry] = []
    for number, size in enumerate(sizes):
        prompt, answer = (counted or {}).get(number, (0, 0))
        path.append(
            Entry(
                EntryId(str(number)),
                path[-1].id if path else NO_ENTRY,
                Role.ASSISTANT if number % 2 else Role.USER,
                NOW,
                "word" * (size - 4),
                figures=Figures(prompt_eval_count=prompt, eval_count=answer),
            )
        )
    return tuple(path)


def test_the_host_says_which_context_is_in_force() -> None:
    here = ModelHere(loaded_context=8192, trained_context=32_768)
    assert span_of(PLAIN, here, CardFacts()) == Span(8192, is_effective=True, trained=32_768)


def test_a_context_that_is_asked_for_counts_from_the_next_message_on() -> None:
    here = ModelHere(loaded_context=4096, trained_context=32_768)
    asked = Parameters(num_ctx=16_384)
    assert span_of(asked, here, CardFacts()) == Span(16_384, trained=32_768)
    loaded = replace(here, loaded_context=16_384)
    assert span_of(asked, loaded, CardFacts()).is_effective


def test_more_than_a_model_was_trained_with_is_clamped() -> None:
    asked = Parameters(num_ctx=2_000_000_000)
    here = ModelHere(loaded_context=32_768, trained_context=32_768)
    assert span_of(asked, here, CardFacts()) == Span(32_768, True, 32_768)
    assert span_of(asked, ModelHere(), CardFacts(trained=2048)).length == 2048


def test_a_model_that_is_not_loaded_gets_what_its_card_says_or_nobody_knows() -> None:
    assert span_of(PLAIN, ModelHere(), CardFacts(8192, 32_768)) == Span(8192, False, 32_768)
    assert span_of(PLAIN, ModelHere(), CardFacts()) == Span()


def test_a_remote_model_has_all_the_context_it_was_trained_with() -> None:
    here = ModelHere(is_remote=True)
    assert span_of(Parameters(num_ctx=4096), here, CardFacts(0, 131_072)).length == 131_072


def test_a_card_tells_its_context() -> None:
    card = ModelCard(
        parameters='num_ctx             8192\nstop                "<|im_end|>"',
        metadata={"qwen2.context_length": 32_768, "general.architecture": "qwen2"},
    )
    assert card_facts(card) == CardFacts(8192, 32_768)
    assert card_facts(ModelCard(parameters="num_ctx abc")) == CardFacts()


def test_a_model_is_found_by_its_digest_under_another_name() -> None:
    installed = (
        InstalledModel("mine:latest", "d1", details=ModelDetails(context_length=32_768)),
        InstalledModel("other:7b", "d2"),
    )
    loaded = (LoadedModel("tiny:latest", "d1", context_length=4096),)
    here = model_here("tower", "Mine", installed, loaded)
    assert here == ModelHere("tower", "d1", 4096, 32_768)
    assert model_here("tower", "other:7b", installed, loaded).loaded_context == 0
    assert model_here("tower", "nosuch", installed, loaded) == ModelHere("tower")


def test_nothing_was_counted_before_the_first_answer() -> None:
    meter = measure(
        talk(100), Draft("word" * 50), Parameters(system="word" * 20), GAUGE, Span(4096)
    )
    assert meter == Meter(0, 24, 0, 150, 4096)


def test_the_last_count_is_divided_and_what_is_new_is_added() -> None:
    path = talk(100, 200, 60, counted={1: (110, 190)})
    meter = measure(path, Draft(), Parameters(system="word" * 20), GAUGE, Span(4096, True))
    assert meter == Meter(300, 24, 276, 60, 4096, is_effective=True)
    assert meter.used == 360
    assert meter.share == pytest.approx(360 / 4096)


def test_thinking_is_counted_and_not_sent_again() -> None:
    path = talk(100, 100, counted={1: (104, 400)})
    answer = replace(path[1], thinking="word" * 96 * 3)
    meter = measure((path[0], answer), Draft(), PLAIN, GAUGE, Span(4096))
    assert (meter.counted, meter.messages) == (504, 204)


def test_an_old_server_that_counts_only_what_was_not_cached_is_not_believed() -> None:
    path = talk(400, 400, 400, 400, counted={1: (405, 390), 3: (12, 390)})
    meter = measure(path, Draft(), PLAIN, GAUGE, Span(8192))
    assert (meter.counted, meter.messages, meter.cut_off) == (402, 1600, False)


def test_a_count_far_below_a_prompt_that_did_not_fit_is_of_a_cut_one() -> None:
    """The recording chat_too_long_history: 512 tokens of context, and 26 were counted."""
    path = talk(900, 500, 6, 5, counted={3: (26, 3)})
    meter = measure(path, Draft(), PLAIN, GAUGE, Span(512, True))
    assert meter.cut_off
    assert (meter.counted, meter.messages) == (29, 1411)
    assert meter.share > 1
    assert not measure(path, Draft(), PLAIN, GAUGE, Span(8192, True)).cut_off


def test_a_count_below_that_of_the_prompt_it_begins_with_is_of_a_cut_one() -> None:
    path = talk(1500, 300, 250, 30, counted={1: (1800, 300), 3: (1700, 30)})
    assert measure(path, Draft(), PLAIN, GAUGE, Span(2048, True)).cut_off
    seen = (*path[:3], replace(path[3], unseen=(path[0].id,)))
    assert not measure(seen, Draft(), PLAIN, GAUGE, Span(2048, True)).cut_off


def test_a_context_that_nobody_tells_is_taken_for_a_small_one() -> None:
    path = talk(3000, 500, 900, 30, counted={3: (700, 30)})
    assert measure(path, Draft(), PLAIN, GAUGE, Span()).cut_off
    assert overfull(path, PLAIN, GAUGE, Span()) is None


def test_what_does_not_fit_waits_for_a_decision() -> None:
    path = talk(300, 300, 300, 300, 100)
    assert overfull(path, PLAIN, GAUGE, Span(2048, True, 8192)) is None
    too_much = overfull(path, PLAIN, GAUGE, Span(1024, True, 8192))
    assert too_much is not None
    assert (too_much.needed, too_much.context, too_much.trained) == (1300, 1024, 8192)
    assert too_much.droppable == 2


def test_the_oldest_go_with_their_answers_and_pinned_ones_stay() -> None:
    path = talk(300, 300, 300, 300, 100)
    span = Span(1024)
    assert to_drop(path, PLAIN, GAUGE, span) == ("0", "1")
    pinned = (replace(path[0], is_pinned=True), *path[1:])
    assert to_drop(pinned, PLAIN, GAUGE, span) == ("1", "2", "3")


def test_the_newest_message_is_never_left_out() -> None:
    path = talk(300, 300, 2000)
    too_much = overfull(path, PLAIN, GAUGE, Span(1024))
    assert too_much is not None
    assert too_much.droppable == 0
    assert to_drop(path, PLAIN, GAUGE, Span(1024)) == ()


def test_what_was_left_out_once_is_counted_again() -> None:
    path = talk(900, 200, 100, 100, 50, counted={3: (310, 100)})
    left_out = (*path[:3], replace(path[3], unseen=("0",)), path[4])
    too_much = overfull(left_out, PLAIN, GAUGE, Span(1024))
    assert too_much is not None
    assert too_much.needed == pytest.approx(1360, abs=10)


def test_a_model_can_think_unless_its_card_says_otherwise() -> None:
    assert card_facts(ModelCard()).can_think
    assert card_facts(ModelCard(capabilities=frozenset({Capability.THINKING}))).can_think
    assert not card_facts(ModelCard(capabilities=frozenset({Capability.CHAT}))).can_think
