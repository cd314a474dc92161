"""A disk that is full, has room again, or can only be read: nothing acknowledged is lost."""

import asyncio
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.faults.small_disk import Seen

OWN_MOUNTS = ("unshare", "--user", "--map-root-user", "--mount")


@pytest.fixture
def own_mounts() -> tuple[str, ...]:
    """What runs a command that may mount, without touching anybody else's mounts."""
    if shutil.which("unshare") is None or subprocess.run([*OWN_MOUNTS, "true"]).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    return OWN_MOUNTS


async def test_a_full_disk_loses_nothing_and_is_written_again_when_there_is_room(
    tmp_path: Path, own_mounts: tuple[str, ...]
):
    command = (*own_mounts, sys.executable, "-m", "tests.faults.small_disk", str(tmp_path))
    process = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    answer, _ = await process.communicate()
    seen = Seen(**json.loads(answer))
    assert seen.full == seen.full_again == seen.opened_full == "FULL"
    assert seen.acknowledged > 0
    assert seen.after_room == 10
    assert seen.lost == 0
    assert seen.found_full == seen.acknowledged + seen.after_room
    assert seen.after_reopening == ""
    assert not seen.broken
    assert seen.read_only == seen.opened_read_only == "READ_ONLY"
    assert seen.found_read_only == seen.found_full
