"""Secrets in a real Secret Service (gnome-keyring on a private D-Bus), and without one."""

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

from tests.architecture.sources import ROOT
from tests.real.process import program

TOKEN = "canary-5d1f7c2a"
KEPT = {
    "has_keyring": True,
    "became": "keyring",
    "in this run": True,
    "in the next": True,
    "is gone": True,
}
FOR_THIS_RUN = KEPT | {"has_keyring": False, "became": "run", "in the next": False}


def environment(folder: Path, **more: str) -> dict[str, str]:
    """A person's session below a folder, with no display to ask for a password on."""
    (folder / "run").mkdir(mode=0o700, parents=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_DATA_HOME": str(folder / "share"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    } | more


async def keep(folder: Path, *before: str, **more: str) -> dict[str, Any]:
    """Run the child in that session, with a command before it that may begin a session bus."""
    child = (sys.executable, "-m", "tests.real.keyring_child", str(folder / "secrets.json"))
    process = await asyncio.create_subprocess_exec(
        *before,
        *child,
        cwd=ROOT,
        env=environment(folder, **more),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    said, complaint = await process.communicate(f"{TOKEN}\n".encode())
    assert TOKEN.encode() not in said + complaint
    return json.loads(said)


def on_a_bus(first: str) -> tuple[str, ...]:
    """A command that begins a session bus, runs a line of shell on it, and then what follows."""
    shell = f'{first} >&2\nexec "$@"'
    return program("dbus-run-session"), "--", "sh", "-c", shell, "sh"


def files_with_the_token(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if TOKEN.encode() in path.read_bytes()]


def has_file(folder: Path, pattern: str) -> bool:
    return any(folder.rglob(pattern))


async def test_a_secret_is_kept_in_the_secret_service(tmp_path: Path):
    daemon = program("gnome-keyring-daemon")
    unlock = f"printf password | {daemon} --unlock --daemonize --components=secrets"
    assert await keep(tmp_path, *on_a_bus(unlock)) == KEPT
    assert has_file(tmp_path, "*.keyring")
    assert files_with_the_token(tmp_path) == []


async def test_a_keyring_that_stays_locked_leaves_a_secret_in_memory(tmp_path: Path):
    start = f"{program('gnome-keyring-daemon')} --start --components=secrets"
    assert await keep(tmp_path, *on_a_bus(start)) == FOR_THIS_RUN
    assert files_with_the_token(tmp_path) == []


async def test_without_a_session_bus_a_secret_is_kept_for_this_run(tmp_path: Path):
    assert await keep(tmp_path) == FOR_THIS_RUN
    assert not (tmp_path / "secrets.json").exists()


async def test_a_keyring_that_keeps_nothing_is_seen_through(tmp_path: Path):
    null = "keyring.backends.null.Keyring"
    assert await keep(tmp_path, PYTHON_KEYRING_BACKEND=null) == FOR_THIS_RUN
