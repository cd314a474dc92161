"""How full the context is: a ring for the composer, a stacked bar for the panel."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.chat.defaults import raised_context
from desktop.chat.snapshot import Meter
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.meter_words import (
    context_line,
    is_nearly_full,
    no_more,
    ring_sentence,
    ring_text,
    warning,
)
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.paint import paint_ground
from desktop.ui.widgets.tips import plain_tip

_RING, _STROKE, _GAP, _EDGE, _HEIGHT = 16, 3, 6, 6, 28
_SERIES = (3, 0, 1)
"""Which chart series System, Messages and New have."""


class MeterRing(QAbstractButton):
    """A ring and "6.7 of 16 k"; clicked, for whoever wants to see more. Hidden while all is 0."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meter = Meter()
        self.setObjectName("meterRing")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        self.show_meter(Meter())

    def show_meter(self, meter: Meter) -> None:
        """Show how much of the context is used."""
        self._meter = meter
        text = ring_text(meter)
        is_wider = text != self.text()
        self.setText(text)
        sentence = ring_sentence(meter)
        self.setAccessibleName(self.tr("Context: {sentence}").format(sentence=sentence))
        more = self.tr("Opens what the model sees.")
        tip = joining.sentences(sentence, warning(meter), more)
        self.setToolTip(plain_tip(tip))
        self.setVisible(bool(text))
        if is_wider:
            self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        px = self._theme.px
        text = ceil(self._theme.metrics("small").horizontalAdvance(self.text()))
        return QSize(px(2 * _EDGE + _RING + _GAP) + text, px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        px, painter = self._theme.px, QPainter(self)
        if self.underMouse() or self.isDown():
            ground = self._theme.color("pressed" if self.isDown() else "hover")
            paint_ground(painter, QRectF(self.rect()), ground, px(7))
        side = px(_RING)
        left = px(_EDGE)
        if self._meter.context:
            top = (self.height() - side) / 2
            self._paint_ring(painter, QRectF(left, top, side, side))
            left += side + px(_GAP)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("muted"))
        area = self.rect().adjusted(left, 0, -px(_EDGE) + 1, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_ring(self, painter: QPainter, square: QRectF) -> None:
        stroke = self._theme.k * _STROKE
        inner = square.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("track"), stroke))
        painter.drawEllipse(inner)
        role = "warning_fill" if is_nearly_full(self._meter) else "progress"
        pen = QPen(self._theme.color(role), stroke)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(min(1.0, self._meter.share) * 360 * 16))


class ContextBar(QWidget):
    """What the model sees of the conversation, and a way to let it see more.

    `raise_wanted` is emitted with the number of tokens that would hold it.
    """

    raise_wanted = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._raised = 0
        self._share = Label(theme, "", "small", "muted")
        self._bar = _StackedBar(theme)
        self._legend = [_Legend(theme, series, name) for series, name in self._names()]
        self._line = Label(theme, "", "small", "muted", wraps=True)
        self.raise_button = Button(theme, "")
        self.raise_button.clicked.connect(lambda: self.raise_wanted.emit(self._raised))
        self.banner = Banner(theme, "warning", actions=(self.raise_button,), actions_below=True)
        self._build()
        self.show_meter(Meter())

    @property
    def says(self) -> str:
        """The line below the bar."""
        return self._line.text()

    def show_meter(self, meter: Meter, host_name: str = "", trained: int = 0) -> None:
        """Show it; `trained` is how long a context the model can have, 0 if unknown."""
        self._share.setText(units.percent(meter.share) if meter.context else "")
        parts = (meter.system, meter.messages, meter.fresh)
        self._bar.show_parts(parts, max(meter.used, meter.context))
        for legend, tokens in zip(self._legend, parts, strict=True):
            legend.show_tokens(tokens)
        self._line.setText(context_line(meter, host_name))
        self._bar.setAccessibleName(joining.sentences(ring_sentence(meter), warning(meter)))
        self._warn(meter, trained)

    def _warn(self, meter: Meter, trained: int) -> None:
        sentence = warning(meter)
        context = meter.context
        self._raised = raised_context(meter.used, context, trained)
        can_raise = self._raised > context
        self.raise_button.setText(
            self.tr("Raise num_ctx to {tokens}").format(tokens=units.tokens(self._raised))
        )
        self.raise_button.setVisible(can_raise)
        self.banner.setVisible(bool(sentence))
        if sentence:
            self.banner.say("warning", sentence, "" if can_raise else no_more(trained))

    def _names(self) -> list[tuple[int, str]]:
        words = (self.tr("System"), self.tr("Messages"), self.tr("New, about"))
        return list(zip(_SERIES, words, strict=True))

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.addWidget(Label(self._theme, self.tr("What the model sees"), "small_medium"))
        head.addStretch(1)
        head.addWidget(self._share)
        legend = FlowLayout(px(12))
        for item in self._legend:
            legend.addWidget(item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(7))
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(legend)
        column.addWidget(self._line)
        column.addWidget(self.banner)


class _StackedBar(QWidget):
    """Parts of a whole in the chart's colours, 2 apart; what is left is the track."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[int, ...] = ()
        self._whole = 0
        self._refresh()
        theme.changed.connect(self._refresh)

    def show_parts(self, parts: tuple[int, ...], whole: int) -> None:
        self._parts, self._whole = parts, whole
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        area = QRectF(self.rect())
        shape.addRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setClipPath(shape)
        painter.fillRect(area, self._theme.color("track"))
        left, gap = 0.0, self._theme.px(2)
        for series, part in zip(_SERIES, self._parts, strict=True):
            if part <= 0 or not self._whole:
                continue
            wide = max(float(gap), area.width() * part / self._whole)
            painter.fillRect(QRectF(left, 0, wide, area.height()), _colour(self._theme, series))
            left += wide
            painter.fillRect(QRectF(left, 0, gap, area.height()), self._theme.color("surface"))
            left += gap

    def _refresh(self) -> None:
        self.setFixedHeight(self._theme.px(6))


class _Legend(QWidget):
    """A coloured square and what it stands for; how many tokens, in the tooltip."""

    def __init__(self, theme: Theme, series: int, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._series = series
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), 0, 0, 0)
        row.addWidget(Label(theme, name, "small", "muted"))

    def show_tokens(self, tokens: int) -> None:
        text = self.tr("About {tokens} tokens").format(tokens=units.number(tokens))
        self.setToolTip(plain_tip(text))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._theme.px(8)
        square = QRectF(0, (self.height() - side) / 2, side, side)
        colour = _colour(self._theme, self._series)
        paint_ground(QPainter(self), square, colour, self._theme.px(2))


def _colour(theme: Theme, series: int) -> QColor:
    return QColor(theme.tokens.series[series])
