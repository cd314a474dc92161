"""The look of the application, all of it from one set of tokens."""

import os
import re
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.assets import resources
from desktop.ui.bridge.contrast import contrast_hints, system_wants_contrast
from desktop.ui.bridge.fonts import Fonts, LineMetrics, TypeRole, body_font, tallest
from desktop.ui.bridge.icons import Icons, Ink
from desktop.ui.bridge.motion import system_reduces_motion
from desktop.ui.bridge.scale import Scale, scale_of
from desktop.ui.bridge.style import PaddockStyle
from desktop.ui.bridge.tokens import DARK, LIGHT, Role, Tokens, high_contrast

_FIELD = re.compile(r"\$(?:(?P<unit>px|less)(?P<length>\d+)|(?P<role>[a-z_]+))")
_ROLE = QPalette.ColorRole
_TALL = frozenset(
    {
        QLocale.Script.SimplifiedHanScript,
        QLocale.Script.TraditionalHanScript,
        QLocale.Script.JapaneseScript,
        QLocale.Script.KoreanScript,
    }
)
"""Scripts whose fonts stand in for the system's own, and are taller."""


class ThemeMode(Enum):
    """What a person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    ThemeMode.SYSTEM: Qt.ColorScheme.Unknown,
    ThemeMode.LIGHT: Qt.ColorScheme.Light,
    ThemeMode.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Everything that decides how a widget looks; handed to each through its constructor.

    `changed` is emitted after colours, fonts or lengths have changed and the
    application has them. Labels, buttons and icons follow by themselves;
    connect to it where a width or a picture was worked out from the theme.
    `is_system_dark` and `wants_contrast` ask the system; by default Qt does.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        mode: ThemeMode = ThemeMode.SYSTEM,
        is_system_dark: Callable[[], bool] | None = None,
        wants_contrast: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._is_system_dark = is_system_dark or self._ask_qt
        self._wants_contrast = wants_contrast or system_wants_contrast
        self._system_is_still = system_reduces_motion(os.environ, Path.home())
        self._is_still = self._system_is_still
        self._text_scale = 1.0
        self._tokens = LIGHT
        self._template = (resources() / "qss" / "paddock.qss").read_text("utf-8")
        self._body = body_font(app.font())
        app.setFont(self._body)
        self._fonts = Fonts(self._body)
        self._kept: dict[TypeRole, tuple[QFont, QFontMetrics]] = {}
        self._scale = scale_of(self._body)
        self._icons = Icons(lambda: self._tokens)
        app.setStyle(
            PaddockStyle(lambda: self._tokens, lambda: self._scale, lambda: self._is_still)
        )
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._apply)
        if mode is not ThemeMode.SYSTEM:
            app.styleHints().setColorScheme(_SCHEMES[mode])
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        contrast_hints().contrastPreferenceChanged.connect(self._later.start)
        self._apply()

    @property
    def mode(self) -> ThemeMode:
        return self._mode

    @property
    def text_scale(self) -> float:
        return self._text_scale

    @property
    def reduces_motion(self) -> bool:
        """Whether nothing may move by itself: by the person's choice or the system's."""
        return self._is_still

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def icons(self) -> Icons:
        return self._icons

    @property
    def k(self) -> float:
        """By how much every length of the visual design is multiplied."""
        return self._scale.k

    def px(self, length: float) -> int:
        """Return a length of the visual design in pixels."""
        return self._scale.px(length)

    def font(self, role: TypeRole = "body") -> QFont:
        """Return the font of a type role; shared, so copy it before changing it."""
        if role not in self._kept:
            font = self._fonts.of(role)
            least = tallest(font) if QLocale().script() in _TALL else 0
            self._kept[role] = font, LineMetrics(font, least)
        return self._kept[role][0]

    def metrics(self, role: TypeRole = "body") -> QFontMetrics:
        """Return how large text of that role is."""
        self.font(role)
        return self._kept[role][1]

    def color(self, role: Role) -> QColor:
        return self._tokens.color(role)

    def icon(self, name: str, role: Role = "muted", on: Role = "link", length: float = 16) -> QIcon:
        """Return an icon that follows the theme; `on` is its role where a button is checked."""
        return self._icons.icon(name, Ink(role, on), length)

    def follow_language(self) -> None:
        """Measure anew: lines of Chinese are taller. For before a window is built anew."""
        self._kept.clear()

    def set_mode(self, mode: ThemeMode) -> None:
        """Follow the system, or stay light or dark."""
        if mode is not self._mode:
            self._mode = mode
            self._app.styleHints().setColorScheme(_SCHEMES[mode])  # Window frames follow it.
            self._apply()

    def set_text_scale(self, factor: float) -> None:
        """Make all text that many times the system's size; every length follows (1.0 to 2.0)."""
        self._text_scale = factor
        font = QFont(self._body)
        if self._body.pointSizeF() > 0:
            font.setPointSizeF(self._body.pointSizeF() * factor)
        else:
            font.setPixelSize(round(self._body.pixelSize() * factor))
        self._app.setFont(font)
        self._apply()

    def set_reduces_motion(self, wish: bool) -> None:
        """Let nothing move by itself; without the wish it is as the system has it."""
        is_still = wish or self._system_is_still
        if is_still != self._is_still:
            self._is_still = is_still
            self.changed.emit()

    def _on_scheme_changed(self) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self._later.start()

    def _apply(self) -> None:
        tokens = DARK if self._is_dark() else LIGHT
        self._tokens = high_contrast(tokens) if self._wants_contrast() else tokens
        self._fonts = Fonts(self._app.font())
        self._scale = scale_of(self._app.font())
        self._kept.clear()
        self._icons.forget()
        self._app.setPalette(palette(self._tokens))  # First: a style sheet inherits from it.
        self._app.setStyleSheet(fill(self._template, self._tokens, self._scale))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._mode is ThemeMode.SYSTEM:
            return self._is_system_dark()
        return self._mode is ThemeMode.DARK

    def _ask_qt(self) -> bool:
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def fill(template: str, tokens: Tokens, scale: Scale) -> str:
    """Return the style sheet with its colours and lengths.

    `$role` becomes a colour, `$px12` a length that follows the font, and `$less12`
    one pixel less than that, for where an edge takes a pixel more.
    """

    def value(field: re.Match[str]) -> str:
        if field["length"] is not None:
            return f"{scale.px(int(field['length'])) - (field['unit'] == 'less')}px"
        return str(getattr(tokens, field["role"]))

    return _FIELD.sub(value, template)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette that everything not in the style sheet is painted with."""
    roles = {
        _ROLE.Window: tokens.window, _ROLE.WindowText: tokens.text,
        _ROLE.Base: tokens.surface, _ROLE.AlternateBase: tokens.sunk,
        _ROLE.Text: tokens.text, _ROLE.PlaceholderText: tokens.muted,
        _ROLE.Button: tokens.raised, _ROLE.ButtonText: tokens.text,
        _ROLE.BrightText: tokens.accent_text, _ROLE.Highlight: tokens.accent,
        _ROLE.HighlightedText: tokens.accent_text, _ROLE.Accent: tokens.accent,
        _ROLE.Link: tokens.link, _ROLE.LinkVisited: tokens.link,
        _ROLE.ToolTipBase: tokens.text, _ROLE.ToolTipText: tokens.surface,
        _ROLE.Light: tokens.raised, _ROLE.Midlight: tokens.hover,
        _ROLE.Mid: tokens.border, _ROLE.Dark: tokens.border_strong, _ROLE.Shadow: tokens.border,
    }  # fmt: skip
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return result


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet selects by, and have the widget drawn anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
