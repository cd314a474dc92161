"""A staged tree made of what is installed here, without a network."""

import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import PySide6
import symbols
from allowed import is_shipped
from icu_trim import trim
from stage import copy_program
from wheels import read_lock

LIBRARIES = sorted({wheel.name for wheel in read_lock("linux")})


def lay_out(tree: Path) -> None:
    """Stage this checkout, and of each installed library what an installer would carry."""
    for name in LIBRARIES:
        for file in metadata.distribution(name).files or ():
            source = Path(str(file.locate()))
            if is_shipped(file.as_posix(), "linux") and source.is_file():
                target = tree / file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
    copy_program(tree / "desktop")
    trim(next(tree.rglob("libicudata.so.*")))
    symbols.cut(tree)


def run_in(tree: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python that sees this tree and nothing else that is installed."""
    before = f"import sys; sys.path.insert(0, {str(tree)!r})\n"
    return subprocess.run(
        [sys.executable, "-I", "-S", "-B", "-c", before + code, *arguments],
        env={"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )


def self_test(tree: Path) -> dict[str, dict[str, str]]:
    """Return what the program in the tree says of itself, whether it is content or not."""
    code = "from desktop.__main__ import main; sys.exit(main(['--selftest']))"
    done = run_in(tree, code)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def installed_qt() -> Path:
    """Where the Qt of this environment lies."""
    return Path(PySide6.__path__[0])
