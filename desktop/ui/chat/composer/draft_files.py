"""The draft's files: from being chosen, pasted or dropped to standing there with a picture."""

from collections.abc import Callable, Coroutine
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.attachments import (
    HEAD,
    AttachmentProblem,
    BadAttachment,
    ImageFormat,
    kind_of,
)
from desktop.domain.conversation import Attachment, AttachmentId, AttachmentKind
from desktop.domain.text import visible
from desktop.runtime.threads import abandonable
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.files import FileChip, FileRow
from desktop.ui.chat.composer.intake import THUMBNAIL, Intake
from desktop.ui.chat.composer.lines import Refusals
from desktop.ui.chat.composer.pictures import read_thumbnail
from desktop.ui.chat.composer.reading import Taken
from desktop.ui.chat.composer.words import refusal
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.pictures import Loader

ReadContent: TypeAlias = Callable[[AttachmentId], Coroutine[Any, Any, bytes]]


class DraftFiles(QWidget):
    """Shows them, and asks for one to be kept or dropped; hidden while there is nothing.

    `attach_wanted` carries an Attachment and its bytes, `detach_wanted` an id.
    `changed` says that a file is being read now, or is no longer.
    """

    attach_wanted = Signal(object, object)
    detach_wanted = Signal(str)
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        read_content: ReadContent,
        tokens_of: Callable[[Attachment], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_content = read_content
        self._tokens_of = tokens_of
        self._scope = TaskScope(self)
        self._digests: dict[AttachmentId, bytes] = {}
        self._pictures: dict[AttachmentId, QImage] = {}
        self._attachments: tuple[Attachment, ...] = ()
        self.intake = Intake(self)
        self.row = FileRow(theme, tokens_of)
        self.refusals = Refusals(theme)
        self._reading = QWidget()
        self._reading_name = ElidedLabel(theme, "", "small", "muted")
        self._build(theme)
        self.intake.taken.connect(self._on_taken)
        self.intake.refused.connect(self._on_refused)
        self.intake.reading_changed.connect(self._on_reading)
        self.row.removed.connect(self._on_removed)

    @property
    def is_reading(self) -> bool:
        return bool(self.intake.reading)

    @property
    def has_images(self) -> bool:
        return any(one.kind is AttachmentKind.IMAGE for one in self._attachments)

    @property
    def is_empty(self) -> bool:
        return not self._attachments

    def show_files(self, attachments: tuple[Attachment, ...]) -> None:
        """Show what the draft has; a picture that is not at hand is read again."""
        self._attachments = attachments
        for chip in self.row.show_files(attachments):
            self._show_picture(chip)
        self._digests = {
            one.id: self._digests[one.id] for one in attachments if one.id in self._digests
        }
        self._fit()

    def forget(self) -> None:
        """Give up everything that belongs to the conversation that was shown before."""
        self._scope.cancel()
        self.intake.forget()
        self.refusals.clear()
        self._digests.clear()
        self._pictures.clear()
        self._fit()

    def choose(self) -> None:
        """Ask for files with the system's dialog."""
        dialog = QFileDialog(self.window(), self.tr("Attach files"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.intake.take_paths)
        dialog.open()

    def _on_taken(self, taken: Taken) -> None:
        attachment = taken.attachment
        digest = sha256(taken.content).digest()
        if digest in self._digests.values():
            self._on_refused(attachment.name, BadAttachment(AttachmentProblem.ALREADY))
            return
        self._digests[attachment.id] = digest
        self._pictures[attachment.id] = taken.thumbnail
        self.row.remember(attachment.id, taken.was)
        self.attach_wanted.emit(attachment, taken.content)

    def _on_refused(self, name: str, error: BadAttachment) -> None:
        self.refusals.add(refusal(name, error, self._tokens_of))
        self._fit()

    def _on_removed(self, attachment_id: str) -> None:
        self._digests.pop(AttachmentId(attachment_id), None)
        self.detach_wanted.emit(attachment_id)

    def _on_reading(self) -> None:
        names = self.intake.reading
        first = visible(names[0]) if names else ""
        text = self.tr("Reading {file}…") if first else self.tr("Reading the pasted image…")
        self._reading_name.setText(text.format(file=first))
        self._reading.setVisible(bool(names))
        self._fit()
        self.changed.emit()

    def _show_picture(self, chip: FileChip) -> None:
        """Show the small picture, and learn the digest of what came from the disk."""
        attachment = chip.attachment
        if (image := self._pictures.pop(attachment.id, None)) is not None:
            chip.picture.show_image(image)
        else:
            self._scope.start(self._look(attachment.id), lambda seen: self._on_seen(chip, *seen))

    def _on_seen(self, chip: FileChip, image: QImage, digest: bytes) -> None:
        if chip in self.row.chips:
            chip.picture.show_image(image)
            self._digests[chip.attachment.id] = digest

    async def _look(self, attachment_id: AttachmentId) -> tuple[QImage, bytes]:
        content = await self._read_content(attachment_id)
        return await abandonable(_small, content)

    def _fit(self) -> None:
        self.setVisible(bool(self._attachments or self.intake.reading or self.refusals.said))

    def _build(self, theme: Theme) -> None:
        px = theme.px
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(px(4), 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(Loader(theme, 14, counts=True))
        row.addWidget(self._reading_name, 1)
        self._reading.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (self.refusals, self.row, self._reading):
            column.addWidget(widget)
        self.refusals.dismiss.clicked.connect(self._fit)
        self.hide()


def _small(content: bytes) -> tuple[QImage, bytes]:
    """Return the small picture of what was kept, null for a text, and the digest of it all."""
    kind = kind_of(content[:HEAD])
    image = QImage()
    if isinstance(kind, ImageFormat):
        image = read_thumbnail(content, kind, THUMBNAIL)
    return image, sha256(content).digest()
