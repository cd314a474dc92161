"""The server's environment as a form; nothing is written before its plan was seen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.system.local_snapshot import LocalSnapshot, Proposal
from desktop.system.server_environment import BadValues
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.environment_form import EnvironmentForm
from desktop.ui.local_server.environment_words import no_environment
from desktop.ui.local_server.variable_field import VariableField
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.widgets.messages import EmptyState


class EnvironmentTab(QWidget):
    """Its form has hundreds of parts, and is made when somebody looks at it first."""

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
        self._known = LocalSnapshot()
        self._form: EnvironmentForm | None = None
        self.count = Label(theme, "", "small", "muted", wraps=True)
        self.discard = Button(theme, self.tr("Discard the changes"), "quiet")
        self.write = Button(theme, self.tr("Show what will be done…"), "primary")
        self.empty = EmptyState(theme, "settings-2", "")
        self._stack = QStackedWidget()
        self._build()
        self.discard.clicked.connect(self._discard)
        self.write.clicked.connect(self._propose)

    @property
    def form(self) -> EnvironmentForm:
        """The fields, made when they are first wanted."""
        if self._form is None:
            self._form = EnvironmentForm(self._theme)
            self._form.edited.connect(self._show_count)
            self._room.addWidget(self._form)
            self._form.show_kept(self._known)
        return self._form

    @property
    def fields(self) -> Mapping[str, VariableField]:
        return self.form.fields

    @property
    def edited(self) -> tuple[VariableField, ...]:
        """The fields that hold something else than what is kept."""
        return () if self._form is None else self._form.changed_fields

    def show_state(self, known: LocalSnapshot) -> None:
        """Show what is kept, or say why there is nothing to be kept."""
        self._known = known
        if not known.may_set_environment:
            self._stack.setCurrentWidget(self.empty)
            self.empty.say(*no_environment(known))
            return
        self._stack.setCurrentWidget(self._whole)
        if self._form is not None or self.isVisible():
            self.form.show_kept(known)
        self._show_count()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_state(self._known)

    def _show_count(self) -> None:
        count = len(self.edited)
        one, more = self.tr("One change"), self.tr("%n changes", "", count)
        nothing = self.tr("Nothing was changed.")
        self.count.setText(nothing if not count else one if count == 1 else more)
        self.discard.setVisible(count > 0)
        self.write.setEnabled(count > 0 and self._known.deed is None)

    def _discard(self) -> None:
        for field in self.edited:
            field.discard()
        self._show_count()

    def _propose(self) -> None:
        try:
            proposal = self._plan(self.form.values)
        except BadValues as bad:
            self.form.show_problems(bad.problems)
            return
        self.proposed.emit(proposal)

    def _build(self) -> None:
        px = self._theme.px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(20), px(10), px(16), px(10))
        foot.setSpacing(px(8))
        foot.addWidget(self.count, 1)
        foot.addWidget(self.discard)
        foot.addWidget(self.write)
        self._room = QVBoxLayout()
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._room, 1)
        whole.addWidget(Hairline())
        whole.addLayout(foot)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
