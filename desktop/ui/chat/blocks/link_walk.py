"""The links of a document, in order, as the Tab key walks over them."""

from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from desktop.ui.chat.blocks.walking import blocks, fragments


@dataclass(frozen=True, slots=True)
class Link:
    """A link and where its words begin and end."""

    target: str
    start: int
    end: int


def links(document: QTextDocument) -> tuple[Link, ...]:
    """Return the links of a document; runs of one target that touch are one link."""
    found: list[Link] = []
    for block in blocks(document):
        for fragment in fragments(block):
            target = fragment.charFormat().anchorHref()
            if not target:
                continue
            start, end = fragment.position(), fragment.position() + fragment.length()
            if found and found[-1].target == target and found[-1].end == start:
                start = found.pop().start
            found.append(Link(target, start, end))
    return tuple(found)
