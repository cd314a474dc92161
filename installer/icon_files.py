"""Draws an SVG as the icon files that the platforms want.

    .venv/bin/python installer/icon_files.py SVG OUT

OUT ends with .ico (Windows), .icns (macOS) or .png, which wants a size: icon-128.png. Qt draws,
so that every platform's icon is drawn by what draws the program's own.
"""

import re
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels; 20 and 40 are what Windows shows at 125 %."""
ICNS_KINDS = {
    "icp4": 16,
    "icp5": 32,
    "ic07": 128,
    "ic08": 256,
    "ic09": 512,
    "ic10": 1024,
    "ic11": 32,
    "ic12": 64,
    "ic13": 256,
    "ic14": 512,
}
"""Apple's name for each picture, and its pixels; ic11 to ic14 are for screens of twice the dots."""


def draw(svg: Path, size: int) -> bytes:
    """Return a square PNG of so many pixels."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Put PNGs of 16 to 256 pixels into one file for Windows (Vista and later read PNGs)."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    rows, body = b"", b""
    for size, png in sorted(pictures.items()):
        side = size % 256  # 256 is written as 0
        rows += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset + len(body))
        body += png
    return header + rows + body


def icns(pictures: Mapping[str, bytes]) -> bytes:
    """Put PNGs, by Apple's names, into one file for macOS."""
    parts = [
        struct.pack(">4sI", kind.encode("ascii"), 8 + len(png)) + png
        for kind, png in pictures.items()
    ]
    body = b"".join(parts)
    return struct.pack(">4sI", b"icns", 8 + len(body)) + body


def main(arguments: list[str]) -> int:
    """Draw what the command line says."""
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    svg, out = map(Path, arguments)
    size = re.search(r"(\d+)\.png$", out.name)
    if out.suffix == ".ico":
        out.write_bytes(ico({side: draw(svg, side) for side in ICO_SIZES}))
    elif out.suffix == ".icns":
        out.write_bytes(icns({kind: draw(svg, side) for kind, side in ICNS_KINDS.items()}))
    elif size is not None:
        out.write_bytes(draw(svg, int(size[1])))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
