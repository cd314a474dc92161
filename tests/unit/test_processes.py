"""Which processes are Ollama's, told from their names and from who started them."""

import asyncio
import os
import shutil
import sys
from pathlib import Path

import pytest

from desktop.system.processes import Known, OllamaProcesses, own_processes
from tests.clock import until


def test_the_server_and_its_runner_are_ollama_s():
    known = {1: Known("systemd", 0), 10: Known("ollama", 1), 11: Known("llama-server", 10)}
    assert own_processes(known) == {10: False, 11: True}


def test_before_0_30_a_runner_has_the_server_s_name():
    known = {10: Known("ollama", 1), 11: Known("ollama", 10)}
    assert own_processes(known) == {10: False, 11: True}


def test_older_and_windows_names_are_known_too():
    known = {
        1: Known("ollama app.exe", 0),
        2: Known("ollama.exe", 1),
        3: Known("ollama_llama_server.exe", 2),
    }
    assert own_processes(known)[3]


def test_what_ollama_s_command_started_is_not_its_own():
    known = {10: Known("ollama", 1), 11: Known("code", 10), 12: Known("python", 11)}
    assert own_processes(known) == {10: False}


def test_somebody_else_s_llama_server_is_not_ollama_s():
    known = {1: Known("bash", 0), 2: Known("llama-server", 1)}
    assert own_processes(known) == {}


def test_parents_in_a_circle_end():
    known = {1: Known("llama-server", 2), 2: Known("x", 1)}
    assert own_processes(known) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="a script has its own name on Linux alone")
async def test_real_processes_are_found_measured_and_forgotten(tmp_path: Path):
    sleep = shutil.which("sleep")
    assert sleep is not None
    (tmp_path / "llama-server").symlink_to(sleep)
    server = tmp_path / "ollama"
    server.write_text(f'#!/bin/sh\n"{tmp_path}/llama-server" 60 &\nwait\n', "ascii")
    server.chmod(0o755)
    processes = OllamaProcesses()
    child = await asyncio.create_subprocess_exec(str(server), start_new_session=True)
    try:
        await until(lambda: runners(processes, child.pid))
        (own,) = [each for each in processes.read() if each.pid == child.pid]
        assert (own.name, own.is_runner) == ("ollama", False)
        assert all((each.memory or 0) > 0 for each in processes.read())
    finally:
        os.killpg(child.pid, 9)
        await child.wait()
    assert child.pid not in {each.pid for each in processes.read()}


def runners(processes: OllamaProcesses, server: int) -> bool:
    found = processes.read()
    return server in {each.pid for each in found} and any(
        each.is_runner and each.name == "llama-server" for each in found
    )
