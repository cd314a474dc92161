"""Above the page's work: what is under way, or what could not be done and what was said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.diagnostics.log_lines import explain_log_line
from desktop.system.local_snapshot import Deed, LocalSnapshot, Trouble
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.words import doing, failure, holder_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.messages import Banner
from desktop.ui.wording import words

_LONGEST = 300
"""Characters of what was said that stand in the banner; all of it is one click away."""


class LocalNotice(QWidget):
    """Hidden while there is nothing to say. It never goes away by itself."""

    raw_wanted = Signal(str)
    again_wanted = Signal(object)
    log_wanted = Signal()
    read = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trouble: Trouble | None = None
        self.again = Button(theme, self.tr("Try again"))
        self.log = Button(theme, self.tr("Show the log"))
        self.raw = Button(theme, self.tr("What was said"), "quiet")
        self.dismiss = Button(theme, self.tr("Dismiss"), "quiet")
        self._buttons = (self.again, self.log, self.raw, self.dismiss)
        self.banner = Banner(theme, "info", actions=self._buttons)
        self.banner.setObjectName("localNotice")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), 0)
        column.addWidget(self.banner)
        self.again.clicked.connect(self._ask_again)
        self.log.clicked.connect(self.log_wanted)
        self.raw.clicked.connect(self._show_raw)
        self.dismiss.clicked.connect(self.read)
        self.sentence = ""
        self.hide()

    def show_state(self, known: LocalSnapshot) -> None:
        """Say what is under way; else what went wrong the last time; else nothing."""
        trouble = None if known.deed else known.trouble
        self._trouble = trouble
        self.sentence = doing(known) if trouble is None else failure(trouble)
        if trouble is not None:
            self.banner.say("danger", self.sentence, self._facts(trouble))
        elif self.sentence:
            self.banner.say("info", self.sentence, icon="loader-circle")
        self.again.setVisible(trouble is not None and trouble.deed is not Deed.WRITE)
        has_log = trouble is not None and trouble.deed in (None, Deed.START, Deed.RESTART)
        self.log.setVisible(has_log)
        self.dismiss.setVisible(trouble is not None)
        self.raw.setVisible(trouble is not None and bool(trouble.raw))
        self.setVisible(bool(self.sentence))

    def _facts(self, trouble: Trouble) -> str:
        if trouble.holder is not None:
            return holder_words(trouble)
        explanation = explain_log_line(trouble.raw)
        if explanation is not None:
            return words(explanation).sentence
        raw = trouble.raw.strip()
        return raw if len(raw) <= _LONGEST else f"{raw[:_LONGEST]}…"

    def _ask_again(self) -> None:
        if self._trouble is not None:
            self.again_wanted.emit(self._trouble.deed or Deed.START)

    def _show_raw(self) -> None:
        if (trouble := self._trouble) is not None:
            said = (trouble.command, trouble.raw)
            self.raw_wanted.emit("\n\n".join(text for text in said if text))
