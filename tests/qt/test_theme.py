import re

import pytest
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from desktop.assets import resources
from desktop.ui.bridge.scale import Scale, scale_of
from desktop.ui.bridge.theme import Theme, ThemeMode, fill
from desktop.ui.bridge.tokens import DARK, LIGHT, Tokens
from desktop.ui.widgets.buttons import Button, Chip, IconButton


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_field_of_the_style_sheet_is_filled(tokens: Tokens):
    template = (resources() / "qss" / "paddock.qss").read_text("utf-8")
    assert "$" not in fill(template, tokens, Scale(1.5))


def test_the_style_sheet_holds_neither_text_nor_fonts():
    template = (resources() / "qss" / "paddock.qss").read_text("utf-8")
    rules = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    assert not re.search(r"\bfont|content:|text:", rules)


def test_lengths_follow_the_font_and_never_vanish():
    assert [Scale(1.5).px(length) for length in (0, 0.4, 7, 76)] == [0, 1, 10, 114]


def test_text_at_150_percent_makes_every_length_half_as_long_again(theme: Theme):
    before = theme.px(100)
    theme.set_text_scale(1.5)
    a_pixel_of_its_height = 0.07  # That is all that a hinted font can follow.
    assert theme.px(100) == pytest.approx(1.5 * before, rel=a_pixel_of_its_height)


def test_a_switch_of_theme_reaches_palette_and_widgets(theme: Theme, qapp: QApplication):
    theme.set_mode(ThemeMode.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    theme.set_mode(ThemeMode.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)


def test_the_systems_change_of_scheme_is_followed_only_where_that_was_chosen(
    qapp: QApplication, theme: Theme, qtbot
):
    answers = [False]
    follower = Theme(qapp, ThemeMode.SYSTEM, lambda: answers[0])
    assert not follower.tokens.is_dark
    answers[0] = True
    with qtbot.waitSignal(follower.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert follower.tokens.is_dark
    follower.set_mode(ThemeMode.LIGHT)
    assert not follower.tokens.is_dark
    delete(follower)


def test_switching_themes_leaves_nothing_behind(theme: Theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    for make in (
        lambda: Button(theme, "Pull", "primary", "plus", parent=window),
        lambda: Chip(theme, "Vision", "eye", parent=window),
        lambda: IconButton(theme, "copy", "Copy", parent=window),
    ):
        make()
    before = len(window.findChildren(QObject))
    for _ in range(10):
        theme.set_mode(ThemeMode.DARK)
        theme.set_mode(ThemeMode.LIGHT)
    assert len(window.findChildren(QObject)) == before


def test_every_icon_that_ships_renders_in_both_themes(theme: Theme):
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        theme.set_mode(mode)
        for name in theme.icons.names():
            image = theme.icon(name).pixmap(QSize(16, 16)).toImage()
            seen = {image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)}
            assert max(seen) > 100, name


def test_every_icon_that_the_code_names_ships(theme: Theme):
    package = resources().parent / "desktop" / "ui"
    named = {
        name
        for path in package.rglob("*.py")
        for name in re.findall(r'icon\w*[=(:,][^"\n]*"([a-z]+(?:-[a-z0-9]+)+)"', path.read_text())
    }
    assert named - set(theme.icons.names()) == set()


def test_an_icon_that_is_gone_leaves_its_place_empty_and_is_named(theme: Theme, expect_log):
    expect_log("no-such-icon cannot be read")
    image = theme.icon("no-such-icon").pixmap(QSize(16, 16)).toImage()
    assert not any(image.pixelColor(x, 8).alpha() for x in range(16))
    assert theme.icons.lacking() == ["no-such-icon"]


def test_an_icon_changes_its_colour_with_the_theme(theme: Theme):
    icon = theme.icon("square", "text")
    light = icon.pixmap(QSize(24, 24)).toImage()
    theme.set_mode(ThemeMode.DARK)
    assert icon.pixmap(QSize(24, 24)).toImage() != light


class Emitter(QObject):
    fired = Signal(bool)


def test_a_hundred_thousand_signals_do_not_abort_the_process(qapp: QApplication):
    emitter, heard = Emitter(), []
    emitter.fired.connect(heard.append)
    for _ in range(100_000):
        emitter.fired.emit(True)
    assert len(heard) == 100_000


def test_a_wide_font_has_more_room_than_its_height_alone_would_give(theme: Theme):
    font, wide = QFont(theme.font()), QFont(theme.font())
    wide.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 130)
    assert QFontMetricsF(wide).height() == QFontMetricsF(font).height()
    assert scale_of(wide).k > scale_of(font).k
