"""What is shown while no host has ever answered: what was tried, and what to do next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.diagnostics.explain import explain
from desktop.domain.address import BadAddress
from desktop.domain.host import HostId, HostState
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.system.local_ollama import LocalOllama
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.words import asking_again
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.wording import words
from desktop.ui.wording_names import address_problem

_COLUMN = 560
_TICK_MS = 1000


def is_first_run(snapshots: tuple[HostSnapshot, ...]) -> bool:
    """Whether nothing has ever answered: there is no host, or each is down and has no list."""
    return all(
        snapshot.state is HostState.DOWN and not snapshot.models_known for snapshot in snapshots
    )


@dataclass(frozen=True, slots=True)
class OllamaHere:
    """The Ollama of this computer: what is known of it, what starts it, and what tests a host."""

    local: LocalOllama
    start: Callable[[], None]
    test: Callable[[HostId], None]


class FirstRunPage(QWidget):
    """Says what was asked and why nothing came, and offers a host, a search or the demo host.

    Where Ollama is installed on this computer and does not run, that comes first.
    """

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        *,
        add_host: Callable[[], None],
        find_hosts: Callable[[], None],
        explore: Callable[[], None],
        bad_variable: BadAddress | None = None,
        here: OllamaHere | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("firstRun")
        self._theme = theme
        self._registry = registry
        self._bad_variable = bad_variable
        self._heading = Label(theme, "", "display", wraps=True)
        self._lines = Label(theme, "", "body", "muted", wraps=True)
        self._again = Label(theme, "", "small", "muted")
        self._ask = Button(theme, self.tr("Ask now"), "link")
        self._ask.clicked.connect(lambda: registry.refresh())
        self._here = here
        self._check = Button(theme, self.tr("What did Paddock check?"), "link")
        self._check.setObjectName("firstRunCheck")
        self._check.clicked.connect(self._test_first)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._refresh_clock)
        self._build((add_host, find_hosts, explore))
        self.destroyed.connect(registry.host_changed.subscribe(lambda _: self._follow()))
        self.destroyed.connect(registry.changed.subscribe(lambda _: self._follow()))
        if here is not None:
            self.destroyed.connect(here.local.changed.subscribe(lambda _: self._follow()))
        self.refresh()

    def refresh(self) -> None:
        """Say what is known now."""
        snapshots = self._registry.snapshots
        self._heading.setText(self._heading_text(snapshots))
        self._lines.setText("\n".join(self._reasons(snapshots)))
        self._start.setVisible(self._can_start)
        self._add.set_kind("secondary" if self._can_start else "primary")
        self._check.setVisible(self._here is not None and bool(snapshots))
        self._refresh_clock()

    @property
    def _can_start(self) -> bool:
        """Whether Ollama is installed here, does not run, and one of the hosts would be it."""
        state = self._here.local.state if self._here is not None else None
        is_asked = any(one.host.address.is_loopback for one in self._registry.snapshots)
        return is_asked and state is not None and state.is_found and not state.is_running

    def _test_first(self) -> None:
        if self._here is not None and (snapshots := self._registry.snapshots):
            self._here.test(snapshots[0].id)

    def _start_here(self) -> None:
        if self._here is not None:
            self._here.start()

    def _follow(self) -> None:
        """With many hosts, something changes many times a second; hidden, none of it is read."""
        if self.isVisible():
            self.refresh()

    @override
    def showEvent(self, event: QEvent) -> None:
        self._tick.start()
        if self._here is not None:
            self._here.local.refresh()
        self.refresh()

    @override
    def hideEvent(self, event: QEvent) -> None:
        self._tick.stop()

    def _heading_text(self, snapshots: tuple[HostSnapshot, ...]) -> str:
        if not snapshots:
            return self.tr("No hosts yet")
        if all(snapshot.host.address.is_loopback for snapshot in snapshots):
            return self.tr("Nothing answers on this computer")
        return self.tr("No host answers")

    def _reasons(self, snapshots: tuple[HostSnapshot, ...]) -> list[str]:
        lines: list[str] = []
        if self._bad_variable is not None:
            text = self.tr("OLLAMA_HOST holds no address, so it was left aside. {reason}")
            lines.append(text.format(reason=address_problem(self._bad_variable)))
        for snapshot in snapshots[:3]:
            if snapshot.error is not None:
                said = words(explain(snapshot.error, snapshot.host))
                lines.append(said.sentence)
        if not snapshots:
            lines.append(self.tr("A host is a computer on which Ollama runs."))
        elif self._can_start:
            lines.append(self.tr("Ollama is installed here, but it does not run."))
        else:
            lines.append(self.tr("Start Ollama there, or add the host on which it runs."))
        return lines

    def _refresh_clock(self) -> None:
        now = datetime.now(UTC)
        waits = [line for s in self._registry.snapshots if (line := asking_again(s, now))]
        self._again.setText(waits[0] if waits else "")
        self._ask.setVisible(bool(waits))

    def _build(self, doors: tuple[Callable[[], None], ...]) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(20), px(20), px(20))
        column.setSpacing(px(8))
        column.addStretch(2)
        column.addWidget(Icon(self._theme, "unplug", 36), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(16))
        for label in (self._heading, self._lines):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(px(20))
        column.addLayout(self._offer_row(doors))
        column.addSpacing(px(12))
        column.addLayout(self._clock_row())
        column.addStretch(3)

    def _offer_row(self, doors: tuple[Callable[[], None], ...]) -> QHBoxLayout:
        """Put them into the middle; a row, so that words are broken in the width that they get."""
        cards = QVBoxLayout()
        cards.setSpacing(self._theme.px(8))
        for card in self._offers(*doors):
            cards.addWidget(card)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(cards)
        row.addStretch(1)
        return row

    def _offers(
        self,
        add_host: Callable[[], None],
        find_hosts: Callable[[], None],
        explore: Callable[[], None],
    ) -> list[QFrame]:
        self._start = self._start_offer()
        self._add = add = Button(self._theme, self.tr("Add…"), "primary")
        add.setObjectName("firstRunAdd")
        add.clicked.connect(add_host)
        find = Button(self._theme, self.tr("Find…"))
        find.setObjectName("firstRunFind")
        find.clicked.connect(find_hosts)
        demo = Button(self._theme, self.tr("Explore"))
        demo.setObjectName("firstRunExplore")
        demo.clicked.connect(explore)
        return [
            self._start,
            self._offer(
                "server",
                self.tr("Add a host"),
                self.tr("An address, as you would give it to OLLAMA_HOST."),
                add,
            ),
            self._offer(
                "radar",
                self.tr("Find hosts on my network"),
                self.tr("It says first which addresses it would ask."),
                find,
            ),
            self._offer(
                "flask-conical",
                self.tr("Explore the demo host"),
                self.tr("A make-believe server inside Paddock: pull, copy and delete freely."),
                demo,
            ),
        ]

    def _start_offer(self) -> QFrame:
        start = Button(self._theme, self.tr("Start…"), "primary")
        start.setObjectName("firstRunStart")
        start.clicked.connect(self._start_here)
        return self._offer(
            "play",
            self.tr("Start Ollama"),
            self.tr("Runs ollama serve with your own settings. You see the command first."),
            start,
        )

    def _offer(self, icon: str, title: str, line: str, button: Button) -> QFrame:
        px = self._theme.px
        card = QFrame()
        card.setProperty("box", "card")
        card.setFixedWidth(px(_COLUMN))
        words_column = QVBoxLayout()
        words_column.setSpacing(px(1))
        words_column.addWidget(Label(self._theme, title, "medium"))
        words_column.addWidget(Label(self._theme, line, "small", "muted", wraps=True))
        button.setMinimumWidth(px(80))
        row = QHBoxLayout(card)
        row.setContentsMargins(px(16), px(13), px(14), px(13))
        row.setSpacing(px(14))
        row.addWidget(Icon(self._theme, icon, 20, "link"))
        row.addLayout(words_column, 1)
        row.addWidget(button)
        return card

    def _clock_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addStretch(1)
        row.addWidget(self._again)
        row.addWidget(self._ask)
        row.addWidget(self._check)
        row.addStretch(1)
        return row
