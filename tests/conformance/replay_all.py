"""Replays a folder of exchanges, several at a time."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.conformance.replay_recording import read_recording
from tests.conformance.replay_verdict import failure_of

EXCHANGES = Path(__file__).parent / "exchanges"
_AT_ONCE = 16
_AT_ONCE_TIMED = 400
"""With the recorded times a replay mostly waits."""


def exchanges_in(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


async def replay_files(
    files: Sequence[Path], speed: float, report: Callable[[str, str], None]
) -> tuple[int, int]:
    """Replay every file; `report` hears name and reason of each that fails.

    Returns how many passed and how many failed.
    """
    gate = asyncio.Semaphore(_AT_ONCE_TIMED if speed else _AT_ONCE)

    async def replay(file: Path) -> str:
        async with gate:
            return await _failure_of_file(file, speed)

    failures = await asyncio.gather(*map(replay, files))
    for file, failure in zip(files, failures, strict=True):
        if failure:
            report(file.stem, failure)
    failed = sum(map(bool, failures))
    return len(files) - failed, failed


async def _failure_of_file(file: Path, speed: float) -> str:
    try:
        recording = read_recording(file)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return f"not an exchange: {error!r}"
    return await failure_of(recording, speed)
