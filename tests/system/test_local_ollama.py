"""The service that looks at this computer's server and does what a person agreed to."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.system.local_looks import EVERY, SLOW_EVERY
from desktop.system.local_ollama import LocalOllama
from desktop.system.local_snapshot import Deed, Trouble, Wishes
from desktop.system.server_environment import DROP_IN, BadValues, Home
from desktop.system.server_state import RunBy
from tests.clock import ManualClock, until
from tests.system.local_scene import (
    BY_SYSTEM,
    BY_USER,
    HELD,
    SIZE,
    STOPPED,
    STOPPED_UNIT,
    Computer,
    service,
)
from tests.system.stand_ins import StandIns

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of sh")


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    made = StandIns(tmp_path / "stand-ins", monkeypatch)
    made.add("systemctl")
    made.add("pkexec", 'exec "$@"')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return made


async def seen(local: LocalOllama) -> None:
    local.refresh()
    await until(lambda: local.state is not None)


async def done(local: LocalOllama) -> None:
    await until(lambda: local.snapshot.deed is None)


async def test_nothing_is_looked_at_until_somebody_looks(clock: ManualClock, tmp_path: Path):
    computer = Computer(BY_SYSTEM)
    async with service(computer, clock, tmp_path / "log") as local:
        clock.advance(100)
        assert (computer.looks, local.state) == (0, None)
        local.watch_closely(True)
        local.watch_closely(True)
        await until(lambda: clock.sleeper_count)
        assert computer.looks == 1
        clock.advance(EVERY)
        await until(lambda: computer.looks == 2 and clock.sleeper_count)
        local.watch_closely(False)
        clock.advance(100)
        await until(lambda: not clock.sleeper_count)
        assert computer.looks == 2


async def test_what_takes_long_is_looked_at_once_a_minute_and_when_asked(
    clock: ManualClock, tmp_path: Path
):
    computer = Computer(BY_SYSTEM)
    async with service(computer, clock, tmp_path / "log") as local:
        local.watch_closely(True)
        await until(lambda: clock.sleeper_count)
        clock.advance(EVERY)
        await until(lambda: computer.looks == 2 and clock.sleeper_count)
        assert computer.sizes == 1
        assert local.state is not None
        assert local.state.models_size == SIZE
        local.refresh()
        await until(lambda: computer.sizes == 2)
        clock.advance(SLOW_EVERY)
        await until(lambda: computer.sizes == 3)


async def test_nobody_is_told_where_nothing_changed(clock: ManualClock, tmp_path: Path):
    computer = Computer(BY_SYSTEM)
    told: list[None] = []
    async with service(computer, clock, tmp_path / "log") as local:
        local.watch_closely(True)
        await until(lambda: clock.sleeper_count)
        local.changed.subscribe(told.append)
        clock.advance(EVERY)
        await until(lambda: computer.looks == 2 and clock.sleeper_count)
        assert told == []
        computer.state = STOPPED_UNIT
        clock.advance(EVERY)
        await until(lambda: told)
        assert local.state is not None
        assert local.state.run_by is RunBy.NOBODY


@needs_sh
async def test_a_service_is_started_by_the_command_that_was_shown(
    clock: ManualClock, tmp_path: Path, stand_ins: StandIns
):
    computer = Computer(STOPPED_UNIT)
    async with service(computer, clock, tmp_path / "log") as local:
        await seen(local)
        assert local.plan_stop() is None
        proposal = local.plan_start()
        assert proposal is not None
        assert stand_ins.calls == []
        computer.state = BY_SYSTEM
        local.carry_out(proposal)
        assert (local.snapshot.deed, local.snapshot.steps) == (Deed.START, 1)
        local.stop()  # Something is under way.
        await done(local)
        assert stand_ins.calls[:2] == [
            "pkexec systemctl start ollama.service",
            "systemctl start ollama.service",
        ]
        assert local.state is not None
        assert local.state.is_running
        local.set_login(starts=False)
        await done(local)
        local.restart()
        await done(local)
        assert stand_ins.calls[-1] == "systemctl restart ollama.service"


@needs_sh
async def test_a_step_that_is_refused_is_kept_with_its_words(
    clock: ManualClock, tmp_path: Path, stand_ins: StandIns
):
    stand_ins.add("pkexec", 'echo "Request dismissed" >&2; exit 126')
    async with service(Computer(BY_SYSTEM), clock, tmp_path / "log") as local:
        await seen(local)
        local.stop()
        await done(local)
        assert local.snapshot.trouble == Trouble(
            Deed.STOP, "Request dismissed", "pkexec systemctl stop ollama.service"
        )
        stand_ins.add("pkexec", 'exec "$@"')
        local.stop()
        assert local.snapshot.trouble is None
        await done(local)
        assert local.snapshot.trouble is None


@needs_sh
async def test_the_environment_is_written_to_a_drop_in_and_read_again(
    clock: ManualClock, tmp_path: Path, stand_ins: StandIns
):
    folder = tmp_path / "root" / "etc" / "systemd" / "system"
    folder.mkdir(parents=True)
    (folder / "ollama.service").write_text("[Service]\nEnvironment=OLLAMA_HOST=0.0.0.0\n")
    computer = Computer(BY_SYSTEM, root=tmp_path / "root")
    async with service(computer, clock, tmp_path / "log") as local:
        await seen(local)
        await until(lambda: local.snapshot.kept.values)
        assert local.snapshot.home is Home.SYSTEM_UNIT
        assert dict(local.snapshot.environment) == {"OLLAMA_HOST": "0.0.0.0"}
        with pytest.raises(BadValues):
            local.plan_environment({"OLLAMA_MAX_QUEUE": "many"})
        local.carry_out(local.plan_environment({"OLLAMA_HOST": "", "OLLAMA_MAX_QUEUE": "9"}))
        await done(local)
        assert local.snapshot.trouble is None
        assert dict(local.snapshot.environment) == {"OLLAMA_MAX_QUEUE": "9"}
        text = (folder / "ollama.service.d" / DROP_IN).read_text()
        assert "UnsetEnvironment=OLLAMA_HOST" in text


@needs_sh
async def test_a_person_s_own_service_has_its_drop_in_at_home(
    clock: ManualClock, tmp_path: Path, stand_ins: StandIns
):
    folder = tmp_path / "config" / "systemd" / "user"
    folder.mkdir(parents=True)
    (folder / "ollama.service").write_text("[Service]\n")
    async with service(Computer(BY_USER, root=tmp_path), clock, tmp_path / "log") as local:
        await seen(local)
        local.carry_out(local.plan_environment({"OLLAMA_DEBUG": "1"}))
        await done(local)
        assert dict(local.snapshot.environment) == {"OLLAMA_DEBUG": "1"}
        assert (folder / "ollama.service.d" / DROP_IN).exists()
        assert not any("pkexec" in call for call in stand_ins.calls)


async def test_values_for_a_child_of_this_program_are_kept_by_the_settings(
    clock: ManualClock, tmp_path: Path
):
    computer = Computer(STOPPED)
    async with service(computer, clock, tmp_path / "log") as local:
        await seen(local)
        local.carry_out(local.plan_environment({"OLLAMA_DEBUG": "1"}))
        await done(local)
        local.set_outlives(True)
        assert computer.kept[-1] == Wishes(outlives=True, environment={"OLLAMA_DEBUG": "1"})
        assert dict(local.snapshot.environment) == {"OLLAMA_DEBUG": "1"}


@needs_sh
async def test_a_child_is_started_as_it_was_shown_whatever_was_changed_since(
    clock: ManualClock, tmp_path: Path
):
    said = tmp_path / "said"
    program = tmp_path / "ollama"
    program.write_text(f'#!/bin/sh\necho "$OLLAMA_KEEP_ALIVE" > "{said}"\n')
    program.chmod(0o755)
    computer = Computer(replace(STOPPED, program=program))
    wishes = Wishes(environment={"OLLAMA_KEEP_ALIVE": "1h"})
    async with service(computer, clock, tmp_path / "log", wishes) as local:
        await seen(local)
        proposal = local.plan_start()
        assert proposal is not None
        assert "OLLAMA_KEEP_ALIVE=1h" in proposal.plan.shown
        local.carry_out(local.plan_environment({"OLLAMA_KEEP_ALIVE": "2h"}))
        await done(local)
        local.carry_out(proposal)
        await done(local)
    assert said.read_text() == "1h\n"


async def test_while_nothing_runs_the_folder_is_that_of_the_child_that_would_be_started(
    clock: ManualClock, tmp_path: Path
):
    computer = Computer(replace(STOPPED, models=Path("/home/me/.ollama/models")))
    wishes = Wishes(environment={"OLLAMA_MODELS": "/srv/models"})
    async with service(computer, clock, tmp_path / "log", wishes) as local:
        await seen(local)
        assert local.state is not None
        assert local.state.models == Path("/srv/models")
        computer.state = STOPPED_UNIT
        local.refresh()
        await until(lambda: local.state is not None and local.state.models == STOPPED_UNIT.models)


async def test_it_is_not_started_on_a_port_that_somebody_has(clock: ManualClock, tmp_path: Path):
    holder = replace(HELD, program="nginx")
    async with service(Computer(STOPPED, holder), clock, tmp_path / "log") as local:
        await seen(local)
        local.start(outlives=True)
        await done(local)
        assert local.snapshot.trouble == Trouble(Deed.START, holder=holder)
        assert local.snapshot.wishes.outlives
        assert local.snapshot.own is None


async def test_a_program_that_is_gone_when_it_is_started_says_so(
    clock: ManualClock, tmp_path: Path
):
    computer = Computer(replace(STOPPED, program=tmp_path / "gone"))
    async with service(computer, clock, tmp_path / "log") as local:
        await seen(local)
        local.start()
        await done(local)
        trouble = local.snapshot.trouble
        assert trouble is not None
        assert "gone" in trouble.raw


@needs_sh
async def test_closing_in_the_middle_ends_the_command(
    clock: ManualClock, tmp_path: Path, stand_ins: StandIns
):
    stand_ins.add("pkexec", "exec sleep 60")
    async with service(Computer(BY_SYSTEM), clock, tmp_path / "log") as local:
        await seen(local)
        local.stop()
        await until(lambda: stand_ins.calls)
