"""A server's environment: read, planned, shown, and written into a scratch root."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.system.carrying_out import StepFailed, carry_out
from desktop.system.plan import Asking, Caution, Plan, Run, WriteFile, way_to_ask
from desktop.system.server_environment import (
    DROP_IN,
    BadValues,
    Home,
    Writing,
    known,
    of_process,
    of_registry,
    plan_for,
)
from desktop.system.unit_files import environment_of, find_unit_files, folders_below
from desktop.system.unit_text import read_environment
from desktop.system.variables import Problem
from tests.clock import until
from tests.system.stand_ins import StandIns

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")
VALUES = {"OLLAMA_HOST": "127.0.0.1:11500", "OLLAMA_MODELS": '/srv/it\'s 100% "mine"\\x'}


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    made = StandIns(tmp_path / "stand-ins", monkeypatch)
    made.add("systemctl")
    made.add("pkexec", 'exec "$@"')
    return made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A scratch root with the unit that the installer writes."""
    folder = tmp_path / "root" / "etc" / "systemd" / "system"
    folder.mkdir(parents=True)
    (folder / "ollama.service").write_text(
        "[Unit]\nAfter=network-online.target\n[Service]\nExecStart=/usr/local/bin/ollama serve\n"
        'User=ollama\nEnvironment="PATH=/usr/bin"\n[Install]\nWantedBy=default.target\n'
    )
    return tmp_path / "root"


def writing(root: Path, home: Home = Home.SYSTEM_UNIT) -> Writing:
    return Writing(home, Asking.PKEXEC, root / "etc" / "systemd" / "system")


def values_in(root: Path) -> dict[str, str]:
    files = find_unit_files(folders_below(root))
    assert files is not None
    return known(environment_of(files).values)


@needs_sh
async def test_a_drop_in_is_written_and_asks_for_the_administrator_once(
    root: Path, stand_ins: StandIns
):
    plan = plan_for(VALUES, writing(root))
    assert plan.needs_administrator
    assert plan.can_be_run
    await carry_out(plan)
    assert values_in(root) == VALUES
    assert [call.split()[0] for call in stand_ins.calls] == ["pkexec", "systemctl", "systemctl"]
    assert stand_ins.calls[1:] == ["systemctl daemon-reload", "systemctl restart ollama.service"]
    folder = root / "etc" / "systemd" / "system" / "ollama.service.d"
    assert [path.name for path in folder.iterdir()] == [DROP_IN]


@needs_sh
def test_what_is_shown_does_the_same_in_a_shell(root: Path, stand_ins: StandIns):
    subprocess.run(
        ["sh", "-e"], input=plan_for(VALUES, writing(root)).shown, text=True, check=True, timeout=9
    )
    assert values_in(root) == VALUES
    assert len(stand_ins.calls) == 3


@needs_sh
async def test_a_user_s_own_service_needs_no_administrator(root: Path, stand_ins: StandIns):
    plan = plan_for(VALUES, writing(root, Home.USER_UNIT))
    assert not plan.needs_administrator
    await carry_out(plan)
    assert values_in(root) == VALUES
    assert stand_ins.calls == [
        "systemctl --user daemon-reload",
        "systemctl --user restart ollama.service",
    ]


@needs_sh
async def test_where_a_step_fails_the_next_is_not_begun(root: Path, stand_ins: StandIns):
    stand_ins.add("systemctl", 'case "$*" in *reload) echo "not today" >&2; exit 1;; esac')
    with pytest.raises(StepFailed, match="not today") as failure:
        await carry_out(plan_for(VALUES, writing(root, Home.USER_UNIT)))
    assert failure.value.number == 1
    assert stand_ins.calls == ["systemctl --user daemon-reload"]


@needs_sh
async def test_a_command_that_hangs_is_ended(stand_ins: StandIns):
    stand_ins.add("slow", "exec sleep 60")
    with pytest.raises(StepFailed, match="no end after"):
        await carry_out(Plan((Run(("slow",)),)), timeout=0.1)


async def test_a_file_that_cannot_be_written_is_a_failed_step(tmp_path: Path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StepFailed):
        await carry_out(Plan((WriteFile(tmp_path / "file" / "inside", ""),)))


def test_an_empty_value_is_left_out_and_what_else_was_set_stays(root: Path):
    made = Writing(Home.USER_UNIT, folder=root, others={"OLLAMA_DEBUG": "1", "LD_PRELOAD": "x"})
    step = plan_for({"OLLAMA_DEBUG": "", "OLLAMA_MAX_QUEUE": "9"}, made).steps[0]
    assert isinstance(step, WriteFile)
    assert read_environment({}, step.text) == {"LD_PRELOAD": "x", "OLLAMA_MAX_QUEUE": "9"}


def test_what_another_file_sets_is_taken_away(root: Path):
    made = Writing(Home.USER_UNIT, folder=root, set_elsewhere=frozenset({"OLLAMA_HOST", "PATH"}))
    step = plan_for({"OLLAMA_HOST": "", "OLLAMA_DEBUG": ""}, made).steps[0]
    assert isinstance(step, WriteFile)
    assert step.text == "[Service]\nUnsetEnvironment=OLLAMA_HOST\n"


def test_on_macos_launchd_is_told_until_logout():
    plan = plan_for({"OLLAMA_HOST": "127.0.0.1", "OLLAMA_MODELS": ""}, Writing(Home.LAUNCHD))
    assert [step.command for step in plan.steps if isinstance(step, Run)][:2] == [
        ("launchctl", "setenv", "OLLAMA_HOST", "127.0.0.1"),
        ("launchctl", "unsetenv", "OLLAMA_MODELS"),
    ]
    assert Caution.UNTIL_LOGOUT in plan.cautions


def test_on_windows_the_user_s_variables_are_set():
    plan = plan_for({"OLLAMA_MODELS": "D:\\m", "OLLAMA_HOST": ""}, Writing(Home.WINDOWS_USER))
    assert [step.command for step in plan.steps if isinstance(step, Run)] == [
        ("setx", "OLLAMA_MODELS", "D:\\m"),
        ("reg", "delete", "HKCU\\Environment", "/v", "OLLAMA_HOST", "/f"),
    ]
    with pytest.raises(BadValues):
        plan_for({"OLLAMA_ORIGINS": "a" * 1025}, Writing(Home.WINDOWS_USER))


@pytest.mark.parametrize(
    ("value", "caution"),
    [("0.0.0.0", Caution.OPEN_TO_EVERYBODY), ("192.168.1.4", Caution.OPEN_TO_ONE_NETWORK)],
)
def test_a_server_that_others_could_reach_is_warned_of(value: str, caution: Caution, root: Path):
    assert caution in plan_for({"OLLAMA_HOST": value}, writing(root)).cautions


def test_a_proxy_s_sign_in_that_all_could_read_is_warned_of(root: Path):
    plan = plan_for({"HTTPS_PROXY": "http://me:secret@proxy.example"}, writing(root))
    assert Caution.SECRET_IS_READABLE in plan.cautions
    assert not plan_for({"HTTPS_PROXY": "http://proxy.example"}, writing(root)).cautions & {
        Caution.SECRET_IS_READABLE
    }


def test_values_that_it_would_not_understand_are_not_planned(root: Path):
    with pytest.raises(BadValues) as refused:
        plan_for({"OLLAMA_MAX_QUEUE": "many", "OLLAMA_HOST": "127.0.0.1"}, writing(root))
    assert refused.value.problems == {"OLLAMA_MAX_QUEUE": Problem.NOT_A_NUMBER}


def test_without_a_screen_a_terminal_has_to_ask(root: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert way_to_ask({}, lambda name: name) is Asking.SUDO
    assert way_to_ask({"DISPLAY": ":0"}, lambda name: name) is Asking.PKEXEC
    assert way_to_ask({"DISPLAY": ":0"}, lambda name: None) is Asking.SUDO
    plan = plan_for({}, Writing(Home.SYSTEM_UNIT, Asking.SUDO, root))
    assert plan.shown.startswith("sudo sh -ec ")
    assert not plan.can_be_run


async def test_a_process_of_one_s_own_tells_its_environment():
    wanted = {"OLLAMA_HOST": "0.0.0.0", "HTTPS_PROXY": "http://p"}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-c", "input()"),
        stdin=subprocess.PIPE,
        env={**os.environ, "OLLAMA_HOST": "0.0.0.0", "https_proxy": "http://p", "OTHER": "1"},
    )
    await until(lambda: of_process(process.pid) == wanted)  # It is told once the program runs.
    await process.communicate(b"\n")
    assert of_process(process.pid) is None


def test_the_registry_s_answer_is_read():
    answer = (
        "\r\nHKEY_CURRENT_USER\\Environment\r\n    Path    REG_EXPAND_SZ    C:\\x\r\n"
        "    OLLAMA_MODELS    REG_SZ    D:\\my models\r\n\r\n"
    )
    assert of_registry(answer) == {"OLLAMA_MODELS": "D:\\my models"}
