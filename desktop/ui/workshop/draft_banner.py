"""What is to be known of a draft's file, above its text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.messages import Banner
from desktop.workshop.draft import Disk, Draft, Note


class DraftBanner(QWidget):
    """Says one thing at a time, the most pressing one; nothing where all is well."""

    theirs_wanted = Signal()
    mine_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theirs = Button(theme, self.tr("Take what is in the file"))
        self.mine = Button(theme, self.tr("Keep my text"))
        self.banner = Banner(theme, "warning", actions=(self.mine, self.theirs))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(10), theme.px(16), theme.px(10))
        column.addWidget(self.banner)
        self.theirs.clicked.connect(self.theirs_wanted)
        self.mine.clicked.connect(self.mine_wanted)
        self.hide()

    def show_draft(self, draft: Draft | None, problem: OSError | None) -> None:
        """Show what is to be known of it; `problem` is why drafts cannot be kept now."""
        is_changed = draft is not None and draft.disk is Disk.CHANGED
        self.theirs.setVisible(is_changed)
        self.mine.setVisible(is_changed)
        if problem is not None:
            self._say_problem(problem)
        elif draft is not None and is_changed:
            text = self.tr("Another program has written to {file}, and here it was edited too.")
            facts = self.tr("Saving is possible again once you chose.")
            self.banner.say("warning", text.format(file=_file(draft)), facts)
        elif draft is not None and draft.disk is Disk.MISSING:
            text = self.tr("{file} is gone. Saving writes it again.")
            self.banner.say("warning", text.format(file=_file(draft)))
        elif draft is not None and draft.notes and draft.is_edited:
            self.banner.say("info", self._notes(draft))
        else:
            self.hide()
            return
        self.show()

    def _say_problem(self, problem: OSError) -> None:
        text = self.tr("Drafts cannot be kept: {reason}")
        reason = visible(problem.strerror or type(problem).__name__)
        facts = self.tr("What you write is lost if the program ends before you save.")
        self.banner.say("danger", text.format(reason=reason), facts)

    def _notes(self, draft: Draft) -> str:
        said = {
            Note.WAS_UTF16: self.tr("The file was UTF-16; it is saved as UTF-8."),
            Note.MIXED_LINE_ENDS: self.tr("Its lines ended in several ways; all will be alike."),
            Note.BROKEN_CHARACTERS: self.tr("Bytes in it that are no text became �."),
        }
        return joining.sentences(*(said[note] for note in Note if note in draft.notes))


def _file(draft: Draft) -> str:
    return visible(draft.path.name) if draft.path else ""
