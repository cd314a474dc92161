"""The parameters that a Modelfile sets, a row each."""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TypeAlias

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.modelfile import parse
from desktop.domain.modelfile_check import Trap
from desktop.domain.modelfile_edit import remove_one, set_value, set_values, values_of
from desktop.domain.parameters import DEPRECATED, PARAMETERS, Kind
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.workshop.form.head_row import HeadRow
from desktop.ui.workshop.form.parameter_menu import parameter_menu
from desktop.ui.workshop.form.parameter_row import ParameterRow
from desktop.ui.workshop.form.shown import Shown, Write
from desktop.ui.workshop.parameter_words import first_value, value_problem, value_warning

Key: TypeAlias = tuple[str, int]
"""A parameter, and which of its several values; 0 for those that count once."""
_MOST = 60
"""Rows that are built; a text of strangers may set thousands."""


class Parameters(QWidget):
    """Rows come and go with the text; one that stays is the same widget, with its focus.

    Deprecated ones have no row: the problems below the editor offer to take them out.
    """

    def __init__(self, theme: Theme, write: Write) -> None:
        super().__init__()
        self._theme = theme
        self._write = write
        self._shown = Shown()
        self._rows: dict[Key, ParameterRow] = {}
        self._wanted: Key | None = None
        self.add = Button(theme, self.tr("Add"), "quiet", "plus")
        self.add.setAccessibleName(self.tr("Add a parameter"))
        self.add.setMenu(parameter_menu(self.add, self._used, self.add_one))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(11))
        self._column.addWidget(HeadRow(theme, self.tr("Parameters"), self.add))
        self.further = Label(theme, "", "small", "muted", wraps=True)
        self._column.addWidget(self.further)

    @property
    def rows(self) -> tuple[ParameterRow, ...]:
        """The rows as they stand."""
        return tuple(self._rows.values())

    def show_parameters(self, shown: Shown) -> None:
        """Show what the text sets, in its order."""
        self._shown = shown
        every = dict(_values(shown))
        values = dict(islice(every.items(), _MOST))
        self._say_further(len(every) - len(values))
        self._arrange(values)
        context = shown.bases.context_length(shown.base)
        for key, value in values.items():
            self._show_row(key, value, context)
        if self._wanted in self._rows:
            row = self._rows[self._wanted]
            row.field.setFocus()
            row.field.selectAll()
            self._wanted = None

    def forget_typing(self) -> None:
        for row in self._rows.values():
            row.typing.forget()

    def add_one(self, name: str) -> None:
        """Set a parameter to what it is without being set, and go to its field."""
        context = self._shown.bases.context_length(self._shown.base)
        value = first_value(name, context)
        place = len(self._shown.values(name))
        if name in PARAMETERS and PARAMETERS[name].kind is Kind.TEXTS:
            self._wanted = (name, place)
            self._write(lambda text: set_values(text, name, [*_all(text, name), value]))
        else:
            self._wanted = (name, 0)
            self._write(lambda text: set_value(text, name, value))

    def _say_further(self, hidden: int) -> None:
        text = self.tr("and {number} more in the text").format(number=units.number(hidden))
        self.further.setText(text)
        self.further.setVisible(hidden > 0)

    def _used(self) -> set[str]:
        return {command.name for command in self._shown.parsed.commands}

    def _arrange(self, values: dict[Key, str]) -> None:
        """Make the rows those of the text, in its order."""
        if list(self._rows) == list(values):
            return
        for key in self._rows.keys() - values.keys():
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()
        rows = {key: self._rows.get(key) or self._make(key) for key in values}
        for place, row in enumerate(rows.values()):
            self._column.insertWidget(place + 1, row)
        self._rows = rows
        self._set_tab_order()
        widest = max((row.name_width for row in rows.values()), default=0)
        for row in rows.values():
            row.set_name_width(widest + self._theme.px(6))

    def _make(self, key: Key) -> ParameterRow:
        row = ParameterRow(self._theme, key[0])
        row.typed.connect(partial(self._on_typed, key))
        row.removed.connect(partial(self._on_removed, key))
        return row

    def _set_tab_order(self) -> None:
        before: QWidget = self.add
        for row in self._rows.values():
            for widget in (row.slider, row.field, row.remove):
                self.setTabOrder(before, widget)
                before = widget

    def _show_row(self, key: Key, value: str, context: int) -> None:
        name = key[0]
        warning = value_warning(name, value, context)
        if not warning and self._shown.finding(name, Trap.OVERRIDDEN):
            warning = self.tr("Set several times; the last one counts")
        self._rows[key].show_value(value, value_problem(name, value, context), warning)

    def _on_typed(self, key: Key, value: str) -> None:
        name, place = key
        refusal = self._write(lambda text: _changed(text, name, place, value))
        if refusal and key in self._rows:
            self._rows[key].typing.begin(refusal)
            self._rows[key].say(refusal)

    def _on_removed(self, key: Key) -> None:
        name, place = key
        if name in PARAMETERS and PARAMETERS[name].kind is Kind.TEXTS:
            self._write(lambda text: remove_one(text, name, place))
        else:
            self._write(lambda text: set_value(text, name, None))
        self.add.setFocus()


def _changed(text: str, name: str, place: int, value: str) -> str:
    if name in PARAMETERS and PARAMETERS[name].kind is Kind.TEXTS:
        values = list(_all(text, name))
        values[place : place + 1] = [value]
        return set_values(text, name, values)
    return set_value(text, name, value)


def _all(text: str, name: str) -> tuple[str, ...]:
    return values_of(parse(text), name)


def _values(shown: Shown) -> Iterator[tuple[Key, str]]:
    """Each parameter where it comes first, with the value that counts; every `stop`."""
    seen: dict[str, int] = {}
    for command in shown.parsed.commands:
        name = command.name
        if command.keyword != "parameter" or not name or name in DEPRECATED:
            continue
        place = seen.get(name, 0)
        seen[name] = place + 1
        if name in PARAMETERS and PARAMETERS[name].kind is Kind.TEXTS:
            yield (name, place), command.value
        elif not place:
            yield (name, 0), shown.value(name)
