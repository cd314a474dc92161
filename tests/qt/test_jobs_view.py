from dataclasses import replace

import pytest

from desktop.domain.host import HostId
from desktop.jobs.job import Job, JobId, JobKind, JobState
from desktop.ui.jobs import view
from desktop.ui.jobs.view import Action, Group, JobFilter, Kinds
from tests.qt.jobs_at_hand import RUNNING, ago


def job(number: int, state: JobState, **more: object) -> Job:
    return replace(RUNNING, id=JobId(number), state=state, **more)


def test_groups_stand_in_the_order_of_their_urgency():
    jobs = [
        job(1, JobState.DONE),
        job(2, JobState.WAITING),
        job(3, JobState.STALLED),
        job(4, JobState.FAILED),
        job(5, JobState.RUNNING),
    ]
    found = view.arranged(jobs, JobFilter())
    assert [(group, [one.id for one in ones]) for group, ones in found] == [
        (Group.NEEDS_YOU, [4]),
        (Group.RUNNING, [3, 5]),
        (Group.WAITING, [2]),
        (Group.FINISHED, [1]),
    ]


def test_what_ended_last_stands_first():
    jobs = [
        job(1, JobState.DONE, ended_at=ago(60)),
        job(2, JobState.CANCELLED, ended_at=ago(5)),
    ]
    assert [one.id for one in view.arranged(jobs, JobFilter())[0][1]] == [2, 1]


def test_the_side_list_counts_what_it_would_show():
    jobs = [
        job(1, JobState.DONE),
        job(2, JobState.DONE, kind=JobKind.DELETE),
        job(3, JobState.DONE, host_id=HostId("nas")),
    ]
    found = view.counts(jobs)
    assert all(count == sum(map(chosen.admits, jobs)) for chosen, count in found.items())
    assert found[JobFilter(Kinds.OTHERS)] == 1
    assert found[JobFilter(host_id=HostId("nas"))] == 1


@pytest.mark.parametrize("state", JobState)
def test_what_runs_can_be_cancelled_and_what_ended_removed(state: JobState):
    found = view.actions(job(1, state))
    assert (Action.REMOVE in found) == state.is_finished
    assert (Action.CANCEL in found) != state.is_finished


def test_a_pull_that_was_put_off_can_be_asked_for_at_once():
    put_off = replace(RUNNING, retries_at=ago(-4), tries=1)
    assert view.actions(put_off) == (Action.RESTART, Action.CANCEL)
    assert view.default_action(put_off) is Action.RESTART
    assert (view.tone_of(put_off), view.icon_of(put_off)) == (view.Tone.WARNING, "hourglass")


def test_nothing_moves_up_that_is_next():
    waiting = job(1, JobState.WAITING)
    assert Action.MOVE_UP in view.actions(waiting)
    assert Action.MOVE_UP not in view.actions(waiting, is_next=True)
