"""Parameters to give to a new model: rows that are empty leave it as its base has it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.model import JsonValue
from desktop.domain.parameters import PARAMETERS, Kind, read_value
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.workshop.form.head_row import HeadRow
from desktop.ui.workshop.form.parameter_menu import parameter_menu
from desktop.ui.workshop.form.parameter_row import ParameterRow
from desktop.ui.workshop.parameter_words import CONTEXT, value_problem, value_warning

_FIRST = ("temperature", CONTEXT)


class CustomParameters(QWidget):
    """Begins with two empty rows; further ones are added, a `stop` as often as one likes."""

    changed = Signal()

    def __init__(self, theme: Theme, context: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self._context = context
        self._rows: list[ParameterRow] = []
        self.add = Button(theme, self.tr("More"), "quiet", "plus")
        self.add.setAccessibleName(self.tr("Add a parameter"))
        self.add.setMenu(parameter_menu(self.add, self._used, self.add_one))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(HeadRow(theme, self.tr("Parameters"), self.add))
        for name in _FIRST:
            self._append(name)

    @property
    def rows(self) -> tuple[ParameterRow, ...]:
        return tuple(self._rows)

    @property
    def has_problem(self) -> bool:
        """Whether a value cannot be used."""
        return any(
            row.value and value_problem(row.name, row.value, self._context) for row in self._rows
        )

    def values(self) -> dict[str, JsonValue]:
        """Return what is set, as it is sent; call it only where there is no problem."""
        found: dict[str, JsonValue] = {}
        stops: list[JsonValue] = []
        for row in self._rows:
            if not row.value:
                continue
            value = read_value(row.name, row.value)
            if PARAMETERS[row.name].kind is Kind.TEXTS:
                stops.append(value)
                value = stops
            found[row.name] = value
        return found

    def add_one(self, name: str) -> None:
        """Add an empty row, and go to its field."""
        self._append(name).field.setFocus()

    def _append(self, name: str) -> ParameterRow:
        row = ParameterRow(self._theme, name)
        row.field.setPlaceholderText(self.tr("as it is"))
        row.show_value("")
        row.typed.connect(self._judge)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        self._align()
        return row

    def _remove(self, row: ParameterRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus()
        self._align()
        self._judge()

    def _used(self) -> set[str]:
        return {row.name for row in self._rows}

    def _align(self) -> None:
        widest = max((row.name_width for row in self._rows), default=0)
        for row in self._rows:
            row.set_name_width(widest + self._theme.px(6))

    def _judge(self) -> None:
        for row in self._rows:
            value = row.value
            error = value_problem(row.name, value, self._context) if value else ""
            warning = value_warning(row.name, value, self._context) if value else ""
            row.say(error, warning)
        self.changed.emit()
