from desktop.chat.snapshot import Meter
from desktop.diagnostics.explain import Remedy
from desktop.domain.conversation import AnswerFormat, Overflow, Parameters
from desktop.ui.chat.mending_parameters import Case, changed


def test_the_context_is_raised_to_the_next_step_that_holds_the_prompt():
    case = Case(Parameters(num_ctx=4096), facts={"tokens": "9000", "context": "4096"})
    assert changed(Remedy.RAISE_CONTEXT, case) == Parameters(num_ctx=16384)


def test_the_context_is_raised_no_further_than_the_model_was_trained_for():
    facts = {"tokens": "9000", "context": "4096"}
    case = Case(Parameters(), facts=facts, trained=8192)
    assert changed(Remedy.RAISE_CONTEXT, case) == Parameters(num_ctx=8192)
    full = Case(Parameters(num_ctx=8192), Meter(context=8192), trained=8192)
    assert changed(Remedy.RAISE_CONTEXT, full) is None


def test_a_context_that_cut_something_off_is_raised_to_what_was_used():
    case = Case(Parameters(), Meter(messages=5000, context=4096, cut_off=True))
    assert changed(Remedy.RAISE_CONTEXT, case) == Parameters(num_ctx=8192)


def test_the_context_is_halved_and_never_made_useless():
    assert changed(Remedy.LOWER_CONTEXT, Case(Parameters(num_ctx=32768))) == Parameters(
        num_ctx=16384
    )
    assert changed(Remedy.LOWER_CONTEXT, Case(Parameters(num_ctx=2048))) is None


def test_a_level_of_thinking_that_is_unknown_becomes_plain_thinking_and_that_none():
    high, on, off = Parameters(think="high"), Parameters(think=True), Parameters(think=False)
    assert changed(Remedy.SWITCH_THINKING, Case(high)) == on
    assert changed(Remedy.SWITCH_THINKING, Case(on)) == off
    assert changed(Remedy.SWITCH_THINKING, Case(off)) == on


def test_a_model_that_cannot_think_is_not_asked_to():
    case = Case(Parameters(think=True, top_k=5), facts={"capability": "thinking"})
    assert changed(Remedy.RESEND_WITHOUT, case) == Parameters(top_k=5)
    assert (
        changed(Remedy.RESEND_WITHOUT, Case(Parameters(), facts={"capability": "vision"})) is None
    )


def test_the_option_that_was_refused_is_reset_and_no_other():
    before = Parameters(top_k=5, keep_alive="5x", temperature=0.2)
    case = Case(before, facts={"option": "top_k"})
    assert changed(Remedy.RESET_OPTION, case) == Parameters(keep_alive="5x", temperature=0.2)
    nameless = changed(Remedy.RESET_OPTION, Case(before))
    assert nameless == Parameters(top_k=5, temperature=0.2)


def test_a_reset_request_keeps_what_the_person_wrote():
    before = Parameters(
        system="Be brief.", top_k=5, format=AnswerFormat.JSON, overflow=Overflow.DROP_OLDEST
    )
    kept = Parameters(system="Be brief.", overflow=Overflow.DROP_OLDEST)
    assert changed(Remedy.RESET_REQUEST, Case(before)) == kept


def test_layers_are_left_to_the_server_or_kept_off_the_gpu():
    assert changed(Remedy.AUTOMATIC_LAYERS, Case(Parameters(num_gpu=99))) == Parameters()
    assert changed(Remedy.USE_CPU, Case(Parameters())) == Parameters(num_gpu=0)


def test_the_oldest_messages_are_left_out_from_now_on():
    found = changed(Remedy.DROP_OLDEST, Case(Parameters()))
    assert found == Parameters(overflow=Overflow.DROP_OLDEST)


def test_what_changes_nothing_mends_nothing():
    assert changed(Remedy.DROP_OLDEST, Case(Parameters(overflow=Overflow.DROP_OLDEST))) is None
    assert changed(Remedy.RETRY, Case(Parameters())) is None
