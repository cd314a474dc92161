import asyncio
import os
import sys
from pathlib import Path

import pytest

from desktop.system.awake import Awake, keep_by_state, usual_keeper
from tests.clock import until
from tests.system.stand_ins import StandIns

posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of sh")
WAITS = 'shift 4; echo $$ > "$HELD"; exec "$@"'
"""What systemd-inhibit does with its command."""
CHILD = """
import asyncio, sys
from desktop.system.awake import Awake, usual_keeper
async def main():
    async with Awake(usual_keeper("linux")) as awake:
        awake.want(True, "why")
        await asyncio.get_running_loop().create_future()
asyncio.run(main())
"""


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    monkeypatch.setenv("HELD", str(tmp_path / "held"))
    return StandIns(tmp_path / "stand-ins", monkeypatch)


def _pid(tmp_path: Path) -> int:
    file = tmp_path / "held"
    return int(file.read_text() or 0) if file.exists() else 0


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@posix
async def test_sleep_is_held_off_from_the_first_job_to_the_last(
    stand_ins: StandIns, tmp_path: Path
):
    stand_ins.add("systemd-inhibit", WAITS)
    async with Awake(usual_keeper("linux")) as awake:
        awake.want(True, "Models are being pulled")
        awake.want(True, "Models are being pulled")
        await until(lambda: _pid(tmp_path))
        assert awake.is_held
        words = "--what=sleep --who=Paddock --why=Models are being pulled --mode=block cat"
        assert stand_ins.calls == [f"systemd-inhibit {words}"]
        awake.want(False)
        await until(lambda: not _lives(_pid(tmp_path)))
        assert not awake.is_held


@posix
async def test_closing_lets_the_computer_sleep(stand_ins: StandIns, tmp_path: Path):
    stand_ins.add("systemd-inhibit", WAITS)
    async with Awake(usual_keeper("linux")) as awake:
        awake.want(True)
        await until(lambda: _pid(tmp_path))
    assert not _lives(_pid(tmp_path))


@posix
async def test_a_program_that_is_killed_holds_nothing_off(stand_ins: StandIns, tmp_path: Path):
    stand_ins.add("systemd-inhibit", WAITS)
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD)
    await until(lambda: _pid(tmp_path), 20)
    child.kill()
    await child.wait()
    await until(lambda: not _lives(_pid(tmp_path)))


@posix
async def test_where_it_is_refused_or_missing_the_program_goes_on(
    stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch
):
    stand_ins.add("systemd-inhibit", "exit 1")
    async with Awake(usual_keeper("linux")) as awake:
        awake.want(True)
        await until(lambda: not awake.is_held)
    monkeypatch.setenv("PATH", "")
    async with Awake(usual_keeper("linux")) as awake:
        awake.want(True)
        await until(lambda: not awake.is_held)


@posix
async def test_macos_has_a_program_that_ends_with_this_one(stand_ins: StandIns):
    stand_ins.add("caffeinate", "exec cat")
    async with Awake(usual_keeper("darwin")) as awake:
        awake.want(True)
        await until(lambda: stand_ins.calls)
        assert stand_ins.calls == [f"caffeinate -i -w {os.getpid()}"]


async def test_windows_is_told_at_the_beginning_and_at_the_end():
    said: list[int] = []

    def set_state(state: int) -> bool:
        said.append(state)
        return True

    async with Awake(lambda _: keep_by_state(set_state)) as awake:
        awake.want(True)
        await until(lambda: said == [0x80000001])
        awake.want(False)
        await until(lambda: said == [0x80000001, 0x80000000])


async def test_windows_may_refuse():
    await asyncio.wait_for(keep_by_state(lambda _: False), 1)


def test_another_system_has_no_way():
    assert usual_keeper("freebsd14") is None
