"""Takes out of a document what must not be in it, before anything lays it out.

Done on what Qt's parser made of the text, not on the text: whatever trick the
markdown plays, it is met in one of four shapes. A picture becomes words that say
whose picture was blocked; a link that must not be opened becomes text with its
target; a character that is not seen is written out; a formula's place is filled.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

from desktop.domain.text import visible
from desktop.ui.chat.blocks.links import is_allowed, shown_host
from desktop.ui.chat.blocks.reading import Marked
from desktop.ui.chat.blocks.walking import blocks, editing, fragments

FORMULA = QTextFormat.ObjectTypes.UserObject.value + 1
"""The object type of a formula that is drawn."""
SOURCE = QTextFormat.Property.UserProperty.value + 1
"""Char property: the formula as it was written, which is what is copied."""
LATEX = QTextFormat.Property.UserProperty.value + 2
DISPLAY = QTextFormat.Property.UserProperty.value + 3
CHIP = QTextFormat.Property.UserProperty.value + 4
"""Char property: these words stand where a picture was blocked."""
OBJECT = "\ufffc"

_LINK_PROPERTIES = (
    QTextFormat.Property.IsAnchor,
    QTextFormat.Property.AnchorHref,
    QTextFormat.Property.TextToolTip,
    QTextFormat.Property.ForegroundBrush,
    QTextFormat.Property.TextUnderlineStyle,
)

Placing = Callable[[str, bool], QTextCharFormat.VerticalAlignment | None]
"""How a formula (its LaTeX, whether on lines of its own) stands in its line; None where it
cannot be drawn by now."""


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    format: QTextCharFormat


@dataclass(frozen=True, slots=True)
class _Edit:
    position: int
    length: int
    runs: tuple[_Run, ...]


def guard(
    document: QTextDocument, marked: Marked, placing: Placing = lambda _latex, _display: None
) -> None:
    """Take out pictures, forbidden links and unseen characters; put formulas in their places."""
    if _is_harmless(document):
        return
    edits = [edit for block in blocks(document) for edit in _edits(block, marked, placing)]
    with editing(document) as cursor:
        for edit in reversed(edits):  # From the end, so that places before it stay where they are.
            cursor.setPosition(edit.position)
            cursor.setPosition(edit.position + edit.length, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            for run in edit.runs:
                cursor.insertText(run.text, run.format)


def blocked_image(address: str, alt: str) -> str:
    """Return the words for a picture that was not loaded."""
    words = QCoreApplication.translate("Blocks", "Image blocked: {place}")
    said = words.format(place=_place(address))
    return f"{visible(alt)} [{said}]" if alt else f"[{said}]"


def _edits(block: QTextBlock, marked: Marked, placing: Placing) -> Iterator[_Edit]:
    found = list(fragments(block))
    for place, fragment in enumerate(found):
        style = fragment.charFormat()
        if not (style.isAnchor() or style.isImageFormat()) and _is_plain(fragment.text()):
            continue
        following = found[place + 1].charFormat() if place + 1 < len(found) else None
        if style.isImageFormat():
            runs = _image(fragment, marked)
        else:
            runs = _text(fragment, marked, placing)
        if style.isAnchor():
            runs = _link(runs, style, following, marked)
        if len(runs) != 1 or runs[0].text != fragment.text() or runs[0].format != style:
            yield _Edit(fragment.position(), fragment.length(), tuple(runs))


def _is_harmless(document: QTextDocument) -> bool:
    """Whether there is no picture, no link and nothing unseen, which is so for most text."""
    if any(
        form.isImageFormat() or form.toCharFormat().isAnchor() for form in document.allFormats()
    ):
        return False
    return _is_plain(document.toRawText().replace("\u2029", "\n"))


def _is_plain(text: str) -> bool:
    """Whether nothing is to be done with a text; a formula's mark is not seen, and so not plain."""
    return OBJECT not in text and visible(text, keep_newlines=True) == text


def _image(fragment: QTextFragment, marked: Marked) -> list[_Run]:
    image = fragment.charFormat().toImageFormat()
    style = QTextCharFormat()
    style.setProperty(CHIP, True)
    alt = marked.restore(image.stringProperty(QTextFormat.Property.ImageAltText))
    words = blocked_image(marked.restore(image.name()), alt)
    return [_Run(words, style)] * fragment.length()


def _text(fragment: QTextFragment, marked: Marked, placing: Placing) -> list[_Run]:
    style = fragment.charFormat()
    if style.fontFixedPitch():  # Code: what looks like a formula in it is none.
        return [_Run(_seen(marked.restore(fragment.text())), style)]
    runs: list[_Run] = []
    for piece in marked.pieces(fragment.text()):
        if isinstance(piece, str):
            runs.append(_Run(_seen(piece), style))
        elif piece < len(marked.formulas):
            runs.append(_formula(style, piece, marked, placing))
    return runs


def _seen(text: str) -> str:
    return visible(text, keep_newlines=True).replace(OBJECT, "‹U+FFFC›")


def _formula(style: QTextCharFormat, number: int, marked: Marked, placing: Placing) -> _Run:
    formula, source = marked.formulas[number], marked.source(number)
    shown = QTextCharFormat(style)
    shown.setProperty(SOURCE, source)
    shown.setProperty(LATEX, formula.latex)
    shown.setProperty(DISPLAY, formula.is_display)
    if (place := placing(formula.latex, formula.is_display)) is not None:
        shown.setObjectType(FORMULA)
        shown.setVerticalAlignment(place)
        return _Run(OBJECT, shown)
    shown.setFontFixedPitch(True)
    return _Run(source, shown)


def _link(
    runs: list[_Run], style: QTextCharFormat, following: QTextCharFormat | None, marked: Marked
) -> list[_Run]:
    target = marked.restore(style.anchorHref())
    if is_allowed(target):
        return [_Run(run.text, _with_target(run.format, target)) for run in runs]
    freed = [_Run(run.text, _without_link(run.format)) for run in runs]
    if following is not None and following.anchorHref() == style.anchorHref():
        return freed  # The target is said once, where the link ends.
    if target and target != "".join(run.text for run in runs):
        freed.append(_Run(f" ({_seen(target)})", _without_link(style)))
    return freed


def _with_target(style: QTextCharFormat, target: str) -> QTextCharFormat:
    if style.anchorHref() == target:
        return style
    result = QTextCharFormat(style)
    result.setAnchorHref(target)
    return result


def _without_link(style: QTextCharFormat) -> QTextCharFormat:
    result = QTextCharFormat(style)
    for name in _LINK_PROPERTIES:
        result.clearProperty(name)
    return result


def _place(address: str) -> str:
    """Say where a picture would have come from: the host, or what kind of place it is."""
    if address.replace("\\", "/").startswith("//"):
        return QCoreApplication.translate("Blocks", "the share {name}").format(
            name=visible(address[:200])
        )
    scheme = QUrl(address).scheme().lower()
    if scheme in ("http", "https"):
        return shown_host(address) or visible(address[:200])
    if scheme == "data":
        return QCoreApplication.translate("Blocks", "data in the text")
    if scheme == "file" or address.startswith(("/", "~")) or len(scheme) == 1:
        return QCoreApplication.translate("Blocks", "a file on this computer")
    return visible(address[:200])
