"""A person's own text files: read whole within a limit, and written so that none is ever half."""

import contextlib
import hashlib
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.creation import Stamp
from desktop.storage.regular import NotRegular, open_regular

MAX_SIZE = 1024 * 1024
"""Bytes of a file that is opened as text. The longest Modelfile is a licence and a template."""


class DocumentTooLarge(OSError):
    """A file of more than 1 MB: no text that anybody wrote."""


class NotText(OSError):
    """A file with NUL bytes in it, such as a model or a picture."""


class ChangedOnDisk(OSError):
    """Another program has written to the file since it was read here."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file held. `target` is the file itself, behind links; `digest` is of its bytes."""

    target: Path
    stamp: Stamp
    digest: str
    raw: bytes


def read_document(path: Path) -> Document:
    """Read a text file; links to it are followed. Blocks.

    Raises:
        NotRegular: it is a folder, a pipe or a device, and was not opened.
        DocumentTooLarge: it has more than 1 MB.
        NotText: it holds no text.
        OSError: it cannot be read.
    """
    target = Path(os.path.realpath(path))
    with open_regular(target) as file:
        stamp = Stamp.of(os.fstat(file.fileno()))
        raw = _read(file.fileno())
    if len(raw) > MAX_SIZE:
        raise DocumentTooLarge(f"{path.name!r} has more than {MAX_SIZE} bytes")
    if b"\0" in raw and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotText(f"{path.name!r} is no text")
    return Document(target, stamp, digest_of(raw), raw)


def stamp_of(path: Path) -> Stamp:
    """Return the state of the file behind a path, without opening it. Blocks.

    Raises:
        OSError: it is not there.
    """
    return Stamp.of(os.stat(path))


def write_document(path: Path, raw: bytes, known: str | None = None) -> Document:
    """Replace a file in one step and return what it holds now. Blocks.

    The file's mode stays as it was, a new one gets the usual one, and a link goes
    on pointing to the file that is written. With the digest that is `known` of it,
    a file with other content is left alone; one that is gone is written again.

    Raises:
        ChangedOnDisk: it does not hold what is known of it.
        NotRegular: it is a folder, a pipe or a device.
        OSError: it cannot be written, and stands as it was.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_of(target)
    if mode is not None:
        _demand_writable(target)
        if known is not None and _digest_on_disk(target) != known:
            raise ChangedOnDisk(f"{target.name!r} was changed by another program")
    _replace(target, raw, mode)
    return Document(target, stamp_of(target), digest_of(raw), raw)


def digest_of(raw: bytes) -> str:
    """Return the sha256 by which contents are compared."""
    return hashlib.sha256(raw).hexdigest()


def _read(descriptor: int) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while size <= MAX_SIZE and (piece := os.read(descriptor, MAX_SIZE + 1 - size)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


def _mode_of(target: Path) -> int | None:
    """Return the permissions of a file, or None where there is none yet."""
    try:
        status = os.lstat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise NotRegular(f"{target.name!r} is no file")
    return stat.S_IMODE(status.st_mode)


def _demand_writable(target: Path) -> None:
    """Refuse a file that is write-protected: replacing it would get around that.

    Root may write everything; a file that nobody may write is left alone all the same.
    """
    may_be_written = target.stat().st_mode & 0o222
    if not may_be_written or not os.access(target, os.W_OK):
        raise PermissionError(f"{target.name!r} is write-protected")


def _digest_on_disk(target: Path) -> str:
    with open_regular(target) as file:
        return digest_of(_read(file.fileno()))


def _replace(target: Path, raw: bytes, mode: int | None) -> None:
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(beside, flags, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
