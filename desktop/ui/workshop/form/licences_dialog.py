"""The licences of a model: texts of any length, one or several."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.modelfile_writing import Unwritable, write_one
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import FormField
from desktop.ui.widgets.text_area import TextArea
from desktop.ui.workshop.form.scrolled import ScrolledColumn
from desktop.ui.workshop.form.shown import unwritable_words

_HIGH = 420


class LicencesDialog(Dialog):
    """An emptied text takes its licence out."""

    chosen = Signal(list)

    def __init__(
        self, theme: Theme, licences: Sequence[str], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", " ", primary="", width=560, parent=parent)
        self.setObjectName("licencesDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Licence"))
        self.title.setText(self.tr("Licence"))
        self.line.setText(self.tr("A name such as MIT, or the whole text."))
        self.areas: list[TextArea] = []
        self._fields: list[FormField] = []
        self._column = ScrolledColumn(theme, _HIGH)
        self.body.addWidget(self._column)
        self.add = Button(theme, self.tr("Add licence"), "secondary", "plus")
        self.add.clicked.connect(lambda: self._insert("").setFocus())
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        self.body.addLayout(row)
        for licence in licences or ("",):
            self._insert(licence)

    @override
    def accept(self) -> None:
        if self.primary.isEnabled():
            self.chosen.emit([area.text for area in self.areas if area.text.strip()])
            super().accept()

    def _insert(self, licence: str) -> TextArea:
        name = self.tr("Licence") if not self.areas else self.tr("Another licence")
        area = TextArea(self._theme, name, least=6 if not self.areas else 3, most=12)
        area.show_text(licence)
        area.edited.connect(self._judge)
        field = FormField(self._theme, name, area)
        self.areas.append(area)
        self._fields.append(field)
        self._column.rows.addWidget(field)
        self._judge()
        return area

    def _judge(self) -> None:
        is_right = True
        for area, field in zip(self.areas, self._fields, strict=True):
            problem = ""
            try:
                write_one("license", area.text)
            except Unwritable as error:
                problem, is_right = unwritable_words(error), False
            field.set_error(problem)
        self.set_primary(self.tr("Use this licence"), enabled=is_right)
