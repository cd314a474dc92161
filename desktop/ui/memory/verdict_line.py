"""One line that says whether a model fits, for pages that are about something else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import Host, HostId
from desktop.memory.snapshot import FitAnswer, Missing
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.fit_words import said_of
from desktop.ui.memory.services import FitsService
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.widgets.tips import plain_tip

Question: TypeAlias = Callable[[FitsService], FitAnswer]
_LINK = 4
"""Room beside the words of a link, for its ground: the words themselves are to stand in line."""
_NOTHING = {Missing.NO_HOST, Missing.FAILED}


@dataclass(frozen=True, slots=True)
class FitDoor:
    """What other pages get of the memory page.

    `judge` shows "Will it fit?" there with a model of a host and a num_ctx, 0 for the usual one;
    `judge_file` does with a GGUF file. `hosts` are those in the list now.
    """

    fits: FitsService
    hosts: Callable[[], Sequence[Host]]
    judge: Callable[[HostId, str, int], None]
    judge_file: Callable[[Path], None]


class VerdictLine(QWidget):
    """Asks as it is told to, and again whenever an answer may be another; hidden, it does not.

    It hides itself where there is nothing to say, as of a host that does not answer. `more` leads
    to the whole sum. It has to lie in its place before it is told what to ask.
    """

    def __init__(self, theme: Theme, door: FitDoor, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._question: Question | None = None
        self._host = ""
        self._then: Callable[[], None] | None = None
        self.icon = Icon(theme, "info", 14)
        self.words = Label(theme, "", "small", "muted", wraps=True)
        self.more = Button(theme, self.tr("Will it fit?"), "link")
        self.more.clicked.connect(self._on_more)
        self._build(theme)
        frame = Frame[None](self, lambda _: self._refresh())
        self.destroyed.connect(door.fits.changed.subscribe(lambda _: frame.add(None)))
        self.ask(None)

    def ask(
        self, question: Question | None, host: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Show the answer to that; `host` names the host, `then` is what `more` does."""
        self._question, self._host, self._then = question, host, then
        self.more.setVisible(then is not None)
        if question is None:
            self.setVisible(False)
        else:
            self._show(question(self._door.fits))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        if self._question is not None and (parent := self.parentWidget()) and parent.isVisible():
            self._show(self._question(self._door.fits))

    def _show(self, answer: FitAnswer) -> None:
        said = said_of(answer, self._host)
        self.icon.show_icon(said.icon, said.role)
        if said.line != self.words.text():
            self.words.setText(said.line)
        self.words.setToolTip(plain_tip(said.more))
        self.setAccessibleName(said.line)
        self.setAccessibleDescription(said.more)
        self.more.setAccessibleDescription(said.line)
        self.setVisible(answer.missing not in _NOTHING)

    def _on_more(self) -> None:
        if self._then is not None:
            self._then()

    def _build(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.words)
        link = QHBoxLayout()
        link.setSpacing(0)
        link.addSpacing(-theme.px(_LINK))
        link.addWidget(self.more)
        link.addStretch(1)
        words.addLayout(link)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
