"""The icons of Windows and macOS hold every size that they should."""

import struct

import pytest
from icon_files import ICNS_KINDS, ICO_SIZES, icns, ico

from tests.architecture.sources import ROOT

PNG = b"\x89PNG\r\n\x1a\n"


def side(png: bytes) -> int:
    assert png.startswith(PNG)
    width, height = struct.unpack_from(">II", png, 16)
    assert width == height
    return width


@pytest.mark.parametrize("name", ["paddock", "modelfile"])
def test_windows_finds_every_size(name: str):
    content = (ROOT / "installer" / "windows" / f"{name}.ico").read_bytes()
    kind, count = struct.unpack_from("<HH", content, 2)
    rows = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * row) for row in range(count)]
    assert kind == 1
    assert tuple(side(content[row[7] : row[7] + row[6]]) for row in rows) == ICO_SIZES
    assert [row[0] or 256 for row in rows] == list(ICO_SIZES)


@pytest.mark.parametrize("name", ["paddock", "modelfile"])
def test_macos_finds_every_size(name: str):
    content = (ROOT / "installer" / "macos" / f"{name}.icns").read_bytes()
    assert struct.unpack_from(">4sI", content) == (b"icns", len(content))
    found: dict[str, int] = {}
    at = 8
    while at < len(content):
        kind, length = struct.unpack_from(">4sI", content, at)
        found[kind.decode()] = side(content[at + 8 : at + length])
        at += length
    assert found == ICNS_KINDS


def test_a_container_says_where_its_pictures_are():
    assert ico({16: b"ab", 256: b"c"})[6 + 32 :] == b"abc"
    assert icns({"ic07": b"xy"}) == b"icns\0\0\0\x12ic07\0\0\0\x0axy"
