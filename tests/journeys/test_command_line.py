import json
import sys
import tempfile
from pathlib import Path

import pytest

from desktop import __version__
from desktop.selftest.kept import storage
from desktop.selftest.run import found_by
from desktop.ui.bridge.display import has_display, use_offscreen_without_display
from tests.journeys.shell import paddock

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems always have a display"
)


def test_the_version_is_printed_without_a_window():
    done = paddock("--version")
    assert (done.returncode, done.stdout.strip()) == (0, f"Paddock {__version__}")


def test_the_self_test_prints_one_line_of_json():
    done = paddock("--selftest")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    line = json.loads(done.stdout)
    assert line["ok"] is True
    assert line["problems"] == {}
    assert line["platform"] == "offscreen"


def test_the_self_test_says_in_its_line_what_cannot_be_written(monkeypatch: pytest.MonkeyPatch):
    def none() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(tempfile, "gettempdir", none)
    assert "temporary files" in storage()


def test_a_file_that_is_missing_is_found_and_not_raised():
    assert "gallery" in found_by(lambda: str(Path("no/gallery").stat()))


def test_a_proxy_that_cannot_be_used_does_not_keep_it_from_starting():
    """GNOME sets this one, and httpx raises for it while it makes a client."""
    done = paddock("--selftest", ALL_PROXY="socks://127.0.0.1:9/", all_proxy="socks://127.0.0.1:9/")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["ok"] is True


@pytest.mark.parametrize("display", ["", ":4711"])
def test_without_a_display_it_says_so_instead_of_aborting(display: str):
    done = paddock(DISPLAY=display)
    assert done.returncode == 1
    assert "found no display" in done.stderr


def test_a_display_counts_only_if_somebody_answers_there(tmp_path: Path):
    assert not has_display({})
    assert not has_display({"DISPLAY": ":4711"})
    assert not has_display({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)})
    assert has_display({"QT_QPA_PLATFORM": "offscreen"})
    assert has_display({"DISPLAY": "elsewhere:10.0"})


def test_offscreen_is_used_only_where_nothing_else_is():
    environment = {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"}
    assert use_offscreen_without_display(environment)
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    remote = {"DISPLAY": "elsewhere:10.0"}
    assert not use_offscreen_without_display(remote)
    assert "QT_QPA_PLATFORM" not in remote


def test_a_tour_in_a_language_that_is_not_here_says_which_are(tmp_path: Path):
    done = paddock("--tour", str(tmp_path / "tour"), "--language", "tlh")
    assert done.returncode == 2
    assert "tlh" in done.stdout
    assert "en, zh_CN" in done.stdout
    assert not (tmp_path / "tour").exists()
