"""The fields of a server's environment, section by section."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.system.local_snapshot import LocalSnapshot
from desktop.system.plan import Caution
from desktop.system.variables import BY_NAME, Problem
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.form_scroll import bring_into_view
from desktop.ui.local_server.environment_words import where_set
from desktop.ui.local_server.variable_field import VariableField
from desktop.ui.local_server.variable_words import SECTIONS, section_title
from desktop.ui.local_server.words import cautions, home_words
from desktop.ui.widgets.key_values import Section
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner

_WIDTH = 760
_GAP = 14


class EnvironmentForm(QScrollArea):
    """Shows what is kept and what the person typed over it, which stays until it is written."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fields = {
            name: VariableField(theme, BY_NAME[name]) for _, names in SECTIONS for name in names
        }
        self.home = Label(theme, "", "body", "muted", wraps=True)
        self.files = Banner(theme, "warning")
        self._build()
        for field in self.fields.values():
            field.edited.connect(self.edited)

    @property
    def values(self) -> dict[str, str]:
        return {name: field.value for name, field in self.fields.items()}

    @property
    def changed_fields(self) -> tuple[VariableField, ...]:
        """The fields that hold something else than what is kept."""
        return tuple(field for field in self.fields.values() if field.is_edited)

    def show_kept(self, known: LocalSnapshot) -> None:
        """Show what is kept, and what the server that runs was started with."""
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
            self.files.say("warning", sentence, joining.listed(known.kept.files))

    def show_problems(self, problems: Mapping[str, Problem]) -> None:
        """Say what is wrong where it is, and go to the first of them."""
        for name, problem in problems.items():
            self.fields[name].show_problem(problem)
        bring_into_view(next(field.field for n, field in self.fields.items() if n in problems))

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
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
