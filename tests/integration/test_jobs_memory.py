"""Big files are created with little memory; the stand-in runs in a process of its own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.address import parse_address
from desktop.domain.host import Host
from desktop.jobs.job import JobState
from desktop.jobs.queue import JobQueue
from desktop.ollama.clients import Clients
from desktop.runtime.clock import SystemClock
from tests.clock import until
from tests.job_floor import HERE
from tests.making import MB, creation_of, weights

ENOUGH = 8 * MB
"""Bytes by which the process may grow at its peak."""
_STATUS, _RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")
pytestmark = pytest.mark.skipif(not _RESET.exists(), reason="the peak is read from Linux")


@pytest.fixture
def url() -> Iterator[str]:
    command = [sys.executable, "-m", "desktop.demo", "--at-once", "--library", "empty"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def _bytes(name: str) -> int:
    rows = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(rows[name].split()[0]) * 1024


def _forget_peak() -> int:
    """Let the peak be measured from now on, and return the bytes that are in use."""
    _RESET.write_text("5")
    return _bytes("VmRSS")


async def _create(url: str, path: Path, model: str) -> None:
    async with Clients() as clients, JobQueue(clients.client, SystemClock()) as queue:
        clients.put(Host(HERE, parse_address(url)))
        job_id = queue.create(HERE, creation_of(path, model=model))

        def is_over() -> bool:
            job = queue.get(job_id)
            return job is not None and job.state.is_finished

        await until(is_over, 50)
        job = queue.get(job_id)
        assert job is not None
        assert job.state is JobState.DONE


async def _growth(url: str, folder: Path, size: int) -> int:
    """Return by how many bytes the process grows at most, once it has done all this before."""
    await _create(url, weights(folder, 4 * MB, "first.gguf"), "first")
    path = weights(folder, size, "big.gguf")
    before = _forget_peak()
    await _create(url, path, "big")
    return _bytes("VmHWM") - before


async def test_a_file_of_300_mb_is_not_held_in_memory(url: str, tmp_path: Path) -> None:
    grown = await _growth(url, tmp_path, 300 * MB)
    assert grown < ENOUGH, f"{grown / MB:.1f} MB"
