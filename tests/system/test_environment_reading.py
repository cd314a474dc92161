"""What is set where a server's environment is kept."""

import sys
from pathlib import Path

import pytest

from desktop.system.carrying_out import carry_out
from desktop.system.environment_reading import Kept, read_kept
from desktop.system.server_environment import DROP_IN, Home, Writing, plan_for
from tests.system.stand_ins import StandIns

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts of sh")


@pytest.fixture
def stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIns:
    made = StandIns(tmp_path / "stand-ins", monkeypatch)
    made.add("systemctl")
    return made


async def test_where_there_is_no_service_nothing_is_set(tmp_path: Path):
    assert await read_kept(Home.SYSTEM_UNIT, tmp_path) == Kept({}, {})


async def test_a_service_s_files_are_told_apart_and_can_be_written_again(
    tmp_path: Path, stand_ins: StandIns, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    folder = tmp_path / "config" / "systemd" / "user"
    drop_ins = folder / "ollama.service.d"
    drop_ins.mkdir(parents=True)
    (folder / "ollama.service").write_text(
        "[Service]\nEnvironment=PATH=/bin OLLAMA_HOST=0.0.0.0\nEnvironmentFile=/etc/x\n"
    )
    (drop_ins / DROP_IN).write_text("[Service]\nEnvironment=OLLAMA_DEBUG=1 LD_PRELOAD=x\n")
    kept = await read_kept(Home.USER_UNIT, tmp_path)
    assert kept.values == {"OLLAMA_HOST": "0.0.0.0", "OLLAMA_DEBUG": "1"}
    assert kept.own == {"OLLAMA_DEBUG": "1", "LD_PRELOAD": "x"}
    assert (kept.elsewhere, kept.files) == ({"PATH", "OLLAMA_HOST"}, ("/etc/x",))
    writing = Writing(Home.USER_UNIT, folder=folder, others=kept.own, set_elsewhere=kept.elsewhere)
    await carry_out(plan_for({"OLLAMA_HOST": "", "OLLAMA_DEBUG": "2"}, writing))
    again = await read_kept(Home.USER_UNIT, tmp_path)
    assert again.values == {"OLLAMA_DEBUG": "2"}
    assert again.own == {"OLLAMA_DEBUG": "2", "LD_PRELOAD": "x"}


async def test_launchd_is_asked_for_each_variable(stand_ins: StandIns):
    stand_ins.add("launchctl", 'case "$2" in OLLAMA_HOST) echo 0.0.0.0;; esac')
    assert (await read_kept(Home.LAUNCHD)).values == {"OLLAMA_HOST": "0.0.0.0"}
    assert "launchctl getenv OLLAMA_MODELS" in stand_ins.calls


async def test_windows_is_asked_once(stand_ins: StandIns):
    stand_ins.add("reg", "printf '    OLLAMA_MODELS    REG_SZ    D:/my models\\r\\n'")
    assert (await read_kept(Home.WINDOWS_USER)).values == {"OLLAMA_MODELS": "D:/my models"}
    stand_ins.add("reg", "exit 1")
    assert await read_kept(Home.WINDOWS_USER) == Kept({}, {})
