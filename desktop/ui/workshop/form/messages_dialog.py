"""Sample messages: a conversation that the model finds before its first real message."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.modelfile_writing import Unwritable, write_one
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.workshop.form.message_row import MessageRow
from desktop.ui.workshop.form.scrolled import ScrolledColumn
from desktop.ui.workshop.form.shown import unwritable_words

_HIGH = 420


class MessagesDialog(Dialog):
    """Roles and texts to write, add, take out and order. Those without a text are left out."""

    chosen = Signal(list)
    """The messages as commands have them: "user: text"."""

    def __init__(
        self, theme: Theme, messages: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", " ", primary="", width=560, parent=parent)
        self.setObjectName("messagesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Sample messages"))
        self.title.setText(self.tr("Sample messages"))
        self.line.setText(self.tr("The model takes them for the beginning of the conversation."))
        self._rows: list[MessageRow] = []
        self._column = ScrolledColumn(theme, _HIGH)
        self.body.addWidget(self._column)
        self.add = Button(theme, self.tr("Add message"), "secondary", "plus")
        self.add.clicked.connect(self._add_next)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        for said in messages:
            role, _, text = said.partition(": ")
            self._insert(role, text)
        self._judge()

    @property
    def rows(self) -> tuple[MessageRow, ...]:
        return tuple(self._rows)

    def add_exchange(self) -> None:
        """Append what a person says and what the model answers, both still empty."""
        first = self._insert("user", "")
        self._insert("assistant", "")
        self._judge()
        first.area.setFocus()

    @override
    def accept(self) -> None:
        if self.primary.isEnabled():
            self.chosen.emit([row.said for row in self._rows if row.said])
            super().accept()

    def _add_next(self) -> None:
        is_answer = bool(self._rows) and self._rows[-1].role.currentData() == "user"
        row = self._insert("assistant" if is_answer else "user", "")
        self._judge()
        row.area.setFocus()

    def _insert(self, role: str, text: str) -> MessageRow:
        row = MessageRow(self._theme, role, text)
        row.changed.connect(self._judge)
        row.moved.connect(partial(self._move, row))
        row.removed.connect(partial(self._remove, row))
        self._rows.append(row)
        self._column.rows.addWidget(row)
        return row

    def _move(self, row: MessageRow, step: int) -> None:
        place = self._rows.index(row) + step
        self._rows.remove(row)
        self._rows.insert(place, row)
        self._column.rows.removeWidget(row)
        self._column.rows.insertWidget(place, row)
        self._judge()

    def _remove(self, row: MessageRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.add.setFocus()
        self._judge()

    def _judge(self) -> None:
        is_right = True
        for place, row in enumerate(self._rows):
            row.set_place(is_first=not place, is_last=place == len(self._rows) - 1)
            problem = _problem(row.said)
            row.say(problem)
            is_right = is_right and not problem
        why = "" if is_right else self.tr("One of them cannot be written")
        self.set_primary(self.tr("Use these messages"), enabled=is_right, why=why)


def _problem(said: str) -> str:
    if not said:
        return ""
    try:
        write_one("message", said)
    except Unwritable as error:
        return unwritable_words(error)
    return ""
