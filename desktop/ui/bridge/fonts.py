"""Type roles, derived from the system's own font."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetrics
from typing_extensions import override

TypeRole: TypeAlias = Literal[
    "display",
    "title",
    "heading",
    "strong",
    "medium",
    "body",
    "small",
    "small_medium",
    "header",
    "caption",
    "mono",
    "mono_hint",
]

BARE_POINTS = 10.0
"""Body size where no desktop says one, as on a bare X server or the offscreen platform."""
_GENERIC = frozenset({"", "sans", "sans serif", "sans-serif"})
_INTERFACE_FAMILIES = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Open Sans", "DejaVu Sans")
_CHINESE_FAMILIES = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
)
_ROLES: dict[TypeRole, tuple[float, QFont.Weight]] = {
    "display": (1.7, QFont.Weight.DemiBold),
    "title": (1.3, QFont.Weight.DemiBold),
    "heading": (1.1, QFont.Weight.DemiBold),
    "strong": (1.0, QFont.Weight.DemiBold),
    "medium": (1.0, QFont.Weight.Medium),
    "body": (1.0, QFont.Weight.Normal),
    "small": (0.9, QFont.Weight.Normal),
    "small_medium": (0.9, QFont.Weight.Medium),
    "header": (0.86, QFont.Weight.Medium),
    "caption": (0.8, QFont.Weight.Medium),
    "mono": (0.95, QFont.Weight.Normal),
    "mono_hint": (0.88, QFont.Weight.Normal),
}


def body_font(system: QFont) -> QFont:
    """Return the body font: the system's own, or a good installed one where no desktop names any.

    A Chinese family follows it, so that Qt does not pick a Japanese one for Han characters.
    """
    font = QFont(system)
    installed = set(QFontDatabase.families())
    if system.family().lower() in _GENERIC:
        font.setFamily(_first(_INTERFACE_FAMILIES, installed) or system.family())
        font.setPointSizeF(BARE_POINTS)
    chinese = _first(_CHINESE_FAMILIES, installed)
    font.setFamilies([font.family(), chinese] if chinese else [font.family()])
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def tallest(font: QFont) -> int:
    """Return the height of a line that may hold Chinese: its fonts are taller than most."""
    heights = [QFontMetrics(font).height()]
    for name in font.families():
        alone = QFont(font)
        alone.setFamilies([name])
        heights.append(QFontMetrics(alone).height())
    return max(heights)


def _first(wanted: tuple[str, ...], installed: set[str]) -> str | None:
    return next((family for family in wanted if family in installed), None)


class LineMetrics(QFontMetrics):
    """How large text is; a line is at least as high as the font that stands in for Chinese."""

    def __init__(self, font: QFont, least: int = 0) -> None:
        super().__init__(font)
        self._least = least

    @override
    def height(self) -> int:
        return max(super().height(), self._least)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Every type role for one body font."""

    body: QFont

    def of(self, role: TypeRole) -> QFont:
        """Return the font of that role."""
        factor, weight = _ROLES[role]
        font = self._mono(self.body) if role.startswith("mono") else QFont(self.body)
        if self.body.pointSizeF() > 0:
            font.setPointSizeF(self.body.pointSizeF() * factor)
        else:
            font.setPixelSize(round(self.body.pixelSize() * factor))
        font.setWeight(weight)
        if role in ("display", "title"):
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
        return font

    @staticmethod
    def _mono(body: QFont) -> QFont:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setFamilies(
            [QFontInfo(font).family(), *body.families()[1:]]
        )  # An alias is lost in a list.
        for tag in ("calt", "liga"):  # <|im_end|> and -> must read as they were typed.
            font.setFeature(QFont.Tag(tag), 0)
        return font
