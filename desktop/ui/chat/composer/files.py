"""The files that go along with what is typed: a small picture or an icon, a name, its measure."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.conversation import Attachment, AttachmentId, AttachmentKind
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.composer.words import facts, title
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.paint import paint_ground, paint_icon

_SIDE = 36
_WIDTH = 288
_RADIUS = 6


class SmallPicture(QWidget):
    """A square of a picture; an icon until there is one, and for a text."""

    def __init__(self, theme: Theme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._image = QImage()
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def has_image(self) -> bool:
        return not self._image.isNull()

    def show_image(self, image: QImage) -> None:
        self._image = image
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, radius = QPainter(self), float(self._theme.px(_RADIUS))
        if self._image.isNull():
            paint_ground(painter, QRectF(self.rect()), self._theme.color("chip"), radius)
            paint_icon(painter, self.rect(), self._icon, "muted", self._theme, 18)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setClipPath(shape)
        painter.drawImage(self.rect(), self._image, QRect(self._image.rect()))

    def _refresh(self) -> None:
        self.setFixedSize(self._theme.px(_SIDE), self._theme.px(_SIDE))


class FileChip(QFrame):
    """One file, and a button that takes it out again."""

    removed = Signal()

    def __init__(self, theme: Theme, attachment: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attachment = attachment
        is_image = attachment.kind is AttachmentKind.IMAGE
        self.picture = SmallPicture(theme, "image" if is_image else "file-text")
        self._title = ElidedLabel(
            theme, title(attachment), "small_medium", mode=Qt.TextElideMode.ElideMiddle
        )
        self._facts = ElidedLabel(theme, "", "small", "muted")
        name = self.tr("Remove {file}").format(file=title(attachment))
        self.remove = IconButton(theme, "x", name, length=13)
        self.remove.clicked.connect(self.removed)
        self.setProperty("box", "card")
        self.setObjectName("fileChip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._build(theme)
        self._refresh()
        theme.changed.connect(self._refresh)

    @property
    def facts(self) -> str:
        return self._facts.text()

    def say(self, text: str) -> None:
        """Say what it measures."""
        self._facts.setText(text)
        self.setAccessibleName(joining.phrases((self._title.text(), text)))

    def _refresh(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))

    def _build(self, theme: Theme) -> None:
        px = theme.px
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(5), px(5), px(4), px(5))
        row.setSpacing(px(8))
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)


class FileRow(QWidget):
    """The draft's files, side by side; hidden while there is none. `removed` carries an id."""

    removed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tokens_of: Callable[[Attachment], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tokens_of = tokens_of
        self._chips: dict[AttachmentId, FileChip] = {}
        self._was: dict[AttachmentId, tuple[int, int]] = {}
        self._flow = FlowLayout(theme.px(6), self)
        self.hide()

    @property
    def chips(self) -> tuple[FileChip, ...]:
        return tuple(self._chips.values())

    def remember(self, attachment_id: AttachmentId, was: tuple[int, int]) -> None:
        """Keep in mind how large a picture was before it was made smaller."""
        self._was[attachment_id] = was

    def show_files(self, attachments: tuple[Attachment, ...]) -> tuple[FileChip, ...]:
        """Show these files, and return the chips that are new."""
        wanted = {attachment.id for attachment in attachments}
        for gone in [known for known in self._chips if known not in wanted]:
            chip = self._chips.pop(gone)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        fresh = [self._add(one) for one in attachments if one.id not in self._chips]
        for chip in self._chips.values():
            one = chip.attachment
            chip.say(facts(one, self._tokens_of(one), self._was.get(one.id, (0, 0))))
        self.setVisible(bool(self._chips))
        return tuple(fresh)

    def _add(self, attachment: Attachment) -> FileChip:
        chip = FileChip(self._theme, attachment, self)
        chip.removed.connect(lambda: self.removed.emit(attachment.id))
        self._chips[attachment.id] = chip
        self._flow.addWidget(chip)
        chip.show()
        return chip
