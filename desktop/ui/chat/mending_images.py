"""Sends a message again with fewer or smaller pictures, as a branch beside the first."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage, QImageWriter

from desktop.chat.talk import Talk
from desktop.diagnostics.explain import Remedy
from desktop.domain.conversation import Attachment, AttachmentId, AttachmentKind, Entry, Role
from desktop.runtime.threads import abandonable
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.chat.transcript.views.decoding import decode

Read = Callable[[AttachmentId], Coroutine[Any, Any, bytes]]
_LEAST_SIDE = 256
"""Pixels; a smaller picture is not made smaller still, but it is encoded anew."""
_QUALITY = 80


class ImageMending(QObject):
    """Works on the message that was to be answered."""

    def __init__(self, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._scope = TaskScope(self)

    def mend(self, talk: Talk, remedy: Remedy) -> None:
        """Send it with the last picture alone, without any, or with all of them smaller."""
        message = asked_message(talk)
        if message is None:
            return
        match remedy:
            case Remedy.SEND_LAST_IMAGE:
                talk.resend(message.id, only_last_image(message.attachments), {})
            case Remedy.RESEND_WITHOUT:
                talk.resend(message.id, without_images(message.attachments), {})
            case Remedy.SHRINK_IMAGE:
                self._scope.cancel()
                self._scope.start(
                    _shrink(message.attachments, self._read),
                    lambda files: talk.resend(message.id, files[0], files[1]),
                )
            case _:
                pass


def asked_message(talk: Talk) -> Entry | None:
    """Return the person's message that failed to be answered, or the last one on the path."""
    path = talk.snapshot.path
    return next((entry for entry in reversed(path) if entry.role is Role.USER), None)


def without_images(attachments: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """Return the texts alone."""
    return tuple(one for one in attachments if one.kind is not AttachmentKind.IMAGE)


def only_last_image(attachments: tuple[Attachment, ...]) -> tuple[Attachment, ...]:
    """Return the texts and the last picture."""
    images = [one for one in attachments if one.kind is AttachmentKind.IMAGE]
    return tuple(one for one in attachments if one not in images[:-1])


def as_jpeg(image: QImage) -> bytes:
    """Return a picture as JPEG, which is smaller than PNG for a photo and lossy."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(image.convertToFormat(QImage.Format.Format_RGB32))
    del writer  # Before the buffer that it writes into.
    return bytes(buffer.data().data())


async def _shrink(
    attachments: tuple[Attachment, ...], read: Read
) -> tuple[tuple[Attachment, ...], Mapping[AttachmentId, bytes]]:
    files, contents = list[Attachment](), dict[AttachmentId, bytes]()
    for one in attachments:
        if one.kind is not AttachmentKind.IMAGE:
            files.append(one)
            continue
        made, content = await abandonable(_shrunk, one, await read(one.id))
        files.append(made)
        contents[made.id] = content
    return tuple(files), contents


def _shrunk(attachment: Attachment, content: bytes) -> tuple[Attachment, bytes]:
    image = decode(content, max(_LEAST_SIDE, max(attachment.width, attachment.height) // 2))
    made = as_jpeg(image) if not image.isNull() else content
    if len(made) >= len(content):
        return replace(attachment, id=_fresh_id()), content
    found = replace(
        attachment,
        id=_fresh_id(),
        media_type="image/jpeg",
        size=len(made),
        width=image.width(),
        height=image.height(),
    )
    return found, made


def _fresh_id() -> AttachmentId:
    return AttachmentId(uuid4().hex)
