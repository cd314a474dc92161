"""The rooms, as pyproject.toml's contracts have them."""

import subprocess
import sys

from tests.architecture.sources import ROOT

CHECK = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
LOGO = frozenset("╔║╚╝▲")


def test_a_room_imports_only_what_the_architecture_lets_it() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", CHECK], cwd=ROOT, capture_output=True, text=True, check=False
    )
    lines = (answer.stdout + answer.stderr).splitlines()
    said = [line for line in lines if line.strip() and not LOGO.intersection(line)]
    assert answer.returncode == 0, "\n".join(said)
