"""Every pair of colours that is used, in both themes and for who asks for more contrast."""

import pytest
from PySide6.QtGui import QColor

from desktop.ui.bridge.tokens import (
    DARK,
    LIGHT,
    MARK_PAIRS,
    TEXT_PAIRS,
    Role,
    Tokens,
    high_contrast,
)

ALL = [LIGHT, DARK, high_contrast(LIGHT), high_contrast(DARK)]
SOFT = ("accent_soft", "success_soft", "warning_soft", "danger_soft")
each_theme = pytest.mark.parametrize("tokens", ALL, ids=["light", "dark", "light+", "dark+"])


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def below(
    tokens: Tokens, table: tuple[tuple[Role, tuple[Role, ...]], ...], least: float
) -> list[str]:
    """Name the pairs that are harder to tell apart than that."""
    found: list[str] = []
    for role, grounds in table:
        for ground in grounds:
            is_now = contrast(getattr(tokens, role), getattr(tokens, ground))
            if is_now < least:
                found.append(f"{role} on {ground}: {is_now:.2f}")
    return found


@each_theme
def test_text_can_be_read_on_every_ground_it_is_used_on(tokens: Tokens):
    assert below(tokens, TEXT_PAIRS, 4.5) == []


@each_theme
def test_marks_rings_and_edges_stand_out_from_their_ground(tokens: Tokens):
    assert below(tokens, MARK_PAIRS, 3) == []


@each_theme
def test_every_series_of_a_chart_stands_out_from_the_sheet(tokens: Tokens):
    assert [s for s in tokens.series if contrast(s, tokens.surface) < 3] == []


@pytest.mark.parametrize("tokens", ALL[2:], ids=["light+", "dark+"])
def test_where_more_contrast_is_asked_for_every_edge_can_be_seen(tokens: Tokens):
    for edge in (tokens.border, tokens.border_strong, tokens.scroll):
        for ground in (tokens.surface, tokens.window, tokens.raised):
            assert contrast(edge, ground) >= 3
    assert {getattr(tokens, ground) for ground in SOFT} == {tokens.surface}
    assert tokens.soft_edge == "2px"
    assert contrast(tokens.faint, tokens.surface) >= 4.5
