"""From a path to what goes with a message; blocking, so it runs in a thread.

Whatever the path names, nothing here waits for it: only a plain file is opened,
and only after it was looked at without opening it.
"""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtGui import QImage

from desktop.domain.attachments import (
    HEAD,
    MAX_IMAGE_BYTES,
    MAX_TEXT_BYTES,
    AttachmentProblem,
    BadAttachment,
    Foreign,
    ImageFormat,
    decode_text,
    kept_name,
    kind_of,
)
from desktop.domain.conversation import Attachment, AttachmentId, AttachmentKind
from desktop.ui.chat.composer.pictures import Picture, from_clipboard, read_picture, thumbnail

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that goes along: its facts, its bytes, and a small picture of it if it is one.

    `was` is the picture's size before it was made smaller, (0, 0) for a text.
    """

    attachment: Attachment
    content: bytes
    thumbnail: QImage
    was: tuple[int, int] = (0, 0)


def take_file(path: str, side: int) -> Taken:
    """Read a file; `side` is how many pixels its small picture has.

    Raises:
        BadAttachment: it does not go along.
    """
    content, kind, size = _read(path)
    if isinstance(kind, ImageFormat):
        return _taken_picture(kept_name(path), side, lambda: read_picture(content, kind))
    if size > MAX_TEXT_BYTES:
        decode_text(content, is_cut=True)
        raise BadAttachment(AttachmentProblem.TEXT_TOO_LONG, size=size)
    kept = decode_text(content).encode()
    return Taken(
        Attachment(_fresh_id(), AttachmentKind.TEXT, kept_name(path), "text/plain", size=len(kept)),
        kept,
        QImage(),
    )


def take_picture(image: QImage, side: int) -> Taken:
    """Take a picture from the clipboard, which has no name.

    Raises:
        BadAttachment: it has too many pixels.
    """
    return _taken_picture("", side, lambda: from_clipboard(image))


def _taken_picture(name: str, side: int, read: Callable[[], Picture]) -> Taken:
    picture = read()
    width, height = picture.size
    attachment = Attachment(
        _fresh_id(),
        AttachmentKind.IMAGE,
        name,
        picture.format.media_type,
        len(picture.content),
        width,
        height,
    )
    return Taken(attachment, picture.content, thumbnail(picture.image, side), picture.was)


def _read(path: str) -> tuple[bytes, ImageFormat | Foreign | None, int]:
    """Return a file's bytes, of a long text only the beginning, its kind, and its size."""
    descriptor = _open(path)
    with os.fdopen(descriptor, "rb") as file:
        size = _checked(os.fstat(descriptor)).st_size
        try:
            head = file.read(HEAD)
            kind = kind_of(head)
            _check_kind(kind, head, size)
            is_whole = isinstance(kind, ImageFormat) or size <= MAX_TEXT_BYTES
            most = MAX_IMAGE_BYTES if isinstance(kind, ImageFormat) else MAX_TEXT_BYTES
            content = head + (file.read(most - len(head) + 1) if is_whole else b"")
        except OSError as error:
            raise _unread(error) from error
    if len(content) > most:  # It grew since it was looked at.
        raise BadAttachment(AttachmentProblem.TEXT_TOO_LONG, size=len(content))
    return content, kind, size


def _open(path: str) -> int:
    """Open a plain file; a link or pipe put in its place meanwhile is not waited for."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte in it.
        raise _unread(error) from error
    _checked(found)
    try:
        return os.open(path, _FLAGS)
    except OSError as error:
        raise _unread(error) from error


def _unread(error: OSError | ValueError) -> BadAttachment:
    is_gone = isinstance(error, FileNotFoundError | NotADirectoryError)
    return BadAttachment(AttachmentProblem.MISSING if is_gone else AttachmentProblem.NO_ACCESS)


def _checked(found: os.stat_result) -> os.stat_result:
    """Return what was found if it is a plain file with something in it."""
    if stat.S_ISLNK(found.st_mode):
        raise BadAttachment(AttachmentProblem.LINK)
    if stat.S_ISDIR(found.st_mode):
        raise BadAttachment(AttachmentProblem.FOLDER)
    if not stat.S_ISREG(found.st_mode):
        raise BadAttachment(AttachmentProblem.NOT_A_FILE)
    if found.st_size == 0:
        raise BadAttachment(AttachmentProblem.EMPTY)
    return found


def _check_kind(kind: ImageFormat | Foreign | None, head: bytes, size: int) -> None:
    if isinstance(kind, Foreign):
        raise BadAttachment(AttachmentProblem.FOREIGN, kind=kind.value, size=size)
    if isinstance(kind, ImageFormat) and size > MAX_IMAGE_BYTES:
        raise BadAttachment(AttachmentProblem.IMAGE_TOO_LARGE, size=size)
    if not head:
        raise BadAttachment(AttachmentProblem.EMPTY)


def _fresh_id() -> AttachmentId:
    return AttachmentId(uuid4().hex)
