import asyncio
import hashlib
import threading

import pytest

from desktop.jobs.hashing import PIECE, Hasher, digest_of
from desktop.runtime.threads import Stopped


async def test_a_digest_is_written_as_ollama_writes_it(tmp_path):
    path = tmp_path / "weights.gguf"
    path.write_bytes(b"x" * (PIECE + 5))
    hasher = Hasher()
    assert await hasher.digest(path) == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
    hasher.close()


def test_progress_is_told_in_bytes_read(tmp_path):
    path = tmp_path / "weights.gguf"
    path.write_bytes(b"x" * (2 * PIECE + 1))
    seen: list[int] = []
    digest_of(threading.Event(), path, seen.append)
    assert seen == [PIECE, 2 * PIECE, 2 * PIECE + 1]


async def test_closing_stops_a_reading_at_the_next_megabyte(tmp_path):
    path = tmp_path / "big.gguf"
    with path.open("wb") as file:
        file.truncate(64 * 1024**3)
    hasher = Hasher()
    reading = asyncio.create_task(hasher.digest(path))
    await asyncio.sleep(0.05)
    hasher.close()
    with pytest.raises(Stopped):
        await reading


async def test_cancelling_the_caller_frees_the_thread(tmp_path):
    big, small = tmp_path / "big.gguf", tmp_path / "small.gguf"
    with big.open("wb") as file:
        file.truncate(64 * 1024**3)
    small.write_bytes(b"gguf")
    hasher = Hasher()
    readings = [asyncio.create_task(hasher.digest(big)) for _ in range(2)]
    await asyncio.sleep(0.05)
    for reading in readings:
        reading.cancel()
    assert (await hasher.digest(small)).startswith("sha256:")
    hasher.close()


async def test_a_file_that_is_not_there_says_so(tmp_path):
    hasher = Hasher()
    with pytest.raises(FileNotFoundError):
        await hasher.digest(tmp_path / "nothing.gguf")
    hasher.close()
