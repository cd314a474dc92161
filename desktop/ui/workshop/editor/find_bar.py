"""The bar above the text that finds and replaces."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import Hairline, Label
from desktop.ui.workshop.editor.search import Query


class FindBar(QFrame):
    """Asks; whoever owns the text looks and says how many there are (`show_count`).

    Enter and F3 go on, with Shift back; Esc closes.
    """

    query_changed = Signal()
    stepped = Signal(int)
    """To the next (1) or the one before (-1)."""
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._theme = theme
        self.field = self._named_field("findField", self.tr("Find"))
        self.replacement = self._named_field("replaceField", self.tr("Replace with"))
        self.count = Label(theme, "", "small", "muted")
        self.count.setObjectName("findCount")
        self.case = IconButton(theme, "case-sensitive", self.tr("Match case"), checkable=True)
        self.word = IconButton(theme, "whole-word", self.tr("Whole words"), checkable=True)
        self.back = IconButton(
            theme, "chevron-up", self.tr("Previous"), shortcut=QKeySequence("Shift+F3")
        )
        self.on = IconButton(theme, "chevron-down", self.tr("Next"), shortcut=QKeySequence("F3"))
        self.close_button = IconButton(
            theme, "x", self.tr("Close"), shortcut=QKeySequence(Qt.Key.Key_Escape)
        )
        self.replace = Button(theme, self.tr("Replace"))
        self.replace_all = Button(theme, self.tr("Replace all"))
        self._second = QWidget()
        self._build_rows()
        self._connect()
        self.hide()

    @property
    def query(self) -> Query:
        return Query(self.field.text(), self.case.isChecked(), self.word.isChecked())

    @property
    def replaces(self) -> bool:
        return not self._second.isHidden()

    def open(self, text: str, *, replaces: bool) -> None:
        """Show it with a text to look for; an empty one leaves what was looked for last."""
        self._second.setVisible(replaces)
        self.show()
        if text and "\n" not in text:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.query_changed.emit()

    def show_count(self, current: int, count: int) -> None:
        """Say "3 of 12"; `current` is counted from 1, and 0 where none is chosen."""
        is_asked = bool(self.field.text())
        if not is_asked:
            text = ""
        elif not count:
            text = self.tr("Not found")
        elif current:
            text = self.tr("{current} of {count}").format(current=current, count=count)
        else:
            text = self.tr("%n found", "", count)
        self.count.setText(text)
        self.count.set_tone("danger" if is_asked and not count else "muted")
        self.field.setAccessibleDescription(text)
        for button in (self.back, self.on, self.replace, self.replace_all):
            button.setEnabled(count > 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case Qt.Key.Key_F3:
                self.stepped.emit(-1 if is_back else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.replacement.hasFocus():
                self.replace_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.field.hasFocus():
                self.stepped.emit(-1 if is_back else 1)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def _named_field(self, name: str, hint: str) -> TextField:
        field = TextField(self._theme, hint=hint)
        field.setObjectName(name)
        field.setAccessibleName(hint)
        field.setMinimumWidth(self._theme.px(120))
        field.setMaximumWidth(self._theme.px(280))
        return field

    def _build_rows(self) -> None:
        px = self._theme.px
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        first, second = QHBoxLayout(), QHBoxLayout(self._second)
        for row in (first, second):
            row.setContentsMargins(px(12), px(6), px(8), px(6))
            row.setSpacing(px(6))
        second.setContentsMargins(px(12), 0, px(8), px(6))
        first.addWidget(self.field, 1)
        for widget in (self.case, self.word, self.back, self.on, self.count):
            first.addWidget(widget)
        first.addStretch(1)
        first.addWidget(self.close_button)
        second.addWidget(self.replacement, 1)
        second.addWidget(self.replace)
        second.addWidget(self.replace_all)
        second.addStretch(1)
        rows.addLayout(first)
        rows.addWidget(self._second)
        rows.addWidget(Hairline())

    def _connect(self) -> None:
        self.field.textChanged.connect(self.query_changed)
        self.case.toggled.connect(self.query_changed)
        self.word.toggled.connect(self.query_changed)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.replace.clicked.connect(self.replace_wanted)
        self.replace_all.clicked.connect(self.replace_all_wanted)
        self.close_button.clicked.connect(self.closed)
