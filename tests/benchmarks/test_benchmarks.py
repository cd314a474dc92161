import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_benchmark_still_measures(home: Path) -> None:
    """In a process of its own, because a benchmark is the whole program. No figure is judged."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--smallest"],
        cwd=ROOT,
        env={**os.environ, "PADDOCK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "the idle window" in answer.stdout
    assert "QSortFilterProxyModel" in answer.stdout
    assert "QPlainTextEdit" in answer.stdout
    assert "messages" in answer.stdout
    assert "a chart with its library" in answer.stdout
    assert "recorded /api/ps" in answer.stdout
    assert "a bare QMainWindow" in answer.stdout
    assert "MISSING" not in answer.stdout
