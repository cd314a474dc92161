"""What a table's cell shows, and how it is painted inside its row's bar."""

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.widgets.paint import Dot, paint_dot, paint_icon

ICON = 14
ICON_STEP = 20
_DOT = 6
_DOT_ROOM = 12
LINES_ROOM = 20
"""How far the words of a `LinesCell` begin behind its edge: its dot stands there."""
_LINES_GAP = 1
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class NameCell:
    """A name in medium weight with its tag muted behind it; the name is elided, not the tag."""

    name: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class TextCell:
    """Words; muted unless `is_strong`, and in full text colour in a selected row."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A figure with its unit, at the right."""

    text: str


@dataclass(frozen=True, slots=True)
class IconsCell:
    """Icons in a row; the item model says them in words as tooltip and accessible text."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DotCell:
    """A dot and a few small words; no dot where there is no state to tell."""

    text: str
    dot: Dot | None = None


@dataclass(frozen=True, slots=True)
class ToneCell:
    """Words, or a figure at the right, in the colour of a state."""

    text: str
    role: Role
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class LinesCell:
    """A name in medium weight over a small muted line, with a state's dot at its left."""

    name: str
    line: str
    dot: Dot | None = None


Cell: TypeAlias = LinesCell | NameCell | TextCell | NumberCell | IconsCell | DotCell | ToneCell


@dataclass(frozen=True, slots=True)
class Ink:
    """The roles that a cell's text and marks have in its row's state."""

    text: Role = "text"
    muted: Role = "muted"


REST = Ink()
SELECTED = Ink(muted="text")
DISABLED = Ink("faint", "faint")


class CellPainter:
    """Paints and measures cells in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint(self, painter: QPainter, area: QRect, cell: Cell, ink: Ink) -> None:
        """Draw the cell's content, centred in the height of that area."""
        match cell:
            case NameCell(name, tag):
                self._name(painter, area, name, tag, "faint" if ink is DISABLED else "muted")
            case TextCell(text, is_strong):
                self._text(painter, area, text, "body", ink.text if is_strong else ink.muted)
            case ToneCell(text, role, is_number):
                self._text(painter, area, text, "body", role, _RIGHT if is_number else _LEFT)
            case NumberCell(text):
                self._text(painter, area, text, "body", ink.text, _RIGHT)
            case IconsCell(names):
                self._icons(painter, area, names, ink.muted)
            case DotCell(text, dot):
                self._dot(painter, area, text, dot, ink)
            case LinesCell():
                self._lines(painter, area, cell, ink)
            case _:
                assert_never(cell)

    def size(self, cell: Cell) -> QSize:
        """Return the room that the content takes, without the cell's padding."""
        height = self._theme.metrics("body").height()
        match cell:
            case NameCell(name, tag):
                wide = self._wide(name, "medium") + self._wide(tag, "body")
            case TextCell() | ToneCell() | NumberCell():
                wide = self._wide(cell.text, "body")
            case IconsCell(names):
                wide = self._theme.px(ICON_STEP) * len(names) - self._theme.px(ICON_STEP - ICON)
            case DotCell(text, _):
                wide = self._wide(text, "small") + self._theme.px(_DOT_ROOM)
            case LinesCell(name, line, _):
                wide = max(self._wide(name, "medium"), self._wide(line, "small"))
                wide += self._theme.px(LINES_ROOM)
                height = self._two_lines()
            case _:
                assert_never(cell)
        return QSize(wide, height)

    def _wide(self, text: str, role: TypeRole) -> int:
        return self._theme.metrics(role).horizontalAdvance(text)

    def _text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        font: TypeRole,
        role: Role,
        side: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        metrics = self._theme.metrics(font)
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.color(role))
        if metrics.horizontalAdvance(text) > area.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        # By the baseline: a line with Chinese is taller, and would stand lower than its neighbours.
        left = area.x() if side is _LEFT else area.right() + 1 - metrics.horizontalAdvance(text)
        middle = round((area.height() + metrics.ascent() - metrics.descent()) / 2)
        painter.drawText(QPointF(left, area.y() + middle), text)

    def _name(self, painter: QPainter, area: QRect, name: str, tag: str, muted: Role) -> None:
        metrics = self._theme.metrics("medium")
        room = area.width() - min(self._wide(tag, "body"), area.width() // 2)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        self._text(painter, area, shown, "medium", "faint" if muted == "faint" else "text")
        behind = area.adjusted(metrics.horizontalAdvance(shown), 0, 0, 0)
        self._text(painter, behind, tag, "body", muted)

    def _icons(self, painter: QPainter, area: QRect, names: tuple[str, ...], role: Role) -> None:
        step, side = self._theme.px(ICON_STEP), self._theme.px(ICON)
        for place, name in enumerate(names):
            square = QRect(area.x() + place * step, area.y(), side, area.height())
            if square.right() <= area.right():
                paint_icon(painter, square, name, role, self._theme, ICON)

    def _dot(self, painter: QPainter, area: QRect, text: str, dot: Dot | None, ink: Ink) -> None:
        if dot is not None:
            centre = QPointF(area.x() + self._theme.px(_DOT) / 2, area.center().y() + 0.5)
            paint_dot(painter, centre, dot, self._theme, _DOT)
            area = area.adjusted(self._theme.px(_DOT_ROOM), 0, 0, 0)
        self._text(painter, area, text, "small", ink.text)

    def _two_lines(self) -> int:
        first, second = self._theme.metrics("medium"), self._theme.metrics("small")
        return first.height() + self._theme.px(_LINES_GAP) + second.height()

    def _lines(self, painter: QPainter, area: QRect, cell: LinesCell, ink: Ink) -> None:
        high, first = self._two_lines(), self._theme.metrics("medium").height()
        top = area.y() + (area.height() - high) // 2
        if cell.dot is not None:
            centre = QPointF(area.x() + self._theme.px(4), top + first / 2)
            paint_dot(painter, centre, cell.dot, self._theme)
        left = area.x() + self._theme.px(LINES_ROOM)
        upper = QRect(left, top, area.right() + 1 - left, first)
        lower = QRect(left, top + first + self._theme.px(_LINES_GAP), upper.width(), high - first)
        self._text(painter, upper, cell.name, "medium", "faint" if ink is DISABLED else "text")
        self._text(painter, lower, cell.line, "small", "faint" if ink is DISABLED else "muted")
