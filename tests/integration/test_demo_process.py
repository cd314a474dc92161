"""The stand-in as a program of its own."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from desktop.demo.__main__ import main


@dataclass(frozen=True, slots=True)
class Running:
    url: str
    process: subprocess.Popen[str]


@contextlib.contextmanager
def _running(*options: str) -> Iterator[Running]:
    command = [sys.executable, "-m", "desktop.demo", "--at-once", *options]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield Running(process.stdout.readline().strip(), process)
        finally:
            process.kill()


def test_it_serves_made_up_models_until_its_input_ends() -> None:
    options = ("--models", "3", "--pullable", "2", "--lines-per-second", "20")
    with _running(*options, "--until-input-ends") as server:
        listed = httpx.get(f"{server.url}/api/tags", trust_env=False).json()["models"]
        body = {"model": "bench-2", "stream": False}
        pulled = httpx.post(f"{server.url}/api/pull", json=body, trust_env=False).json()
        server.process.communicate(timeout=10)
    assert [row["name"] for row in listed] == [f"model-000{n}:latest" for n in (1, 2, 3)]
    assert pulled == {"status": "success"}
    assert server.process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_it_ends_in_order_when_it_is_told_to() -> None:
    with _running("--library", "tower") as server:
        listed = httpx.get(f"{server.url}/api/tags", trust_env=False).json()["models"]
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(timeout=10)
    assert len(listed) == 9
    assert server.process.returncode == 0


def test_a_busy_port_is_a_failure() -> None:
    with _running("--library", "empty") as server, pytest.raises(OSError, match="address"):
        main(["--port", server.url.rpartition(":")[2]])
