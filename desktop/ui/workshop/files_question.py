"""The question before files of this computer are sent to hosts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.workshop.file_row import FileRow
from desktop.ui.workshop.form.base_words import listed
from desktop.ui.workshop.form.scrolled import ScrolledColumn
from desktop.workshop.files import Survey
from desktop.workshop.looking import SourceFile

_HIGH = 360
_MOST = 100
"""Rows that are built; a folder may have thousands of files."""


class FilesQuestion(Dialog):
    """Lists every file with its kind, size and path, those that are doubtful first.

    Doubtful files are sent only if their box is ticked, and then `agreed` is
    True. With a file that is never sent, nothing can be.
    """

    def __init__(
        self,
        theme: Theme,
        survey: Survey,
        hosts: Sequence[str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        kind = "danger" if survey.needs_yes or survey.is_forbidden else "primary"
        super().__init__(theme, "", " ", primary="", kind=kind, parent=parent)
        self.primary.set_kind("primary")  # Nothing is destroyed; Cancel has the focus all the same.
        self.setObjectName("filesQuestion")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._survey = survey
        self._hosts = tuple(hosts)
        self._forbidden = tuple(file for file in survey.files if file.is_forbidden)
        self._doubtful = tuple(
            file for file in survey.files if file.doubts and not file.is_forbidden
        )
        self.yes = QCheckBox(self._yes_words())
        self.yes.setFont(theme.font("body"))
        self.yes.toggled.connect(self._judge)
        self._say()
        self._list_files()
        self.yes.setVisible(bool(self._doubtful) and not self._forbidden)
        self._judge()

    @property
    def agreed(self) -> bool:
        """Whether a person said yes to what is doubtful."""
        return self.yes.isChecked()

    def _say(self) -> None:
        count, hosts = len(self._survey.files), listed(self._hosts)
        if self._forbidden:
            title = self.tr("This Modelfile names what is never sent")
            line = self.tr("Nothing was uploaded. Take these lines out, or name other files.")
        else:
            one = self.tr("Upload 1 file?")
            title = one if count == 1 else self.tr("Upload %n files?", "", count)
            line = self.tr("To {hosts}. What a host has already is not sent again.")
        line = line.format(hosts=hosts)
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(line)

    def _list_files(self) -> None:
        column = ScrolledColumn(self._theme, _HIGH, gap=0)
        column.rows.setContentsMargins(0, self._theme.px(4), 0, self._theme.px(4))
        column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.setAccessibleName(self.tr("Files"))
        files = self._ordered()
        for place, file in enumerate(files[:_MOST]):
            if place:
                column.rows.addWidget(Hairline())
            column.rows.addWidget(FileRow(self._theme, file))
        if len(files) > _MOST:
            text = self.tr("and {number} more").format(number=units.number(len(files) - _MOST))
            column.rows.addWidget(Label(self._theme, text, "small", "muted"))
        well = QFrame()
        well.setProperty("box", "well")
        inside = QVBoxLayout(well)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(column)
        self.body.addWidget(well)
        self.body.addWidget(self.yes)

    def _ordered(self) -> list[SourceFile]:
        rest = [file for file in self._survey.files if not file.doubts]
        return [*self._forbidden, *self._doubtful, *rest]

    def _yes_words(self) -> str:
        if len(self._doubtful) == 1:
            name = visible(self._doubtful[0].file.name).replace("&", "&&")
            return self.tr("Send {file} too").format(file=name)
        return self.tr("Send the %n doubtful files too", "", len(self._doubtful))

    def _judge(self) -> None:
        why = ""
        if self._forbidden:
            why = self.tr("What is marked red is never sent")
        elif self._doubtful and not self.agreed:
            why = self.tr("Look at what is marked, and tick the box")
        self.set_primary(self._button(), enabled=not why, why=why)

    def _button(self) -> str:
        size, count = units.size(self._survey.size), len(self._hosts)
        if count == 1:
            host = visible(self._hosts[0]).replace("&", "&&")
            return self.tr("Upload {size} to {host}").format(size=size, host=host)
        return self.tr("Upload {size} to %n hosts", "", count).format(size=size)
