import pytest

from desktop.domain.attachments import (
    MAX_SIDE,
    AttachmentProblem,
    BadAttachment,
    Foreign,
    ImageFormat,
    decode_text,
    fitted,
    is_whole,
    kept_name,
    kind_of,
)

JPEG_HEAD = b"\xff\xd8\xff\xe1\x00\x08\xff\xd9Exif"
"""A segment with a small picture's end in it, and nothing of the large picture yet."""


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", ImageFormat.PNG),
        (b"\xff\xd8\xff\xe0..", ImageFormat.JPEG),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", ImageFormat.WEBP),
        (b"GIF89a..", ImageFormat.GIF),
        (b"BM\x10\x00\x00\x00\x00\x00\x00\x00", ImageFormat.BMP),
        (b"II*\x00", ImageFormat.TIFF),
        (b"MM\x00*", ImageFormat.TIFF),
        (b"%PDF-1.7", Foreign.PDF),
        (b"PK\x03\x04", Foreign.ZIP),
        (b"\x00\x00\x00\x18ftypheic", Foreign.HEIC),
        (b"RIFF\x10\x00\x00\x00WAVE", None),
        (b"BMW is a make of cars", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"", None),
    ],
)
def test_a_file_s_kind_is_told_by_its_first_bytes(head: bytes, kind: object):
    assert kind_of(head) is kind


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"plain", "plain"),
        (b"\xef\xbb\xbfmarked", "marked"),
        ("向量".encode(), "向量"),
        ("wide".encode("utf-16"), "wide"),
        (b"\xfe\xff" + "wide".encode("utf-16-be"), "wide"),
    ],
)
def test_a_text_is_read_as_utf_8_or_as_its_mark_says(content: bytes, text: str):
    assert decode_text(content) == text


@pytest.mark.parametrize(
    "content", [b"\xff\xfea", b"caf\xe9", b"a\x00b", bytes(range(256)), b"\xff\xfe\x00\xd8"]
)
def test_what_is_no_text_is_refused(content: bytes):
    with pytest.raises(BadAttachment) as caught:
        decode_text(content)
    assert caught.value.problem is AttachmentProblem.BINARY


def test_a_text_that_was_cut_may_end_within_a_character():
    assert decode_text("a向".encode()[:-1], is_cut=True) == "a"
    with pytest.raises(BadAttachment):
        decode_text(b"a\xff" + b"b" * 10, is_cut=True)


@pytest.mark.parametrize(
    ("size", "sent"),
    [
        ((10, 20), (10, 20)),
        ((MAX_SIDE, 5), (MAX_SIDE, 5)),
        ((6000, 4000), (2048, 1365)),
        ((4000, 6000), (1365, 2048)),
        ((60_000, 2), (2048, 1)),
    ],
)
def test_a_large_picture_is_sent_smaller(size: tuple[int, int], sent: tuple[int, int]):
    assert fitted(*size) == sent


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (JPEG_HEAD + b"\xff\xda....\xff\xd9", True),
        (JPEG_HEAD + b"\xff\xff\xda....\xff\xd9", True),
        (JPEG_HEAD + b"\xff\xda....", False),
        (JPEG_HEAD, False),
        (b"\xff\xd8", False),
    ],
)
def test_the_end_of_the_picture_inside_a_jpeg_is_not_taken_for_its_own(content: bytes, whole: bool):
    assert is_whole(content, ImageFormat.JPEG) is whole


def test_a_bitmap_that_is_shorter_than_it_says_is_not_whole():
    assert is_whole(b"BM\x0a\x00\x00\x00\x00\x00\x00\x00", ImageFormat.BMP)
    assert not is_whole(b"BM\x0b\x00\x00\x00\x00\x00\x00\x00", ImageFormat.BMP)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/me/secret plans/notes.txt", "notes.txt"),
        ("C:\\Users\\me\\photo.jpg", "photo.jpg"),
        ("/tmp/folder/", "folder"),
        ("plain", "plain"),
    ],
)
def test_only_a_file_s_name_is_kept(path: str, name: str):
    assert kept_name(path) == name


def test_a_very_long_name_keeps_its_beginning_and_its_ending():
    name = kept_name("/x/" + "n" * 300 + ".md")
    assert len(name) == 120
    assert name.startswith("nnn")
    assert name.endswith(".md")
