"""Signs Paddock.app from the inside out, on a Mac.

    python3 installer/macos/sign.py APP [IDENTITY]

IDENTITY is the name of a "Developer ID Application" certificate in the keychain; the app can then
be notarised. Without one it is signed for this Mac alone ("ad hoc"), which an Apple processor
demands at least.
"""

import subprocess
import sys
from pathlib import Path

from thin import code_files

ENTITLEMENTS = Path(__file__).resolve().with_name("entitlements.plist")
AD_HOC = "-"


def commands(app: Path, identity: str) -> list[list[str]]:
    """Return the calls of codesign: each library, each framework, then the app around them."""
    resources = app / "Contents" / "Resources"
    inside = [path for path in code_files(resources) if ".framework" not in str(path)]
    frameworks = sorted(resources.rglob("*.framework"))
    single = [_codesign(identity, [str(path)]) for path in [*inside, *frameworks]]
    return [*single, _codesign(identity, ["--entitlements", str(ENTITLEMENTS), str(app)])]


def _codesign(identity: str, what: list[str]) -> list[str]:
    """Library validation would keep ad hoc code from loading its own libraries."""
    strict = [] if identity == AD_HOC else ["--options", "runtime", "--timestamp"]
    return ["codesign", "--force", "--sign", identity, *strict, *what]


def main(arguments: list[str]) -> int:
    """Sign the app of the command line, and have codesign look at it again."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    app, identity = Path(arguments[0]), (arguments[1:] or [AD_HOC])[0]
    for command in [*commands(app, identity), ["codesign", "--verify", "--strict", str(app)]]:
        subprocess.run(command, check=True)  # noqa: S603  # our own words, and no shell
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
