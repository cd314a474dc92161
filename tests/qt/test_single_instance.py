import os
from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.storage.meeting import Meeting, NoMeeting, Place, find_meeting
from desktop.storage.paths import Paths
from desktop.ui.shell import local_pipes, single_instance
from desktop.ui.shell.foreground import tokens_of, with_tokens
from desktop.ui.shell.single_instance import (
    FirstHangs,
    SingleInstance,
    Wanted,
    absolute,
    hand_over,
    message,
    read_message,
)
from tests.clock import until

GONE = QLocalSocket.LocalSocketState.UnconnectedState
posix = pytest.mark.skipif(os.name == "nt", reason="sockets are files, and folders have modes")


@pytest.fixture(autouse=True, params=["here", "pipes"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Talk as this system does, and once as Windows, which Qt does everywhere."""
    if request.param == "pipes":
        for name in ("Call", "Door"):
            monkeypatch.setattr(single_instance, name, getattr(local_pipes, name))


@pytest.fixture
def runtime(tmp_path: Path) -> dict[str, str]:
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    return {"XDG_RUNTIME_DIR": str(folder)}


@pytest.fixture
def meeting(paths: Paths, runtime: dict[str, str]) -> Meeting:
    return find_meeting(paths, runtime)


def test_a_first_start_takes_the_place_and_a_stale_socket_away(qapp, meeting: Meeting):
    first = SingleInstance()
    Path(meeting.name).touch()
    assert first.take(meeting, Wanted())
    assert Path(meeting.name).stat().st_mode & 0o077 == 0
    first.close()
    again = SingleInstance()
    assert again.take(meeting, Wanted())
    again.close()


@posix
def test_the_place_is_left_also_where_its_folder_is_gone(
    qapp, meeting: Meeting, runtime: dict[str, str]
):
    first, folder = SingleInstance(), Path(runtime["XDG_RUNTIME_DIR"])
    assert first.take(meeting, Wanted())
    folder.rename(folder.with_name("gone"))
    folder.touch()
    first.close()
    place = Place(folder.with_name("gone") / meeting.lock.name)
    assert place.take()
    place.leave()


def test_a_first_one_that_hangs_is_waited_for_no_longer_than_said(qapp, meeting: Meeting):
    """Its place is taken and its socket is there, but nobody answers."""
    place, server = Place(meeting.lock), QLocalServer()
    assert place.take()
    assert server.listen(meeting.name)
    deadline = QDeadlineTimer(5000)
    with pytest.raises(FirstHangs):
        SingleInstance().take(meeting, Wanted(), 200, 0)
    assert deadline.remainingTime() > 3000
    server.close()
    place.leave()


def test_one_that_has_just_begun_is_waited_for_longer(qapp, meeting: Meeting):
    place = Place(meeting.lock)
    assert place.take()
    deadline = QDeadlineTimer(5000)
    with pytest.raises(FirstHangs):
        SingleInstance().take(meeting, Wanted(), 0, 300)
    assert 3000 < deadline.remainingTime() < 4800
    os.utime(meeting.lock, (0, 0))
    with pytest.raises(FirstHangs):
        SingleInstance().take(meeting, Wanted(), 1, 60_000)
    place.leave()


def test_what_answers_like_another_program_is_given_nothing(qapp, meeting: Meeting, run):
    async def drive() -> None:
        server, got = QLocalServer(), list[bytes]()

        def greet() -> None:
            socket = server.nextPendingConnection()
            socket.write(b"paddock rm -rf\n")
            socket.readyRead.connect(lambda: got.append(bytes(socket.readAll().data())))

        server.newConnection.connect(greet)
        server.listen(meeting.name)
        assert not hand_over(meeting.name, Wanted((Path("/secret"),)), QDeadlineTimer(100))
        assert not got
        server.close()

    run(drive())


def test_a_message_that_is_none_or_too_long_does_nothing(qapp, meeting: Meeting, run):
    async def drive() -> None:
        first, heard = SingleInstance(), list[Wanted]()
        first.take(meeting, Wanted())
        first.wanted.connect(heard.append)
        first.listen()
        for said in (b"hello\n", b"[" * 5000 + b"\n", b"x" * 600_000):
            socket = QLocalSocket()
            socket.connectToServer(meeting.name)
            socket.write(said)
            await until(
                lambda s=socket: s.state() is QLocalSocket.LocalSocketState.UnconnectedState
            )
        assert not heard
        first.close()

    run(drive())


def test_one_visit_brings_one_message(qapp, meeting: Meeting, run):
    async def drive() -> None:
        first, heard = SingleInstance(), list[Wanted]()
        first.take(meeting, Wanted())
        first.wanted.connect(heard.append)
        first.listen()
        said = message(Wanted((Path("/once"),))) + b"\n"
        socket = QLocalSocket()
        socket.connectToServer(meeting.name)
        socket.write(said.ljust(64 * 1024) + said)
        await until(lambda: socket.state() is GONE)
        assert [wanted.files for wanted in heard] == [(Path("/once"),)]
        first.close()

    run(drive())


def test_a_message_reads_back_as_it_was_written():
    names = [b'/a b/\xff\n"', b"/\xe4\xb8\xad"]
    wanted = Wanted(tuple(Path(os.fsdecode(name)) for name in names), True, {"A": "b\n"})
    line = message(wanted)
    assert b"\n" not in line
    assert read_message(line) == wanted
    assert len(message(Wanted(tuple(Path("/x" * 100) for _ in range(9000))))) < 256 * 1024


@pytest.mark.parametrize("line", [b"", b"1", b"{}", b'{"files":[1],"demo":0,"tokens":{}}', b"\xff"])
def test_a_message_from_elsewhere_is_refused(line: bytes):
    assert read_message(line) is None


def test_files_are_handed_over_by_their_whole_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    assert absolute([Path("Modelfile")]) == (tmp_path / "Modelfile",)


@posix
def test_other_settings_and_other_folders_meet_elsewhere(paths: Paths, runtime: dict[str, str]):
    elsewhere = Paths(Path("/elsewhere"), paths.data, paths.logs)
    assert find_meeting(paths, runtime) != find_meeting(elsewhere, runtime)


@posix
def test_a_folder_that_others_may_write_is_not_used(
    paths: Paths, runtime: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    Path(runtime["XDG_RUNTIME_DIR"]).chmod(0o777)
    found = find_meeting(paths, runtime)
    assert Path(found.name).parent == tmp_path / f"paddock-{os.getuid()}"
    Path(found.name).parent.chmod(0o755)
    with pytest.raises(NoMeeting):
        find_meeting(paths, {})


def test_tokens_are_there_only_while_a_window_is_raised():
    environ = {"XDG_ACTIVATION_TOKEN": "a", "DESKTOP_STARTUP_ID": "b", "HOME": "/"}
    tokens = tokens_of(environ)
    assert tokens == {"XDG_ACTIVATION_TOKEN": "a", "DESKTOP_STARTUP_ID": "b"}
    here: dict[str, str] = {}
    with with_tokens({**tokens, "PATH": "/evil"}, here):
        assert here == tokens
    assert not here
