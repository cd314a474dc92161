"""What is known of this computer's server, and by whom it runs."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.system import server_state
from desktop.system.folder_size import folder_size, measure
from desktop.system.local_server import PortHolder, PortState
from desktop.system.server_process import Container, ServerProcess, container_in, unit_in
from desktop.system.server_state import (
    RunBy,
    look_at_server,
    models_folder,
    run_by,
    version_of,
    with_size,
)
from desktop.system.unit_files import UnitFiles
from desktop.system.units import UnitState, look_at_unit, unit_of
from tests.real.process import free_port
from tests.system.stand_ins import StandIns, stand_in_ollama

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")
ID = "3f4e" * 16
SHOWN = """MainPID=812
LoadState=loaded
ActiveState=active
FragmentPath=/etc/systemd/system/ollama.service
UnitFileState=enabled
DropInPaths=/etc/systemd/system/ollama.service.d/a.conf /run/systemd/system/b.conf
User=ollama
"""
"""In the shape of systemd's own `show` (systemctl(1)), version 252."""
HELD = PortHolder(PortState.HELD, "ollama", 812, ("127.0.0.1",))


def unit(*, is_of_user: bool = False, pid: int | None = 812) -> UnitState:
    return UnitState("ollama.service", is_of_user, pid is not None, pid, True, None, "ollama")


def process(**facts: object) -> ServerProcess:
    return ServerProcess(**{"pid": 812, "created": 1.0, "is_own": True, **facts})  # pyright: ignore


def test_what_systemd_shows_is_read():
    folder = Path("/etc/systemd/system")
    files = UnitFiles(
        folder / "ollama.service",
        (folder / "ollama.service.d" / "a.conf", Path("/run/systemd/system/b.conf")),
    )
    expected = UnitState("ollama.service", False, True, 812, True, files, "ollama")
    assert unit_of(SHOWN, is_of_user=False) == expected
    assert unit_of("LoadState=not-found\n", is_of_user=False) is None
    assert unit_of("", is_of_user=False) is None


@needs_sh
async def test_systemd_is_asked_for_the_person_s_own_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stand_ins = StandIns(tmp_path / "stand-ins", monkeypatch)
    stand_ins.add("systemctl", f"cat <<'EOF'\n{SHOWN}EOF")
    stand_ins.add("loginctl", "echo Linger=yes")
    found = await look_at_unit(is_of_user=True)
    assert found is not None
    assert (found.is_of_user, found.lingers) == (True, True)
    assert stand_ins.calls[0].startswith("systemctl --user show ollama.service")
    stand_ins.add("systemctl", "echo 'Failed to connect to bus' >&2; exit 1")
    assert await look_at_unit(is_of_user=True) is None


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        (RunBy.NOBODY, (PortHolder(PortState.FREE), None, None, None)),
        (RunBy.NOBODY, (PortHolder(PortState.FREE), None, unit(pid=None), None)),
        (RunBy.NOBODY, (PortHolder(PortState.HELD, "nginx", 7), None, None, None)),
        (RunBy.UNKNOWN, (PortHolder(PortState.HELD), None, None, None)),
        (RunBy.SYSTEM_UNIT, (PortHolder(PortState.HELD), None, unit(), None)),
        (RunBy.SYSTEM_UNIT, (HELD, process(), unit(), None)),
        (RunBy.USER_UNIT, (HELD, process(), unit(is_of_user=True), None)),
        (RunBy.BY_HAND, (HELD, process(), unit(pid=None), None)),
        (RunBy.BY_HAND, (HELD, process(), None, None)),
        (RunBy.APP, (HELD, process(app=3), None, None)),
        (RunBy.USER_UNIT, (HELD, process(unit="ollama.service", is_unit_of_user=True), None, None)),
        (RunBy.CONTAINER, (HELD, process(), unit(pid=None), Container("docker", ID))),
    ],
)
def test_who_runs_it_is_told(expected: RunBy, facts: tuple[object, ...]):
    assert run_by(*facts) is expected  # pyright: ignore


def test_a_process_s_group_tells_its_service_and_container():
    assert unit_in("0::/system.slice/ollama.service\n") == ("ollama.service", False)
    own = "0::/user.slice/user-1000.slice/user@1000.service/app.slice/ollama.service\n"
    assert unit_in(own) == ("ollama.service", True)
    assert unit_in("0::/user.slice/user-1000.slice/user@1000.service/app.slice/x.scope") == (
        "",
        False,
    )
    docker = f"0::/system.slice/docker-{ID}.scope\n"
    assert container_in(docker, "0::/user.slice") == Container("docker", ID)
    assert container_in(f"0::/machine.slice/libpod-{ID}.scope", "") == Container("podman", ID)
    assert container_in(docker, docker) is None
    assert container_in("0::/system.slice/docker.service", "") is None


def test_the_models_folder_is_what_the_environment_says_or_the_user_s_own():
    assert models_folder({"OLLAMA_MODELS": "/srv/m"}, None) == Path("/srv/m")
    assert models_folder({}, unit(is_of_user=True)) == Path.home() / ".ollama" / "models"
    nobody = UnitState("ollama.service", False, False, None, False, None, "no-such-user")
    assert models_folder({}, nobody) is None


async def test_a_server_by_hand_has_its_own_folder_and_not_that_of_a_stopped_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    drop_in = tmp_path / "ollama.service"
    drop_in.write_text('[Service]\nEnvironment="OLLAMA_MODELS=/srv/of-the-service"\n')
    stopped = replace(unit(pid=None), user="", files=UnitFiles(drop_in))
    running = process(pid=os.getpid())

    async def look_at_unit(*, is_of_user: bool) -> UnitState | None:
        return None if is_of_user else stopped

    monkeypatch.setattr(server_state, "look_at_unit", look_at_unit)
    monkeypatch.setattr(server_state, "find_process", lambda holder: running)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("OLLAMA_MODELS", raising=False)
    assert (await look_at_server(free_port())).models == Path.home() / ".ollama" / "models"
    stopped = replace(stopped, user="daemon")
    assert (await look_at_server(free_port())).models == Path.home() / ".ollama" / "models"
    monkeypatch.setattr(server_state, "of_process", lambda pid: None)
    running = replace(running, is_own=False)
    assert (await look_at_server(free_port())).models is None
    stopped = replace(stopped, is_active=True, pid=running.pid)
    assert (await look_at_server(free_port())).models == Path("/srv/of-the-service")


async def test_a_folder_s_size_is_what_it_takes_of_the_disk(tmp_path: Path):
    (tmp_path / "blobs").mkdir()
    (tmp_path / "blobs" / "one").write_bytes(b"x" * 10_000)
    (tmp_path / "blobs" / "link").symlink_to("/")
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(1_000_000_000)
    size = await folder_size(tmp_path)
    assert size is not None
    assert (size.files, size.is_whole) == (3, True)
    assert 10_000 <= size.bytes < 1_000_000 or sys.platform == "win32"
    early = measure(tmp_path, -1.0)
    assert early is not None
    assert not early.is_whole
    assert await folder_size(tmp_path / "none") is None


@needs_sh
async def test_a_program_is_asked_for_its_version(tmp_path: Path):
    assert await version_of(stand_in_ollama(tmp_path)) == "0.33.0"
    assert await version_of(tmp_path / "none") == ""
    assert await version_of(None) == ""


@needs_sh
async def test_where_nothing_runs_the_program_and_its_folder_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    stand_ins = StandIns(tmp_path / "stand-ins", monkeypatch)
    stand_ins.add("systemctl", "exit 1")
    program = stand_in_ollama(stand_ins.folder)
    models = tmp_path / "home" / ".ollama" / "models"
    models.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    state = await with_size(await look_at_server(free_port()))
    assert (state.program, state.version, state.unit) == (program, "0.33.0", None)
    assert (state.is_found, state.is_running, state.pid) == (True, False, None)
    assert state.models == models
    assert state.models_size is not None
    assert state.starts_at_login is None
