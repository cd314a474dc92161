"""Headers of one's own: a name and a value each, as many as are needed."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.sign_in import SignInProblem, header_name_problem, header_value_problem
from desktop.ui.bridge.theme import Theme
from desktop.ui.connection.words import sign_in_problem
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.secret_field import SecretField


class HeaderRow(QWidget):
    """One header. `kept` is the name that a value is kept for, or ""."""

    def __init__(self, theme: Theme, kept: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        self.name = TextField(theme, kept, hint="X-API-Key")
        self.name.setAccessibleName(self.tr("Name of the header"))
        self.value = SecretField(theme, hint=self.tr("Kept; type to replace") if kept else "")
        self.value.setAccessibleName(self.tr("Value of the header"))
        self.remove = IconButton(theme, "x", self.tr("Remove this header"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.name, 2)
        row.addWidget(self.value, 3)
        row.addWidget(self.remove)

    @property
    def may_be_kept(self) -> bool:
        """Whether an empty value means the one that is kept."""
        return bool(self.kept) and self.name.text().strip().lower() == self.kept.lower()


class HeaderRows(QWidget):
    """At least one row; what is wrong is said once, below them."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[HeaderRow] = []
        self.add_button = Button(theme, self.tr("Add a header"), "link", "plus")
        self._problem = Label(theme, "", "small", "danger", wraps=True)
        self._problem.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(6))
        add_row = QHBoxLayout()
        add_row.addWidget(self.add_button)
        add_row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._column)
        column.addWidget(self._problem)
        column.addLayout(add_row)
        self.add_button.clicked.connect(self._add_by_hand)
        self.add("")

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for row in self.rows if (name := row.name.text().strip()))

    def fill(self, names: Sequence[str]) -> None:
        """Show headers by their names; their values stay where they are kept."""
        for row in tuple(self.rows):
            self._drop(row)
        for name in names or ("",):
            self.add(name)

    def add(self, kept: str) -> HeaderRow:
        """Append a row."""
        row = HeaderRow(self._theme, kept)
        self.rows.append(row)
        self._column.addWidget(row)
        row.name.textChanged.connect(self._on_typed)
        row.value.textChanged.connect(self._on_typed)
        row.remove.clicked.connect(lambda: self._remove(row))
        self.add_button.raise_()  # Last among the children, and so for Tab in a dialog.
        reached = (row.name, row.value, row.value.eye, row.remove, self.add_button)
        before = self.rows[-2].remove if len(self.rows) > 1 else None
        for one, other in pairwise((before, *reached) if before else reached):
            QWidget.setTabOrder(one, other)
        return row

    def values(self, stored: Mapping[str, str]) -> dict[str, str]:
        """Return what to keep: what was typed, and what is kept where nothing was."""
        found: dict[str, str] = {}
        for row in self.rows:
            name = row.name.text().strip()
            kept = stored.get(row.kept, "") if row.may_be_kept else ""
            if name and (value := row.value.text() or kept):
                found[name] = value
        return found

    def find_problem(self) -> QWidget | None:
        """Say what is wrong and return the first field of it."""
        names: list[str] = []
        for row in self.rows:
            name = row.name.text().strip()
            if problem := header_name_problem(name, names):
                return self._say(row.name, problem)
            value = row.value.text()
            if (problem := header_value_problem(value)) and (value or not row.may_be_kept):
                return self._say(row.value, problem)
            names.append(name)
        return None

    def forget(self) -> None:
        """Empty every value that was typed."""
        for row in self.rows:
            row.value.forget()

    def _say(self, field: TextField, problem: SignInProblem) -> QWidget:
        text = sign_in_problem(problem)
        field.set_wrong(True)
        field.setAccessibleDescription(text)
        self._problem.setText(text)
        self._problem.show()
        return field

    def _on_typed(self) -> None:
        for row in self.rows:
            row.name.set_wrong(False)
            row.value.set_wrong(False)
        self._problem.hide()
        self.changed.emit()

    def _add_by_hand(self) -> None:
        self.add("").name.setFocus()
        self.changed.emit()

    def _remove(self, row: HeaderRow) -> None:
        self._drop(row)
        if not self.rows:
            self.add("")
        self.rows[-1].name.setFocus()
        self._on_typed()

    def _drop(self, row: HeaderRow) -> None:
        self.rows.remove(row)
        row.value.forget()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
