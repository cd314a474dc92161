"""Killed at any moment, the program loses no message that was acknowledged."""

import asyncio
import json
import os
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT
from tests.faults.kills import Verdict

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")


async def batch(folder: Path, seed: int, kills: int, *more: str) -> Verdict:
    """Kill that many writers, one after the other, on one file."""
    command = (sys.executable, "-m", "tests.faults.kills", str(folder), str(seed), str(kills))
    process = await asyncio.create_subprocess_exec(
        *command, *more, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    answer, _ = await process.communicate()
    assert process.returncode == 0
    return Verdict(**json.loads(answer))


async def in_two_batches(folder: Path, kills: int) -> tuple[Verdict, ...]:
    half = kills // 2
    batches = (batch(folder / str(seed), seed, half) for seed in (1, 2))
    return tuple(await asyncio.gather(*batches))


def hold(verdicts: tuple[Verdict, ...], kills: int) -> None:
    assert sum(verdict.kills for verdict in verdicts) == kills
    assert sum(verdict.acknowledged for verdict in verdicts) > kills
    for verdict in verdicts:
        assert not verdict.lost
        assert not verdict.broken


async def test_fifty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path):
    hold(await in_two_batches(tmp_path, 50), 50)


@pytest.mark.full
@pytest.mark.timeout(600)
async def test_five_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path):
    hold(await in_two_batches(tmp_path, 500), 500)


async def test_an_acknowledgement_before_the_commit_would_be_found_out(tmp_path: Path):
    verdict = await batch(tmp_path, 3, 10, "--early")
    assert verdict.lost
    assert not verdict.broken
