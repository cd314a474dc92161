"""An OpenSSH server on a loopback port, with keys and configuration of its own."""

import getpass
import os
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.real.process import Running, free_port, program, running

_SEPARATION = Path("/run/sshd")
"""Where sshd that runs as root insists on an empty folder."""
_SERVER = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/client_key.pub
StrictModes no
PidFile none
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
AllowTcpForwarding yes
LogLevel VERBOSE
"""
_CLIENT = """
Host gate
HostName 127.0.0.1
Port {port}
User {user}
IdentityFile {folder}/client_key
IdentitiesOnly yes
UserKnownHostsFile {folder}/known_hosts
"""


@dataclass(frozen=True, slots=True)
class Sshd:
    """A server that runs: `configuration` is a file for `ssh -F` in which it is called `gate`."""

    process: Running
    port: int
    configuration: Path

    async def hang_up(self) -> None:
        """Kill the server and every session of it."""
        await self.process.end()


@asynccontextmanager
async def ssh_server(folder: Path, port: int = 0) -> AsyncIterator[Sshd]:
    """Run a server that lets in the key it has made in `folder`, as the current user."""
    port = port or free_port()
    command = program("sshd")
    _prepare(folder, port)
    line = [command, "-D", "-e", "-f", str(folder / "sshd_config")]
    async with running(line, port, folder / "sshd.log") as process:
        yield Sshd(process, port, folder / "ssh_config")


def _prepare(folder: Path, port: int) -> None:
    if os.geteuid() == 0:
        _SEPARATION.mkdir(mode=0o755, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("host_key", "client_key"):
        if not (folder / name).exists():
            _make_key(folder / name)
    host_key = (folder / "host_key.pub").read_text("ascii")
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {host_key}", "ascii")
    facts = {"folder": folder, "port": port, "user": getpass.getuser()}
    (folder / "sshd_config").write_text(_SERVER.format(**facts), "ascii")
    (folder / "ssh_config").write_text(_CLIENT.format(**facts), "ascii")


def _make_key(path: Path) -> None:
    subprocess.run(
        [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(path)],
        check=True,
        stdin=subprocess.DEVNULL,
    )
