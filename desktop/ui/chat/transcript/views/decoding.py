"""Decodes the picture of a message, no larger than it is shown. Runs in a thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from desktop.domain.attachments import HEAD, MAX_PIXELS, ImageFormat, kind_of


def decode(content: bytes, most: int) -> QImage:
    """Return a picture with at most so many pixels a side; a null one if it cannot be read.

    The plug-in is named by what the first bytes tell, so that Qt tries no other
    one, and the size in the header is looked at before anything is decoded
    (security.md, attack 25). The reader goes before its buffer does.
    """
    kind = kind_of(content[:HEAD])
    if not isinstance(kind, ImageFormat):
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.name.lower().encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size, image = reader.size(), QImage()
    if not size.isEmpty() and size.width() * size.height() <= MAX_PIXELS:
        if max(size.width(), size.height()) > most:
            reader.setScaledSize(size.scaled(QSize(most, most), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
    del reader
    return image
