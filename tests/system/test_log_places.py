"""Where the log of this computer's server is."""

from dataclasses import replace
from pathlib import Path

from desktop.runtime.clock import SystemClock
from desktop.system.local_server import PortHolder, PortState
from desktop.system.log_places import log_source
from desktop.system.log_sources import Journal, LogFile
from desktop.system.own_server import Started
from desktop.system.server_process import ServerProcess
from desktop.system.server_state import RunBy, ServerState
from desktop.system.units import UnitState

CLOCK = SystemClock()
STOPPED = ServerState(None, "", RunBy.NOBODY, PortHolder(PortState.FREE))
UNIT = UnitState("ollama.service", True, True, 7, True, None)


def test_a_service_s_log_is_its_journal():
    for run_by in (RunBy.USER_UNIT, RunBy.NOBODY):
        source = log_source(replace(STOPPED, run_by=run_by, unit=UNIT), CLOCK)
        assert isinstance(source, Journal)
        assert source.command[:4] == ("journalctl", "--user", "-u", "ollama.service")


def test_a_server_of_one_s_own_has_the_file_it_was_given(tmp_path: Path):
    own = Started(7, 1.0, tmp_path / "serve.log")
    process = ServerProcess(7, 1.0, is_own=True)
    running = replace(STOPPED, run_by=RunBy.BY_HAND, process=process)
    assert isinstance(log_source(running, CLOCK, own), LogFile)
    assert isinstance(log_source(STOPPED, CLOCK, own), LogFile)
    assert log_source(running, CLOCK, replace(own, pid=8)) is None


def test_the_app_s_log_is_a_file():
    running = replace(STOPPED, run_by=RunBy.APP)
    assert isinstance(log_source(running, CLOCK, platform="darwin"), LogFile)
    assert isinstance(log_source(STOPPED, CLOCK, platform="win32"), LogFile)
    assert log_source(running, CLOCK, platform="linux") is None
