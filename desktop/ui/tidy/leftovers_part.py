"""What lies on this computer without a use, and a way to remove it."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.system.blobs import Kind, Leftover
from desktop.system.tidy_snapshot import TidySnapshot
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.tidy import file_words
from desktop.ui.tidy.file_table import FileRow, FileTable
from desktop.ui.tidy.notice_box import NoticeBox
from desktop.ui.tidy.questions import RemoveQuestion
from desktop.ui.tidy.services import TidyServices
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label


class LeftoversPart(QWidget):
    """Lists broken downloads and blobs of no model; removes those that are selected, or all."""

    def __init__(self, theme: Theme, services: TidyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._found: tuple[Leftover, ...] = ()
        self.line = Label(theme, "", "small", "muted", wraps=True)
        self.result = NoticeBox(theme)
        self.result.setObjectName("removalResult")
        headers = [self.tr("What"), self.tr("File"), self.tr("Age"), self.tr("Size")]
        self.table = FileTable(theme, self.tr("Leftovers"), headers, frozenset({3}), 0)
        self.table.setObjectName("leftovers")
        self.remove = Button(theme, "", icon="trash-2")
        self.remove.setObjectName("removeLeftovers")
        self._build()
        self.remove.clicked.connect(self._ask)
        self.table.selectionModel().selectionChanged.connect(self._name_button)

    @property
    def chosen(self) -> list[Leftover]:
        """What would be removed: those that are selected, or all where none is."""
        keys = set(self.table.chosen)
        return [each for each in self._found if not keys or _key(each) in keys]

    def show_state(self, known: TidySnapshot) -> None:
        """Show what was found, and what became of what was removed."""
        leftovers = known.leftovers
        self._found = leftovers.found if leftovers else ()
        now = self._services.now()
        self.table.show_rows([_row(each, now) for each in self._found])
        self.table.setVisible(bool(self._found))
        self.remove.setVisible(bool(self._found))
        self.remove.setEnabled(not known.is_removing)
        self.line.setText(self._words(known))
        self._show_result(known)
        self._name_button()

    def _words(self, known: TidySnapshot) -> str:
        if known.is_removing and not known.is_mending:
            return self.tr("Removing…")
        if known.leftovers is None:
            return self.tr("Looking…")
        if self._found:
            text = self.tr("{size} that no model uses. A pull goes on from a partial download.")
            return text.format(size=units.size(known.leftovers.taken))
        return self.tr(
            "Nothing is left over. Downloads that were broken off and files that no model "
            "uses any more would stand here."
        )

    def _show_result(self, known: TidySnapshot) -> None:
        if known.is_mending or known.is_removing:
            self.result.show_notice(None)
        elif known.refused is not None:
            self.result.show_notice(file_words.refusal(known.refused, known.folder))
        elif known.removal is not None:
            notice = file_words.removed(known.removal, is_mending=False)
            self.result.show_notice(notice, "success")

    def _name_button(self) -> None:
        chosen = self.chosen
        size = units.size(sum(each.taken for each in chosen))
        is_all = len(chosen) == len(self._found)
        text = self.tr("Remove all, {size}…") if is_all else self.tr("Remove selected, {size}…")
        self.remove.setText(text.format(size=size))

    def _ask(self) -> None:
        chosen = self.chosen
        if not chosen or not self.remove.isEnabled():
            return
        question = RemoveQuestion(self._theme, chosen, parent=self.window())
        tidying = self._services.tidying
        question.accepted.connect(lambda: tidying.remove(chosen))
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def _build(self) -> None:
        action = QAction(self.tr("Remove…"), self.table)
        action.setShortcut(Qt.Key.Key_Delete)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._ask)
        self.table.addAction(action)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        for widget in (self.line, self.table, self.result):
            column.addWidget(widget)
        column.addLayout(buttons)


def _row(each: Leftover, now: datetime) -> FileRow:
    when = datetime.fromtimestamp(each.changed, tz=now.tzinfo)
    age = units.age(when, now)
    texts = (file_words.kind(each.kind), file_words.short(each.blob), age, units.size(each.taken))
    return FileRow(_key(each), texts, each.blob)


def _key(each: Leftover) -> tuple[Kind, str]:
    return each.kind, each.blob
