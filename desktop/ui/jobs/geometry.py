"""Where the parts of a job's row stand: worked out once, then painted and clicked on.

Lengths are the visual design's, for a body font 16 px high; heights of text
are the fonts' own.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs.banner import Banner, Button, banner, square
from desktop.ui.jobs.rows import JobRow
from desktop.ui.jobs.view import Action
from desktop.ui.jobs.words import LayerWords

EDGE = 20
_TEXT_LEFT, _ACTIONS = 69, 147
_CHEVRON, _ICON = 23, 49
_TOP, _BOTTOM, _GAP = 9, 10, 5
_BAR, _LAYER_BAR, _LAYER_PAD = 5, 4, 8
_FOLD, _ACTION, _ACTION_STEP, _ACTION_DROP = 26, 28, 32, 7
_LEAST_TEXT = 160
_LONGEST_NAME = 28
"""Characters of a layer's name that are shown at most; digests have twelve."""


@dataclass(frozen=True, slots=True)
class LayerLine:
    """The four columns of one layer."""

    layer: LayerWords
    name: QRect
    size: QRect
    bar: QRect
    figure: QRect


@dataclass(frozen=True, slots=True)
class Layout:
    """Every part of one row, relative to the row's own corner."""

    height: int
    icon: QRect
    title: QRect
    figure: QRect
    bar: QRect
    state: QRect
    pace: QRect
    layers: tuple[LayerLine, ...]
    banner: Banner | None
    buttons: tuple[Button, ...]

    def button_at(self, point: QPoint) -> Button | None:
        """Return the button under a point of the row."""
        return next((button for button in self.buttons if button.rect.contains(point)), None)


class Geometry:
    """Lays rows out for one width and one theme."""

    def __init__(self, theme: Theme, width: int) -> None:
        self._theme = theme
        self._px = theme.px
        self._width = width
        self._left = theme.px(_TEXT_LEFT)
        self._right = max(self._left + theme.px(_LEAST_TEXT), width - theme.px(_ACTIONS))

    def header_height(self) -> int:
        """Return how high the heading of a group is."""
        return self._theme.metrics("strong").height() + self._px(16)

    def of(self, row: JobRow) -> Layout:
        """Lay out one job."""
        px, theme = self._px, self._theme
        wide = self._right - self._left
        first = QRect(self._left, px(_TOP), wide, theme.metrics("medium").height())
        bar = QRect(self._left, first.bottom() + 1 + px(_GAP), wide, px(_BAR))
        above = bar if row.fraction is not None else first
        second = QRect(
            self._left, above.bottom() + 1 + px(_GAP), wide, theme.metrics("small").height()
        )
        layers = self._layers(row, second.bottom() + 1 + px(4))
        corner = QPoint(self._left, second.bottom() + 1 + px(7))
        failed = banner(row.failure, corner, wide, theme) if row.failure else None
        last = failed.ground if failed else layers[-1].name if layers else second
        title, figure = self._split(first, row.figure)
        state, pace = self._split(second, row.pace)
        return Layout(
            height=last.bottom() + 1 + px(_BOTTOM),
            icon=square(theme, QPoint(px(_ICON), first.center().y() + px(1)), 18),
            title=title,
            figure=figure,
            bar=bar,
            state=state,
            pace=pace,
            layers=layers,
            banner=failed,
            buttons=(*self._buttons(row, first.center().y()), *(failed.buttons if failed else ())),
        )

    def _split(self, line: QRect, right: str) -> tuple[QRect, QRect]:
        """Give a text at the right its room, and what is left to the one at the left."""
        width = self._theme.metrics("small").horizontalAdvance(right) if right else 0
        room = width + self._px(12) if right else 0
        beside = QRect(line.right() + 1 - width, line.y(), width, line.height())
        return line.adjusted(0, 0, -room, 0), beside

    def _buttons(self, row: JobRow, middle: int) -> list[Button]:
        buttons: list[Button] = []
        if row.can_fold:
            place = QPoint(self._px(_CHEVRON), middle)
            buttons.append(Button(Action.FOLD, square(self._theme, place, _FOLD)))
        place = QPoint(
            self._width - self._px(EDGE) - self._px(_ACTION) // 2,
            middle + self._px(_ACTION_DROP),
        )
        for action in reversed(row.actions):
            buttons.append(Button(action, square(self._theme, place, _ACTION)))
            place -= QPoint(self._px(_ACTION_STEP), 0)
        return buttons

    def _layers(self, row: JobRow, top: int) -> tuple[LayerLine, ...]:
        if not row.layers:
            return ()
        px, theme = self._px, self._theme
        shown = max(12, *(min(_LONGEST_NAME, len(layer.name)) for layer in row.layers))
        name = theme.metrics("mono_hint").horizontalAdvance("0" * shown) + px(24)
        small = theme.metrics("small")
        size = max(px(96), *(small.horizontalAdvance(layer.size) + px(24) for layer in row.layers))
        figure = max(
            px(76), *(small.horizontalAdvance(layer.figure) + px(16) for layer in row.layers)
        )
        height = theme.metrics("small").height() + px(_LAYER_PAD)
        bar_left = self._left + name + size
        bar_wide = max(px(24), self._right - figure - bar_left)
        return tuple(
            LayerLine(
                layer,
                name=QRect(self._left, y, name, height),
                size=QRect(self._left + name, y, size, height),
                bar=QRect(bar_left, y + (height - px(_LAYER_BAR)) // 2, bar_wide, px(_LAYER_BAR)),
                figure=QRect(self._right - figure, y, figure, height),
            )
            for layer, y in zip(row.layers, range(top, top + 10_000_000, height), strict=False)
        )
