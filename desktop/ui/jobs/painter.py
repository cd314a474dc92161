"""Paints the rows of the jobs page."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.jobs.job import JobState
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.jobs.banner import Button
from desktop.ui.jobs.geometry import EDGE, Layout
from desktop.ui.jobs.rows import HeaderRow, JobRow
from desktop.ui.jobs.view import Action, Tone, is_put_off
from desktop.ui.widgets.paint import (
    paint_bar,
    paint_ground,
    paint_icon,
    paint_line,
    paint_ring,
    paint_soft,
    paint_words,
)

_TONES: dict[Tone, Role] = {
    Tone.PLAIN: "text",
    Tone.MUTED: "muted",
    Tone.WARNING: "warning",
    Tone.DANGER: "danger",
}
_ICON_TONES: dict[JobState, Role] = {
    JobState.WAITING: "muted",
    JobState.RUNNING: "link",
    JobState.STALLED: "warning",
    JobState.DONE: "success",
    JobState.FAILED: "danger",
    JobState.CANCELLED: "muted",
}
_ACTION_ICONS = {
    Action.CANCEL: "x",
    Action.RETRY: "rotate-cw",
    Action.RESTART: "rotate-cw",
    Action.MOVE_UP: "arrow-up",
    Action.REMOVE: "trash-2",
    Action.CHAT: "message-circle",
    Action.INSPECT: "panel-right-open",
    Action.CREATE_ELSEWHERE: "server",
}


@dataclass(frozen=True, slots=True)
class Touch:
    """What the person is at in this row: chosen, ringed, and which button is under the pointer."""

    is_selected: bool = False
    is_active: bool = False
    has_ring: bool = False
    hovered: Button | None = None
    is_held: bool = False


class RowPainter:
    """Knows the looks of a row."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def header(self, painter: QPainter, rect: QRect, row: HeaderRow) -> None:
        """Paint the heading of a group."""
        if not row.is_first:
            self._hairline(painter, rect)
        title = rect.adjusted(self._theme.px(EDGE), 0, 0, -self._theme.px(3))
        self._write(painter, title, row.title, "strong", "text", Qt.AlignmentFlag.AlignBottom)
        wide = self._theme.metrics("strong").horizontalAdvance(row.title)
        beside = title.adjusted(wide + self._theme.px(8), 0, 0, 0)
        self._write(painter, beside, str(row.count), "small", "muted", Qt.AlignmentFlag.AlignBottom)

    def job(
        self, painter: QPainter, rect: QRect, row: JobRow, layout: Layout, touch: Touch
    ) -> None:
        """Paint one job; `layout` is relative to the corner of `rect`."""
        if not row.is_first:
            self._hairline(painter, rect)
        self._ground(painter, rect, touch)
        painter.save()
        painter.translate(rect.topLeft())
        self._first_line(painter, row, layout)
        if row.fraction is not None:
            self._bar(painter, layout.bar, row.fraction, self._bar_role(row))
        paint_words(painter, layout.state, row.state, "small", _TONES[row.tone], self._theme)
        self._figure(painter, layout.pace, row.pace)
        self._layers(painter, layout)
        self._banner(painter, row, layout)
        for button in layout.buttons:
            self._button(painter, button, row, touch)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, touch: Touch) -> None:
        side, radius = self._theme.px(6), self._theme.px(7)
        bar = QRectF(rect).adjusted(side, 3, -side, -2)
        if touch.is_selected:
            tokens = self._theme.tokens
            colour = tokens.selection if touch.is_active else tokens.selection_idle
            paint_ground(painter, bar, QColor(colour), radius)
        if touch.has_ring:
            paint_ring(painter, bar, self._theme.color("focus"), radius)

    def _first_line(self, painter: QPainter, row: JobRow, layout: Layout) -> None:
        icon_role = "warning" if is_put_off(row.job) else _ICON_TONES[row.job.state]
        paint_icon(painter, layout.icon, row.icon, icon_role, self._theme, 18)
        shown = paint_words(painter, layout.title, row.title, "medium", "text", self._theme)
        beside = layout.title.adjusted(shown + self._theme.px(9), 0, 0, 0)
        if beside.width() > self._theme.px(40):
            paint_words(painter, beside, row.host, "small", "muted", self._theme)
        self._figure(painter, layout.figure, row.figure)

    def _figure(self, painter: QPainter, area: QRect, text: str) -> None:
        right = Qt.AlignmentFlag.AlignRight
        paint_line(painter, area, text, "small", "muted", self._theme, side=right)

    def _layers(self, painter: QPainter, layout: Layout) -> None:
        for line in layout.layers:
            layer = line.layer
            name = line.name.adjusted(0, 0, -self._theme.px(16), 0)
            paint_words(painter, name, layer.name, "mono_hint", "muted", self._theme)
            paint_line(painter, line.size, layer.size, "small", "muted", self._theme)
            role: Role = "success_fill" if layer.is_done else "progress"
            self._bar(painter, line.bar, layer.fraction, role)
            self._figure(painter, line.figure, layer.figure)

    def _banner(self, painter: QPainter, row: JobRow, layout: Layout) -> None:
        if layout.banner is None or row.failure is None:
            return
        banner, theme = layout.banner, self._theme
        paint_soft(painter, banner.ground, "danger_soft", "danger", theme)
        paint_icon(painter, banner.icon, "circle-alert", "danger", theme, 16)
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        self._write(painter, banner.sentence, row.failure.sentence, "medium", "text", wrap)
        self._write(painter, banner.facts, row.failure.facts, "small", "muted", wrap)

    def _button(self, painter: QPainter, button: Button, row: JobRow, touch: Touch) -> None:
        is_hovered = touch.hovered is not None and touch.hovered.press == button.press
        is_held = is_hovered and touch.is_held
        if button.label:
            self._labelled(painter, button, is_hovered, is_held)
            return
        if is_hovered:
            ground = self._theme.color("pressed" if is_held else "hover")
            paint_ground(painter, QRectF(button.rect), ground, self._theme.px(7))
        if button.press is Action.FOLD:
            name, length = "chevron-down" if row.is_unfolded else "chevron-right", 14
        else:
            name, length = _ACTION_ICONS[Action(button.press)], 16
        paint_icon(painter, button.rect, name, "muted", self._theme, length)

    def _labelled(self, painter: QPainter, button: Button, is_hovered: bool, is_held: bool) -> None:
        tokens, radius = self._theme.tokens, self._theme.px(7)
        role: Role = "text"
        ground, edge = tokens.raised, tokens.border_strong
        if is_hovered:
            ground = tokens.pressed if is_held else tokens.hover
        if button.is_primary:
            role = "accent_text"
            ground = tokens.accent_hover if is_hovered else tokens.accent
            ground = edge = tokens.accent_pressed if is_held else ground
        if button.is_quiet:
            role = "text" if is_hovered else "muted"
        if not button.is_quiet or is_hovered:
            paint_ground(painter, QRectF(button.rect), QColor(ground), radius)
        if not button.is_quiet and not button.is_primary:
            self._edge(painter, QRectF(button.rect), edge, radius)
        self._write(
            painter, button.rect, button.label, "medium", role, Qt.AlignmentFlag.AlignCenter
        )

    @staticmethod
    def _edge(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()

    @staticmethod
    def _bar_role(row: JobRow) -> Role:
        return "warning_fill" if row.job.state is JobState.STALLED else "progress"

    def _bar(self, painter: QPainter, rect: QRect, fraction: float, role: Role) -> None:
        paint_bar(painter, rect, fraction, self._theme.color(role), self._theme.color("track"))

    def _hairline(self, painter: QPainter, rect: QRect) -> None:
        line = QRect(rect.x(), rect.y(), rect.width(), 1)
        painter.fillRect(line, QColor(self._theme.tokens.border))

    def _write(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        font: TypeRole,
        role: Role,
        flags: Qt.AlignmentFlag | Qt.TextFlag,
    ) -> None:
        if text:
            painter.setFont(self._theme.font(font))
            painter.setPen(self._theme.color(role))
            painter.drawText(rect, int(flags), text)
