"""What this computer says of its own Ollama server."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from desktop.system.local_server import (
    PortHolder,
    PortState,
    find_program,
    find_unit,
    holder_of,
    is_running,
    look_at_local_server,
)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


def program(folder: Path, mode: int = 0o755) -> Path:
    path = folder / ("ollama.exe" if sys.platform == "win32" else "ollama")
    path.write_text("")
    path.chmod(mode)
    return path


def test_a_program_on_the_path_is_found_first(tmp_path: Path):
    (tmp_path / "other").mkdir()
    here, there = program(tmp_path), program(tmp_path / "other")
    assert find_program(str(tmp_path), [str(there)]) == here
    assert find_program("", [str(tmp_path / "no"), str(there)]) == there


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission to run a file")
def test_a_file_that_cannot_be_run_is_no_program(tmp_path: Path):
    assert find_program(str(tmp_path / "none"), [str(program(tmp_path, 0o644))]) is None


def test_a_systemd_service_is_found_by_its_file(tmp_path: Path):
    unit = tmp_path / "ollama.service"
    assert find_unit([str(unit)]) is None
    unit.write_text("[Service]\n")
    assert find_unit([str(tmp_path), str(unit)]) == unit


def test_a_process_is_found_by_its_name():
    name = psutil.Process().name().lower()
    assert is_running(frozenset({name}))
    assert not is_running(frozenset({"no such program"}))


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells it to root alone")
def test_who_holds_a_port_is_told(listener: socket.socket):
    port = listener.getsockname()[1]
    me = psutil.Process()
    assert holder_of(port) == PortHolder(PortState.HELD, me.name(), me.pid, ("127.0.0.1",))
    assert not holder_of(port).is_open_to_others
    listener.close()
    assert holder_of(port) == PortHolder(PortState.FREE)


def test_a_port_on_every_address_is_open_to_others():
    assert PortHolder(PortState.HELD, addresses=("127.0.0.1", "::")).is_open_to_others


def test_what_the_system_does_not_tell_is_unknown(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*_: object) -> None:
        raise psutil.AccessDenied

    port = listener.getsockname()[1]
    monkeypatch.setattr(psutil, "Process", refuse)
    assert holder_of(port).program == ""
    monkeypatch.setattr(psutil, "net_connections", refuse)
    assert holder_of(port) == PortHolder(PortState.UNKNOWN)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells it to root alone")
def test_a_port_of_another_user_s_program_has_no_name(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
):
    port = listener.getsockname()[1]
    told = [each._replace(pid=None) for each in psutil.net_connections("tcp")]
    monkeypatch.setattr(psutil, "net_connections", lambda *_: told)
    assert holder_of(port) == PortHolder(PortState.HELD, "", None, ("127.0.0.1",))


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells it to root alone")
async def test_everything_is_looked_at_together(listener: socket.socket):
    server = await look_at_local_server(listener.getsockname()[1])
    assert server.port.state is PortState.HELD
    assert isinstance(server.is_running, bool)
