"""Offers words while a Modelfile is typed, and puts in the one that is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor

from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.editor.area import CodeArea
from desktop.ui.workshop.editor.choices import Choice, choices
from desktop.ui.workshop.editor.colouring import standing_before
from desktop.ui.workshop.editor.place import Place, Wanted, place_of
from desktop.ui.workshop.editor.popup import CompletionPopup
from desktop.ui.workshop.editor.popup_rows import said
from desktop.ui.workshop.editor.standing import UNREAD
from desktop.ui.workshop.editor.text_map import TextMap, units

_PAGE = 7
_ASKED_FOR = {Wanted.INSTRUCTION, Wanted.TEMPLATE}
"""Where a space alone opens nothing: words there are many, and text goes on as often."""


class Completion(QObject):
    """Opens while words are typed and when it is asked for; Tab and Enter take, Esc closes."""

    def __init__(self, theme: Theme, area: CodeArea) -> None:
        super().__init__(area)
        self._area = area
        self._models: tuple[str, ...] = ()
        self._popup = CompletionPopup(theme, parent=area.window())
        self._popup.taken.connect(self._take)
        area.destroyed.connect(self._popup.deleteLater)
        area.typed.connect(self._on_typed)
        area.cursorPositionChanged.connect(self._on_moved)
        area.scrolled.connect(self.close)
        area.resized.connect(self._on_resized)
        area.left.connect(self.close)
        self._begun_in = -1

    @property
    def popup(self) -> CompletionPopup:
        return self._popup

    def set_models(self, names: Sequence[str]) -> None:
        """Offer these after FROM."""
        self._models = tuple(dict.fromkeys(names))

    def open(self) -> None:
        """Offer what fits here, even where nothing of it was typed."""
        place = self._place()
        fitting = choices(place, self._models) if place else ()
        if not fitting:
            self.close()
            return
        window = self._area.window()
        if self._popup.parentWidget() is not window:
            self._popup.setParent(window)
        self._popup.show_choices(fitting, *self._around())
        self._begun_in = self._area.textCursor().blockNumber()
        self._read_out()

    def close(self) -> None:
        self._popup.hide()

    @property
    def is_open(self) -> bool:
        return not self._popup.isHidden()

    def takes_key(self, event: QKeyEvent) -> bool:
        """Do what a key means for the list, if it is open; return whether it meant anything."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        key = Qt.Key(event.key())
        if not self.is_open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in steps:
            self._popup.step(steps[key])
            self._read_out()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._popup.current is not None:
                self._take(self._popup.current)
        elif key is Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _around(self) -> tuple[QPoint, QPoint]:
        """Return the places right above and right below the cursor, in the window."""
        rect, viewport, window = self._area.cursorRect(), self._area.viewport(), self._area.window()
        above = viewport.mapTo(window, rect.topLeft()) - QPoint(0, 2)
        return above, viewport.mapTo(window, rect.bottomLeft()) + QPoint(0, 4)

    def _on_resized(self) -> None:
        if self.is_open:
            self._popup.place(*self._around())

    def _place(self) -> Place | None:
        cursor = self._area.textCursor()
        block = cursor.block()
        if cursor.hasSelection() or self._area.isReadOnly():
            return None
        if block.previous().isValid() and block.previous().userState() == UNREAD:
            return None
        line = block.text()
        column = TextMap(line).offset(cursor.positionInBlock())
        return place_of(line, column, standing_before(block))

    def _on_typed(self, text: str) -> None:
        place = self._place()
        is_word = bool(text) and (text.isalnum() or text in "._-:/")
        if place is None:
            self.close()
        elif self.is_open or is_word:
            if place.begun or place.wanted is not Wanted.INSTRUCTION:
                self.open()
            else:
                self.close()
        elif text == " " and not place.begun and place.wanted not in _ASKED_FOR:
            self.open()

    def _on_moved(self) -> None:
        if self.is_open and self._area.textCursor().blockNumber() != self._begun_in:
            self.close()

    def _take(self, choice: Choice) -> None:
        place = self._place()
        self.close()
        if place is None:
            return
        cursor = self._area.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, mode, units(place.begun))
        rest = cursor.block().text()[self._area.textCursor().positionInBlock() :]
        cursor.insertText(choice.text + ("" if rest[:1] in {" ", "\t"} else choice.behind))
        self._area.setTextCursor(cursor)
        if choice.behind and place.wanted is Wanted.INSTRUCTION:
            self._follow()

    def _follow(self) -> None:
        place = self._place()
        if place is not None and place.wanted is not Wanted.TEMPLATE:
            self.open()

    def _read_out(self) -> None:
        choice = self._popup.current
        if choice is not None:
            event = QAccessibleAnnouncementEvent(self._area, said(choice))
            QAccessible.updateAccessibility(event)
