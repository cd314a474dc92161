"""The first line of a host's card: what it is, how much memory it has, and what it offers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.card_facts import CardFacts
from desktop.ui.memory.card_row import EDGE
from desktop.ui.memory.host_words import problem_words, source_word
from desktop.ui.memory.relabel import relabel
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.labels import ElidedLabel, Tag
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.pictures import StateDot
from desktop.ui.widgets.tips import plain_tip


class CardHeader(QWidget):
    """Dot, name, where its memory is known from; figures and buttons at the right."""

    load_wanted = Signal()
    unload_all_wanted = Signal()
    sources_wanted = Signal()
    ask_again_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: CardFacts | None = None
        self._is_narrow = False
        self._dot = StateDot(theme, Dot.CHECKING)
        self.name = ElidedLabel(theme, "", "heading")
        self.source = Tag(theme, "")
        self.problem = Tag(theme, self.tr("not told"), "warning")
        self.state = ElidedLabel(theme, "", "small", "muted")
        self.figures = ElidedLabel(theme, "", "small", "muted")
        self.say_memory = Button(theme, self.tr("Say how much memory it has"), "link")
        self.load = Button(theme, self.tr("Load a model…"))
        self.add = IconButton(theme, "plus", "")
        self.more = IconButton(theme, "ellipsis", "")
        self.unload_all = Button(theme, self.tr("Unload all"), "quiet")
        self._build()
        self._connect()

    def show_facts(self, facts: CardFacts) -> None:
        """Show what is known of a host."""
        self._facts = facts
        host = visible(facts.host.label)
        self._dot.show_dot(facts.dot)
        relabel(self.name, facts.host.label)
        is_known = bool(facts.memory_words)
        self.source.setVisible(facts.is_up and is_known and facts.source is not None)
        if facts.source is not None:
            relabel(self.source, source_word(facts.source))
        self.problem.setVisible(facts.is_up and facts.problem is not None)
        if facts.problem is not None:
            self.problem.setToolTip(plain_tip(problem_words(facts.problem)))
        nothing = self.tr("Nothing is loaded") if facts.is_slim else ""
        relabel(self.state, facts.state_words or nothing)
        relabel(self.figures, facts.memory_words if facts.is_up else "")
        self.say_memory.setVisible(facts.is_up and not is_known)
        self._show_buttons(facts)
        for button, text in (
            (self.load, self.tr("Load a model on {host}")),
            (self.unload_all, self.tr("Unload all models on {host}")),
            (self.say_memory, self.tr("Say how much memory {host} has")),
        ):
            button.setAccessibleName(text.format(host=host))
        self.add.set_name(self.tr("Load a model on {host}").format(host=host))
        self.more.set_name(self.tr("More for {host}").format(host=host))

    def _show_buttons(self, facts: CardFacts) -> None:
        for label in (self.state, self.figures):
            label.setVisible(bool(label.text()))
        self.load.setVisible(facts.is_up and facts.is_slim)
        self.add.setVisible(facts.is_up and not facts.is_slim)
        self.unload_all.setVisible(facts.is_up and bool(facts.loaded))

    def _open_menu(self) -> None:
        menu = QMenu(self.window())
        menu.setObjectName("cardMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        facts = self._facts
        if facts is not None and facts.is_up:
            menu.addAction(
                self._theme.icon("plus"), self.tr("Load a model…"), self.load_wanted.emit
            )
            if facts.loaded:
                text = self.tr("Unload all")
                menu.addAction(self._theme.icon("square"), text, self.unload_all_wanted.emit)
            menu.addSeparator()
        known = self.tr("How its memory is known…")
        menu.addAction(self._theme.icon("memory-stick"), known, self.sources_wanted.emit)
        again = self.tr("Ask again")
        menu.addAction(self._theme.icon("refresh-cw"), again, self.ask_again_wanted.emit)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _connect(self) -> None:
        self.load.clicked.connect(self.load_wanted)
        self.add.clicked.connect(self.load_wanted)
        self.unload_all.clicked.connect(self.unload_all_wanted)
        self.say_memory.clicked.connect(self.sources_wanted)
        self.more.clicked.connect(self._open_menu)

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the figures below the name."""
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        side = Qt.AlignmentFlag.AlignLeading if is_narrow else Qt.AlignmentFlag.AlignTrailing
        for place, label in enumerate((self.state, self.figures)):
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            if is_narrow:
                self._below.insertWidget(place, label)
            else:
                self._line.insertWidget(self._figures_at + place, label)

    def _build(self) -> None:
        px = self._theme.px
        middle = Qt.AlignmentFlag.AlignVCenter
        for label in (self.state, self.figures):
            label.setAlignment(Qt.AlignmentFlag.AlignTrailing | middle)
        self.name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._line = QHBoxLayout()
        self._line.setSpacing(px(10))
        for widget in (self._dot, self.name, self.source, self.problem):
            self._line.addWidget(widget, 0, middle)
        self._line.addStretch(1)
        self._figures_at = self._line.count()
        for widget in (self.state, self.figures, self.say_memory, self.add, self.more):
            self._line.addWidget(widget, 0, middle)
        self._line.addWidget(self.load)
        self._line.addWidget(self.unload_all)
        self._below = QHBoxLayout()
        self._below.setSpacing(px(10))
        self._below.setContentsMargins(px(22), 0, 0, 0)
        self._below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(EDGE - 1), px(8), px(14), px(8))
        column.setSpacing(0)
        column.addLayout(self._line, 1)
        column.addLayout(self._below)
        self.setMinimumHeight(px(44))
