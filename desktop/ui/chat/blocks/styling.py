"""How a document looks: type, distances and colours from the theme, set after it was read."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
    QTextOption,
)

from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.blocks.guarding import CHIP
from desktop.ui.chat.blocks.walking import blocks, editing, fragments, list_of
from desktop.ui.widgets.wrapping import LONGEST_WORD, wrap_mode

BlockTone: TypeAlias = Literal["text", "muted"]
"""Answers are "text"; thinking is "muted" and small."""

_LINE_HEIGHT = 135.0
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_QT_RULE = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
RULE = QTextFormat.Property.UserProperty.value + 5
"""Block property: a rule across the text. Qt's own is painted in the colour of the text."""
_UNMARKED = QTextListFormat.Style.ListStyleUndefined.value
"""Of a block this keeps Qt from painting what stands before an item; its list stays as it is."""
_QUOTE = QTextFormat.Property.BlockQuoteLevel
_FENCED = QTextFormat.Property.BlockCodeLanguage
_HEADINGS: tuple[TypeRole, ...] = ("title", "heading", "heading", "strong", "strong", "strong")
_DISTANCE, _ITEM_DISTANCE = 5, 2
"""Above and below a paragraph and an item of a list."""
DEEPEST = 12
"""Levels of lists and quotes that are indented: of hundreds no room would be left for words."""
INDENT = 20
QUOTE_INDENT = 14


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What the theme says at one moment about text of one tone."""

    tone: BlockTone
    body: QFont
    mono: QFont
    headings: tuple[QFont, ...]
    text: QColor
    link: QColor
    muted: QColor
    code_ground: QColor
    chip: QColor
    rule: QColor
    k: float

    def px(self, length: float) -> int:
        return round(length * self.k)

    @property
    def formula_size(self) -> float:
        """Pixels of the font for formulas, whose letters are small for their size."""
        return round(QFontInfo(self.body).pixelSize() * 1.12, 1)


def text_style(theme: Theme, tone: BlockTone) -> TextStyle:
    """Ask the theme for everything that a document needs, once."""
    is_text = tone == "text"
    return TextStyle(
        tone=tone,
        body=theme.font("body" if is_text else "small"),
        mono=theme.font("mono" if is_text else "mono_hint"),
        headings=tuple(theme.font(role if is_text else "small_medium") for role in _HEADINGS),
        text=theme.color("text" if is_text else "muted"),
        link=theme.color("link"),
        muted=theme.color("muted"),
        code_ground=theme.color("chip"),
        chip=theme.color("chip"),
        rule=theme.color("border_strong"),
        k=theme.k,
    )


def style(document: QTextDocument, look: TextStyle) -> None:
    """Give a document that was read its type and distances; it must have no layout yet."""
    document.setDefaultFont(look.body)
    found = list(blocks(document))
    option = QTextOption()
    option.setWrapMode(_wrap_mode(found))
    document.setDefaultTextOption(option)
    document.setIndentWidth(_indent(found, look))
    with editing(document) as cursor:
        for block in found:
            _style_block(block, cursor, look)
            _style_runs(block, cursor, look)
        _close_ends(found, cursor)


def set_inks(document: QTextDocument, look: TextStyle) -> None:
    """Give the runs of a document their colours and fonts, where blocks are laid out otherwise."""
    document.setDefaultFont(look.body)
    with editing(document) as cursor:
        for block in blocks(document):
            _style_runs(block, cursor, look)


def _wrap_mode(found: list[QTextBlock]) -> QTextOption.WrapMode:
    modes = {wrap_mode(block.text()) for block in found if block.length() > LONGEST_WORD}
    endless = QTextOption.WrapMode.WrapAnywhere
    return endless if endless in modes else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def _style_block(block: QTextBlock, cursor: QTextCursor, look: TextStyle) -> None:
    given = block.blockFormat()
    made = QTextBlockFormat()
    made.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
    is_item = (listed := list_of(block)) is not None
    if listed is not None and listed.format().indent() > DEEPEST:
        shallow = listed.format()
        shallow.setIndent(DEEPEST)
        listed.setFormat(shallow)
    distance = look.px(_ITEM_DISTANCE if is_item else _DISTANCE)
    made.setTopMargin(distance)
    made.setBottomMargin(distance)
    if level := min(DEEPEST, given.intProperty(_QUOTE)):
        made.setLeftMargin(look.px(QUOTE_INDENT) * level)
        made.setRightMargin(0)
    if given.hasProperty(_FENCED):
        made.setBackground(look.code_ground)
        made.setTopMargin(0)
        made.setBottomMargin(0)
    if is_item:
        made.setProperty(QTextFormat.Property.ListStyle, _UNMARKED)
    cursor.setPosition(block.position())
    if given.headingLevel():
        made.setTopMargin(look.px(8))
    if given.hasProperty(_QT_RULE):
        made = QTextBlockFormat()
        made.setProperty(RULE, True)
        cursor.setBlockFormat(made)
    cursor.mergeBlockFormat(made)


def _sized(font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    if font.pointSizeF() > 0:
        made.setFontPointSize(font.pointSizeF())
    else:
        made.setProperty(QTextFormat.Property.FontPixelSize, font.pixelSize())
    return made


def _style_runs(block: QTextBlock, cursor: QTextCursor, look: TextStyle) -> None:
    level = block.blockFormat().headingLevel()
    is_fenced = block.blockFormat().hasProperty(_FENCED)
    for fragment in list(fragments(block)):
        given = fragment.charFormat()
        if not (level or _is_special(given)):
            continue
        made = QTextCharFormat(given)
        if level:
            # Qt's own adjustment beats every size, so it has to go.
            made.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            made.merge(_sized(look.headings[level - 1]))
            made.setFontWeight(QFont.Weight.DemiBold)  # Slanted words of a heading have lost it.
        if given.fontFixedPitch():
            made.merge(_code(look, is_heading=bool(level), is_fenced=is_fenced))
        elif given.fontWeight() > QFont.Weight.Normal:
            made.setFontWeight(QFont.Weight.DemiBold)
        _ink(made, look)
        if made != given:
            cursor.setPosition(fragment.position())
            end = fragment.position() + fragment.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(made)


def _is_special(given: QTextCharFormat) -> bool:
    return (
        given.fontFixedPitch()
        or given.fontWeight() > QFont.Weight.Normal
        or given.isAnchor()
        or given.boolProperty(CHIP)
    )


def _code(look: TextStyle, *, is_heading: bool, is_fenced: bool) -> QTextCharFormat:
    made = QTextCharFormat() if is_heading else _sized(look.mono)
    made.setFontFamilies(look.mono.families())
    if not is_fenced:
        made.setBackground(look.code_ground)
    return made


def _ink(made: QTextCharFormat, look: TextStyle) -> None:
    """Give a link or the words for a blocked picture their colours."""
    is_chip = made.boolProperty(CHIP)
    if is_chip:
        made.setBackground(look.chip)
        made.setForeground(look.muted)
    if made.isAnchor():
        made.setForeground(look.link)
        made.setFontUnderline(True)


def _indent(found: list[QTextBlock], look: TextStyle) -> int:
    """Return one step of a list: wide enough for the widest number, or it would be cut."""
    digits = 1
    for block in found:
        listed = list_of(block)
        if listed is not None and listed.format().style() is QTextListFormat.Style.ListDecimal:
            digits = max(digits, len(str(listed.format().start() + listed.count() - 1)))
    return look.px(INDENT) + (digits - 1) * look.px(8)


def _close_ends(found: list[QTextBlock], cursor: QTextCursor) -> None:
    """Leave no room below the last block, and none for what is empty; above the first is none.

    Qt puts an empty block before a rule or a table that begins a document.
    """
    is_empty = found[0].length() == 1 and not found[0].blockFormat().hasProperty(RULE)
    if len(found) > 1 and is_empty:
        found[0].setVisible(False)
    made = QTextBlockFormat()
    made.setBottomMargin(0)
    cursor.setPosition(found[-1].position())
    cursor.mergeBlockFormat(made)
