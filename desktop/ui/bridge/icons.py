"""Lucide icons in the theme's colours, sharp at every size and pixel ratio."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from typing_extensions import override

from desktop.assets import resources
from desktop.ui.bridge.tokens import Role, Tokens

_log = logging.getLogger(__name__)


def stroke_width(length: float) -> float:
    """Return Lucide's stroke, in its 24 units, for an icon of that length (before scaling)."""
    if length <= 16:
        return 2.0
    return 1.75 if length < 36 else 1.4


@lru_cache(maxsize=512)
def _source(path: Path) -> str:
    """Return an icon's text; "" where its file is gone: to raise while painting ends a program."""
    try:
        return path.read_text("utf-8")
    except OSError as error:
        _log.warning("the icon %s cannot be read: %s", path.stem, error.strerror)
        return ""


@dataclass(frozen=True, slots=True)
class Ink:
    """Which roles an icon is drawn in, in each of its states."""

    off: Role = "muted"
    on: Role = "link"
    disabled: Role = "faint"

    def role(self, mode: QIcon.Mode, state: QIcon.State) -> Role:
        if mode is QIcon.Mode.Disabled:
            return self.disabled
        return self.on if state is QIcon.State.On else self.off


class IconEngine(QIconEngine):
    """Draws one icon in the colours of the moment: it asks for the theme's each time.

    So a switch of theme needs a repaint and nothing else. A picture asked
    for wider than it is high is drawn at its left: buttons get the room
    between icon and text that way, which a style sheet cannot give.
    """

    def __init__(self, icons: "Icons", name: str, ink: Ink, length: float) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._ink = ink
        self._length = length

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        left = rect.right() + 1 - side if QGuiApplication.isRightToLeft() else rect.x()
        square = QRect(left, rect.y() + (rect.height() - side) // 2, side, side)
        self._icons.paint(painter, square, self._name, self._ink.role(mode, state), self._length)

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        picture.setDevicePixelRatio(scale)
        return picture

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def clone(self) -> QIconEngine:
        return self._icons.engine(self._name, self._ink, self._length)


class Icons:
    """All icons of the program; pictures are kept by name, role, size and pixel ratio."""

    def __init__(self, tokens: Callable[[], Tokens]) -> None:
        self._tokens = tokens
        self._folder = resources() / "icons"
        self._pictures: dict[tuple[str, Role, int, float, float], QPixmap] = {}
        self._icons: dict[tuple[str, Ink, float], QIcon] = {}
        self._engines: list[IconEngine] = []
        self._asked: set[str] = set()

    def names(self) -> list[str]:
        """Return the name of every icon that ships."""
        return sorted(path.stem for path in self._folder.glob("*.svg"))

    def lacking(self) -> list[str]:
        """Return the names that were asked for until now and do not ship."""
        return sorted(self._asked - set(self.names()))

    def icon(self, name: str, ink: Ink = Ink(), length: float = 16) -> QIcon:
        """Return an icon for a button, an action or a menu; its stroke suits that length."""
        key = (name, ink, length)
        if key not in self._icons:
            self._icons[key] = QIcon(self.engine(name, ink, length))
        return self._icons[key]

    def engine(self, name: str, ink: Ink, length: float) -> IconEngine:
        """Make an engine and keep it: Qt's wrapper would let Python collect it under the icon."""
        self._asked.add(name)
        engine = IconEngine(self, name, ink, length)
        self._engines.append(engine)
        return engine

    def paint(self, painter: QPainter, square: QRect, name: str, role: Role, length: float) -> None:
        """Draw an icon into a square, in logical pixels; for delegates and painted widgets."""
        ratio = painter.device().devicePixelRatioF()
        picture = self._picture(name, role, square.width(), ratio, stroke_width(length))
        painter.drawPixmap(square.topLeft(), picture)

    def forget(self) -> None:
        """Drop all pictures: the theme's colours have changed."""
        self._pictures.clear()

    def _picture(self, name: str, role: Role, side: int, ratio: float, stroke: float) -> QPixmap:
        key = (name, role, side, ratio, stroke)
        if key not in self._pictures:
            self._pictures[key] = self._draw(name, role, side, ratio, stroke)
        return self._pictures[key]

    def _draw(self, name: str, role: Role, side: int, ratio: float, stroke: float) -> QPixmap:
        self._asked.add(name)
        text = _source(self._folder / f"{name}.svg")
        text = text.replace("currentColor", self._tokens().color(role).name())
        text = text.replace('stroke-width="2"', f'stroke-width="{stroke}"')
        picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(picture.rect()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture
