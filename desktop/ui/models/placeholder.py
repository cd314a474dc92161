"""What stands where the rows would: why there are none, and what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.diagnostics.explain import Remedy, explain
from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.states import PageState
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.pictures import Loader
from desktop.ui.wording import remedy_label, words
from desktop.ui.wording_remedies import OFFERED

_LONGEST_NAME = 30
"""Characters of the filter that a button repeats."""


class Placeholder(QStackedWidget):
    """One page for each state; its buttons say what they do."""

    clear_wanted = Signal()
    pull_wanted = Signal(str)
    add_wanted = Signal()
    remedy_wanted = Signal(str, object)
    """A host's id, and the remedy to carry out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._down: HostId | None = None
        self.clear = self._button(self.tr("Clear filter"), "clearFilter")
        self.pull_text = self._button("", "pullFilter")
        self.pull = self._button(self.tr("Pull model…"), "pullFirst")
        self.add = self._button(self.tr("Add a host…"), "addFirstHost")
        self.remedies = {
            remedy: self._button(remedy_label(remedy), f"remedy{remedy.name}") for remedy in OFFERED
        }
        self.reading = Label(theme, "", "body", "muted")
        self.states: dict[PageState, EmptyState] = {
            PageState.FILTERED: self._state("search-x", (self.clear, self.pull_text)),
            PageState.EMPTY: self._state("boxes", (self.pull,)),
            PageState.DOWN: self._state("unplug", tuple(self.remedies.values())),
            PageState.NO_HOST: self._state("server", (self.add,)),
        }
        self._busy = self._build_busy()
        self.addWidget(self._busy)
        self._connect()

    def show_state(
        self, state: PageState, snapshots: Sequence[HostSnapshot], text: str, hidden: int
    ) -> None:
        """Say why there are no rows, for these hosts, this filter and so many hidden rows."""
        self._text = text.strip()
        match state:
            case PageState.FILTERED:
                self._say_filtered(hidden)
            case PageState.EMPTY:
                self._say_empty(snapshots)
            case PageState.DOWN:
                self._say_down(snapshots)
            case PageState.NO_HOST:
                lines = self.tr("Add a computer on which Ollama runs, by its name or address.")
                self.states[state].say(self.tr("There is no host in the list"), lines)
            case PageState.LOADING | PageState.ROWS:
                names = self._names(snapshots)
                self.reading.setText(self.tr("Asking {hosts} for models").format(hosts=names))
        self.setCurrentWidget(self.states.get(state, self._busy))

    def _say_filtered(self, hidden: int) -> None:
        shown = self._text[:_LONGEST_NAME] + ("…" if len(self._text) > _LONGEST_NAME else "")
        text = visible(shown)
        heading = self.tr("No model matches “{text}”").format(text=text)
        if not text:
            heading = self.tr("No model can do all of this")
        one, many = (
            self.tr("1 model is hidden by the filter."),
            self.tr("{number} models are hidden by the filter."),
        )
        lines = one if hidden == 1 else many.format(number=units.number(hidden))
        self.states[PageState.FILTERED].say(heading, lines)
        self.pull_text.setText(self.tr("Pull “{text}”").format(text=text))
        self.pull_text.setVisible(bool(text))

    def _say_empty(self, snapshots: Sequence[HostSnapshot]) -> None:
        heading = self.tr("No models yet")
        if len(snapshots) == 1:
            text = self.tr("{host} has no models yet")
            heading = text.format(host=visible(snapshots[0].host.label))
        lines = self.tr("Pull one by its name, such as llama3.2 or qwen2.5:14b.")
        self.states[PageState.EMPTY].say(heading, lines)

    def _say_down(self, snapshots: Sequence[HostSnapshot]) -> None:
        first = next(snapshot for snapshot in snapshots if snapshot.error is not None)
        self._down = first.id if len(snapshots) == 1 else None
        explanation = explain(first.error, first.host) if first.error else None
        said = words(explanation) if explanation else None
        heading, lines = (said.sentence, said.facts) if said else ("", "")
        if len(snapshots) > 1:
            heading = self.tr("None of the {number} hosts answers")
            heading = heading.format(number=units.number(len(snapshots)))
            lines = self.tr("The list of hosts says why. They are asked again by themselves.")
        self.states[PageState.DOWN].say(heading, lines)
        offered = explanation.remedies if explanation and self._down else (Remedy.RETRY,)
        for remedy, button in self.remedies.items():
            button.setVisible(remedy in offered)

    def _names(self, snapshots: Sequence[HostSnapshot]) -> str:
        if len(snapshots) == 1:
            return visible(snapshots[0].host.label)
        return self.tr("{number} hosts").format(number=units.number(len(snapshots)))

    def _button(self, text: str, name: str) -> Button:
        button = Button(self._theme, text)
        button.setObjectName(name)
        return button

    def _state(self, icon: str, actions: Sequence[Button]) -> EmptyState:
        state = EmptyState(self._theme, icon, "", actions=actions)
        self.addWidget(state)
        return state

    def _build_busy(self) -> QWidget:
        busy = QWidget()
        row = QHBoxLayout(busy)
        row.setSpacing(self._theme.px(8))
        row.addStretch(1)
        row.addWidget(Loader(self._theme, counts=True))
        row.addWidget(self.reading)
        row.addStretch(1)
        row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return busy

    def _connect(self) -> None:
        self.clear.clicked.connect(self.clear_wanted)
        self.pull.clicked.connect(lambda: self.pull_wanted.emit(""))
        self.pull_text.clicked.connect(lambda: self.pull_wanted.emit(self._text))
        self.add.clicked.connect(self.add_wanted)
        for remedy, button in self.remedies.items():
            button.clicked.connect(
                lambda _=False, remedy=remedy: self.remedy_wanted.emit(self._down or "", remedy)
            )
