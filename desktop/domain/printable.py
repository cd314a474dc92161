"""Which characters Ollama's parser keeps: those that Go 1.21 and later call printable.

Go's tables are of Unicode 15.0, Python's of 14.0 (3.11), 15.0 (3.12) or 15.1
(3.13), so that an emoji of 2022 would be kept by one and dropped by the other.
"""

import unicodedata
from bisect import bisect_right

_KEPT = frozenset("LMNPS")
_SINCE_15_0 = (
    (0x0CF3, 0x0CF3),
    (0x0ECE, 0x0ECE),
    (0x10EFD, 0x10EFF),
    (0x1123F, 0x11241),
    (0x11B00, 0x11B09),
    (0x11F00, 0x11F10),
    (0x11F12, 0x11F3A),
    (0x11F3E, 0x11F59),
    (0x1342F, 0x1342F),
    (0x13440, 0x13455),
    (0x1B132, 0x1B132),
    (0x1B155, 0x1B155),
    (0x1D2C0, 0x1D2D3),
    (0x1DF25, 0x1DF2A),
    (0x1E030, 0x1E06D),
    (0x1E08F, 0x1E08F),
    (0x1E4D0, 0x1E4F9),
    (0x1F6DC, 0x1F6DC),
    (0x1F774, 0x1F776),
    (0x1F77B, 0x1F77F),
    (0x1F7D9, 0x1F7D9),
    (0x1FA75, 0x1FA77),
    (0x1FA87, 0x1FA88),
    (0x1FAAD, 0x1FAAF),
    (0x1FABB, 0x1FABD),
    (0x1FABF, 0x1FABF),
    (0x1FACE, 0x1FACF),
    (0x1FADA, 0x1FADB),
    (0x1FAE8, 0x1FAE8),
    (0x1FAF7, 0x1FAF8),
    (0x2B739, 0x2B739),
    (0x31350, 0x323AF),
)
_SINCE_15_1 = ((0x2FFC, 0x2FFF), (0x31EF, 0x31EF), (0x2EBF0, 0x2EE5D))


def is_printable(character: str) -> bool:
    """Whether Go's strconv.IsPrint keeps it: a letter, mark, number, sign or symbol, or U+0020."""
    if character == " " or "!" <= character <= "~":
        return True
    code = ord(character)
    if unicodedata.category(character)[0] in _KEPT:
        return not _is_in(_SINCE_15_1, code)
    return _is_in(_SINCE_15_0, code)


def _is_in(ranges: tuple[tuple[int, int], ...], code: int) -> bool:
    place = bisect_right(ranges, (code, 0x110000)) - 1
    return place >= 0 and ranges[place][0] <= code <= ranges[place][1]
