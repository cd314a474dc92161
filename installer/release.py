"""What a release writes and reads, beside the installers themselves.

    python3 installer/release.py check TAG         the tag is the version, and CHANGES tell of it
    python3 installer/release.py set NAME=VALUE…   writes what makers set; what is "" stays as it is
    python3 installer/release.py get NAME          prints what is set, or nothing
    python3 installer/release.py newest TAG PAGE   prints the file that programs look at
    python3 installer/release.py notes TAG         prints what changed

What makers set stands in one place, resources/release.json, where everything that is built and the
program itself read it; without that file nothing is made up. It has these names:

    newest      where newer versions are named, https://…/newest.json; without it nobody looks
    homepage    a page about Paddock        issues     where faults are told
    documentation  the manual; without it the help leads to the homepage
    maintainer  "A Name <name@example.org>" of the deb; without it that names no address
    id          of AppStream and macOS, such as org.example.Paddock, of a domain that is the makers'

What is written is read again by the program's own code before it counts.
"""

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop import __version__  # noqa: E402
from desktop.domain.release import (  # noqa: E402
    ABOUT,
    NoRelease,
    is_page,
    read_release,
    read_source,
)

_MAINTAINER = re.compile(r"[^<>\s][^<>\n]* <[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+>")
_ID = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*){2,}")
STAND_IN = "desktop.paddock.Paddock"
"""An id of a domain that nobody can have, for builds that are no release of anybody's."""


class BadRelease(Exception):
    """Something does not fit, and what."""


def check(tag: str) -> str:
    """Raise unless the tag names the version that is in the code, and the changes are told."""
    if tag != f"v{__version__}":
        raise BadRelease(f"the tag is {tag}, and the program says {__version__}")
    notes(tag)
    return ""


def is_fit(name: str, value: str) -> bool:
    """Whether a value may stand under that name."""
    if name == "newest":
        read_source(json.dumps({name: value}).encode())
        return True
    checks = {
        "homepage": is_page,
        "documentation": is_page,
        "issues": is_page,
        "maintainer": _MAINTAINER.fullmatch,
        "id": _ID.fullmatch,
    }
    return name in checks and bool(checks[name](value))


def set_values(*words: str) -> str:
    """Write what is given beside what is set; where nothing ever was, there is no file."""
    values = _values()
    for word in words:
        name, _, value = word.partition("=")
        if value and not is_fit(name, value):
            raise BadRelease(f"{value!r} is no {name}")
        if value:
            values[name] = value
    if values:
        content = json.dumps(values, ensure_ascii=False, indent=4, sort_keys=True) + "\n"
        (ROOT / "resources" / ABOUT).write_text(content, encoding="utf-8")
    return ""


def get(name: str) -> str:
    """Return what is set, or what a build without it has."""
    return _values().get(name, STAND_IN if name == "id" else "")


def _values() -> dict[str, str]:
    file = ROOT / "resources" / ABOUT
    return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def newest(tag: str, page: str) -> str:
    """Return the file that names the newest release."""
    today = datetime.now(UTC).date().isoformat()
    content = (
        json.dumps({"version": tag.removeprefix("v"), "page": page, "published": today}) + "\n"
    )
    read_release(content.encode())
    return content


def notes(tag: str) -> str:
    """Return what CHANGELOG.md tells of a version."""
    version = re.escape(tag.removeprefix("v"))
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    match = re.search(rf"^## \[?{version}\b[^\n]*\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    if match is None:
        raise BadRelease(f"CHANGELOG.md tells nothing of {tag}")
    return match[1].strip() + "\n"


COMMANDS = {
    "check": (check, 1),
    "get": (get, 1),
    "newest": (newest, 2),
    "notes": (notes, 1),
    "set": (set_values, None),
}


def main(arguments: list[str]) -> int:
    """Do what the command line says."""
    command, count = COMMANDS.get(arguments[0] if arguments else "", (None, 0))
    if command is None or count not in (None, len(arguments) - 1):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        sys.stdout.write(command(*arguments[1:]))
    except (BadRelease, NoRelease) as problem:
        print(f"not a release: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
