"""The service over this computer: a stand-in named `ollama` serves the demo host."""

import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import psutil
import pytest

from desktop.runtime.threads import abandonable
from desktop.system.ending import end_process
from desktop.system.local_ollama import LocalOllama
from desktop.system.local_snapshot import Deed, Wishes
from desktop.system.log_line import LONGEST
from desktop.system.server_state import RunBy
from tests.clock import until
from tests.real.process import is_open
from tests.system.local_floor import Floor
from tests.system.stand_ins import StandIns, stand_in_ollama

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of sh")


@pytest.fixture
def floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Floor:
    stand_ins = StandIns(tmp_path / "stand-ins", monkeypatch)
    stand_ins.add("systemctl", "exit 1")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return Floor(tmp_path, stand_in_ollama(stand_ins.folder))


async def begun(local: LocalOllama) -> None:
    local.start()
    await until(lambda: local.snapshot.deed is None, 20)
    assert local.snapshot.trouble is None
    assert local.snapshot.is_own


async def test_a_server_is_started_restarted_and_stopped(floor: Floor):
    async with floor.open() as local:
        assert local.state is not None
        assert (local.state.run_by, local.state.version) == (RunBy.NOBODY, "0.33.0")
        await begun(local)
        assert await is_open(floor.port)
        first = local.state.pid
        local.restart()
        await until(lambda: local.snapshot.deed is None, 20)
        assert await is_open(floor.port)
        assert local.state.pid != first
        local.stop()
        await until(lambda: local.snapshot.deed is None)
        assert not await is_open(floor.port)
        assert not local.state.is_running


async def test_it_ends_with_the_window_unless_it_was_let_go_on(floor: Floor):
    async with floor.open() as local:
        await begun(local)
    assert not await is_open(floor.port)
    async with floor.open() as local:
        await begun(local)
        local.set_outlives(True)
    assert await is_open(floor.port)
    async with floor.open(floor.kept[-1]) as local:
        assert local.snapshot.is_own
        local.log.follow(True)
        assert local.log.place == str(floor.file)
        local.stop()
        await until(lambda: local.snapshot.deed is None)
        assert local.snapshot.trouble is None
    assert not await is_open(floor.port)


async def test_its_log_is_followed_while_somebody_looks(floor: Floor):
    async with floor.open() as local:
        await begun(local)
        before = local.log.current
        local.log.follow(True)
        log = local.log.current
        assert before is None
        assert log is not None
        with floor.file.open("a") as file:
            file.write('time=2026-11-20T07:33:31Z level=ERROR msg="CUDA error: lost"\n')
        await until(lambda: "CUDA" in "".join(line.raw for line in log.view.lines))
        local.log.follow(False)
        assert local.log.current is None


async def test_a_log_file_that_is_gone_is_followed_again_when_it_is_back(floor: Floor):
    floor.file.parent.mkdir(parents=True)
    floor.file.write_text("one\n")
    async with floor.open() as local:
        await begun(local)
        local.log.follow(True)
        log = local.log.current
        assert log is not None
        await until(lambda: "one" in [line.raw for line in log.view.lines])
        floor.file.unlink()
        floor.file.write_bytes(b"\x1b[31mtwo\x1b[0m\xff\n" + b"x" * 1_000_000 + b"\nthree\n")
        await until(lambda: "three" in [line.raw for line in log.view.lines])
        assert "one" in [line.raw for line in log.view.lines]
        assert max(len(line.raw) for line in log.view.lines) <= LONGEST


async def test_a_server_that_vanishes_is_noticed_with_its_last_words(floor: Floor):
    async with floor.open() as local:
        await begun(local)
        assert local.snapshot.own is not None
        with floor.file.open("a") as file:
            file.write("panic: out of coffee\n")
        os.kill(local.snapshot.own.pid, signal.SIGKILL)
        local.watch_closely(True)  # Too early on a busy computer; the next look is 5 s later.
        await until(lambda: local.snapshot.trouble is not None, 20)
        trouble = local.snapshot.trouble
        assert trouble is not None
        assert (trouble.deed, trouble.raw) == (None, "panic: out of coffee")
        assert local.log.place == str(floor.file)
        await begun(local)


async def test_a_server_that_fails_to_start_says_why(floor: Floor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FAILS", "1")
    async with floor.open() as local:
        local.start()
        await until(lambda: local.snapshot.deed is None, 20)
        trouble = local.snapshot.trouble
        assert trouble is not None
        assert trouble.deed is Deed.START
        assert "address already in use" in trouble.raw


@pytest.mark.parametrize("moment", [0.0, 0.01, 0.03])
async def test_closing_while_it_is_started_leaves_nothing_behind(floor: Floor, moment: float):
    async with floor.open() as local:
        local.start()
        await asyncio.sleep(moment)
    running = (process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"]))
    assert not [command for command in running if str(floor.program) in command]


async def test_a_port_that_another_program_has_is_named(floor: Floor):
    server = await abandonable(_occupied, floor.port)
    try:
        async with floor.open() as local:
            local.start()
            await until(lambda: local.snapshot.deed is None)
            trouble = local.snapshot.trouble
            assert trouble is not None
            assert trouble.holder is not None
            assert trouble.holder.pid == os.getpid()
    finally:
        server.close()


async def test_a_server_of_another_window_is_not_taken_for_one_s_own(floor: Floor, tmp_path: Path):
    other = Floor(tmp_path / "other", floor.program)
    other.port = floor.port
    async with floor.open(Wishes(outlives=True)) as local:
        await begun(local)
        own = local.snapshot.own
        assert own is not None
    try:
        async with other.open() as local:
            assert local.state is not None
            assert local.state.run_by is RunBy.BY_HAND
            assert local.snapshot.own is None
    finally:
        await end_process(own.pid, own.created)


def _occupied(port: int) -> socket.socket:
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind(("127.0.0.1", port))
    made.listen()
    return made
