"""Fusion with our sizes, check boxes and radio buttons."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from typing_extensions import override

from desktop.ui.bridge.scale import Scale
from desktop.ui.bridge.tokens import Tokens

_ICON_METRICS = frozenset(
    {
        QStyle.PixelMetric.PM_SmallIconSize,
        QStyle.PixelMetric.PM_LineEditIconSize,
        QStyle.PixelMetric.PM_ListViewIconSize,
    }
)
_INDICATOR_METRICS = frozenset(
    {
        QStyle.PixelMetric.PM_IndicatorWidth,
        QStyle.PixelMetric.PM_IndicatorHeight,
        QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
        QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    }
)
_SLIDER_METRICS = frozenset(
    {
        QStyle.PixelMetric.PM_SliderLength,
        QStyle.PixelMetric.PM_SliderThickness,
        QStyle.PixelMetric.PM_SliderControlThickness,
    }
)
_LABEL_METRICS = frozenset(
    {
        QStyle.PixelMetric.PM_CheckBoxLabelSpacing,
        QStyle.PixelMetric.PM_RadioButtonLabelSpacing,
    }
)

_TICK = ((0.25, 0.52), (0.43, 0.7), (0.76, 0.32))
"""The corners of a tick, in parts of its box's side."""


def _at(side: float, point: tuple[float, float]) -> QPointF:
    return QPointF(point[0] * side, point[1] * side)


class PaddockStyle(QProxyStyle):
    """Paints what a style sheet cannot tint, and answers the sizes it cannot say.

    The icon of a line edit ignores every size but the style's. The glyphs of
    check boxes are drawn here, so that no picture per theme has to be written.
    """

    def __init__(
        self,
        tokens: Callable[[], Tokens],
        scale: Callable[[], Scale],
        is_still: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__("Fusion")
        self._is_still = is_still
        self._tokens = tokens
        self._scale = scale

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in _ICON_METRICS:
            return self._scale().px(16)
        if metric in _INDICATOR_METRICS:
            return self._scale().px(18)
        if metric in _SLIDER_METRICS:
            return self._scale().px(16)
        if metric in _LABEL_METRICS:
            return self._scale().px(8)
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_DialogButtonLayout and sys.platform != "darwin":
            return QDialogButtonBox.ButtonLayout.GnomeLayout.value  # The primary at the right.
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration and self._is_still():
            return 0
        if hint is QStyle.StyleHint.SH_ComboBox_Popup:
            return 0  # A list below the field, not a menu over it.
        if hint is QStyle.StyleHint.SH_Slider_AbsoluteSetButtons:
            return Qt.MouseButton.LeftButton.value  # A click goes to where it is.
        return super().styleHint(hint, option, widget, returnData)

    @override
    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        match element:
            case QStyle.PrimitiveElement.PE_FrameFocusRect:
                return  # The focus ring shows it.
            case (
                QStyle.PrimitiveElement.PE_IndicatorCheckBox
                | QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
            ):
                self._check(option, painter)
            case QStyle.PrimitiveElement.PE_IndicatorRadioButton:
                self._radio(option, painter)
            case _:
                super().drawPrimitive(element, option, painter, widget)

    def _begin(self, option: QStyleOption, painter: QPainter) -> tuple[QRectF, bool, bool]:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(option.rect.width(), option.rect.height())
        box = QRectF(0, 0, side - 1, side - 1)
        box.moveCenter(QRectF(option.rect).center())
        state = option.state
        marked = state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_NoChange)
        return box, bool(marked), bool(state & QStyle.StateFlag.State_Enabled)

    def _ground(
        self, option: QStyleOption, painter: QPainter, is_marked: bool, is_enabled: bool
    ) -> None:
        tokens = self._tokens()
        if not is_enabled:
            edge, ground = tokens.border, tokens.track if is_marked else tokens.chip
        elif is_marked:
            over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            edge = ground = tokens.accent_hover if over else tokens.accent
        else:
            down = bool(option.state & QStyle.StateFlag.State_Sunken)
            edge, ground = tokens.control, tokens.pressed if down else tokens.surface
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))

    def _check(self, option: QStyleOption, painter: QPainter) -> None:
        box, is_marked, is_enabled = self._begin(option, painter)
        self._ground(option, painter, is_marked, is_enabled)
        painter.drawRoundedRect(box, self._scale().px(4), self._scale().px(4))
        if is_marked:
            side, tokens = box.width(), self._tokens()
            mark = QPen(QColor(tokens.accent_text if is_enabled else tokens.faint), side / 9)
            mark.setCapStyle(Qt.PenCapStyle.RoundCap)
            mark.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(mark)
            is_partly = option.state & QStyle.StateFlag.State_NoChange
            points = ((0.28, 0.5), (0.72, 0.5)) if is_partly else _TICK
            painter.drawPolyline([box.topLeft() + _at(side, point) for point in points])
        painter.restore()

    def _radio(self, option: QStyleOption, painter: QPainter) -> None:
        box, is_marked, is_enabled = self._begin(option, painter)
        self._ground(option, painter, is_marked, is_enabled)
        painter.drawEllipse(box)
        if is_marked:
            tokens = self._tokens()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(QColor(tokens.accent_text if is_enabled else tokens.faint)))
            painter.drawEllipse(box.center(), box.width() / 6, box.width() / 6)
        painter.restore()
