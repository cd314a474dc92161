"""A host with a tunnel in the whole program below its window."""

import asyncio
import os
from pathlib import Path

import pytest

from desktop.demo.server import DemoServer
from desktop.domain.connection import Connection, Tunnel
from desktop.domain.host import HostState
from desktop.services import Outside
from desktop.services_opening import open_services
from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from tests.clock import until
from tests.real.process import descendants, program
from tests.real.sshd import Sshd, ssh_server

THROUGH = Connection(tunnel=Tunnel("gate"))


def put_first_on_the_path(server: Sshd, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `ssh` be the real one, with the configuration of the test's server."""
    folder.mkdir()
    command = folder / "ssh"
    command.write_text(f'#!/bin/sh\nexec {program("ssh")} -F {server.configuration} "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


async def test_a_tunnel_lives_as_long_as_its_host_and_ends_with_the_program(
    tmp_path: Path, paths: Paths, monkeypatch: pytest.MonkeyPatch
):
    async with DemoServer() as demo, ssh_server(tmp_path / "gate") as server:
        put_first_on_the_path(server, tmp_path / "bin", monkeypatch)
        before = set(descendants(os.getpid()))
        settings = SettingsFile(paths.settings_file, pause=0)
        async with open_services(settings, Outside(), paths) as services:
            registry = services.registry
            direct = registry.add(demo.address)
            tunnelled = registry.add(demo.address, connection=THROUGH)
            for host_id in (direct, tunnelled):
                await until(lambda one=host_id: registry.snapshot(one).state is HostState.UP)
            ssh = set(descendants(os.getpid())) - before - set(descendants(server.process.pid))
            assert len(ssh) == 1
            registry.remove(tunnelled)
            await until(lambda: not ssh & set(descendants(os.getpid())))
            again = registry.add(demo.address, connection=THROUGH)
            await until(lambda: registry.snapshot(again).state is HostState.UP)
            began = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - began < 1
        settings.close()
        await until(lambda: not set(descendants(os.getpid())) - before)
