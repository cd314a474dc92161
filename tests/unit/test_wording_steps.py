import pytest

from desktop.diagnostics.checkup import Checkup, Step, StepResult, StepState
from desktop.domain.address import parse_address
from desktop.domain.host import Host, HostId
from desktop.ui import units
from desktop.ui.wording_steps import run_words, spoken, step_line

PASSED, FAILED = StepState.PASSED, StepState.FAILED
TOWER = Host(HostId("1"), parse_address("192.168.1.20"), "tower")


@pytest.mark.parametrize(
    ("step", "state", "facts", "line"),
    [
        (Step.ADDRESS, PASSED, {"scheme": "http", "port": "11434"}, "http, port 11434"),
        (Step.NAME, PASSED, {}, "an IP address, nothing to look up"),
        (Step.NAME, PASSED, {"proxy": "p:1"}, "looked up by the proxy"),
        (Step.CONNECTION, PASSED, {"proxy": "p:1"}, "to p:1"),
        (Step.TLS, StepState.SKIPPED, {}, "plain http"),
        (Step.HTTP, FAILED, {"status": "502", "proxy": "p:1"}, "502 from the proxy"),
        (Step.OLLAMA, PASSED, {}, "yes"),
        (Step.OLLAMA, FAILED, {"server": "nginx"}, "no, it says nginx"),
        (Step.MODELS, PASSED, {"count": "9"}, "9 listed"),
        (Step.TOKEN, StepState.WAITING, {}, "not asked yet"),
        (Step.CONNECTION, FAILED, {}, ""),
    ],
)
def test_a_step_says_what_it_found(
    step: Step, state: StepState, facts: dict[str, str], line: str
) -> None:
    assert step_line(StepResult(step, state, None, facts)) == line


def test_what_a_server_says_cannot_break_a_line() -> None:
    result = StepResult(Step.VERSION, PASSED, None, {"version": "1{x}\n\u202e" + "9" * 500})
    line = step_line(result)
    assert "\n" not in line
    assert "\u202e" not in line
    assert len(line) < 120


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", StepState)
def test_every_step_can_be_read_out(step: Step, state: StepState) -> None:
    result = StepResult(step, state)
    assert len(spoken(result, step_line(result))) > 3


def test_a_run_says_where_it_stopped() -> None:
    results = (StepResult(Step.ADDRESS, PASSED), StepResult(Step.NAME, FAILED))
    assert run_words(Checkup(TOWER, results)) == "testing…"
    stopped = Checkup(TOWER, results, is_done=True, seconds=0.049)
    assert run_words(stopped) == "stopped at step 2, 49 ms"
    assert run_words(Checkup(TOWER, results[:1], is_done=True, seconds=0.062)) == "62 ms"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.0, "0 ms"), (0.9994, "999 ms"), (1.24, "1.2 s"), (18.0, "18 s")]
)
def test_a_short_time_is_told_in_its_unit(seconds: float, words: str) -> None:
    assert units.span(seconds) == words
