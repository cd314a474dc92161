"""The page that tidies up: models by what they take, and the files of this computer."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.sub_header import SubPageHeader
from desktop.ui.tidy.files_part import FilesPart
from desktop.ui.tidy.models_part import ModelsPart
from desktop.ui.tidy.services import TidyServices
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.tabs import TabBar

_BESIDE = 1120
"""Width from which both parts stand side by side; below it each has a tab."""
_FILES = 470
_FEW_COLUMNS = 620
_LEAST = (460, 320)


class Part(IntEnum):
    """The parts, in the order of their tabs."""

    MODELS = 0
    FILES = 1


class TidyPage(QWidget):
    """Two parts, side by side or behind tabs; asks and looks only while it is shown."""

    back_wanted = Signal()

    def __init__(self, theme: Theme, services: TidyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("tidyPage")
        line = self.tr("What models really take, and what lies on this computer without use")
        self.header = SubPageHeader(theme, self.tr("Tidy up"), line)
        names = [self.tr("Models"), self.tr("Files of this computer")]
        self.tabs = TabBar(theme, names, most=len(names))
        self.models = ModelsPart(theme, services)
        self.files = FilesPart(theme, services)
        self._line = Hairline(upright=True)
        self._build()
        self.header.back.clicked.connect(self.back_wanted)
        self.tabs.chosen.connect(self._arrange)
        self._arrange()

    def choose_host(self, host_id: str) -> None:
        """Show the models of one host, or of all (ALL_HOSTS)."""
        self.models.choose_host(host_id)

    def show_part(self, part: Part) -> None:
        """Bring a part into sight where only one has room."""
        self.tabs.choose(part)

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks."""
        parts = (self.models, self.files)
        return (self.header, *(part for part in parts if part.isVisibleTo(self)))

    @override
    def minimumSizeHint(self) -> QSize:
        """That of the narrow page, which it becomes before it is as small."""
        return QSize(self._theme.px(_LEAST[0]), self._theme.px(_LEAST[1]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Back):
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        shown = self.models.table if self.models.isVisibleTo(self) else self.files.verify.verify
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, _part: int = 0) -> None:
        is_wide = self.width() >= self._theme.px(_BESIDE)
        self._tab_line.setVisible(not is_wide)
        self._line.setVisible(is_wide)
        self.models.setVisible(is_wide or self.tabs.current == Part.MODELS)
        self.files.setVisible(is_wide or self.tabs.current == Part.FILES)
        room = self._theme.px(_FILES)
        self.files.setMinimumWidth(room if is_wide else 0)
        self.files.setMaximumWidth(room if is_wide else 16_777_215)
        wide = self.width() - (room if is_wide else 0)
        self.models.set_narrow(wide < self._theme.px(_FEW_COLUMNS))

    def _build(self) -> None:
        px = self._theme.px
        self._tab_line = QWidget()
        line = QVBoxLayout(self._tab_line)
        line.setContentsMargins(px(12), px(4), px(4), 0)
        line.setSpacing(0)
        line.addWidget(self.tabs)
        line.addWidget(Hairline())
        parts = QHBoxLayout()
        parts.setSpacing(0)
        parts.addWidget(self.models, 1)
        parts.addWidget(self._line)
        parts.addWidget(self.files, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._tab_line)
        column.addLayout(parts, 1)
