"""Formulas as pictures: drawn by ziamath beside the window's thread, kept, painted sharp."""

import re
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLine,
)
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from desktop.ui.bridge.aside import Aside
from desktop.ui.chat.blocks.guarding import DISPLAY, LATEX

_LONGEST = 2000
"""Characters of LaTeX; a formula of that length takes about half a second."""
_LARGEST_SVG = 1_000_000
_LARGEST_SIDE = 6000
_ROOM = re.compile(r'viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')
_SHAPES = frozenset({"svg", "path", "rect", "g", "line", "polyline", "polygon", "ellipse"})
_TAG = re.compile(r"<(\w+)")
_KEPT_PICTURES = 128
_BELOW = 0.25
"""Part of a font's height that may be painted on below its letters: lines are 35 % higher."""
_SPACED = re.compile(r"\\(?:implies|impliedby|iff)(?![a-zA-Z])")
"""Arrows with room at their sides, which the library leaves out."""


@dataclass(frozen=True, slots=True)
class FormulaKey:
    """A formula as it is to look: `size` in pixels of the font, `colour` as #RRGGBB."""

    latex: str
    is_display: bool
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of a formula, in pixels; an empty one where it could not be drawn."""

    svg: str = ""
    width: float = 0.0
    ascent: float = 0.0
    descent: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.svg)

    @property
    def height(self) -> float:
        return self.ascent + self.descent


def draw(key: FormulaKey) -> Drawing:
    """Draw a formula; what it raises for LaTeX that it does not know is many things.

    Loads its library with the first formula, which takes 170 ms: not for the window's thread.
    """
    if not key.latex.strip() or len(key.latex) > _LONGEST:
        return Drawing()
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False  # Of the newer kind QtSvg draws nothing, or parts.
    latex = _SPACED.sub(r"\\;\g<0>\\;", key.latex)
    formula = Latex(latex, size=key.size, color=key.colour, inline=not key.is_display)
    return measured(formula.svg())


def measured(svg: str) -> Drawing:
    """Return a picture with its baseline, which is at 0; an empty one for what is not drawn."""
    room = _ROOM.search(svg)
    if room is None or len(svg) > _LARGEST_SVG or not _is_plain(svg):
        return Drawing()
    _, top, width, height = (float(part) for part in room.groups())
    if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
        return Drawing()
    return Drawing(svg, width, -top, height + top)


class Formulas(QObject):
    """Every formula that was drawn, and the object that paints them inside of a text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.aside: Aside[FormulaKey, Drawing] = Aside(draw, Drawing(), 512, self)
        self._pictures: OrderedDict[FormulaKey, QSvgRenderer] = OrderedDict()

    def drawing(self, key: FormulaKey) -> Drawing | None:
        """Return a formula's picture, an empty one if there is none, None while it is drawn."""
        return self.aside.get(key)

    def paint(self, painter: QPainter, place: QRectF, key: FormulaKey) -> None:
        drawing = self.drawing(key)
        if drawing:
            self._picture(key, drawing).render(painter, place)

    def _picture(self, key: FormulaKey, drawing: Drawing) -> QSvgRenderer:
        if key not in self._pictures:
            self._pictures[key] = QSvgRenderer(QByteArray(drawing.svg.encode()))
        self._pictures.move_to_end(key)
        while len(self._pictures) > _KEPT_PICTURES:
            self._pictures.popitem(last=False)
        return self._pictures[key]


class FormulaObject(QPyTextObject):
    """Paints the formulas of one document, of one size and colour, on the line's baseline.

    Qt knows no object that reaches below the baseline. One that is not deep stands on
    it (`AlignNormal`), and its descent hangs into the room that a line has there anyway.
    Of a deep one Qt is told to put the middle on the middle of an x (`AlignMiddle`),
    in a box as high as that needs: those are about as deep as they are high.
    """

    def __init__(self, formulas: Formulas, size: float, colour: str) -> None:
        super().__init__()
        self._formulas = formulas
        self._size = size
        self._colour = colour

    def placing(
        self, latex: str, is_display: bool, font: QFont
    ) -> QTextCharFormat.VerticalAlignment:
        """Return how a formula that is drawn stands among words of that font."""
        drawing = self._formulas.drawing(self.key(latex, is_display)) or Drawing()
        metrics = QFontMetricsF(font)
        if drawing.descent <= metrics.descent() + _BELOW * metrics.height():
            return QTextCharFormat.VerticalAlignment.AlignNormal
        return QTextCharFormat.VerticalAlignment.AlignMiddle

    def key(self, latex: str, is_display: bool) -> FormulaKey:
        return FormulaKey(latex, is_display, self._size, self._colour)

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        drawing, scale = self._fitted(doc, format)
        if not _is_middle(format):
            return QSizeF(drawing.width * scale, drawing.ascent * scale)
        above = _above_middle(format)
        half = max(2 * drawing.descent * scale + above, 2 * drawing.ascent * scale - above)
        return QSizeF(drawing.width * scale, half)

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        drawing, scale = self._fitted(doc, format)
        rect = QRectF(rect)
        baseline = rect.bottom()
        if _is_middle(format):  # It is painted in the middle of its line, however high that is.
            line = _line_at(doc, posInDocument)
            baseline = rect.center().y() + (line.ascent() - line.descent()) / 2
        top = QPointF(rect.left(), baseline - drawing.ascent * scale)
        size = QSizeF(drawing.width * scale, drawing.height * scale)
        self._formulas.paint(painter, QRectF(top, size), self._key_of(format))

    def _fitted(self, document: QTextDocument, style: QTextFormat) -> tuple[Drawing, float]:
        """Return a formula and by what it shrinks: no line is broken inside of one."""
        drawing = self._formulas.drawing(self._key_of(style)) or Drawing()
        room = document.textWidth()
        return drawing, room / drawing.width if 0 < room < drawing.width else 1.0

    def _key_of(self, style: QTextFormat) -> FormulaKey:
        return self.key(style.stringProperty(LATEX), style.boolProperty(DISPLAY))


def _is_middle(style: QTextFormat) -> bool:
    place = style.toCharFormat().verticalAlignment()
    return place is QTextCharFormat.VerticalAlignment.AlignMiddle


def _line_at(document: QTextDocument, position: int) -> QTextLine:
    block = document.findBlock(position)
    return block.layout().lineForTextPosition(position - block.position())


def _above_middle(style: QTextFormat) -> float:
    """Return what Qt puts above the baseline beyond one half: half the height of an x."""
    return QFontMetrics(style.toCharFormat().font()).xHeight() / 2


def _is_plain(svg: str) -> bool:
    """Whether a picture consists of shapes alone.

    The library puts what is in `\\text{}` unescaped into XML of its own, and
    QtSvg opens the file that an image of a picture names.
    """
    return set(_TAG.findall(svg)) <= _SHAPES and "url(" not in svg
