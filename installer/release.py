"""What a release writes and reads, beside the installers themselves.

    python3 installer/release.py check TAG         the tag is the version, and CHANGES tell of it
    python3 installer/release.py source URL        where this build looks for newer ones; may be ""
    python3 installer/release.py newest TAG PAGE   prints the file that programs look at
    python3 installer/release.py notes TAG         prints what changed

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
from desktop.domain.release import NoRelease, read_release, read_source  # noqa: E402


class BadRelease(Exception):
    """Something does not fit, and what."""


def check(tag: str) -> str:
    """Raise unless the tag names the version that is in the code, and the changes are told."""
    if tag != f"v{__version__}":
        raise BadRelease(f"the tag is {tag}, and the program says {__version__}")
    notes(tag)
    return ""


def source(url: str) -> str:
    """Write where a build looks for newer versions; without an address it looks nowhere."""
    file = ROOT / "resources" / "release.json"
    if not url:
        file.unlink(missing_ok=True)
        return ""
    content = json.dumps({"newest": url}) + "\n"
    read_source(content.encode())
    file.write_text(content, encoding="utf-8")
    return ""


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


COMMANDS = {"check": (check, 1), "source": (source, 1), "newest": (newest, 2), "notes": (notes, 1)}


def main(arguments: list[str]) -> int:
    """Do what the command line says."""
    command, count = COMMANDS.get(arguments[0] if arguments else "", (None, 0))
    if command is None or len(arguments) != count + 1:
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
