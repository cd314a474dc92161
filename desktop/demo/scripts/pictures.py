"""What the stand-in says of pictures: what their first bytes tell, for it sees nothing."""

import base64
import binascii
import struct
from collections.abc import Sequence

from desktop.demo.scripts.script import Script

_ANSWER = """\
You sent me {what}. The demo host has no eyes, but it can read a header:

{rows}

With a model of your own you would read here **what is to be seen**: people, text on signs, \
the trend of a chart.
"""
_THOUGHTS = ("There is a picture. I cannot look at it, so I will say what its header says.",)
_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
)


def describe(images: Sequence[object]) -> Script:
    """Say of each picture its kind, its width and height if they are known, and its size."""
    rows = "\n".join(f"- **{_row(_bytes(image))}**" for image in images)
    what = "a picture" if len(images) == 1 else f"{len(images)} pictures"
    return Script((), _ANSWER.format(what=what, rows=rows), _THOUGHTS)


def _row(content: bytes) -> str:
    size = len(content) / 1000
    written = f"{size / 1000:.1f} MB" if size >= 1000 else f"{size:.1f} kB"
    found = _extent(content)
    extent = f"{found[0]} × {found[1]} pixels, " if found else ""
    return f"{_kind(content)}, {extent}{written}"


def _kind(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    found = [kind for magic, kind in _MAGIC if content.startswith(magic)]
    return found[0] if found else "A picture of a kind unknown to me"


def _extent(content: bytes) -> tuple[int, int] | None:
    """Read width and height, in pixels, where they stand at a fixed place."""
    if _kind(content) == "PNG" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if _kind(content) == "GIF" and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return int(width), int(height)
    return _jpeg_extent(content) if _kind(content) == "JPEG" else None


def _jpeg_extent(content: bytes) -> tuple[int, int] | None:
    """Walk the segments to the frame's head (ITU-T T.81, B.2.2)."""
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        mark, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        if 0xC0 <= mark <= 0xCF and mark not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return int(width), int(height)
        place += 2 + length
    return None


def _bytes(image: object) -> bytes:
    try:
        return base64.b64decode(str(image))
    except (binascii.Error, ValueError):
        return b""
