"""Starting and stopping: a stand-in named `ollama` serves the demo host, scripts are systemd."""

import errno
import json
import os
import signal
import sys
import urllib.request
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from desktop.runtime.threads import abandonable
from desktop.system import command
from desktop.system.carrying_out import StepFailed, carry_out
from desktop.system.ending import NotEnded, end_process, is_alive
from desktop.system.local_server import PortHolder, PortState
from desktop.system.own_server import OwnServer, StartFailed
from desktop.system.plan import Asking, EndProcess, Plan, Run
from desktop.system.server_control import (
    plan_linger,
    plan_login,
    plan_restart,
    plan_start,
    plan_stop,
)
from desktop.system.server_process import Container, ServerProcess
from desktop.system.server_state import RunBy, ServerState, look_at_server
from desktop.system.units import UnitState
from tests.real.process import free_port, is_open
from tests.system.stand_ins import StandIns, stand_in_ollama

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of sh")

STOPPED = ServerState(Path("/usr/bin/ollama"), "0.33.0", RunBy.NOBODY, PortHolder(PortState.FREE))
SYSTEM = UnitState("ollama.service", False, False, None, True, None, "ollama")
USER = replace(SYSTEM, is_of_user=True)
BY_HAND = replace(STOPPED, run_by=RunBy.BY_HAND, process=ServerProcess(812, 1.0, is_own=True))


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    made = StandIns(tmp_path / "stand-ins", monkeypatch)
    made.add("systemctl", 'case "$*" in *show*) exit 1;; esac')
    made.add("loginctl")
    made.add("pkexec", 'exec "$@"')
    return made


@pytest.fixture
async def own(tmp_path: Path, stand_ins: StandIns) -> AsyncIterator[OwnServer]:
    server = OwnServer(stand_in_ollama(stand_ins.folder), tmp_path / "logs" / "serve.log")
    yield server
    await server.stop()


def shown(plan: Plan | None) -> str:
    return "" if plan is None else plan.shown


@pytest.mark.parametrize(
    ("state", "start", "stop"),
    [
        (STOPPED, "", ""),
        (replace(STOPPED, unit=SYSTEM), "pkexec systemctl start ollama.service", ""),
        (replace(STOPPED, unit=USER), "systemctl --user start ollama.service", ""),
        (
            replace(STOPPED, run_by=RunBy.SYSTEM_UNIT, unit=SYSTEM),
            "",
            "pkexec systemctl stop ollama.service",
        ),
        (
            replace(STOPPED, run_by=RunBy.USER_UNIT, unit=USER),
            "",
            "systemctl --user stop ollama.service",
        ),
        (BY_HAND, "", "kill 812"),
        (
            replace(BY_HAND, process=ServerProcess(812, 1.0, is_own=False)),
            "",
            "pkexec kill 812",
        ),
        (
            replace(BY_HAND, run_by=RunBy.CONTAINER, container=Container("podman", "a1b2")),
            "",
            "podman stop a1b2",
        ),
        (replace(STOPPED, run_by=RunBy.UNKNOWN), "", ""),
    ],
)
def test_it_is_started_and_stopped_by_whoever_runs_it(state: ServerState, start: str, stop: str):
    assert shown(plan_start(state, Asking.PKEXEC)) == start
    assert shown(plan_stop(state, Asking.PKEXEC)) == stop


async def test_plans_for_login_and_restart_are_carried_out(stand_ins: StandIns):
    state = replace(STOPPED, unit=SYSTEM, run_by=RunBy.SYSTEM_UNIT)
    for plan in (
        plan_login(state, Asking.PKEXEC, starts=True),
        plan_login(replace(state, unit=USER), Asking.PKEXEC, starts=False),
        plan_restart(state, Asking.NOT_NEEDED),
        plan_linger(Asking.NOT_NEEDED, "me", lingers=True),
    ):
        assert plan is not None
        await carry_out(plan)
    assert stand_ins.calls == [
        "pkexec systemctl enable ollama.service",
        "systemctl enable ollama.service",
        "systemctl --user disable ollama.service",
        "systemctl restart ollama.service",
        "loginctl enable-linger me",
    ]
    assert plan_restart(STOPPED, Asking.PKEXEC) is None
    assert plan_login(STOPPED, Asking.PKEXEC, starts=True) is None


async def test_what_has_come_to_be_the_administrator_s_is_waited_for_no_longer(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch
):
    stand_ins.add("pkexec", "exec sleep 1")
    told: list[int] = []

    def kill(pid: int, number: int) -> None:
        told.append(number)
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(command.os, "kill", kill)
    with pytest.raises(StepFailed, match=r"pkexec: no end after 0\.1 s"):
        await carry_out(Plan((Run(("pkexec", "systemctl", "restart", "x")),)), timeout=0.1)
    assert told == [signal.SIGTERM]


async def test_a_server_of_one_s_own_is_started_found_and_stopped(own: OwnServer):
    port = free_port()
    assert own.plan({}).shown.endswith("ollama serve")
    assert own.plan({"OLLAMA_HOST": "[::1]"}).shown.startswith("env 'OLLAMA_HOST=[::1]' ")
    started = await own.start({"OLLAMA_HOST": f"127.0.0.1:{port}"}, port)
    state = await look_at_server(port)
    assert (state.run_by, state.pid) == (RunBy.BY_HAND, started.pid)
    assert state.environment == {"OLLAMA_HOST": f"127.0.0.1:{port}"}
    assert own.is_running
    version = await abandonable(_read, f"http://127.0.0.1:{port}/api/version")
    assert "version" in json.loads(version)
    with pytest.raises(StartFailed, match="runs already"):
        await own.start({}, port)
    await own.stop()
    assert not await is_open(port)
    assert not own.is_running


async def test_it_ends_with_the_window_or_outlives_it(own: OwnServer):
    port = free_port()
    started = await own.start({"OLLAMA_HOST": f"127.0.0.1:{port}"}, port)
    own.outlives = True
    await own.close()
    assert await is_open(port)
    state = await look_at_server(port)
    plan = plan_stop(state, Asking.SUDO)
    assert plan is not None
    assert plan.steps == (EndProcess(started.pid, started.created),)
    own.outlives = False
    await own.close()
    assert not await is_open(port)


async def test_a_server_that_does_not_come_up_says_why(own: OwnServer):
    with pytest.raises(StartFailed, match="address already in use"):
        await own.start({"FAILS": "1"}, free_port())
    assert not own.is_running
    missing = OwnServer(own.log.parent / "none", own.log)
    with pytest.raises(StartFailed, match="none"):
        await missing.start({}, free_port())


async def test_a_server_that_never_listens_is_ended(own: OwnServer):
    other = free_port()
    with pytest.raises(StartFailed):
        await own.start({"OLLAMA_HOST": f"127.0.0.1:{free_port()}"}, other, timeout=0.3)
    assert own.started is None


async def test_another_process_of_the_same_number_is_left_alone(own: OwnServer):
    port = free_port()
    started = await own.start({"OLLAMA_HOST": f"127.0.0.1:{port}"}, port)
    await end_process(started.pid, started.created + 1)
    assert is_alive(started.pid, started.created)
    assert not is_alive(os.getpid(), 1.0)


async def test_a_process_that_may_not_be_ended_is_a_failed_step(monkeypatch: pytest.MonkeyPatch):
    def refuse(_: psutil.Process) -> None:
        raise psutil.AccessDenied

    monkeypatch.setattr(psutil.Process, "terminate", refuse)
    me = psutil.Process()
    with pytest.raises(NotEnded):
        await end_process(me.pid, me.create_time())
    with pytest.raises(StepFailed):
        await carry_out(Plan((EndProcess(me.pid, me.create_time()),)))


def _read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=5) as answer:
        return answer.read().decode()
