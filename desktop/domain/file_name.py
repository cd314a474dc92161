"""A safe name for a file, made from any text: a title, a model's name, words from a server."""

import unicodedata

_LONGEST = 100
"""Characters. In UTF-8 at most 240 bytes as well, since ext4 and APFS hold 255 with an ending."""
_MOST_BYTES = 240
_FORBIDDEN = frozenset('<>:"/\\|?*')
"""What Windows forbids; the separators everywhere."""
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$", "clock$"]
    + [f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"]
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_FALLBACK = "untitled"


def safe_file_name(text: str) -> str:
    """Return a file's name without its ending, never empty, that no system takes for more.

    There is no separator in it, no device of Windows (with or without an
    ending), no dot or blank at either end, nothing unseen, and at most 100
    characters (security.md, attack 5).
    """
    composed = unicodedata.normalize("NFC", text[: 4 * _LONGEST])
    kept = "".join(_safe(character) for character in composed)
    name = _trimmed(" ".join(kept.split())[:_LONGEST])
    while len(name.encode()) > _MOST_BYTES:
        name = _trimmed(name[:-1])
    if name.partition(".")[0].strip().casefold() in _DEVICES:
        name = _trimmed(f"_{name}"[:_LONGEST])
    return name or _FALLBACK


def _safe(character: str) -> str:
    if character in _FORBIDDEN or character.isspace():
        return " "
    return "" if unicodedata.category(character) in _UNSEEN else character


def _trimmed(name: str) -> str:
    """Without a dot or a blank at its ends: hidden on Unix, dropped silently by Windows."""
    return name.strip(". ")
