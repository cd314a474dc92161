"""The images and text files of a message: small pictures, and chips."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.conversation import Attachment
from desktop.domain.text import visible
from desktop.runtime.threads import abandonable
from desktop.ui import units
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.transcript.content import Content, Files, Pictures
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.decoding import decode
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label, Tag
from desktop.ui.widgets.pictures import Icon
from desktop.ui.widgets.tips import plain_tip

_SIDE, _LEAST, _LARGE, _RADIUS = 160, 24, 1200, 8


class Thumbnail(QAbstractButton):
    """One image, small; a click shows it large."""

    def __init__(self, tools: Tools, attachment: Attachment) -> None:
        super().__init__()
        self._theme = tools.theme
        self._content = b""
        self._picture = QPixmap()
        self._is_gone = False
        name = attachment.name or self.tr("Pasted image")
        self._name = visible(name)
        side = tools.theme.px(_SIDE)
        shape = QSize(attachment.width or side, attachment.height or side)
        shape = shape.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
        least = tools.theme.px(_LEAST)
        self.setFixedSize(shape.expandedTo(QSize(least, least)))
        self.setAccessibleName(self.tr("Image {name}, show it large").format(name=self._name))
        self.setToolTip(plain_tip(self._name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", _RADIUS)
        self.clicked.connect(self._enlarge)
        self._scope = TaskScope(self)
        self._scope.start(tools.read_content(attachment.id), self._decode, self._miss)

    @override
    def sizeHint(self) -> QSize:
        return self.maximumSize()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        radius = self._theme.px(_RADIUS)
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillPath(shape, self._theme.color("chip"))
        painter.setClipPath(shape)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)
        elif self._is_gone:
            painter.setPen(self._theme.color("muted"))
            painter.setFont(self._theme.font("small"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Not shown"))

    def _decode(self, content: bytes) -> None:
        self._content = content
        most = round(max(self.width(), self.height()) * self.devicePixelRatioF())
        self._scope.start(abandonable(decode, content, most), self._show, self._miss)

    def _show(self, image: QImage) -> None:
        self._is_gone = image.isNull()
        self._picture = QPixmap.fromImage(image)
        self.update()

    def _miss(self, _error: BaseException) -> None:
        self._is_gone = True
        self.update()

    def _enlarge(self) -> None:
        if self._content and not self._scope.is_busy:
            self._scope.start(abandonable(decode, self._content, _LARGE), self._open, self._miss)

    def _open(self, image: QImage) -> None:
        if not image.isNull():
            LargePicture(self._theme, self._name, image, self.window()).open()


class LargePicture(Dialog):
    """An image as large as fits the window."""

    def __init__(self, theme: Theme, name: str, image: QImage, parent: QWidget) -> None:
        room = parent.size() * 0.8
        size = image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        width = max(320, round(size.width() / theme.k) + 48)
        super().__init__(theme, name, primary=self.tr("Close"), width=width, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.cancel.hide()
        picture = Label(theme)
        picture.setPixmap(
            QPixmap.fromImage(image).scaled(
                size,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(name)
        self.body.addWidget(picture)


class PicturesView(RowView):
    """The images of a message, at the right as its text is."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._shown: tuple[Attachment, ...] = ()
        self._flow = FlowLayout(tools.theme.px(8), self)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, Pictures) and content.images != self._shown:
            self._shown = content.images
            _clear(self._flow)
            for image in content.images:
                self._flow.addWidget(Thumbnail(self._tools, image))

    @override
    def height_for(self, width: int) -> int:
        return self._flow.heightForWidth(width)


class FilesView(RowView):
    """A chip for every text file: its name and its size."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._theme = tools.theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tools.theme.px(4))

    @override
    def show_content(self, content: Content) -> None:
        if not isinstance(content, Files):
            return
        _clear(self._column)
        for file in content.files:
            self._column.addWidget(_file_chip(self._theme, file))


def _file_chip(theme: Theme, file: Attachment) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(6))
    row.addStretch(1)
    row.addWidget(Icon(theme, "file-text", 14))
    row.addWidget(Label(theme, file.name, "small_medium"))
    row.addWidget(Tag(theme, units.size(file.size)))
    return line


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
