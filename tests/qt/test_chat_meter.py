"""How full the context is, as a ring and as a bar."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.chat.snapshot import Meter
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.meter import ContextBar, MeterRing
from desktop.ui.chat.meter_words import context_line, ring_text, tokens_of

METER = Meter(counted=6000, system=800, messages=5200, fresh=860, context=16384, is_effective=True)


@pytest.mark.parametrize(
    ("used", "context", "text"),
    [
        (6860, 16384, "6.7 of 16 k"),
        (0, 16384, "0 of 16 k"),
        (9, 4096, "9 of 4 k"),
        (300, 512, "300 of 512"),
        (18_000, 16384, "17.6 of 16 k"),
        (6860, 1 << 20, "6.7 k of 1 M"),
        (900_000, 1 << 20, "0.9 of 1 M"),
    ],
)
def test_a_context_is_counted_in_the_unit_of_its_whole(used: int, context: int, text: str):
    assert tokens_of(used, context) == text


def test_an_unknown_context_shows_the_tokens_alone():
    meter = replace(METER, context=0)
    assert ring_text(meter) == "~6860"
    assert ring_text(Meter()) == ""
    assert "not known" in context_line(meter, "tower")


def test_it_is_said_whether_the_host_told_the_context_or_it_was_asked_for():
    counted = replace(METER, messages=6060, fresh=0)
    assert context_line(counted, "tower") == "6.7 of 16 k tokens, effective on tower"
    asked = replace(counted, is_effective=False)
    assert context_line(asked, "tower") == "6.7 of 16 k tokens, as asked for"


def test_what_is_partly_an_estimate_is_marked_as_one():
    assert ring_text(METER) == "~6.7 of 16 k"
    assert context_line(METER, "tower").startswith("~6.7 of 16 k")
    assert ring_text(replace(METER, fresh=0, counted=0)).startswith("~")


def ink(ring: MeterRing, theme: Theme) -> set[str]:
    ring.resize(ring.sizeHint())
    image = ring.grab().toImage()
    colours = {
        image.pixelColor(QPoint(x, y)).name()
        for x in range(theme.px(24))
        for y in range(image.height())
    }
    return colours & {theme.color("progress").name(), theme.color("warning_fill").name()}


def test_the_ring_warns_from_nine_tenths_on(theme: Theme, qtbot):
    ring = MeterRing(theme)
    qtbot.addWidget(ring)
    ring.show_meter(METER)
    assert ink(ring, theme) == {theme.color("progress").name()}
    ring.show_meter(replace(METER, messages=14_000))
    assert ink(ring, theme) == {theme.color("warning_fill").name()}


def test_the_ring_is_a_button_that_explains_itself(theme: Theme, qtbot):
    ring = MeterRing(theme)
    qtbot.addWidget(ring)
    assert ring.isHidden()
    ring.show_meter(replace(METER, cut_off=True))
    assert not ring.isHidden()
    assert "6860 of 16384 tokens used, 42 %" in ring.accessibleName()
    assert "cut off" in ring.toolTip()
    with qtbot.waitSignal(ring.clicked):
        QTest.keyClick(ring, Qt.Key.Key_Space)


def test_the_bar_warns_of_what_was_cut_off_and_offers_more(theme: Theme, qtbot):
    bar = ContextBar(theme)
    qtbot.addWidget(bar)
    bar.show_meter(METER, "tower", 32768)
    assert bar.says.endswith("effective on tower")
    assert bar.banner.isHidden()
    bar.show_meter(replace(METER, context=4096, cut_off=True), "tower", 32768)
    with qtbot.waitSignal(bar.raise_wanted) as caught:
        bar.raise_button.click()
    assert caught.args == [16384]


def test_what_was_cut_off_unseen_asks_for_twice_the_context(theme: Theme, qtbot):
    """The server counted only what it left, so what was there cannot be known."""
    bar = ContextBar(theme)
    qtbot.addWidget(bar)
    few = Meter(counted=26, messages=26, context=4096, is_effective=True, cut_off=True)
    bar.show_meter(few, "tower", 32768)
    with qtbot.waitSignal(bar.raise_wanted) as caught:
        bar.raise_button.click()
    assert caught.args[0] >= 8192
