"""Colours by role, one set per theme, and the pairs of them that must be told apart.

The only place that knows a colour. Roles and figures are those of the visual design.
"""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from PySide6.QtGui import QColor

Role: TypeAlias = Literal[
    "text",
    "muted",
    "faint",
    "link",
    "success",
    "warning",
    "danger",
    "success_fill",
    "warning_fill",
    "danger_fill",
    "accent",
    "accent_text",
    "accent_soft",
    "success_soft",
    "warning_soft",
    "danger_soft",
    "surface",
    "window",
    "selection",
    "selection_idle",
    "border",
    "border_strong",
    "pressed",
    "hover",
    "control",
    "track",
    "progress",
    "focus",
    "code_bg",
    "accent_hover",
    "knob",
    "chip",
    "raised",
    "sunk",
    "found",
    "accent_pressed",
    "code_keyword",
    "code_string",
    "code_number",
    "code_name",
    "code_comment",
]
"""Roles that may be asked for by name: by icons, by labels, and by the table of contrasts."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one theme, as `#RRGGBB`, named for what it is used for."""

    is_dark: bool
    window: str
    surface: str
    sunk: str
    raised: str
    border: str
    border_strong: str
    control: str
    hover: str
    pressed: str
    chip: str
    track: str
    code_bg: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str
    accent_soft: str
    selection: str
    selection_idle: str
    scroll: str
    scrim: str
    success_soft: str
    warning_soft: str
    danger_soft: str
    danger_fill: str
    knob: str
    knob_edge: str
    text: str
    muted: str
    faint: str
    link: str
    success: str
    warning: str
    danger: str
    success_fill: str
    warning_fill: str
    focus: str
    progress: str
    code_keyword: str
    code_string: str
    code_number: str
    code_name: str
    code_comment: str
    series: tuple[str, ...]
    soft_edge: str = "0px"
    """How wide the edge is of what lies on a soft ground, as the style sheet has lengths."""

    @property
    def chip_edge(self) -> str:
        """The edge of a chip that is on: none of its own, unless edges tell it."""
        return self.link if self.is_high_contrast else self.accent_soft

    @property
    def found(self) -> str:
        """The ground of words that were searched for, which an edge would be too much for."""
        return self.track if self.is_high_contrast else self.warning_soft

    @property
    def is_high_contrast(self) -> bool:
        """Whether soft grounds are told by an edge instead."""
        return self.soft_edge != "0px"

    def color(self, role: Role) -> QColor:
        """Return the colour of that role, to paint with."""
        return QColor(getattr(self, role))


LIGHT = Tokens(
    is_dark=False,
    window="#F3F3F1",
    surface="#FFFFFF",
    sunk="#F8F8F7",
    raised="#FFFFFF",
    border="#E4E4E1",
    border_strong="#CFCFCB",
    control="#868681",
    hover="#ECECE9",
    pressed="#E2E2DE",
    chip="#F0F0ED",
    track="#E6E6E2",
    code_bg="#F6F6F4",
    accent="#2F5BD3",
    accent_hover="#264EBC",
    accent_pressed="#2043A5",
    accent_text="#FFFFFF",
    accent_soft="#E7EDFB",
    selection="#E1E9FB",
    selection_idle="#EAEAE7",
    scroll="#CDCDC8",
    scrim="#421C1C1A",
    success_soft="#E5F3EB",
    warning_soft="#FAF0DA",
    danger_soft="#FBEAE9",
    danger_fill="#C2342F",
    knob="#FFFFFF",
    knob_edge="#B9B9B4",
    text="#1C1C1A",
    muted="#62625D",
    faint="#9B9B96",
    link="#2B55C8",
    success="#177043",
    warning="#8A5700",
    danger="#B92D29",
    success_fill="#2B9A60",
    warning_fill="#C4801C",
    focus="#2F5BD3",
    progress="#2F5BD3",
    code_keyword="#2B55C8",
    code_string="#1B7A4A",
    code_number="#A4480A",
    code_name="#8A3D92",
    code_comment="#6C6C66",
    series=(
        "#2F6FD6", "#C9650A", "#0E8A6E", "#A8479A",
        "#1A4A69", "#634C0A", "#D33B36", "#46433E",
    ),
)  # fmt: skip

DARK = Tokens(
    is_dark=True,
    window="#131314",
    surface="#1A1A1C",
    sunk="#161618",
    raised="#232326",
    border="#2B2B2F",
    border_strong="#3D3D43",
    control="#7C7C83",
    hover="#222225",
    pressed="#2A2A2E",
    chip="#252528",
    track="#303035",
    code_bg="#141416",
    accent="#3D66DC",
    accent_hover="#466EE2",
    accent_pressed="#335AC8",
    accent_text="#FFFFFF",
    accent_soft="#20294A",
    selection="#243056",
    selection_idle="#29292D",
    scroll="#3F3F45",
    scrim="#75000000",
    success_soft="#17301F",
    warning_soft="#332812",
    danger_soft="#341B1B",
    danger_fill="#C93F39",
    knob="#D9D9D6",
    knob_edge="#D9D9D6",
    text="#EDEDEB",
    muted="#A3A39E",
    faint="#6B6B6A",
    link="#8FAEFF",
    success="#5BC48C",
    warning="#E2B457",
    danger="#F4857B",
    success_fill="#4DB87F",
    warning_fill="#DDA63F",
    focus="#7C9EFF",
    progress="#6E90FA",
    code_keyword="#8FAEFF",
    code_string="#7CCB9B",
    code_number="#EBA470",
    code_name="#D79BE0",
    code_comment="#8A8A85",
    series=(
        "#6D9BFF", "#F0944D", "#3EC3A0", "#D987CB",
        "#B9DDE8", "#F3C518", "#B74D2F", "#787878",
    ),
)  # fmt: skip


def high_contrast(tokens: Tokens) -> Tokens:
    """Return that theme for who asks the system for more contrast.

    Every edge can be seen, faint and muted words are as strong as all others,
    and soft grounds are gone: what lay on one has an edge in its own colour.
    """
    return replace(
        tokens,
        border=tokens.control,
        border_strong=tokens.control,
        scroll=tokens.control,
        knob_edge=tokens.control,
        muted=tokens.text,
        faint=tokens.muted,
        chip=tokens.surface,
        code_bg=tokens.surface,
        sunk=tokens.surface,
        accent_soft=tokens.surface,
        success_soft=tokens.surface,
        warning_soft=tokens.surface,
        danger_soft=tokens.surface,
        soft_edge="2px",
    )


TEXT_PAIRS: tuple[tuple[Role, tuple[Role, ...]], ...] = (
    (
        "text",
        (
            "surface", "window", "raised", "sunk", "chip", "code_bg", "selection",
            "selection_idle", "hover", "pressed", "accent_soft", "success_soft",
            "warning_soft", "danger_soft", "found",
        ),
    ),
    (
        "muted",
        (
            "surface", "window", "raised", "sunk", "chip", "code_bg", "selection",
            "selection_idle", "hover", "pressed", "accent_soft", "success_soft",
            "warning_soft", "danger_soft",
        ),
    ),
    (
        "link",
        ("surface", "window", "raised", "selection", "selection_idle", "accent_soft", "pressed"),
    ),
    ("success", ("surface", "raised", "success_soft", "selection", "selection_idle")),
    ("warning", ("surface", "raised", "warning_soft", "selection", "selection_idle")),
    ("danger", ("surface", "raised", "danger_soft", "selection", "selection_idle", "window")),
    ("accent_text", ("accent", "accent_hover", "accent_pressed", "danger_fill")),
    ("surface", ("text",)),
    ("code_keyword", ("code_bg", "surface", "sunk")),
    ("code_string", ("code_bg", "surface", "sunk")),
    ("code_number", ("code_bg", "surface", "sunk")),
    ("code_name", ("code_bg", "surface", "sunk")),
    ("code_comment", ("code_bg", "surface", "sunk")),
)  # fmt: skip
"""Text and the grounds it is read on: at least 4.5 to 1 (WCAG 2.2, 1.4.3)."""

MARK_PAIRS: tuple[tuple[Role, tuple[Role, ...]], ...] = (
    ("focus", ("surface", "window", "raised", "selection", "selection_idle")),
    ("progress", ("track", "surface")),
    ("accent", ("surface", "raised", "window")),
    ("danger_fill", ("surface", "raised", "window")),
    ("success_fill", ("surface", "window")),
    ("warning_fill", ("surface",)),
    ("control", ("surface", "raised")),
)
"""Rings, bars, dots and edges: at least 3 to 1 (WCAG 2.2, 1.4.11)."""
