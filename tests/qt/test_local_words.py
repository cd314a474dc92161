"""Words for whatever the local server's page can meet."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.system.local_server import PortHolder, PortState
from desktop.system.local_snapshot import Deed, LocalSnapshot, Trouble
from desktop.system.own_server import Started
from desktop.system.plan import Caution
from desktop.system.server_environment import Home
from desktop.system.server_process import Container
from desktop.system.server_state import RunBy, ServerState
from desktop.system.variables import VARIABLES, Problem
from desktop.ui.local_server import words
from desktop.ui.local_server.environment_words import where_set
from desktop.ui.local_server.facts import facts, summary
from desktop.ui.local_server.log_absence import no_lines, no_log, unreadable
from desktop.ui.local_server.variable_words import (
    SECTIONS,
    problem_words,
    variable_help,
    variable_title,
)
from tests.system.local_scene import BY_SYSTEM, BY_USER, FREE, HELD, MISSING, STOPPED


def known(state: ServerState | None) -> LocalSnapshot:
    return LocalSnapshot(state, 11434)


def test_every_variable_stands_in_one_section_with_a_name_and_help():
    places = Counter(name for _, names in SECTIONS for name in names)
    assert places == Counter(variable.name for variable in VARIABLES)
    for variable in VARIABLES:
        assert variable_title(variable)
        assert variable.default in variable_help(variable)
    titles = Counter(variable_title(variable) for variable in VARIABLES)
    assert max(titles.values()) == 1


def test_whatever_can_be_wrong_or_be_done_has_its_words():
    assert all(problem_words(problem) for problem in Problem)
    assert all(words.title(deed) for deed in Deed)
    assert all(words.failure(Trouble(deed)) for deed in (None, *Deed))
    assert all(words.doing(replace(known(STOPPED), deed=deed)) for deed in Deed)
    assert all(len(words.cautions(frozenset({caution}))) == 1 for caution in Caution)
    assert all(words.home_words(home) for home in (None, *Home))


@pytest.mark.parametrize("run_by", RunBy)
def test_who_runs_it_is_said_in_a_sentence_of_its_own(run_by: RunBy):
    assert words.headline(known(replace(STOPPED, run_by=run_by)))


def test_a_server_of_paddock_s_own_is_named_as_one():
    own = replace(BY_SYSTEM, run_by=RunBy.BY_HAND, unit=None)
    snapshot = replace(known(own), own=Started(812, 1.0, Path("/tmp/log")))
    assert words.headline(snapshot) == "Ollama runs, started by Paddock"
    assert words.headline(known(MISSING)) == "There is no Ollama on this computer"
    assert words.headline(known(None)) == "Looking for Ollama on this computer"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (STOPPED, "1, free"),
        (replace(STOPPED, port=PortHolder(PortState.UNKNOWN)), "1, and the system says no more"),
        (replace(STOPPED, port=replace(HELD, program="nginx")), "1, held by nginx"),
        (replace(BY_SYSTEM, port=FREE), "1, where nothing listens"),
        (BY_SYSTEM, "1, for this computer alone"),
        (replace(BY_SYSTEM, port=replace(HELD, addresses=("::",))), "1, open to other computers"),
    ],
)
def test_the_port_says_who_has_it_and_who_reaches_it(state: ServerState, said: str):
    assert words.port_words(state, 1) == said


def test_a_plan_of_several_steps_says_which_one_it_is_at():
    snapshot = replace(known(STOPPED), deed=Deed.WRITE, done=1, steps=3)
    assert words.doing(snapshot) == "Writing the environment, step 2 of 3"


def test_what_starts_it_by_itself_and_when_is_told_apart():
    def said(state: ServerState) -> str:
        return facts(known(state))[-1].value

    assert said(BY_SYSTEM) == "when the computer starts"
    assert said(BY_USER) == "when you log in"
    assert BY_USER.unit is not None
    assert said(replace(BY_USER, unit=replace(BY_USER.unit, lingers=True))) == (
        "when the computer starts"
    )
    assert said(replace(BY_USER, starts_at_login=False)) == "no"
    assert summary(known(MISSING)) == ""


def test_a_holder_without_a_name_is_said_to_be_one():
    assert "does not say which" in words.holder_words(Trouble(Deed.START, holder=FREE))
    assert words.holder_words(Trouble(Deed.START, "raw")) == ""


def test_a_log_that_is_not_there_says_why():
    by_hand = replace(BY_SYSTEM, run_by=RunBy.BY_HAND, unit=None)
    unnamed = replace(by_hand, run_by=RunBy.CONTAINER, container=Container(""))
    assert "by hand" in no_log(known(by_hand)).lines
    assert no_log(known(unnamed)).command == ""
    assert no_log(known(STOPPED)).heading == "No log yet"
    command = unreadable("/tmp/a $(b)", "denied").command
    assert command == "sudo chown \"$USER\" '/tmp/a $(b)'"
    assert no_lines(known(BY_SYSTEM), "journalctl -u ollama.service").command
    assert not no_lines(known(BY_USER), "journalctl --user -u ollama.service").command


@pytest.mark.parametrize("home", [None, *Home])
def test_where_a_value_stands_is_said(home: Home | None):
    snapshot = replace(known(STOPPED), home=home)
    assert where_set(snapshot, "OLLAMA_HOST") == ""
    kept = replace(snapshot.kept, values={"OLLAMA_HOST": "x"})
    wishes = replace(snapshot.wishes, environment={"OLLAMA_HOST": "x"})
    assert where_set(replace(snapshot, kept=kept, wishes=wishes), "OLLAMA_HOST")
