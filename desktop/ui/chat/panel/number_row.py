"""A parameter that is a number: typed, or moved with a slider."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.numbers import (
    NumberProblem,
    Span,
    nearest,
    parse,
    problem_text,
    shown,
)
from desktop.ui.chat.panel.row import ParameterRow
from desktop.ui.chat.panel.words import default_hint
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.slider import Slider

_WIDTH, _WIDE = 72, 96
_DIGITS = 6
"""Characters of a number that the narrow field has room for: "32,768"."""
"""A field's width, for figures alone and for a word in their place."""


class NumberRow(ParameterRow):
    """Ollama's name of it, a field, and a slider where `places` are given.

    `special` is the word for the number of the span that means something
    else: -1 is "random" for a seed. Text that is no such number is marked
    wrong and not told; an emptied field means the default.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        span: Span,
        *,
        places: tuple[float, ...] = (),
        special: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, name, parent=parent)
        self.span = span
        self._special = special
        self._is_typing = False
        self._places = places
        self.field = TextField(theme)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setAccessibleName(name)
        self.name.setBuddy(self.field)
        self.slider = Slider(theme, self.tr("{name}, slider").format(name=name))
        self.slider.setMaximum(max(0, len(places) - 1))
        self.head.addWidget(self.field)
        self.body.setSpacing(theme.px(2))
        self.body.addWidget(self.slider)
        self.slider.setVisible(bool(places))
        self.body.addWidget(self.hint)
        self.field.textEdited.connect(self._on_typed)
        self.field.editingFinished.connect(self._on_left)
        self.slider.valueChanged.connect(self._on_slid)
        self._set_width()
        theme.changed.connect(self._set_width)

    @property
    def says(self) -> str:
        """The line below the field."""
        return self.hint.text()

    def add_button(self, button: QAbstractButton) -> None:
        """Put a button beside the field."""
        self.head.insertWidget(self.head.indexOf(self.field), button)

    def set_range(self, span: Span, places: tuple[float, ...]) -> None:
        """Allow other numbers from now on."""
        self.span = span
        if places != self._places:
            self._places = places
            was_blocked = self.slider.blockSignals(True)
            self.slider.setMaximum(max(0, len(places) - 1))
            self.slider.blockSignals(was_blocked)

    @override
    def forget_typing(self) -> None:
        self._is_typing = False

    @override
    def refresh(self) -> None:
        if not self._is_typing:
            self._show_text()
            self.field.set_wrong(False)
            self.say(self.hint_text())
        number = self._number()
        self.slider.show_place(None if number is None else nearest(self._places or (0.0,), number))
        self.slider.setAccessibleDescription(self.field.text() or self.field.placeholderText())

    @override
    def say(self, hint: str, error: str = "") -> None:
        super().say(hint, error)
        self.field.setAccessibleDescription(error or hint)

    def hint_text(self) -> str:
        """What is said of it while nothing is wrong."""
        default = self.default.value
        text = self.words_for(default) if isinstance(default, int | float) else ""
        return default_hint(self.default, text, is_changed=self.is_changed)

    def words_for(self, value: float) -> str:
        """A number as it is said: the special one has a word."""
        return self._special if self._special and value == self.span.special else shown(value)

    def in_force(self) -> float | None:
        """Return the number that holds without the conversation's own, where it is known."""
        default = self.default.value
        return default if isinstance(default, int | float) else None

    def unknown_word(self) -> str:
        """Return what stands in the field while nobody knows the number."""
        return ""

    def _number(self) -> float | None:
        if isinstance(self.value, int | float):
            return self.value
        return self.in_force()

    def _show_text(self) -> None:
        number = self._number()
        is_word = number is not None and self._special and number == self.span.special
        is_text = self.is_changed or (number is not None and self.default.value is not None)
        text = shown(number) if number is not None and is_text else ""
        if is_word and not self.is_changed:
            text = ""
        hint = self.words_for(number) if number is not None else self.unknown_word()
        self.field.setPlaceholderText(hint)
        self._set_width()
        if text != self.field.text():
            self.field.setText(text)

    def _on_typed(self, text: str) -> None:
        self._is_typing = True
        if not text.strip():
            self.field.set_wrong(False)
            self.take(None)
            self.say(self.hint_text())
            return
        value = parse(text, self.span)
        is_wrong = isinstance(value, NumberProblem)
        self.field.set_wrong(is_wrong)
        if isinstance(value, NumberProblem):
            self.say("", problem_text(value, self.span))
        else:
            self.take(value)
            self.say(self.hint_text())

    def _on_left(self) -> None:
        """Write it as it is said, unless it is wrong."""
        text = self.field.text()
        if not text.strip() or not isinstance(parse(text, self.span), NumberProblem):
            self._is_typing = False
            self.refresh()

    def _on_slid(self, place: int) -> None:
        if place < len(self._places):
            self.forget_typing()
            value = self._places[place]
            self.take(int(value) if self.span.is_whole else value)

    def _set_width(self) -> None:
        has_word = self._special or (self._number() is None and self.unknown_word())
        number = self._number()
        is_long = number is not None and len(shown(number)) > _DIGITS
        self.field.setFixedWidth(self._theme.px(_WIDE if has_word or is_long else _WIDTH))
