"""Less motion: one place decides, and what turns stands still."""

import gc
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QStyle

from desktop.ui.bridge.contrast import system_wants_contrast
from desktop.ui.bridge.motion import kept_in_files, system_reduces_motion
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import LIGHT, high_contrast
from desktop.ui.widgets import pictures
from desktop.ui.widgets.pictures import Loader

DURATION = QStyle.StyleHint.SH_Widget_Animation_Duration


@pytest.fixture
def still(theme: Theme):
    theme.set_reduces_motion(True)
    yield theme
    theme.set_reduces_motion(False)


def test_a_loader_turns(theme: Theme, qtbot):
    loader = Loader(theme)
    qtbot.addWidget(loader)
    loader.show()
    assert loader.is_turning
    loader.hide()
    assert not loader.is_turning


def test_with_less_motion_a_loader_stands_still_and_counts(
    still: Theme, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pictures, "_TOLD_FROM_MS", 0)
    loader = Loader(still, counts=True)
    qtbot.addWidget(loader)
    loader.show()
    assert not loader.is_turning
    before = loader.grab().toImage()
    assert loader.seconds
    assert loader.grab().toImage() == before


def test_a_loader_with_words_beside_it_counts_nothing(
    still: Theme, qtbot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pictures, "_TOLD_FROM_MS", 0)
    loader = Loader(still)
    qtbot.addWidget(loader)
    loader.show()
    assert (loader.seconds, loader.width()) == ("", still.px(16))


def test_a_loader_that_turns_stops_when_less_motion_is_chosen(theme: Theme, qtbot):
    loader = Loader(theme)
    qtbot.addWidget(loader)
    loader.show()
    theme.set_reduces_motion(True)
    assert not loader.is_turning
    theme.set_reduces_motion(False)
    assert loader.is_turning


def test_with_less_motion_the_style_animates_nothing(still: Theme, qapp: QApplication):
    assert qapp.style().styleHint(DURATION) == 0


@pytest.mark.parametrize(
    ("file", "text", "is_still"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=none\n", False),
        ("kdeglobals", "not a file of settings", False),
    ],
)
def test_what_the_desktop_keeps_is_read(tmp_path: Path, file: str, text: str, is_still: bool):
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text)
    assert kept_in_files(tmp_path) is is_still
    given = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert system_reduces_motion(given, Path("nowhere"), "linux") is is_still


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_system_that_cannot_be_asked_has_asked_for_nothing(platform: str, tmp_path: Path):
    assert not system_reduces_motion({}, tmp_path, platform)


def test_more_contrast_is_taken_from_the_system(theme: Theme, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(theme, "_wants_contrast", lambda: True)
    theme.set_text_scale(1.0)
    assert theme.tokens == high_contrast(LIGHT)
    monkeypatch.undo()
    theme.set_text_scale(1.0)
    assert theme.tokens == LIGHT


def test_qt_is_asked_for_contrast_as_often_as_one_likes(theme: Theme):
    gc.collect()
    asked = {system_wants_contrast() for _ in range(3)}
    assert asked == {theme.tokens.is_high_contrast}
