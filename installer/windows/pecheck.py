"""Finds libraries that a staged Windows tree wants and does not hold, on any system.

    python3 installer/windows/pecheck.py FOLDER
    python3 installer/windows/pecheck.py FOLDER --imports icuuc.dll

The first form exits with 1 where a library is missing that Windows 10 does not bring. The
second prints what the tree wants of one library, one name a line, for a stand-in to have.
"""

import argparse
import struct
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# What every Windows 10 since 1703 has, as far as anything here asks for it.
_OWN = """
advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 cryptui d3d11 d3d12 d3d9 d2d1
dcomp dnsapi dwmapi dwrite dxgi gdi32 gdi32full icu icuin icuuc imm32 iphlpapi kernel32 mpr
mscms mscoree msi msimg32 msvcrt ncrypt netapi32 ntdll ole32 oleaut32 opengl32 pdh powrprof
propsys psapi rpcrt4 rstrtmgr secur32 setupapi shcore shell32 shlwapi ucrtbase user32 userenv
uiautomationcore usp10 uxtheme version winhttp winmm winspool.drv wintrust wldap32 ws2_32
wtsapi32
"""
WINDOWS = frozenset(_OWN.split())
_API_SETS = ("api-ms-win-", "ext-ms-win-")
_SUFFIXES = {".exe", ".dll", ".pyd"}
_IMPORT, _DELAYED = 1, 13
_LONGEST_NAME = 512


class NotAnImage(ValueError):
    """The file is no 64-bit Windows program or library."""


@dataclass(frozen=True, slots=True)
class Section:
    """Where a part of the file lies once it is loaded."""

    address: int
    size: int
    offset: int


class Image:
    """What a 64-bit PE file imports (Microsoft, PE Format, "The .idata Section")."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            (start,) = struct.unpack_from("<I", content, 0x3C)
            signature, machine, count, size = struct.unpack_from("<4sHH12xH", content, start)
            (magic,) = struct.unpack_from("<H", content, start + 24)
        except struct.error as error:
            raise NotAnImage("it is too short") from error
        if (signature, machine, magic) != (b"PE\0\0", 0x8664, 0x20B):
            raise NotAnImage("it is none for 64-bit Windows")
        self._directories = start + 24 + 112
        table = start + 24 + size
        self._sections = [self._section(table + 40 * index) for index in range(count)]

    def imports(self) -> dict[str, list[str]]:
        """Return what is wanted of each library (lower case); an ordinal as #7."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for at in self._rows(_IMPORT, 20):
            names, _, _, library, bound = struct.unpack_from("<5I", self._content, at)
            found[self._text(library).lower()] += self._names(names or bound)
        for at in self._rows(_DELAYED, 32):
            _, library, _, _, names = struct.unpack_from("<5I", self._content, at)
            found[self._text(library).lower()] += self._names(names)
        return dict(found)

    def _section(self, at: int) -> Section:
        size, address, raw_size, offset = struct.unpack_from("<8x4I", self._content, at)
        return Section(address, max(size, raw_size), offset)

    def _rows(self, directory: int, size: int) -> Iterator[int]:
        """Yield where the rows of a directory begin; the last, empty one is left out."""
        address, length = struct.unpack_from(
            "<II", self._content, self._directories + 8 * directory
        )
        if not length:
            return
        at = self._offset(address)
        while self._content[at : at + size].strip(b"\0"):
            yield at
            at += size

    def _names(self, address: int) -> list[str]:
        names: list[str] = []
        at = self._offset(address)
        while entry := struct.unpack_from("<Q", self._content, at)[0]:
            names.append(
                f"#{entry & 0xFFFF}" if entry >> 63 else self._text((entry & 0x7FFFFFFF) + 2)
            )
            at += 8
        return names

    def _text(self, address: int) -> str:
        at = self._offset(address)
        return self._content[at : at + _LONGEST_NAME].partition(b"\0")[0].decode("ascii")

    def _offset(self, address: int) -> int:
        for section in self._sections:
            if section.address <= address < section.address + section.size:
                return section.offset + address - section.address
        raise NotAnImage(f"address {address:#x} is in no section")


def images(folder: Path) -> dict[Path, dict[str, list[str]]]:
    """Return the imports of every program and library below a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    return {path: Image(path.read_bytes()).imports() for path in paths}


def missing(folder: Path, brought: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """Return each library that nothing brings, and the files that want it.

    `brought` are libraries that are not in the tree yet, and will be.
    """
    found = images(folder)
    here = {path.name.lower() for path in found} | brought
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for path, imports in found.items():
        for library in imports:
            if library not in here and not is_windows_own(library):
                wanted[library].append(path.relative_to(folder).as_posix())
    return dict(wanted)


def is_windows_own(library: str) -> bool:
    """Whether Windows 10 brings it."""
    return library.startswith(_API_SETS) or library.removesuffix(".dll") in WINDOWS


def main() -> int:
    """Look through the folder of the command line."""
    parser = argparse.ArgumentParser(description="Find libraries that a Windows tree lacks.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--imports", metavar="LIBRARY", help="print what is wanted of this one")
    parser.add_argument("--brought", nargs="*", default=[], help="libraries that will be there")
    options = parser.parse_args()
    if options.imports:
        wanted = {
            name
            for imports in images(options.folder).values()
            for name in imports.get(options.imports.lower(), [])
        }
        print("\n".join(sorted(wanted)))
        return 0
    lost = missing(options.folder, frozenset(options.brought))
    for library, users in sorted(lost.items()):
        print(f"{library} is missing, for {', '.join(users)}", file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
