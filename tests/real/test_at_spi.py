"""The program as a screen reader meets it: over a real accessibility bus, under a real X server."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.sources import ROOT
from tests.real.process import program

SYSTEM_PYTHON = "/usr/bin/python3"
PAGES = ("Models", "Chat", "Workshop", "Memory", "Hosts", "Jobs", "Settings")
NEEDS_A_NAME = {"push button", "radio button", "check box", "text", "combo box", "table", "slider"}
"""Roles that mean nothing without a name."""

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is of freedesktop"),
    pytest.mark.timeout(120),
]


def can_read() -> bool:
    """Whether the system's Python has the bindings (Debian: gir1.2-atspi-2.0, python3-gi)."""
    check = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        done = subprocess.run(
            [SYSTEM_PYTHON, "-c", check], capture_output=True, timeout=20, check=False
        )
    except OSError:
        return False
    return done.returncode == 0


def environment(folder: Path) -> dict[str, str]:
    (folder / "run").mkdir(mode=0o700, parents=True)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PADDOCK_HOME": str(folder / "paddock"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "xcb",
        "QT_ACCESSIBILITY": "1",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
    }


async def read(folder: Path) -> dict[str, Any]:
    """Start the demo on a display and a bus of its own, and have it read page by page."""
    reader = ROOT / "tests" / "real" / "reader_child.py"
    shell = (
        '"$1" -P -m desktop --demo >"$HOME/program.log" 2>&1 & running=$!\n'
        'shift; "$@"; status=$?\n'
        "kill $running; wait $running; exit $status"
    )
    display = (program("xvfb-run"), "-a", "-s", "-screen 0 1600x1000x24")
    bus = (program("dbus-run-session"), "--")
    script = ("sh", "-c", shell, "sh", sys.executable)
    process = await asyncio.create_subprocess_exec(
        *bus, *display, *script, SYSTEM_PYTHON, "-P", str(reader), *PAGES,
        cwd=ROOT,
        env=environment(folder) | {"PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, complaint = await process.communicate()
    assert process.returncode == 0, complaint.decode() + (folder / "program.log").read_text()
    return json.loads(said.splitlines()[-1])  # The registry of AT-SPI has said something before.


def nameless(page: list[tuple[str, str, list[str]]]) -> list[str]:
    return [role for role, name, _ in page if role in NEEDS_A_NAME and not name.strip()]


async def test_a_screen_reader_finds_a_name_for_everything_on_every_page(tmp_path: Path):
    for package in ("xvfb-run", "dbus-run-session"):
        program(package)
    if not can_read():
        pytest.skip("gir1.2-atspi-2.0 is not installed")
    told = await read(tmp_path)
    assert told["window"].startswith("Paddock")
    pages = told["pages"]
    assert {name: nameless(page) for name, page in pages.items() if nameless(page)} == {}
    for name, page in pages.items():
        chosen = [said for role, said, states in page if role == "radio button" and said == name]
        assert chosen == [name]
        assert [one for one in page if "FOCUSABLE" in one[2]], name
    cells = [said for role, said, _ in pages["Models"] if role == "table cell"]
    assert any(" on Demo, " in cell for cell in cells)
