"""The line above an answer: who gives it, and the walk along its branches."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.chat.snapshot import Place
from desktop.domain.conversation import BranchStep, EntryId
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.transcript.content import Content, Heading
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.chat.transcript.wishes import Wishes
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import ElidedLabel, Label, Tag
from desktop.ui.widgets.pictures import Icon


class BranchWalk(QWidget):
    """Which branch this is, between two arrows: ‹ 2/3 ›."""

    def __init__(self, theme: Theme, wishes: Wishes) -> None:
        super().__init__()
        self._entry_id = EntryId("")
        self._before = IconButton(theme, "chevron-left", self.tr("Earlier branch"), length=14)
        self._after = IconButton(theme, "chevron-right", self.tr("Later branch"), length=14)
        self._words = Label(theme, "", "small", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self._before, self._words, self._after):
            row.addWidget(widget)
        self._before.clicked.connect(lambda: wishes.walk.emit(self._entry_id, BranchStep.BEFORE))
        self._after.clicked.connect(lambda: wishes.walk.emit(self._entry_id, BranchStep.AFTER))

    def show_place(self, entry_id: EntryId, place: Place | None) -> None:
        self._entry_id = entry_id
        self.setVisible(place is not None)
        if place is not None:
            self._words.setText(f"{place.number}/{place.count}")
            said = self.tr("Branch {number} of {count}")
            self._words.setAccessibleName(said.format(number=place.number, count=place.count))
            self._before.setEnabled(place.number > 1)
            self._after.setEnabled(place.number < place.count)


class Marks(QWidget):
    """What is to be known of a message: that it is pinned, or that no model saw it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._pinned = Icon(theme, "pin", 12, "muted")
        self._pinned.setToolTip(self.tr("Pinned: it is never left out"))
        self._unseen = Tag(theme, self.tr("Not seen by the model"), "warning")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._unseen)
        row.addWidget(self._pinned)

    def show_marks(self, *, is_pinned: bool, is_unseen: bool) -> None:
        self._pinned.setVisible(is_pinned)
        self._unseen.setVisible(is_unseen)
        self.setVisible(is_pinned or is_unseen)


class HeadingView(RowView):
    """Model and host, and at the right the branches."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        theme = tools.theme
        self._icon = Icon(theme, "sparkle", 16, "link")
        self._model = ElidedLabel(theme, "", "strong")
        self._host = Label(theme, "", "body", "muted")
        self._marks = Marks(theme)
        self._walk = BranchWalk(theme, tools.wishes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for widget in (self._icon, self._model, self._host, self._marks):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._walk)
        self.setMinimumHeight(theme.px(24))

    def show_content(self, content: Content) -> None:
        if isinstance(content, Heading):
            self._model.setText(content.model)
            self._host.setText(content.host)
            self._marks.show_marks(is_pinned=content.is_pinned, is_unseen=content.is_unseen)
            self._walk.show_place(content.entry_id, content.place)
            said = self.tr("Answer of {model} on {host}")
            self.setAccessibleName(said.format(model=content.model, host=content.host))
