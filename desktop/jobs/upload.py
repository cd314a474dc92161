"""Sending one file to one host: only if it is missing there, and never whole through memory."""

from collections.abc import AsyncGenerator, Callable
from contextlib import ExitStack, aclosing

from desktop.jobs.local_file import FileMark
from desktop.ollama.client import OllamaClient
from desktop.ollama.errors import StreamBroken, TimedOut
from desktop.runtime.threads import Worker
from desktop.storage.regular import FileChanged

PIECE = 256 * 1024
"""Bytes that are in memory at a time, and after which progress is told."""


async def upload(
    client: Callable[[], OllamaClient],
    mark: FileMark,
    digest: str,
    on_progress: Callable[[int], None],
    on_again: Callable[[], None],
) -> None:
    """Send a file unless the host has it; `on_progress` hears the bytes that have gone out.

    A host that has the blob already answers before it reads the body, and the
    upload then ends in a broken pipe; it keeps nothing of half a file (fact 52).
    So after a break it is asked what it has, and the file is sent once more from
    its beginning, which `on_again` announces.

    Raises:
        FileChanged: it is no longer the file whose digest that is; the host keeps nothing.
        OSError: it cannot be read.
        OllamaError: it did not arrive.
    """
    if await client().has_blob(digest) or await _has_arrived(client, mark, digest, on_progress):
        return
    on_again()
    if not await _has_arrived(client, mark, digest, on_progress):
        raise StreamBroken("the upload broke twice")


async def _has_arrived(
    client: Callable[[], OllamaClient],
    mark: FileMark,
    digest: str,
    on_progress: Callable[[int], None],
) -> bool:
    """Send the file, and say whether it is there now; False if the connection broke before."""
    try:
        async with aclosing(pieces(mark)) as content:
            await client().upload_blob(digest, content, mark.size, on_progress)
    except TimedOut:
        if not await client().has_blob(digest):
            raise
    except StreamBroken:
        return await client().has_blob(digest)
    return True


async def pieces(mark: FileMark) -> AsyncGenerator[bytes, None]:
    """Yield the bytes of a file, read on a thread of its own.

    The last piece is kept back until it is known that the file was the same
    from beginning to end; a body that is short of its length counts for nothing.

    Raises:
        FileChanged: it is another file now, or was written to meanwhile.
        OSError: it cannot be read.
    """
    worker = Worker(f"reading {mark.path.name}")
    opened = ExitStack()  # Filled on the thread, so that a cancel loses no open file.
    try:
        file = await worker.run(lambda: opened.enter_context(mark.open()))
        left = mark.size
        while left > 0:
            piece = await worker.run(file.read, min(left, PIECE))
            left -= len(piece)
            if not piece or left == 0:
                await worker.run(mark.check, file)
            if not piece:
                raise FileChanged(mark.path.name)
            yield piece
    finally:
        worker.post(opened.close)
        worker.close(0)
