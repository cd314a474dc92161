"""What a person has to know of an answer, and what mends it: cut off, failed, too long."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.chat.snapshot import Decision
from desktop.diagnostics.explain import Remedy
from desktop.domain.conversation import Ending, EntryId
from desktop.domain.text import visible
from desktop.ui import joining
from desktop.ui.chat.transcript import words
from desktop.ui.chat.transcript.content import Content, Ended, Failed, Forgotten, TooLong
from desktop.ui.chat.transcript.row import RowView
from desktop.ui.chat.transcript.views.tools import Tools
from desktop.ui.widgets.buttons import Button, ButtonKind
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.messages import Banner, BannerKind
from desktop.ui.wording import words as explained
from desktop.ui.wording_remedies import IN_CHAT

_FACTS = 300
"""Characters of an old error's text that are shown."""


class NoticeView(RowView):
    """A banner, and below its words the buttons, which break into lines where they have to."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._column = column
        self._banner: Banner | None = None

    def _say(
        self,
        kind: BannerKind,
        sentence: str,
        facts: str,
        actions: Sequence[tuple[str, Callable[[], None]]],
    ) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
        self._banner = Banner(self._tools.theme, kind, sentence, facts)
        if actions:
            self._add_buttons(self._banner, actions)
        self._column.addWidget(self._banner)
        self.setAccessibleName(joining.sentences(sentence, facts))

    def _add_buttons(
        self, banner: Banner, actions: Sequence[tuple[str, Callable[[], None]]]
    ) -> None:
        theme = self._tools.theme
        buttons = QWidget()
        flow = FlowLayout(theme.px(6), buttons)
        for number, (label, do) in enumerate(actions):
            kind: ButtonKind = "secondary" if number else "primary"
            button = Button(theme, label, kind)
            button.clicked.connect(do)
            flow.addWidget(button)
        banner.add_below(buttons, theme.px(8))


class EndedView(NoticeView):
    """An answer that did not come to its own end."""

    @override
    def show_content(self, content: Content) -> None:
        if not isinstance(content, Ended):
            return
        wishes = self._tools.wishes
        actions: list[tuple[str, Callable[[], None]]] = []
        if content.is_last:
            actions.append((self.tr("Continue"), _continue(self._tools, content.entry_id)))
            if content.ending is Ending.LENGTH:
                actions.append((self.tr("Raise num_predict…"), wishes.parameters.emit))
        is_broken = content.ending in (Ending.BROKEN, Ending.KILLED)
        kind: BannerKind = "warning" if is_broken else "info"
        facts = visible(content.trouble[:_FACTS])
        self._say(kind, words.ended(content.ending), facts, actions)


class FailedView(NoticeView):
    """Why nothing came, or no more: the cause, and its remedies."""

    @override
    def show_content(self, content: Content) -> None:
        if not isinstance(content, Failed):
            return
        said = explained(content.explanation, IN_CHAT)
        actions: list[tuple[str, Callable[[], None]]] = []
        if content.can_continue:
            actions.append((self.tr("Continue"), _continue(self._tools, content.entry_id)))
        others = [button for button in said.buttons if button.remedy is not Remedy.CONTINUE]
        actions += [(button.label, _remedy(self._tools, button.remedy)) for button in others]
        self._say("danger", said.sentence, said.facts.strip(), actions)


class ForgottenView(NoticeView):
    """Older messages were cut off silently."""

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, Forgotten):
            raise_it = _remedy(self._tools, Remedy.RAISE_CONTEXT)
            self._say(
                "warning",
                self.tr("The model did not see the older messages."),
                self.tr("The server cut them off silently, because the context was full."),
                [(self.tr("Raise num_ctx"), raise_it)],
            )


class TooLongView(NoticeView):
    """A message that waits for a decision: the context is too small for it."""

    @override
    def show_content(self, content: Content) -> None:
        if isinstance(content, TooLong):
            sentence, facts = words.too_long(content.overfull)
            decisions = words.decisions(content.overfull)
            actions = [(label, _decide(self._tools, choice)) for choice, label in decisions]
            self._say("warning", sentence, facts, actions)


def _continue(tools: Tools, entry_id: EntryId) -> Callable[[], None]:
    return lambda: tools.wishes.go_on.emit(entry_id)


def _remedy(tools: Tools, remedy: Remedy) -> Callable[[], None]:
    return lambda: tools.wishes.remedy.emit(remedy)


def _decide(tools: Tools, decision: Decision) -> Callable[[], None]:
    return lambda: tools.wishes.decide.emit(decision)
