"""The answer to "Will it fit?": the verdict with its sum, or why there is none, and what helps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagnostics.explain import explain
from desktop.domain.memory import Verdict
from desktop.memory.snapshot import FitAnswer, Missing
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.numbers import shown
from desktop.ui.memory.fit_words import missing_words, need_words, silence_words
from desktop.ui.memory.verdict import VerdictView
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.wording import brief


class AnswerView(QWidget):
    """One answer at a time; its buttons ask for another context, for figures, or once more."""

    context_wanted = Signal(int)
    sources_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._largest = 0
        self.view = VerdictView(theme)
        self.icon = Icon(theme, "info", 16)
        self.missing = Label(theme, "", "body", "muted", wraps=True)
        self.reason = Label(theme, "", "small", "muted", wraps=True)
        self.use = Button(theme, "")
        self.enter = Button(theme, self.tr("Enter it…"))
        self.retry = Button(theme, self.tr("Ask again"))
        self._build()
        self.use.clicked.connect(lambda: self.context_wanted.emit(self._largest))
        self.enter.clicked.connect(self.sources_wanted)
        self.retry.clicked.connect(self.retry_wanted)

    @property
    def said(self) -> str:
        """The verdict in words, or why there is none."""
        if self.view.isHidden():
            return self.missing.text()
        return self.view.banner.accessibleName()

    def show_answer(self, answer: FitAnswer, host: str, *, can_retry: bool = True) -> None:
        """Show whether it fits, or why that is not known.

        Without `can_retry` a host that did not say is asked again by itself.
        """
        is_known = answer.fit is not None
        self.view.setVisible(is_known)
        self._missing_row.setVisible(not is_known)
        self.retry.setVisible(answer.missing is Missing.FAILED and can_retry)
        reason = brief(explain(answer.error)) if answer.error is not None else ""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        if answer.fit is None:
            said = missing_words(answer.missing or Missing.NO_MEASURES, host)
            self.icon.show_icon(said.icon, said.role)
            self.missing.setText(said.line)
            return
        self.view.show_fit(
            answer.fit,
            answer.load,
            largest=answer.largest,
            basis=answer.basis,
            range_said=need_words(answer),
            silence=silence_words(host) if answer.is_silent else "",
        )
        self._show_buttons(answer)

    def say(self, words: str, icon: str = "info") -> None:
        """Show a sentence in the place of an answer."""
        self.view.hide()
        self.retry.hide()
        self.reason.hide()
        self.icon.show_icon(icon, "muted")
        self.missing.setText(words)
        self._missing_row.show()

    def _show_buttons(self, answer: FitAnswer) -> None:
        """Offer the largest context that fits where it is another, or to enter what is unknown."""
        verdict = answer.fit.verdict if answer.fit else Verdict.UNKNOWN
        largest = answer.largest or 0
        self._largest = largest
        self.use.setText(self.tr("Use {context}").format(context=shown(largest)))
        self.use.setVisible(
            verdict is not Verdict.UNKNOWN and largest not in {0, answer.load.context}
        )
        self.enter.setVisible(verdict is Verdict.UNKNOWN)
        self._buttons.setVisible(not self.use.isHidden() or not self.enter.isHidden())

    def _build(self) -> None:
        px = self._theme.px
        self._missing_row = QWidget()
        row = QHBoxLayout(self._missing_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self.missing)
        words.addWidget(self.reason)
        words.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        self._buttons = QWidget()
        flow = FlowLayout(px(6), self._buttons, line_gap=px(4))
        flow.addWidget(self.use)
        flow.addWidget(self.enter)
        self.view.banner.add_below(self._buttons, px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._missing_row)
        column.addWidget(self.view)
