"""Where the parts of an unfolded failure stand: icon, sentence, facts, buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt

from desktop.diagnostics.explain import Remedy
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.problems import Failure, Offer, Press
from desktop.ui.jobs.view import Action

_PAD, _TEXT_LEFT, _ICON_LEFT = 11, 38, 19
_BUTTON_PAD, _BUTTON_GAP, _BUTTON_LINE = 12, 6, 12


@dataclass(frozen=True, slots=True)
class Button:
    """A button that is painted in a row: an icon (no label) or a label, and what it does."""

    press: Press
    rect: QRect
    label: str = ""
    is_primary: bool = False
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """The soft ground, and what stands on it."""

    ground: QRect
    icon: QRect
    sentence: QRect
    facts: QRect
    buttons: tuple[Button, ...]


def banner(failure: Failure, corner: QPoint, width: int, theme: Theme) -> Banner:
    """Lay out a failure whose ground begins at a corner and is that wide.

    The icon stands beside the middle of the words, as in every banner.
    """
    left = corner.x() + theme.px(_TEXT_LEFT)
    room = width - theme.px(_TEXT_LEFT + _PAD)
    top = corner.y() + theme.px(_PAD)
    sentence = QRect(left, top, room, _high(theme, "medium", failure.sentence, room))
    facts_top = sentence.bottom() + 1 + theme.px(1)
    facts = QRect(left, facts_top, room, _high(theme, "small", failure.facts, room))
    below = (facts if failure.facts else sentence).bottom() + 1
    middle = QPoint(corner.x() + theme.px(_ICON_LEFT), (top + below) // 2)
    buttons = _buttons(failure.offers, QPoint(left, below + theme.px(8)), left + room, theme)
    if buttons:
        below = buttons[-1].rect.bottom() + 1
    ground = QRect(corner, QSize(width, below + theme.px(_PAD) - corner.y()))
    return Banner(ground, square(theme, middle, 16), sentence, facts, buttons)


def _buttons(
    offers: tuple[Offer, ...], start: QPoint, right: int, theme: Theme
) -> tuple[Button, ...]:
    """Put buttons side by side, and into further lines where they do not fit."""
    buttons: list[Button] = []
    at, height = QPoint(start), theme.metrics("medium").height() + theme.px(_BUTTON_LINE)
    for offer in offers:
        width = theme.metrics("medium").horizontalAdvance(offer.label) + 2 * theme.px(_BUTTON_PAD)
        if at.x() > start.x() and at.x() + width > right:
            at = QPoint(start.x(), at.y() + height + theme.px(_BUTTON_GAP))
        is_primary = isinstance(offer.press, Remedy) and not buttons
        is_quiet = offer.press is Action.SHOW_RAW
        rect = QRect(at, QSize(width, height))
        buttons.append(Button(offer.press, rect, offer.label, is_primary, is_quiet))
        at += QPoint(width + theme.px(_BUTTON_GAP), 0)
    return tuple(buttons)


def square(theme: Theme, middle: QPoint, side: int) -> QRect:
    """Return a square around a point; its side is one of the visual design's."""
    rect = QRect(0, 0, theme.px(side), theme.px(side))
    rect.moveCenter(middle)
    return rect


def _high(theme: Theme, role: TypeRole, text: str, width: int) -> int:
    """Return how high a text is when it is broken into lines of that width."""
    if not text:
        return 0
    flags = int(Qt.TextFlag.TextWordWrap)
    return theme.metrics(role).boundingRect(QRect(0, 0, width, 100_000), flags, text).height()
