"""Blobs that a client sends: asked for by digest, and checked against it (fact 52)."""

import hashlib
import re
from collections.abc import AsyncGenerator

from desktop.demo.faults import Faults
from desktop.demo.machine import Machine
from desktop.demo.reply import Answer, Refusal, Reply
from desktop.demo.store import BLOBS, Upload
from desktop.demo.wire import Request

KEPT = 16 * 1024 * 1024
"""Bytes of a blob's beginning that are kept: enough for the header of a GGUF."""

_TEMPORARY = "1406302877"
"""The end of the name of the file that a server writes before it knows the digest."""
_DIGEST = re.compile(r"sha256[:-]([0-9a-fA-F]{64})")


async def head(machine: Machine, request: Request) -> Answer:
    """Say whether a blob is there."""
    digest = _asked(request)
    if not machine.store.has_blob(digest):
        raise Refusal(404, f'blob "sha256:{digest}" not found')
    return Reply()


async def upload(machine: Machine, request: Request) -> Answer:
    """Take a blob in; one that is there already is answered before its bytes are read."""
    wanted = _asked(request)
    if machine.store.has_blob(wanted):
        return Reply()
    digest, blob = await _read(machine.faults, request.chunks)
    machine.store.uploads[digest] = blob
    if digest != wanted:
        text = f'digest mismatch, expected "sha256:{wanted}", got "sha256:{digest}"'
        raise Refusal(400, text)
    return Reply(201)


def digest_of(text: str) -> str | None:
    """Read a digest, written with a colon or a dash."""
    match = _DIGEST.fullmatch(text)
    return match[1].lower() if match else None


def _asked(request: Request) -> str:
    digest = digest_of(request.path.rpartition("/")[2])
    if digest is None:
        raise Refusal(400, "invalid digest format")
    return digest


async def _read(faults: Faults, chunks: AsyncGenerator[bytes, None] | None) -> tuple[str, Upload]:
    """Hash everything and keep the beginning; of what does not come whole, nothing (fact 52).

    Raises:
        Refusal: the disk is full.
        CutOff: the connection is to be dropped.
    """
    hashed = hashlib.sha256()
    kept = bytearray()
    size = 0
    if chunks is not None:
        async for chunk in chunks:
            hashed.update(chunk)
            kept += chunk[: KEPT - len(kept)]
            size += len(chunk)
            if faults.disk_full:
                raise Refusal(500, f"write {BLOBS}/sha256-{_TEMPORARY}: no space left on device")
            await faults.during_upload(size)
    return hashed.hexdigest(), Upload(size, bytes(kept))
