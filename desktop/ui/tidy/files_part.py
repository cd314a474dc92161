"""The files of this computer's models: where they are, if they are sound, what is left over."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.tidy import file_words
from desktop.ui.tidy.leftovers_part import LeftoversPart
from desktop.ui.tidy.notice_box import NoticeBox
from desktop.ui.tidy.services import TidyServices
from desktop.ui.tidy.verify_part import VerifyPart
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.key_values import Section
from desktop.ui.widgets.labels import ElidedLabel, Label

_CHECK_MS = 100


class FilesPart(QScrollArea):
    """Looks through the folder whenever it comes into sight."""

    def __init__(self, theme: Theme, services: TidyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self.setObjectName("tidyFiles")
        self.folder = ElidedLabel(theme, "", "mono_hint", mode=Qt.TextElideMode.ElideMiddle)
        self.amount = Label(theme, "", "small", "muted", wraps=True)
        self.again = IconButton(theme, "refresh-cw", self.tr("Look through the folder again"))
        self.notice = NoticeBox(theme)
        self.notice.setObjectName("folderNotice")
        self.verify = VerifyPart(theme, services)
        self.leftovers = LeftoversPart(theme, services)
        self._build()
        self._frame = Frame[None](self, lambda _: self._refresh(), interval=_CHECK_MS)
        changed = services.tidying.changed
        self.destroyed.connect(changed.subscribe(lambda _: self._frame.add(None)))
        self.again.clicked.connect(services.tidying.look)
        self._refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._services.tidying.look()

    def catch_up(self) -> None:
        """Show what has changed since the last frame, at once."""
        self._frame.flush()

    def _refresh(self) -> None:
        known = self._services.tidying.snapshot
        self.folder.setText(str(known.folder) if known.folder else self.tr("Not known"))
        self.amount.setText(file_words.folder_line(known.size))
        self.amount.setVisible(bool(self.amount.text()))
        self.again.setEnabled(not known.is_looking)
        found = known.leftovers
        self.notice.show_notice(file_words.obstacle(found, known.folder) if found else None)
        is_open = found is not None and (found.obstacle is None or bool(found.found))
        self._leftovers_section.setVisible(found is None or is_open or known.removal is not None)
        self.verify.show_state(known)
        self.leftovers.show_state(known)

    def _build(self) -> None:
        px = self._theme.px
        place = Section(self._theme, self.tr("Files of this computer"), has_line=False)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.again)
        place.body.addLayout(row)
        place.body.addWidget(self.amount)
        place.body.addWidget(self.notice)
        verify = Section(self._theme, self.tr("Verify files"))
        verify.body.addWidget(self.verify)
        self._leftovers_section = Section(self._theme, self.tr("Leftovers"))
        self._leftovers_section.body.addWidget(self.leftovers)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), px(16), px(18), px(8))
        column.setSpacing(0)
        for section in (place, verify, self._leftovers_section):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
