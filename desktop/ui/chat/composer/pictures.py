"""Reads a picture of a kind that was told beforehand, and makes of it what is sent.

Runs in a thread: a photo of 50 megapixels takes a second. The plug-in is named
for each kind, so that Qt never tries one that was not asked for, such as SVG.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter

from desktop.domain.attachments import (
    MAX_PIXELS,
    AttachmentProblem,
    BadAttachment,
    ImageFormat,
    fitted,
    is_whole,
)

_JPEG_QUALITY = 90
_ASIDE = QImageIOHandler.Transformation.TransformationRotate90
_LOSSLESS = frozenset({ImageFormat.PNG, ImageFormat.GIF, ImageFormat.BMP})


@dataclass(frozen=True, slots=True)
class Picture:
    """What is sent, its size in pixels, and what it was before; `image` is the same, decoded."""

    content: bytes
    format: ImageFormat
    image: QImage
    was: tuple[int, int]

    @property
    def size(self) -> tuple[int, int]:
        return self.image.width(), self.image.height()


def read_picture(content: bytes, kind: ImageFormat) -> Picture:
    """Decode a picture, turn it upright, make it small enough, and encode it where that is needed.

    Raises:
        BadAttachment: it is broken, ends early, or has more pixels than are read.
    """
    if not is_whole(content, kind):
        raise BadAttachment(AttachmentProblem.BROKEN_IMAGE, size=len(content))
    decoded = _decode(content, kind, lambda size: QSize(*fitted(size.width(), size.height())))
    was = decoded.size
    if _has_too_many(was):
        problem = AttachmentProblem.TOO_MANY_PIXELS
        raise BadAttachment(problem, width=was.width(), height=was.height())
    if decoded.image.isNull():
        raise BadAttachment(AttachmentProblem.BROKEN_IMAGE, size=len(content))
    if kind.is_sent_as_is and not decoded.is_turned and decoded.image.size() == was:
        return Picture(content, kind, decoded.image, (was.width(), was.height()))
    return _encoded(decoded.image, kind in _LOSSLESS, was)


def from_clipboard(image: QImage) -> Picture:
    """Make what is sent of a picture that has no file.

    Raises:
        BadAttachment: it has more pixels than are sent.
    """
    was = image.size()
    if image.isNull() or _has_too_many(was):
        raise BadAttachment(
            AttachmentProblem.TOO_MANY_PIXELS, width=was.width(), height=was.height()
        )
    wanted = QSize(*fitted(was.width(), was.height()))
    return _encoded(_scaled(image, wanted), True, was)


def thumbnail(image: QImage, side: int) -> QImage:
    """Return the middle of a picture as a square of so many pixels."""
    least = min(image.width(), image.height())
    left, top = (image.width() - least) // 2, (image.height() - least) // 2
    return _scaled(image.copy(left, top, least, least), QSize(side, side))


def read_thumbnail(content: bytes, kind: ImageFormat, side: int) -> QImage:
    """Decode what was sent once, small; null where it cannot be read any more."""
    square = QSize(side, side)
    expanding = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    image = _decode(content, kind, lambda size: size.scaled(square, expanding)).image
    return image if image.isNull() else thumbnail(image, side)


@dataclass(frozen=True, slots=True)
class _Decoded:
    """A picture upright, null where it cannot be read, and the size that its header tells."""

    image: QImage
    size: QSize
    is_turned: bool


def _decode(content: bytes, kind: ImageFormat, fit: Callable[[QSize], QSize]) -> _Decoded:
    """Read the header, then the picture if it is not too large, scaled as `fit` says.

    The reader goes before its buffer does, whatever happens: its plug-in looks
    at that once more. So nothing is raised from here.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.name.lower().encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size, turns, image = reader.size(), reader.transformation(), QImage()
    if not size.isEmpty() and not _has_too_many(size):
        wanted = fit(size)
        if wanted != size:
            reader.setScaledSize(wanted)
        image = reader.read()
    del reader
    is_aside = bool(turns.value & _ASIDE.value)
    is_turned = turns is not QImageIOHandler.Transformation.TransformationNone
    return _Decoded(image, size.transposed() if is_aside else size, is_turned)


def _has_too_many(size: QSize) -> bool:
    return size.width() * size.height() > MAX_PIXELS


def _scaled(image: QImage, size: QSize) -> QImage:
    if size == image.size():
        return image
    ignore = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(size, ignore, Qt.TransformationMode.SmoothTransformation)


def _encoded(image: QImage, is_lossless: bool, was: QSize) -> Picture:
    """Encode as PNG what is transparent or was drawn, as JPEG what was photographed."""
    kind = ImageFormat.PNG if is_lossless or image.hasAlphaChannel() else ImageFormat.JPEG
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.name.lower().encode()))
    if kind is ImageFormat.JPEG:
        writer.setQuality(_JPEG_QUALITY)
    is_written = writer.write(image)
    del writer
    if not is_written:
        raise BadAttachment(AttachmentProblem.BROKEN_IMAGE)
    return Picture(bytes(buffer.data().data()), kind, image, (was.width(), was.height()))
