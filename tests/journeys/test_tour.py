"""The tour waits more than it works: beside it, the other tests lose little."""

import sys
from pathlib import Path

import pytest

from tests.journeys.shell import paddock

pytestmark = [
    pytest.mark.longest,
    pytest.mark.skipif(
        not sys.platform.startswith("linux"), reason="other systems always have a display"
    ),
]


@pytest.mark.timeout(160)
def test_the_tour_pictures_the_whole_job_without_a_display(tmp_path: Path):
    done = paddock("--tour", str(tmp_path / "tour"), "--theme", "dark", QT_QPA_PLATFORM="xcb")
    assert done.returncode == 0, done.stdout + done.stderr
    names = [path.name for path in sorted((tmp_path / "tour").iterdir())]
    steps = ["first-run", "pull-at-40-percent", "pull-done", "copied", "deleted", "is-down"]
    steps += ["chat-a-growing-answer", "chat-a-cut-answer", "chat-json-as-a-tree", "chat-search"]
    assert [step for step in steps if not any(step in name for name in names)] == []
    assert all(name.endswith("-dark.png") for name in names)
    assert str(tmp_path / "tour") in done.stdout


@pytest.mark.full
@pytest.mark.timeout(300)
@pytest.mark.parametrize("scale", ["100", "150"])
def test_the_tour_shows_every_text_whole_in_chinese(tmp_path: Path, scale: str):
    folder = str(tmp_path / "tour")
    words = ["--tour", folder, "--theme", "light", "--language", "zh_CN", "--scale", scale]
    done = paddock(*words, QT_QPA_PLATFORM="xcb")
    assert done.returncode == 0, done.stdout + done.stderr
