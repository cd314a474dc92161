"""What stopped a doctor's run: the cause, the facts, and the buttons that mend it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme, set_property
from desktop.ui.jobs.raw_answer import RawAnswer
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import BannerKind
from desktop.ui.wording import words


class Finding(QFrame):
    """An explanation on a soft ground; hidden while there is none.

    `is_offered` says which remedies have a button here.
    """

    remedy_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        kind: BannerKind = "danger",
        is_offered: Callable[[Remedy], bool] = lambda _: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_offered = is_offered
        self._shown: Explanation | None = None
        self._sentence = Label(theme, "", "medium", wraps=True)
        self._facts = Label(theme, "", "small", "muted", wraps=True)
        self._buttons = QWidget()
        self._flow = FlowLayout(theme.px(6))
        set_property(self, "banner", kind)
        self.setObjectName("finding")
        self._build()
        self.hide()

    def explain(self, explanation: Explanation | None) -> None:
        """Show that cause, or nothing."""
        if explanation is not None and explanation != self._shown:
            said = words(explanation)
            self._sentence.setText(said.sentence)
            self._facts.setText(said.facts)
            self._facts.setVisible(bool(said.facts))
            self.setAccessibleName(joining.sentences(said.sentence, said.facts))
            self._offer(explanation)
        self._shown = explanation
        self.setVisible(explanation is not None)

    def _offer(self, explanation: Explanation) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for offer in words(explanation).buttons:
            if self._is_offered(offer.remedy):
                button = Button(self._theme, offer.label)
                button.setObjectName(f"remedy{offer.remedy.name}")
                button.clicked.connect(
                    lambda _=False, remedy=offer.remedy: self.remedy_wanted.emit(remedy)
                )
                button.set_kind("secondary" if self._flow.count() else "primary")
                self._flow.addWidget(button)
        if explanation.raw:
            raw = Button(self._theme, self.tr("Raw answer"), "quiet")
            raw.setObjectName("rawAnswerButton")
            raw.clicked.connect(lambda: RawAnswer(self._theme, explanation.raw, self).open())
            self._flow.addWidget(raw)
        self._buttons.setVisible(self._flow.count() > 0)

    def _build(self) -> None:
        px = self._theme.px
        below = QVBoxLayout(self._buttons)
        below.setContentsMargins(0, px(6), 0, 0)
        below.addLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(9), px(12), px(10))
        column.setSpacing(px(2))
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._sentence)
        column.addWidget(self._facts)
        column.addWidget(self._buttons)
