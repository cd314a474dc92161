"""What is carried within other parts of the program, read from the one list of it.

The list is `licences/parts.txt` of the resources: paragraphs of fields, a line that begins with a
space going on with the one before it, and "#" for remarks. The installers' copyright files are
made of the same list (installer/rights.py), so this imports nothing but the standard library.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LIST = "licences/parts.txt"
SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
"""What the list calls a system, by `sys.platform`."""
_ONE_VERSION = re.compile(r"(\S+) \((\w+)\)")


@dataclass(frozen=True, slots=True)
class Part:
    """One of them. `versions` are by system, "" standing for every one that is not named."""

    name: str
    versions: tuple[tuple[str, str], ...]
    within: tuple[str, ...]
    systems: tuple[str, ...]
    licence: str
    texts: tuple[str, ...]
    holders: tuple[str, ...]

    def files(self, resources: Path) -> tuple[Path, ...]:
        """Return the files that hold its licence."""
        names = (text if "/" in text else f"licences/{text}.txt" for text in self.texts)
        return tuple(resources / name for name in names)

    def version(self, system: str) -> str:
        """Return the version that a system's files have; "" where they do not say it."""
        known = dict(self.versions)
        return known.get(system, known.get("", ""))


@dataclass(frozen=True, slots=True)
class PartList:
    """All of them, and the shipped files that hold nothing of others."""

    parts: tuple[Part, ...]
    without: frozenset[str]

    def of(self, system: str) -> tuple[Part, ...]:
        """Return what is carried on one system."""
        return tuple(part for part in self.parts if system in part.systems)


def read_parts(resources: Path) -> PartList:
    """Return the list, which is empty where the file is not there."""
    try:
        content = (resources / LIST).read_text("utf-8")
    except OSError:
        return PartList((), frozenset())
    paragraphs = [dict(_fields(paragraph)) for paragraph in content.split("\n\n")]
    without = {name for one in paragraphs for name in one.get("Without", "").split()}
    parts = tuple(_part(one) for one in paragraphs if "Part" in one)
    return PartList(parts, frozenset(without))


def _fields(paragraph: str) -> Iterator[tuple[str, str]]:
    lines = [line for line in paragraph.splitlines() if line and line[0] != "#"]
    for field in "\n".join(lines).replace("\n ", "\0").splitlines():
        name, _, value = field.partition(":")
        yield name, value.replace("\0", "\n").strip()


def _part(fields: dict[str, str]) -> Part:
    said = fields.get("Version", "")
    versions = [(system, version) for version, system in _ONE_VERSION.findall(said)]
    systems = fields.get("Systems", "").split() or SYSTEMS.values()
    return Part(
        fields["Part"],
        tuple(versions or [("", said)]),
        tuple(fields["Within"].split()),
        tuple(systems),
        fields["Licence"],
        tuple(fields.get("Text", "").split()),
        tuple(fields.get("Copyright", "").splitlines()),
    )
