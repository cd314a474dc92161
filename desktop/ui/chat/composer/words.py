"""What the composer says of files: what they are, and why one does not go along."""

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.domain.attachments import (
    MAX_FILES,
    MAX_IMAGE_BYTES,
    MAX_PIXELS,
    MAX_TEXT_BYTES,
    AttachmentProblem,
    BadAttachment,
)
from desktop.domain.conversation import Attachment, AttachmentId, AttachmentKind
from desktop.domain.text import visible
from desktop.ui import units

_LONGEST = 60

_SENTENCES: dict[AttachmentProblem, object] = {
    AttachmentProblem.MISSING: QT_TRANSLATE_NOOP("Attachments", "{file} is not there any more."),
    AttachmentProblem.LINK: QT_TRANSLATE_NOOP(
        "Attachments", "{file} is a link to another file. Attach that file itself."
    ),
    AttachmentProblem.FOLDER: QT_TRANSLATE_NOOP(
        "Attachments", "{file} is a folder. Attach the files in it."
    ),
    AttachmentProblem.NOT_A_FILE: QT_TRANSLATE_NOOP(
        "Attachments", "{file} is not a file, so there is nothing in it to read."
    ),
    AttachmentProblem.NO_ACCESS: QT_TRANSLATE_NOOP(
        "Attachments", "{file} cannot be read: this account may not open it, or its disk is gone."
    ),
    AttachmentProblem.EMPTY: QT_TRANSLATE_NOOP("Attachments", "{file} is empty."),
    AttachmentProblem.IMAGE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Attachments", "{file} has {size}. Images of up to {most_image} can be attached."
    ),
    AttachmentProblem.TOO_MANY_PIXELS: QT_TRANSLATE_NOOP(
        "Attachments",
        "{file} has {width} × {height} pixels. Images of up to {most_pixels} million can be read.",
    ),
    AttachmentProblem.BROKEN_IMAGE: QT_TRANSLATE_NOOP(
        "Attachments", "{file} is damaged or not complete, so it cannot be shown to a model."
    ),
    AttachmentProblem.TEXT_TOO_LONG: QT_TRANSLATE_NOOP(
        "Attachments",
        "{file} has {size}, {tokens} tokens. Texts of up to {most_text} can be attached.",
    ),
    AttachmentProblem.FOREIGN: QT_TRANSLATE_NOOP(
        "Attachments",
        "{file} is a {kind} file, which is not read here. Save it as text or as JPEG.",
    ),
    AttachmentProblem.BINARY: QT_TRANSLATE_NOOP(
        "Attachments", "{file} is neither an image nor a text in UTF-8 or UTF-16."
    ),
    AttachmentProblem.ALREADY: QT_TRANSLATE_NOOP("Attachments", "{file} is attached already."),
    AttachmentProblem.TOO_MANY: QT_TRANSLATE_NOOP(
        "Attachments", "Of {count} files the first {most_files} were taken."
    ),
}


def refusal(name: str, error: BadAttachment, tokens_of: Callable[[Attachment], int]) -> str:
    """Return in one sentence why a file does not go along, and what to do."""
    text = QCoreApplication.translate("Attachments", str(_SENTENCES[error.problem]))
    as_text = Attachment(AttachmentId(""), AttachmentKind.TEXT, size=error.size)
    return text.format(
        file=_called(name),
        size=units.size(error.size),
        tokens=f"~{units.number(tokens_of(as_text))}",
        width=units.number(error.width),
        height=units.number(error.height),
        kind=error.kind,
        count=units.number(error.size),
        most_files=units.number(MAX_FILES),
        most_image=units.size(MAX_IMAGE_BYTES),
        most_text=units.size(MAX_TEXT_BYTES),
        most_pixels=units.number(MAX_PIXELS // 1_000_000),
    )


def title(attachment: Attachment) -> str:
    """Return what to call an attachment."""
    if attachment.name:
        return visible(attachment.name)
    return QCoreApplication.translate("Attachments", "Pasted image")


def facts(attachment: Attachment, tokens: int, was: tuple[int, int] = (0, 0)) -> str:
    """Return what an image measures, and measured before, or how long a text is."""
    if attachment.kind is AttachmentKind.TEXT:
        text = QCoreApplication.translate("Attachments", "{size}, ~{tokens} tokens")
        return text.format(size=units.size(attachment.size), tokens=units.number(tokens))
    size = _pixels(attachment.width, attachment.height)
    if was in ((0, 0), (attachment.width, attachment.height)):
        return size
    text = QCoreApplication.translate("Attachments", "{size}, was {before}")
    return text.format(size=size, before=_pixels(*was))


def _pixels(width: int, height: int) -> str:
    return f"{width} × {height}"


def _called(name: str) -> str:
    if not name:
        return QCoreApplication.translate("Attachments", "The pasted image")
    shown = visible(name)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 12]}…{shown[-11:]}"
