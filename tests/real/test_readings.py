"""Readings of the real thing: a node_exporter, an sshd, and NVIDIA's driver where there is one."""

import importlib
from pathlib import Path

import psutil
import pytest

from desktop.domain.connection import Tunnel
from desktop.domain.readings import ReadingProblem
from desktop.domain.tellers import Place, Teller
from desktop.net.ssh_ask import ask_by_ssh
from desktop.runtime.clock import SystemClock
from desktop.system.far_computer import SshComputer, ToldComputer
from desktop.system.nvidia import NvidiaCards
from desktop.system.reader import NoReading
from desktop.system.sampler import Pace, Readings
from tests.clock import until
from tests.real.process import free_port, program, running
from tests.real.sshd import ssh_server


async def test_a_real_node_exporter_is_read_again_and_again(tmp_path: Path):
    port = free_port()
    command = [program("prometheus-node-exporter"), f"--web.listen-address=127.0.0.1:{port}"]
    async with running(command, port, tmp_path / "log"):
        computer = ToldComputer("127.0.0.1", [Place(Teller.NODE, port)])
        async with Readings(computer, clock=SystemClock(), pace=Pace(0.2, 0.2)) as readings:
            await until(lambda: readings.snapshot.reading and readings.snapshot.reading.cpu, 10)
            reading, problem = readings.snapshot.reading, readings.snapshot.problem
    assert problem is None
    assert reading is not None
    memory = psutil.virtual_memory()
    assert reading.ram_total == pytest.approx(memory.total, rel=0.01)
    assert reading.ram_available == pytest.approx(memory.available, rel=0.2)
    assert reading.cores == psutil.cpu_count()
    assert reading.cpu is not None
    assert 0 <= reading.cpu <= 100
    assert any(disk.total for disk in reading.disks)


async def test_a_real_node_exporter_that_ends_is_told_and_the_last_reading_stays(tmp_path: Path):
    port = free_port()
    command = [program("prometheus-node-exporter"), f"--web.listen-address=127.0.0.1:{port}"]
    async with running(command, port, tmp_path / "log") as child:
        computer = ToldComputer("127.0.0.1", [Place(Teller.NODE, port)])
        async with Readings(computer, pace=Pace(0.1, 0.1)) as readings:
            await until(lambda: readings.snapshot.reading, 10)
            await child.end()
            await until(lambda: readings.snapshot.problem, 10)
            assert readings.snapshot.problem is ReadingProblem.NO_ANSWER
            assert readings.snapshot.reading is not None


async def test_a_real_sshd_runs_the_command(tmp_path: Path):
    async with ssh_server(tmp_path / "ssh") as server:
        ssh = (program("ssh"), "-F", str(server.configuration))
        said = await ask_by_ssh(ssh, Tunnel("gate"), ["echo", "here"])
        assert (said.output, said.code) == (b"here\n", 0)


async def test_a_computer_without_nvidia_smi_says_so_over_ssh(tmp_path: Path):
    async with ssh_server(tmp_path / "ssh") as server:
        ssh = (program("ssh"), "-F", str(server.configuration))
        said = await ask_by_ssh(ssh, Tunnel("gate"), ["command", "-v", "nvidia-smi"])
        if said.output:
            pytest.skip("nvidia-smi is installed here")
        with pytest.raises(NoReading) as caught:
            await SshComputer(Tunnel("gate"), ssh).read()
    assert caught.value.problem is ReadingProblem.NO_SSH
    assert "nvidia-smi" in caught.value.raw


def test_nvidia_s_own_library_tells_of_the_cards_that_are_here():
    cards = NvidiaCards().read()
    if not cards:
        pytest.skip("there is no NVIDIA card with a driver here")
    for card in cards:
        assert card.name
        assert card.is_unified or (card.memory_total or 0) > (card.memory_used or 0) >= 0


def test_the_real_module_has_what_is_asked_of_it():
    module = importlib.import_module("pynvml")
    for name in (
        "nvmlInit",
        "nvmlShutdown",
        "nvmlDeviceGetCount",
        "nvmlDeviceGetHandleByIndex",
        "nvmlDeviceGetName",
        "nvmlDeviceGetMemoryInfo",
        "nvmlDeviceGetUtilizationRates",
        "nvmlDeviceGetTemperature",
        "nvmlDeviceGetPowerUsage",
        "nvmlDeviceGetComputeRunningProcesses",
        "nvmlDeviceGetGraphicsRunningProcesses",
    ):
        assert callable(getattr(module, name))
    numbers = (module.NVML_ERROR_NOT_SUPPORTED, module.NVML_ERROR_GPU_IS_LOST)
    assert (*numbers, module.NVML_ERROR_RESET_REQUIRED) == (3, 15, 16)
    assert module.NVMLError(15).value == 15
