"""dante, a SOCKS server."""

import os
import shlex
import shutil
import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import pytest

from desktop.domain.proxy import Login, ProxyAddress
from tests.real.process import free_port, program, running
from tests.real.proxy import RealProxy, open_folder

PLAIN = Login("ann", "sesame")
"""The login that it wants where it wants one."""


@asynccontextmanager
async def dante(
    *, wants_login: bool = False, refuses: Sequence[str] = ()
) -> AsyncIterator[RealProxy]:
    """Run dante. It refuses the addresses and networks in `refuses` by its rules.

    dante knows only the computer's own users, so where it wants a login it
    runs with a list of users of its own, in a mount namespace (which needs root).
    """
    binary, port = program("danted"), free_port()
    with open_folder() as folder:
        method = "username" if wants_login else "none"
        config = folder / "danted.conf"
        config.write_text(_config(port, folder / "log", method, refuses), "utf-8")
        command = [binary, "-f", str(config), "-p", str(folder / "pid")]
        if wants_login:
            command = _among_users_of_its_own(folder, command)
        async with running(command, port, folder / "said.txt"):
            yield RealProxy(ProxyAddress("socks5", "127.0.0.1", port), folder / "log")


def _config(port: int, log: Path, method: str, refuses: Sequence[str]) -> str:
    blocks = "".join(
        f"socks block {{ from: 0/0 to: {target} log: connect }}\n" for target in refuses
    )
    return (
        f"logoutput: {log}\n"
        f"internal: 127.0.0.1 port = {port}\n"
        "external: 127.0.0.1\n"
        "clientmethod: none\n"
        f"socksmethod: {method}\n"
        "user.privileged: root\n"
        "user.unprivileged: nobody\n"
        "client pass { from: 127.0.0.0/8 to: 0/0 }\n"
        f"{blocks}"
        "socks pass { from: 0/0 to: 0/0 log: connect }\n"
    )


def _among_users_of_its_own(folder: Path, command: Sequence[str]) -> list[str]:
    if os.geteuid() != 0 or not _can_unshare():
        pytest.skip("dante's login needs root and a mount namespace")
    hashed = subprocess.run(
        [program("openssl"), "passwd", "-6", "-salt", "paddock", PLAIN.password],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    users = {
        "passwd": f"{PLAIN.user}:x:1234:1234::/:/bin/false\n",
        "shadow": f"{PLAIN.user}:{hashed}:19000:0:99999:7:::\n",
    }
    for name, row in users.items():
        shutil.copyfile(f"/etc/{name}", folder / name)
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(row)
    binds = [f"mount --bind {shlex.quote(str(folder / name))} /etc/{name}" for name in users]
    script = " && ".join([*binds, f"exec {shlex.join(command)}"])
    return [program("unshare"), "--mount", "sh", "-c", script]


@cache
def _can_unshare() -> bool:
    return subprocess.run([program("unshare"), "--mount", "true"], check=False).returncode == 0
