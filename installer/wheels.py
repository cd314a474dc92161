"""Fetches the wheels that requirements.lock names, and takes no others.

    python3 installer/wheels.py linux|windows|macos FOLDER [NAME…]

NAME is a library as the lock spells it (pyside6_essentials): only these are fetched then.
Wheels that are in FOLDER already are checked and not fetched again. pip asks whatever index
this machine is set up for; the hashes make every index as good as another.
"""

import hashlib
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from platforms import PLATFORMS

LOCK = Path(__file__).with_name("requirements.lock")


@dataclass(frozen=True, slots=True)
class Wheel:
    """One line of the lock: a file, what it must be, and what its name says."""

    platform: str
    filename: str
    sha256: str

    @property
    def name(self) -> str:
        return self.filename.split("-")[0]

    @property
    def version(self) -> str:
        return self.filename.split("-")[1]

    @property
    def tags(self) -> tuple[str, str, str]:
        """Return the tags for Python, ABI and platform, each perhaps several with dots."""
        python, abi, platform = self.filename.removesuffix(".whl").split("-")[-3:]
        return python, abi, platform

    def serves(self, python: str) -> bool:
        """Whether a Python such as "3.12" can load it."""
        interpreter, abi, _ = self.tags
        own = "cp" + python.replace(".", "")
        return own in interpreter.split(".") or abi in {"abi3", "none"}


class BadWheel(Exception):
    """A wheel is missing, or is not the one that the lock names."""


def read_lock(platform: str) -> list[Wheel]:
    """Return the wheels of one platform, by name."""
    lines = (line.split() for line in LOCK.read_text(encoding="utf-8").splitlines())
    rows = [line for line in lines if line and not line[0].startswith("#")]
    return [Wheel(*row) for row in rows if row[0] == platform]


def check(wheel: Wheel, folder: Path) -> Path:
    """Return where the wheel lies, once its hash was seen to be right."""
    path = folder / wheel.filename
    if not path.is_file():
        raise BadWheel(f"{wheel.filename} is not in {folder}")
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != wheel.sha256:
        raise BadWheel(f"{wheel.filename} is not what requirements.lock names: {found}")
    return path


def fetch(wheels: Iterable[Wheel], folder: Path) -> None:
    """Fetch what is not in the folder yet, one pip a set of tags, and check everything."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = list(wheels)
    groups: defaultdict[tuple[str, str, str], list[Wheel]] = defaultdict(list)
    for wheel in wanted:
        if not (folder / wheel.filename).is_file():
            groups[wheel.tags].append(wheel)
    for group in groups.values():
        _download(group, folder)
    for wheel in wanted:
        check(wheel, folder)


def _download(group: list[Wheel], folder: Path) -> None:
    """Have pip fetch wheels of the same tags, which are told to it word by word."""
    _, abi, platforms = group[0].tags
    python = next(one for one in PLATFORMS[group[0].platform].pythons if group[0].serves(one))
    options = [part for tag in platforms.split(".") for part in ("--platform", tag)]
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as requirements:
        for wheel in group:
            print(f"{wheel.name}=={wheel.version} --hash=sha256:{wheel.sha256}", file=requirements)
        requirements.flush()
        command = ["download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]
        pip(
            *command,
            *options,
            "--abi",
            abi,
            "--implementation",
            "cp" if abi != "none" else "py",
            "--python-version",
            python,
            "--dest",
            str(folder),
            "--requirement",
            requirements.name,
        )


def pip(*arguments: str) -> None:
    """Run the pip of the Python that runs this."""
    done = subprocess.run(  # noqa: S603  # our own words, and no shell
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise BadWheel(done.stderr.strip() or f"pip ended with {done.returncode}")


def main(arguments: list[str]) -> int:
    """Fetch what the command line names."""
    if len(arguments) < 2 or arguments[0] not in PLATFORMS:
        print(__doc__, file=sys.stderr)
        return 2
    platform, folder, *names = arguments
    wheels = [wheel for wheel in read_lock(platform) if not names or wheel.name in names]
    try:
        fetch(wheels, Path(folder))
    except BadWheel as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{len(wheels)} wheels for {platform} are in {folder}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
