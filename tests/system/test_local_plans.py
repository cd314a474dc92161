"""What may be done to this computer's server, from what is known of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.system.environment_reading import Kept
from desktop.system.local_plans import (
    Place,
    home_of,
    own_port,
    propose_environment,
    propose_login,
    propose_restart,
    propose_start,
    propose_stop,
)
from desktop.system.local_snapshot import Deed, LocalSnapshot, Wishes
from desktop.system.own_server import Started
from desktop.system.plan import Asking, Caution, EndProcess, Run
from desktop.system.server_environment import BadValues, Home
from desktop.system.server_process import Container, ServerProcess
from desktop.system.server_state import RunBy, ServerState
from desktop.system.unit_text import read_environment
from desktop.system.variables import Problem
from tests.system.local_scene import BY_SYSTEM, BY_USER, MISSING, STOPPED, STOPPED_UNIT

PLACE = Place(Asking.PKEXEC, "linux")
OWN = Started(7, 1.0, Path("/tmp/serve.log"))
OWN_RUNS = replace(STOPPED, run_by=RunBy.BY_HAND, process=ServerProcess(7, 1.0, is_own=True))


def known(state: ServerState | None, **facts: object) -> LocalSnapshot:
    snapshot = LocalSnapshot(state, 11434)
    home = home_of(state, "linux") if state else None
    return replace(snapshot, home=home, **facts)  # pyright: ignore[reportArgumentType]


def test_nothing_is_proposed_before_somebody_has_looked():
    for propose in (propose_start, propose_stop, propose_restart):
        assert propose(known(None), PLACE) is None
    assert propose_login(known(None), PLACE, starts=True) is None


def test_without_a_service_it_is_started_as_a_child_of_this_program():
    proposal = propose_start(known(STOPPED), PLACE)
    assert proposal is not None
    assert proposal.is_own
    assert proposal.plan.shown == ("env OLLAMA_HOST=127.0.0.1:11434 /usr/local/bin/ollama serve")
    assert propose_start(known(MISSING), PLACE) is None
    assert propose_start(known(OWN_RUNS), PLACE) is None


def test_what_opens_a_child_to_others_is_said_whenever_it_is_shown():
    wishes = Wishes(environment={"OLLAMA_HOST": "0.0.0.0:11434"})
    start = propose_start(known(STOPPED, wishes=wishes), PLACE)
    restart = propose_restart(known(OWN_RUNS, own=OWN, wishes=wishes), PLACE)
    kept = propose_environment(known(STOPPED), PLACE, wishes.environment)
    for proposal in (start, restart, kept):
        assert proposal is not None
        assert Caution.OPEN_TO_EVERYBODY in proposal.plan.cautions


def test_with_a_service_the_service_starts_it():
    proposal = propose_start(known(STOPPED_UNIT), PLACE)
    assert proposal is not None
    assert not proposal.is_own
    assert proposal.plan.shown == "pkexec systemctl start ollama.service"


def test_a_child_of_this_program_is_ended_and_started_anew_by_it():
    snapshot = known(OWN_RUNS, own=OWN, wishes=Wishes(environment={"OLLAMA_DEBUG": "1"}))
    stop, restart = propose_stop(snapshot, PLACE), propose_restart(snapshot, PLACE)
    assert stop is not None
    assert restart is not None
    assert (stop.is_own, restart.is_own) == (True, True)
    assert stop.plan.steps == (EndProcess(7, 1.0),)
    assert restart.plan.shown.splitlines() == [
        "kill 7",
        "env OLLAMA_HOST=127.0.0.1:11434 OLLAMA_DEBUG=1 /usr/local/bin/ollama serve",
    ]
    assert Caution.ENDS_ANSWERS in restart.plan.cautions


def test_a_server_that_somebody_started_by_hand_is_stopped_and_not_restarted():
    assert propose_stop(known(OWN_RUNS), PLACE) is not None
    assert propose_restart(known(OWN_RUNS), PLACE) is None


def test_login_is_proposed_both_ways():
    on, off = (propose_login(known(BY_USER), PLACE, starts=starts) for starts in (True, False))
    assert on is not None
    assert off is not None
    assert (on.deed, off.deed) == (Deed.STARTS_AT_LOGIN, Deed.STARTS_BY_HAND)
    assert off.plan.shown == "systemctl --user disable ollama.service"


@pytest.mark.parametrize(
    ("state", "platform", "home"),
    [
        (BY_SYSTEM, "linux", Home.SYSTEM_UNIT),
        (BY_USER, "linux", Home.USER_UNIT),
        (STOPPED, "linux", None),
        (STOPPED, "darwin", Home.LAUNCHD),
        (STOPPED, "win32", Home.WINDOWS_USER),
        (
            replace(BY_SYSTEM, run_by=RunBy.CONTAINER, container=Container("docker", "a")),
            "linux",
            None,
        ),
    ],
)
def test_the_environment_is_kept_where_the_server_s_starter_reads_it(
    state: ServerState, platform: str, home: Home | None
):
    assert home_of(state, platform) is home


def test_what_the_service_itself_sets_is_left_to_it_and_what_is_emptied_is_taken_away():
    kept = Kept(
        {"OLLAMA_HOST": "127.0.0.1:1", "OLLAMA_DEBUG": "1", "OLLAMA_MODELS": "/srv/m"},
        {"OLLAMA_DEBUG": "1", "https_proxy": "http://p", "LD_PRELOAD": "x"},
        frozenset({"OLLAMA_HOST", "OLLAMA_MODELS"}),
    )
    values = {"OLLAMA_HOST": "127.0.0.1:1", "OLLAMA_DEBUG": "2", "OLLAMA_MODELS": ""}
    proposal = propose_environment(known(BY_SYSTEM, kept=kept), PLACE, values)
    [step] = proposal.plan.steps
    assert isinstance(step, Run)
    assert read_environment({}, step.feed) == {"LD_PRELOAD": "x", "OLLAMA_DEBUG": "2"}
    assert "UnsetEnvironment=OLLAMA_MODELS" in step.feed
    assert step.command[-1].endswith("systemctl restart ollama.service")
    stopped = propose_environment(known(STOPPED_UNIT, kept=kept), PLACE, values)
    assert "restart" not in stopped.plan.shown


def test_elsewhere_only_what_was_changed_is_written():
    kept = Kept({"OLLAMA_HOST": "0.0.0.0"}, {})
    snapshot = replace(known(STOPPED, kept=kept), home=Home.LAUNCHD)
    values = {"OLLAMA_HOST": "0.0.0.0", "OLLAMA_DEBUG": "1", "OLLAMA_MODELS": ""}
    plan = propose_environment(snapshot, Place(Asking.SUDO, "darwin"), values).plan
    assert plan.shown == "launchctl setenv OLLAMA_DEBUG 1"


def test_for_a_child_of_this_program_values_are_kept_and_nothing_is_run():
    proposal = propose_environment(known(STOPPED), PLACE, {"OLLAMA_DEBUG": "1", "NO_PROXY": ""})
    assert proposal.values == {"OLLAMA_DEBUG": "1"}
    assert proposal.plan.steps == ()
    with pytest.raises(BadValues) as refused:
        propose_environment(
            known(STOPPED), PLACE, {"HTTPS_PROXY": "http://me:x@p", "OLLAMA_MAX_QUEUE": "many"}
        )
    assert refused.value.problems == {
        "HTTPS_PROXY": Problem.HOLDS_A_SECRET,
        "OLLAMA_MAX_QUEUE": Problem.NOT_A_NUMBER,
    }


def test_a_child_listens_where_its_own_environment_says():
    assert own_port({"OLLAMA_HOST": "0.0.0.0:4711"}) == 4711
    assert own_port({}) == 11434
    snapshot = known(STOPPED, wishes=Wishes(environment={"OLLAMA_HOST": ":4711"}))
    proposal = propose_start(snapshot, PLACE)
    assert proposal is not None
    assert "OLLAMA_HOST=:4711" in proposal.plan.shown
