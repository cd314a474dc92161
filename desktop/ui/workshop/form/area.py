"""A text of several lines that the Modelfile has in one of its parts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from typing_extensions import override

from desktop.domain.modelfile_edit import set_value
from desktop.ui.bridge.fonts import TypeRole
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.text_area import TextArea
from desktop.ui.workshop.form.shown import Shown, Write
from desktop.ui.workshop.form.typing import Typing


class LeftArea(TextArea):
    """Tells when the focus leaves it."""

    left = Signal()

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self.left.emit()


class PartArea(LeftArea):
    """SYSTEM or TEMPLATE. The empty lines around its text are not shown, and are kept.

    Emptied it stays as an empty instruction while somebody types, so that what
    is typed next comes to the same place, and goes when the field is left.
    """

    said = Signal(str)
    """Why what was typed cannot be written; "" if it was."""

    def __init__(
        self,
        theme: Theme,
        write: Write,
        part: str,
        name: str,
        *,
        least: int,
        most: int,
        font: TypeRole = "body",
    ) -> None:
        super().__init__(theme, name, least=least, most=most, font=font)
        self._write = write
        self._part = part
        self._around = ("", "")
        self._typing = Typing()
        self.edited.connect(self._on_typed)
        self.left.connect(self._on_left)

    @property
    def refusal(self) -> str:
        return self._typing.refusal

    def show_part(self, shown: Shown) -> None:
        """Show what the Modelfile has there, unless somebody types."""
        value = shown.value(self._part)
        inner = value.strip("\r\n")
        start = value.find(inner) if inner else 0
        self._around = (value[:start], value[start + len(inner) :]) if inner else ("", "")
        if self._typing.gives_way(inner, has_focus=self.hasFocus()):
            self.show_text(inner)

    def forget_typing(self) -> None:
        self._typing.forget()

    def _on_typed(self, text: str) -> None:
        before, behind = self._around if text else ("", "")
        value = f"{before}{text}{behind}"
        refusal = self._write(lambda whole: set_value(whole, self._part, value))
        self._typing.begin(refusal)
        self.said.emit(refusal)

    def _on_left(self) -> None:
        if not self.text and not self.isReadOnly():
            self._write(self._without)

    def _without(self, text: str) -> str:
        """Take out the instruction that was emptied here, and none that was empty already."""
        return set_value(text, self._part, None) if self._typing.is_typed else text
