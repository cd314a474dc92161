"""What a document consists of, as far as a person would see a difference."""

from typing import TypeAlias

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment

from desktop.ui.chat.blocks.walking import blocks, fragments, list_of, table_at

Shape: TypeAlias = tuple[tuple[object, ...], ...]


def shape(document: QTextDocument) -> Shape:
    """Return a document's blocks with their formats and runs; equal shapes look the same."""
    return tuple(_block(document, block) for block in blocks(document))


def lines(document: QTextDocument) -> list[str]:
    """Return a line for each visible block: what it is, and the runs that are marked."""
    return [
        _kind(document, block) + "".join(_marked(run) for run in fragments(block))
        for block in blocks(document)
        if block.isVisible()
    ]


def _block(document: QTextDocument, block: QTextBlock) -> tuple[object, ...]:
    form = block.blockFormat()
    listed = list_of(block)
    return (
        block.text(),
        block.isVisible(),
        form.headingLevel(),
        (form.topMargin(), form.bottomMargin(), form.leftMargin(), form.indent()),
        form.alignment().value,
        form.marker().value,
        (listed.format().style().value, listed.format().indent()) if listed else None,
        table_at(block, document) is not None,
        tuple((run.text(), *_look(run)) for run in fragments(block)),
    )


def _look(run: QTextFragment) -> tuple[object, ...]:
    form = run.charFormat()
    return (form.fontWeight(), form.fontItalic(), form.fontFixedPitch(), form.anchorHref())


def _kind(document: QTextDocument, block: QTextBlock) -> str:
    form = block.blockFormat()
    listed = list_of(block)
    if form.headingLevel():
        return "#" * form.headingLevel() + " "
    if table_at(block, document) is not None:
        return "| "
    if listed is not None:
        return "  " * (listed.format().indent() - 1) + "- "
    return "> " if form.leftMargin() else ""


def _marked(run: QTextFragment) -> str:
    form = run.charFormat()
    text = run.text()
    if form.fontFixedPitch():
        text = f"`{text}`"
    if form.fontWeight() > form.font().Weight.Medium:
        text = f"**{text}**"
    if form.fontItalic():
        text = f"*{text}*"
    return f"[{text}]({form.anchorHref()})" if form.anchorHref() else text
