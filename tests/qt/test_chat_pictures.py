from base64 import b64decode
from contextlib import suppress
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.domain.attachments import AttachmentProblem, BadAttachment, ImageFormat, kind_of
from desktop.ui.chat.composer.pictures import from_clipboard, read_picture, read_thumbnail
from tests.qt.chat_scene import picture

LYING = (
    b"\xff\xe1\x00\x22Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00"
)
LYING += b"\x06\x00\x00\x00\x00\x00\x00\x00"
"""The segment of a JPEG that says: turn it by a quarter to the right."""
GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==")


def test_a_photo_is_turned_upright():
    plain = picture(60, 40, "jpeg")
    seen = read_picture(plain[:2] + LYING + plain[2:], ImageFormat.JPEG)
    assert (seen.size, seen.was) == ((40, 60), (40, 60))
    assert b"Exif" not in seen.content


def test_a_small_png_is_sent_byte_for_byte():
    content = picture(60, 40)
    assert read_picture(content, ImageFormat.PNG).content == content


def test_of_a_moving_picture_the_first_frame_is_sent():
    seen = read_picture(GIF, ImageFormat.GIF)
    assert (seen.format, seen.size) == (ImageFormat.PNG, (1, 1))


def test_what_is_transparent_stays_so():
    image = QImage(3000, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor(1, 2, 3, 4))
    seen = from_clipboard(image)
    assert (seen.format, seen.size, seen.was) == (ImageFormat.PNG, (2048, 20), (3000, 30))
    assert seen.image.hasAlphaChannel()


def test_a_picture_named_as_another_kind_is_not_tried_with_that():
    with pytest.raises(BadAttachment) as caught:
        read_picture(picture(8, 8), ImageFormat.BMP)
    assert caught.value.problem is AttachmentProblem.BROKEN_IMAGE


def test_a_thumbnail_is_the_middle_as_a_square():
    seen = read_thumbnail(picture(300, 100), ImageFormat.PNG, 50)
    assert (seen.width(), seen.height()) == (50, 50)


@pytest.mark.qt_log_ignore(".*")
@pytest.mark.parametrize("kind", ["png", "jpeg", "webp", "bmp", "tiff"])
def test_a_damaged_picture_is_read_or_refused_and_nothing_else(kind: str):
    whole = picture(40, 30, kind)
    random = Random(kind)
    told = kind_of(whole)
    assert isinstance(told, ImageFormat)
    for _ in range(150):
        broken = bytearray(whole[: random.randrange(4, len(whole) + 1)])
        for _ in range(random.randrange(4)):
            broken[random.randrange(len(broken))] = random.randrange(256)
        with suppress(BadAttachment):
            assert read_picture(bytes(broken), told).content
