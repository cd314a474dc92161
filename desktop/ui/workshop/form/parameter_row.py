"""One parameter: its name, a slider where it has a range, its value, and what is wrong with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.parameters import PARAMETERS, Kind
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.slider import Slider
from desktop.ui.widgets.tips import plain_tip
from desktop.ui.workshop.form import one_line
from desktop.ui.workshop.form.typing import Typing
from desktop.ui.workshop.parameter_words import help_line, range_words

_FIELD = 91
_MOST_NAME = 132
_STEPS = {
    "temperature": 0.05,
    "top_p": 0.01,
    "min_p": 0.01,
    "typical_p": 0.01,
    "repeat_penalty": 0.05,
    "presence_penalty": 0.1,
    "frequency_penalty": 0.1,
}
"""How far a slider goes from one place to the next."""


class ParameterRow(QWidget):
    """`typed` is for what a person does, by field or slider; text that is wrong is told too.

    The field grows with a long text as far as the row has room.
    """

    typed = Signal(str)
    removed = Signal()

    def __init__(self, theme: Theme, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = name
        self.typing = Typing()
        kind = PARAMETERS[name].kind if name in PARAMETERS else Kind.TEXTS
        self._is_text = kind is Kind.TEXTS
        self._step = _STEPS.get(name, 0.0)
        self.label = ElidedLabel(theme, name)
        self.slider = Slider(theme, self.tr("{name}, slider").format(name=visible(name)))
        self.field = TextField(theme)
        self.remove = IconButton(
            theme, "x", self.tr("Remove {name}").format(name=visible(name)), length=14
        )
        self.below = Label(theme, "", "small", "muted", wraps=True)
        self._prepare()
        self._build()
        self.field.textEdited.connect(self._on_typed)
        self.field.textChanged.connect(self._fit)
        self.slider.valueChanged.connect(self._on_slid)
        self.remove.clicked.connect(self.removed)
        theme.changed.connect(self._fit)

    @property
    def value(self) -> str:
        """What the field says."""
        return one_line.read(self.field.text()) if self._is_text else self.field.text()

    @property
    def name_width(self) -> int:
        """How wide the name is."""
        return min(self.label.sizeHint().width(), self._theme.px(_MOST_NAME))

    def set_name_width(self, width: int) -> None:
        """Give the name that room, as all rows of a list have it."""
        self.label.setFixedWidth(width)

    def show_value(self, value: str, error: str = "", warning: str = "") -> None:
        """Show what the Modelfile says, unless somebody types here."""
        text = one_line.written(value) if self._is_text else value
        is_theirs = self.typing.gives_way(text, has_focus=self.field.hasFocus())
        if is_theirs and text != self.field.text():
            self.field.setText(text)
            self.field.setCursorPosition(0)
        self.slider.show_place(self._place(value))
        self.say(self.typing.refusal or error, warning)

    def say(self, error: str, warning: str = "") -> None:
        """Say what is wrong below the row, or only unusual."""
        self.field.set_wrong(bool(error))
        self.below.setText(error or warning)
        self.below.set_tone("danger" if error else "warning")
        self.below.setVisible(bool(error or warning))
        self.field.setAccessibleDescription(error or warning or help_line(self.name))

    def _prepare(self) -> None:
        known = self.name in PARAMETERS
        self.field.setAccessibleName(visible(self.name))
        self.label.setBuddy(self.field)
        tip = f"{help_line(self.name)}\n{range_words(self.name)}" if known else self.name
        self.field.setToolTip(plain_tip(tip))
        parameter = PARAMETERS.get(self.name)
        if parameter is not None and self._step:
            self.slider.setMaximum(round((parameter.highest - parameter.lowest) / self._step))
        self.slider.setToolTip(plain_tip(tip))

    def _build(self) -> None:
        px = self._theme.px
        self.field.setAlignment(
            Qt.AlignmentFlag.AlignLeft if self._is_text else Qt.AlignmentFlag.AlignRight
        )
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.label)
        row.addWidget(self.slider, 1)
        if not self._step:
            row.addStretch(1)
        row.addWidget(self.field, 0 if self._step else 4)  # As wide as it may be.
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self.below)
        self.slider.setVisible(bool(self._step))
        self._fit()

    def _fit(self) -> None:
        """Make room for a text that is longer than a number."""
        least = self._theme.px(_FIELD)
        self.field.setMinimumWidth(least)
        if self._is_text:
            need = self.field.fontMetrics().horizontalAdvance(self.field.text())
            self.field.setMaximumWidth(max(least, need + self._theme.px(20)))
        else:
            self.field.setMaximumWidth(least)

    def _place(self, text: str) -> int | None:
        parameter = PARAMETERS.get(self.name)
        if parameter is None or not self._step:
            return None
        try:
            number = float(text)
        except ValueError:
            return None
        inside = min(max(number, parameter.lowest), parameter.highest)
        return round((inside - parameter.lowest) / self._step) if inside == inside else None

    def _on_typed(self) -> None:
        self.typing.begin("")
        self.slider.show_place(self._place(self.field.text()))
        self.typed.emit(self.value)

    def _on_slid(self, place: int) -> None:
        self.typing.forget()
        text = f"{round(PARAMETERS[self.name].lowest + place * self._step, 4):g}"
        self.field.setText(text)
        self.typed.emit(text)
