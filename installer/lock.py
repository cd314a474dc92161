"""Writes requirements.lock anew: the newest versions that pyproject.toml allows.

    .venv/bin/python installer/lock.py [WHEELS FOLDER]

It wants `packaging`, which the development environment has. Nothing but the wheels themselves
is trusted: each is fetched from the index that pip is set up for, its own metadata says what it
needs, and the hash is taken from the file. There is no going back where two requirements
contradict each other: it says so and stops, which has not happened yet.
"""

import hashlib
import itertools
import sys
import tempfile
import tomllib
import zipfile
from collections import defaultdict
from email import message_from_bytes
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from platforms import PLATFORMS, Platform
from wheels import LOCK, BadWheel, Wheel, pip

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# Every wheel that the installers carry: platform, file, sha256. Written by lock.py; do not edit.
"""


def main(arguments: list[str]) -> int:
    """Resolve for each platform, and write the lock."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(arguments[0]) if arguments else Path(scratch)
        lines = [line for name in PLATFORMS for line in _lines(name, folder / name)]
    LOCK.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} wheels in {LOCK.name}", file=sys.stderr)
    return 0


def _lines(name: str, folder: Path) -> list[str]:
    platform = PLATFORMS[name]
    pins = Resolution(platform, folder).resolve()
    for python, tags in itertools.product(platform.pythons, platform.builds):
        own = [pin for pin in pins if python == platform.pythons[0] or _is_tied(pin, folder)]
        _download(own, python, tags, folder)
    kept = {f"{pin.replace('==', '-')}-".lower() for pin in pins}
    found = sorted(path for path in folder.glob("*.whl") if _prefix(path) in kept)
    return [f"{name} {path.name} {_sha256(path)}\n" for path in found]


def _prefix(wheel: Path) -> str:
    name, version, *_ = wheel.name.split("-")
    return f"{canonicalize_name(name)}-{version}-".lower()


def _is_tied(pin: str, folder: Path) -> bool:
    """Whether the wheel serves one Python alone, and so is needed once for each.

    cffi is not: it serves cryptography, which the deb leaves to apt, and the AppImage
    brings one Python.
    """
    name = pin.split("==")[0]
    wheels = [Wheel("", path.name, "") for path in folder.glob("*.whl")]
    own = [one for one in wheels if canonicalize_name(one.name) == name]
    return name != "cffi" and all(one.tags[1] not in {"abi3", "none"} for one in own)


def _download(requirements: list[str], python: str, tags: tuple[str, ...], folder: Path) -> None:
    options = [part for tag in tags for part in ("--platform", tag)]
    pip(
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        *options,
        "--python-version",
        python,
        "--dest",
        str(folder),
        *requirements,
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Resolution:
    """Walks from the program's requirements to theirs, until nothing new is asked for."""

    def __init__(self, platform: Platform, folder: Path) -> None:
        self._platform = platform
        self._folder = folder
        self._asked: defaultdict[str, SpecifierSet] = defaultdict(SpecifierSet)
        self._extras: defaultdict[str, set[str]] = defaultdict(set)
        self._wheels: dict[str, Path] = {}

    def resolve(self) -> list[str]:
        """Return `name==version` of everything needed, by name."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        waiting = self._take(self._holding(project["dependencies"], {""}))
        while waiting:
            self._fetch(waiting)
            more = [need for name in waiting for need in self._needs(name)]
            waiting = self._take(more) | self._contradicted()
        return sorted(f"{name}=={_version(path)}" for name, path in self._wheels.items())

    def _take(self, requirements: list[Requirement]) -> set[str]:
        """Note what is asked for, and return the names to look at (again)."""
        names: set[str] = set()
        for one in requirements:
            name = canonicalize_name(one.name)
            self._asked[name] &= one.specifier
            if name not in self._wheels or not one.extras <= self._extras[name]:
                names.add(name)
            self._extras[name] |= one.extras
        return names

    def _holding(self, lines: list[str], extras: set[str]) -> list[Requirement]:
        """Return what holds on this platform, with any of these extras."""
        return [
            one
            for one in map(Requirement, lines)
            if not one.marker or any(one.marker.evaluate(self._markers(e)) for e in extras)
        ]

    def _contradicted(self) -> set[str]:
        return {n for n, path in self._wheels.items() if _version(path) not in self._asked[n]}

    def _markers(self, extra: str) -> dict[str, str]:
        leading = self._platform.pythons[0]
        version = {"python_version": leading, "python_full_version": f"{leading}.0"}
        return {
            **self._platform.markers,
            **version,
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": extra,
        }

    def _fetch(self, names: set[str]) -> None:
        wanted = [f"{name}{self._asked[name]}" for name in sorted(names)]
        with tempfile.TemporaryDirectory(dir=_made(self._folder)) as fresh:
            leading = self._platform.pythons[0]
            _download(wanted, leading, self._platform.builds[0], Path(fresh))
            for path in Path(fresh).glob("*.whl"):
                kept = path.replace(self._folder / path.name)
                self._wheels[canonicalize_name(path.name.split("-")[0])] = kept
        if lost := names - set(self._wheels):
            raise BadWheel(f"no wheel came for {', '.join(sorted(lost))}")

    def _needs(self, name: str) -> list[Requirement]:
        with zipfile.ZipFile(self._wheels[name]) as archive:
            inside = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
            metadata = message_from_bytes(archive.read(inside))
        return self._holding(metadata.get_all("Requires-Dist", []), self._extras[name] | {""})


def _version(wheel: Path) -> str:
    return wheel.name.split("-")[1]


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
