"""The server's environment as a form; nothing is written before its plan was seen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.system.local_snapshot import LocalSnapshot, Proposal
from desktop.system.plan import Caution
from desktop.system.server_environment import BadValues
from desktop.system.variables import BY_NAME
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form_scroll import bring_into_view
from desktop.ui.local_server.environment_words import no_environment, where_set
from desktop.ui.local_server.variable_field import VariableField
from desktop.ui.local_server.variable_words import SECTIONS, section_title
from desktop.ui.local_server.words import cautions, home_words
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.key_values import Section
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.messages import Banner, EmptyState

_WIDTH = 760
_GAP = 14


class EnvironmentTab(QWidget):
    """Shows what is kept and what the person typed over it, which stays until it is written."""

    proposed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        plan: Callable[[Mapping[str, str]], Proposal],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan = plan
        self._is_busy = False
        self.fields = {name: VariableField(theme, BY_NAME[name]) for name in _names()}
        self.home = Label(theme, "", "body", "muted", wraps=True)
        self.files = Banner(theme, "warning")
        self.count = Label(theme, "", "small", "muted", wraps=True)
        self.discard = Button(theme, self.tr("Discard the changes"), "quiet")
        self.write = Button(theme, self.tr("Show what will be done…"), "primary")
        self.empty = EmptyState(theme, "settings-2", "")
        self._stack = QStackedWidget()
        self._build()
        for field in self.fields.values():
            field.edited.connect(self._show_count)
        self.discard.clicked.connect(self._discard)
        self.write.clicked.connect(self._propose)

    @property
    def edited(self) -> tuple[VariableField, ...]:
        """The fields that hold something else than what is kept."""
        return tuple(field for field in self.fields.values() if field.is_edited)

    def show_state(self, known: LocalSnapshot) -> None:
        """Show what is kept, or say why there is nothing to be kept."""
        self._is_busy = known.deed is not None
        if not known.may_set_environment:
            self._stack.setCurrentWidget(self.empty)
            self.empty.say(*no_environment(known))
            return
        self._stack.setCurrentWidget(self._form)
        self.home.setText(home_words(known.home))
        state = known.state
        runs_with = state.environment if state is not None and state.is_running else None
        for name, field in self.fields.items():
            kept = known.environment.get(name, "")
            running = None if runs_with is None else runs_with.get(name, "")
            field.show_kept(kept, where_set(known, name), running)
        self.files.setVisible(bool(known.kept.files) and known.home is not None)
        if known.kept.files:
            sentence = cautions(frozenset({Caution.OVERRIDDEN_BY_FILE}))[0]
            self.files.say("warning", sentence, ", ".join(known.kept.files))
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.edited)
        one, more = self.tr("One change"), self.tr("%n changes", "", count)
        nothing = self.tr("Nothing was changed.")
        self.count.setText(nothing if not count else one if count == 1 else more)
        self.discard.setVisible(count > 0)
        self.write.setEnabled(count > 0 and not self._is_busy)

    def _discard(self) -> None:
        for field in self.edited:
            field.discard()
        self._show_count()

    def _propose(self) -> None:
        values = {name: field.value for name, field in self.fields.items()}
        try:
            proposal = self._plan(values)
        except BadValues as bad:
            for name, problem in bad.problems.items():
                self.fields[name].show_problem(problem)
            first = next(name for name in self.fields if name in bad.problems)
            bring_into_view(self.fields[first].field)
            return
        self.proposed.emit(proposal)

    def _build(self) -> None:
        px = self._theme.px
        inner = QWidget()
        inner.setMaximumWidth(px(_WIDTH))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(12))
        column.addWidget(self.home)
        column.addWidget(self.files)
        for number, (title, names) in enumerate(SECTIONS):
            section = Section(self._theme, section_title(title), has_line=number > 0)
            section.body.setSpacing(px(_GAP))
            for name in names:
                section.body.addWidget(self.fields[name])
            column.addWidget(section)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(0)
        form.addWidget(scroll, 1)
        form.addWidget(Hairline())
        form.addLayout(self._foot())
        self._stack.addWidget(self._form)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _foot(self) -> QHBoxLayout:
        px = self._theme.px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(10), px(16), px(10))
        foot.setSpacing(px(8))
        foot.addWidget(self.count, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.write)
        return foot


def _names() -> tuple[str, ...]:
    return tuple(name for _, names in SECTIONS for name in names)
