"""The draft beside a model that is on a host: line by line, and which parts differ."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.conversation import Target
from desktop.domain.modelfile import parse
from desktop.domain.name import is_same_name
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import CardAnswer, HostSnapshot
from desktop.ui import joining
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel, Hairline, Label
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.widgets.segments import Segments
from desktop.ui.workshop.diff_view import DiffView
from desktop.ui.workshop.model_choice import ModelButton, ModelChoice, snapshot_of
from desktop.ui.workshop.rendering import said_of
from desktop.workshop.diff import difference
from desktop.workshop.parts import differing_parts
from desktop.workshop.source import modelfile_of

_UNIFIED, _BESIDE = 0, 1
_MOST_PARTS = 6


class DifferenceTab(QWidget):
    """By itself it compares with the model of the draft's name on the first chosen host."""

    name_changed = Signal()
    """What the tab is called is another host's name now."""

    def __init__(
        self,
        theme: Theme,
        registry: HostRegistry,
        models: ModelChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("differenceTab")
        self._theme = theme
        self._registry = registry
        self._models = models
        self._text = self._name = ""
        self._wanted: Target | None = None
        self._target = Target()
        self._host_label = ""
        self._theirs: str | None = None
        self._scope = TaskScope(self)
        self.model = ModelButton(theme, self.tr("Compared with"), self.tr("Choose a model…"))
        self.way = Segments(
            theme, self.tr("Layout"), (self.tr("One column"), self.tr("Side by side"))
        )
        self.parts = ElidedLabel(theme, "", "small", "muted")
        self.view = DiffView(theme)
        self.choose = Button(theme, self.tr("Compare with another model…"))
        self.retry = Button(theme, self.tr("Ask again"))
        self.empty = EmptyState(theme, "file-text", "", actions=(self.retry, self.choose))
        self._build()
        self.way.show_choice(_UNIFIED)
        self.way.chosen.connect(self._show)
        self.model.clicked.connect(lambda: self._ask_model(self.model))
        self.choose.clicked.connect(lambda: self._ask_model(self.choose))
        self.retry.clicked.connect(self._read)

    @property
    def name(self) -> str:
        """What the tab is called."""
        if self._host_label:
            host = visible(self._host_label).replace("&", "&&")
            return self.tr("Difference to {host}").format(host=host)
        return self.tr("Difference")

    def begin(self) -> None:
        """Compare with the model of the draft's own name again, as another draft is shown."""
        self._wanted = None

    def show_text(self, text: str) -> None:
        """Compare this text."""
        self._text = text
        if self.isVisible():
            self._show()

    def show_place(self, name: str, host: HostSnapshot | None) -> None:
        """Compare with the model of that name on that host, unless another one was chosen."""
        self._name = name
        label = host.host.label if host else ""
        target = self._wanted or Target()
        if self._wanted is None and host is not None:
            target = Target(host.id, _installed(host, name))
        elif (found := snapshot_of(self._registry, target.host_id)) is not None:
            label = found.host.label
        if label != self._host_label:
            self._host_label = label
            self.name_changed.emit()
        if target != self._target:
            self._target = target
            self._theirs = None
            self._scope.cancel()
            if self.isVisible():
                self.refresh()

    def refresh(self) -> None:
        """Ask for what is compared with, as when the tab comes to be shown."""
        if self._target.model and self._theirs is None:
            self._read()
        else:
            self._show()

    def _read(self) -> None:
        self._scope.cancel()
        target = self._target

        def on_card(answer: CardAnswer) -> None:
            if target != self._target:
                return
            if answer.card is not None:
                card = answer.card
                self._theirs = modelfile_of(card, target.model, card.details.parent_model)
                self._show()
            else:
                snapshot = snapshot_of(self._registry, target.host_id)
                said = said_of(answer, snapshot.host if snapshot else None)
                self._say("unplug", said.sentence or self.tr("The host was removed"), said.facts)
                self.retry.show()

        self._scope.start(self._registry.try_card(target.host_id, target.model), on_card)
        self._show()

    def _show(self) -> None:
        snapshot = snapshot_of(self._registry, self._target.host_id)
        self.model.show_target(self._target, snapshot)
        self.retry.hide()
        if self._theirs is None:
            self._show_absence()
            return
        lines = difference(self._theirs, self._text)
        self._tell_parts()
        if not lines:
            self._say("check", self.tr("Every line is the same"))
            return
        self.view.rows.show_lines(lines, is_side_by_side=self.way.current == _BESIDE)
        self._stack.setCurrentIndex(0)

    def _show_absence(self) -> None:
        self.parts.setText("")
        if self._scope.is_busy:
            self._say("hourglass", self.tr("Reading its Modelfile…"))
        elif not self._host_label:
            line = self.tr("Choose a host below, or a model to compare with.")
            self._say("server", self.tr("Nothing to compare with yet"), line)
        elif not self._name:
            line = self.tr("Name the model below, or choose another one to compare with.")
            self._say("file-text", self.tr("The model has no name yet"), line)
        else:
            host = visible(self._host_label)
            text = self.tr("No model of that name on {host} yet").format(host=host)
            line = self.tr("{name} would be a new one there.").format(name=visible(self._name))
            self._say("file-text", text, line)

    def _tell_parts(self) -> None:
        found = differing_parts(parse(self._theirs or ""), parse(self._text))
        names = [one.name or one.keyword.upper() for one in found]
        listed = joining.listed(map(visible, names[:_MOST_PARTS]))
        if len(names) > _MOST_PARTS:
            listed += "…"
        if not names:
            self.parts.setText(self.tr("The model would be the same: only the text differs."))
        else:
            self.parts.setText(self.tr("What differs: {parts}").format(parts=listed))

    def _say(self, icon: str, heading: str, line: str = "") -> None:
        self.empty.say(heading, line, icon)
        self._stack.setCurrentIndex(1)

    def _ask_model(self, anchor: QWidget) -> None:
        self._models.ask(anchor, self._target, self._take)

    def _take(self, target: Target) -> None:
        self._wanted = target
        self.show_place(self._name, snapshot_of(self._registry, target.host_id))

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentIndex(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top())
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    def _top(self) -> QLayout:
        px = self._theme.px
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(8), px(16), px(8))
        row.setSpacing(px(10))
        row.addWidget(Label(self._theme, self.tr("Compared with"), "body", "muted"))
        row.addWidget(self.model)
        row.addWidget(self.parts, 1)
        self.way.setFixedWidth(px(220))
        row.addWidget(self.way)
        return row


def _installed(host: HostSnapshot, name: str) -> str:
    """Return what the model of that name is called on a host; "" where it has none."""
    return (
        next((one.name for one in host.models if is_same_name(one.name, name)), "") if name else ""
    )
