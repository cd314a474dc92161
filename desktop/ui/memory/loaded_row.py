"""A loaded model: its name, where it lies, how much longer it stays, and what can be done."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.actions import MemoryActions
from desktop.ui.memory.card_row import CardRow
from desktop.ui.memory.countdown import Countdown
from desktop.ui.memory.keep_menu import KeepMenu
from desktop.ui.memory.loaded import Cure, LoadedFacts, Stay
from desktop.ui.memory.loaded_words import (
    countdown,
    figures,
    measures,
    note,
    spoken,
    stay_sentence,
)
from desktop.ui.memory.relabel import relabel
from desktop.ui.memory.slow_banner import SlowBanner
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.marks import CPU, GPU
from desktop.ui.widgets.split_bar import Part, SplitLine
from desktop.ui.widgets.tips import plain_tip

_NAMES, _SPLIT = 3, 7
"""How the name and the bar share what the others leave."""
_ICONS = {
    Stay.COUNTING: "timer",
    Stay.FOR_EVER: "timer",
    Stay.PINNED: "pin",
    Stay.LEAVING: "hourglass",
    Stay.UNKNOWN: "timer",
}


class LoadedRow(CardRow):
    """Filled anew with every poll, in place; only what changed is touched."""

    def __init__(
        self,
        theme: Theme,
        actions: MemoryActions,
        facts: LoadedFacts,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._actions = actions
        self.facts = facts
        self._minute: tuple[Stay, int] | None = None
        self.name = ElidedLabel(theme, "", "medium")
        self.measures = ElidedLabel(theme, "", "small", "muted")
        self.note = ElidedLabel(theme, "", "small", "muted")
        self.split = SplitLine(theme)
        self.countdown = Countdown(theme)
        self.more = IconButton(theme, "ellipsis", "")
        self.unload = Button(theme, self.tr("Unload"))
        self.slow: SlowBanner | None = None
        self._build()
        self.more.clicked.connect(self._open_more)
        self.unload.clicked.connect(lambda: self._actions.unload(self.facts))
        self._fill(now)

    def show_facts(self, facts: LoadedFacts, now: datetime) -> None:
        """Show those from now on."""
        if facts != self.facts:
            self.facts = facts
            self._minute = None
            self._fill(now)

    @override
    def tick(self, now: datetime) -> None:
        stay = self.facts.stay(now)
        self.countdown.say(countdown(self.facts, now), _ICONS[stay])
        minute = stay, int(self.facts.left(now) // 60) if stay is Stay.COUNTING else 0
        if minute != self._minute:
            self._minute = minute
            self.setAccessibleName(spoken(self.facts, now))
            self.countdown.setToolTip(plain_tip(stay_sentence(self.facts, now)))

    @override
    def set_narrow(self, is_narrow: bool) -> None:
        if is_narrow:
            self.column.insertWidget(1, self.split)
        else:
            self.line.insertWidget(1, self.split, _SPLIT, Qt.AlignmentFlag.AlignVCenter)

    def _fill(self, now: datetime) -> None:
        facts = self.facts
        relabel(self.name, facts.name)
        relabel(self.measures, measures(facts))
        relabel(self.note, note(facts, now))
        self.note.setVisible(bool(self.note.text()))
        self.split.show_split(figures(facts), [Part(facts.on_gpu, GPU), Part(facts.on_cpu, CPU)])
        name = visible(facts.name)
        self.more.set_name(self.tr("More for {model}").format(model=name))
        self.unload.setAccessibleName(self.tr("Unload {model}").format(model=name))
        self.unload.setEnabled(bool(facts.living))
        self._fill_slow()
        self.tick(now)

    def _fill_slow(self) -> None:
        if self.slow is None and self.facts.cure is not None:
            self.slow = SlowBanner(self._theme)
            self.slow.use.clicked.connect(self._help)
            self.column.addWidget(self.slow)
        if self.slow is not None:
            self.slow.show_facts(self.facts)

    def _help(self) -> None:
        slow = self.facts.slow
        if self.facts.cure is Cure.CONTEXT and slow is not None:
            self._actions.use_context(self.facts, slow.context)
        else:
            self._actions.load_anew(self.facts)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def _open_menu(self, at: QPoint) -> None:
        """Over the window, not the row: the row may go while it is open."""
        KeepMenu(self._theme, self._actions, self.facts, self.window()).popup(at)

    def _open_more(self) -> None:
        self._open_menu(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        for label in (self.name, self.measures, self.note):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            names.addWidget(label)
        self.split.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        middle = Qt.AlignmentFlag.AlignVCenter
        self.line.addLayout(names, _NAMES)
        self.line.addWidget(self.split, _SPLIT, middle)
        self.line.addSpacing(self._theme.px(8))
        self.line.addWidget(self.countdown, 0, middle)
        self.line.addWidget(self.more, 0, middle)
        self.line.addWidget(self.unload, 0, middle)
