"""Whether it runs, by whom and where; starting and stopping it; what becomes of it later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.system.local_snapshot import Deed, LocalSnapshot
from desktop.system.server_state import RunBy
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.facts import Fact, facts, summary
from desktop.ui.local_server.later import LaterChoice
from desktop.ui.local_server.words import headline, is_silent
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.key_values import KeyValues, Section
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.pictures import StateDot

_WIDTH = 760


class Overview(QScrollArea):
    """Asks for deeds by a signal: nothing is done that was not shown before."""

    deed_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._dot = StateDot(theme, Dot.CHECKING)
        self.headline = Label(theme, "", "heading", wraps=True)
        self._summary = Label(theme, "", "small", "muted", wraps=True)
        self.start = Button(theme, self.tr("Start…"), "primary", "play")
        self.restart = Button(theme, self.tr("Restart…"), icon="rotate-cw")
        self.stop = Button(theme, self.tr("Stop…"), icon="square")
        self.open = Banner(theme, "warning", self._open_words(), icon="shield-alert")
        self.silent = Banner(theme, "warning", self._silent_words())
        self.pairs = KeyValues(theme)
        self._section = Section(theme, self.tr("What is known"), has_line=False)
        self.later = LaterChoice(theme)
        self._build()
        self.start.clicked.connect(lambda: self.deed_wanted.emit(Deed.START))
        self.restart.clicked.connect(lambda: self.deed_wanted.emit(Deed.RESTART))
        self.stop.clicked.connect(lambda: self.deed_wanted.emit(Deed.STOP))
        self.later.login_wanted.connect(self._ask_login)
        self.later.boot_wanted.connect(self._ask_boot)

    def show_state(self, known: LocalSnapshot, possible: frozenset[Deed]) -> None:
        """Show what is known; `possible` is what can be done now."""
        state = known.state
        is_running = state is not None and state.is_running
        dot = Dot.UP if is_running else Dot.DOWN
        self._dot.show_dot(Dot.CHECKING if state is None or known.deed else dot)
        self.headline.setText(headline(known))
        self._summary.setText(summary(known))
        self._summary.setVisible(bool(self._summary.text()))
        for button, deed in self._buttons():
            button.setVisible(deed in possible)
            button.setEnabled(known.deed is None)
        is_open = is_running and state is not None and state.port.is_open_to_others
        self.open.setVisible(is_open and state is not None and state.run_by is not RunBy.CONTAINER)
        self.silent.setVisible(state is not None and is_silent(state) and known.deed is None)
        self._show_facts(facts(known))
        self.later.show_state(known, possible)

    def _buttons(self) -> tuple[tuple[Button, Deed], ...]:
        return ((self.start, Deed.START), (self.restart, Deed.RESTART), (self.stop, Deed.STOP))

    def _show_facts(self, found: tuple[Fact, ...]) -> None:
        """Build the pairs anew only where one is another: a copy button keeps the focus."""
        if found == self._facts:
            return
        self._facts = found
        old, self.pairs = self.pairs, KeyValues(self._theme)
        for fact in found:
            self.pairs.add(fact.key, fact.value, mono=fact.is_path)
        self._section.body.replaceWidget(old, self.pairs)
        old.hide()
        old.deleteLater()

    def _ask_login(self, starts: bool) -> None:
        self.deed_wanted.emit(Deed.STARTS_AT_LOGIN if starts else Deed.STARTS_BY_HAND)

    def _ask_boot(self, starts: bool) -> None:
        self.deed_wanted.emit(Deed.STARTS_AT_BOOT if starts else Deed.STARTS_NOT_AT_BOOT)

    def _open_words(self) -> str:
        return self.tr(
            "Other computers can reach it, and Ollama has no sign-in: whoever does may use, fill "
            "and empty it."
        )

    def _silent_words(self) -> str:
        return self.tr(
            "Nothing listens on its port: it is still starting, fails to start, which its log "
            "tells, or listens on another port, which its environment tells."
        )

    def _build(self) -> None:
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.headline)
        words.addWidget(self._summary)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._dot)
        top.addLayout(words, 1)
        for button, _ in self._buttons():
            top.addWidget(button)
        card = QFrame()
        card.setProperty("box", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(px(16), px(14), px(16), px(14))
        inside.addLayout(top)
        inner = QWidget()
        inner.setMaximumWidth(px(_WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(14))
        column.addWidget(card)
        column.addWidget(self.open)
        column.addWidget(self.silent)
        self._section.body.addWidget(self.pairs)
        column.addWidget(self._section)
        column.addWidget(self.later)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(inner)
