"""One setting: its label, what one sets it with, a hint, and the way back to the default."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.ui.bridge.theme import Theme
from desktop.ui.palette.match import folded, pieces
from desktop.ui.settings.bound import Bound
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.marked_label import MarkedLabel

T = TypeVar("T")

_WORDS = 26
"""Where a switch's words begin, behind its mark."""


class SettingField(QWidget):
    """What is said is searched; `words` are further ones that find it and are not shown."""

    def __init__(
        self, theme: Theme, name: str, label: str, hint: str = "", words: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName(f"setting.{name}")
        self.label = MarkedLabel(theme, label, "medium", wraps=True)
        self.hint = MarkedLabel(theme, hint, "small", "muted", wraps=True)
        if not hint:  # Not `setVisible`: what has no place yet would be shown as a window.
            self.hint.hide()
        self._words = folded(words)
        self._said = hint

    def follow(self) -> None:
        """Show the value as it is now."""

    def narrow(self, typed: str, heading: str = "") -> bool:
        """Mark what was typed, and return whether this is about it; `heading` is its section's."""
        parts = pieces(typed)
        said = [folded(label.text()) for label in (self.label, self.hint)]
        all_said = "\n".join((*said, self._words, self.more_words(), folded(heading)))
        for label, text in zip((self.label, self.hint), said, strict=True):
            label.mark(_places(parts, text))
        return all(part in all_said for part in parts)

    def more_words(self) -> str:
        """Return folded words that find it too, such as what can be chosen."""
        return ""

    def all_words(self) -> str:
        """Return everything that finds it, folded, but for its label."""
        return "\n".join((folded(self.hint.text()), self._words, self.more_words()))


class ChoiceField(SettingField, Generic[T]):
    """A value out of a few; one that is none of them is listed too, by `other`."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        label: str,
        hint: str,
        bound: Bound[T],
        options: Sequence[tuple[T, str]],
        words: str = "",
    ) -> None:
        super().__init__(theme, name, label, hint, words)
        self._bound = bound
        self._options = options
        self.choice = Choice(theme)
        self.choice.setObjectName(f"settings.{name}")
        self.choice.setAccessibleName(label)
        self.choice.setAccessibleDescription(hint)
        self.choice.addItems([text for _, text in options])
        self.choice.setMinimumWidth(theme.px(200))
        default = next((text for value, text in options if value == bound.default), "")
        self._default = default
        back = self.tr("Back to the default: {default}").format(default=default)
        self.reset = IconButton(theme, "rotate-ccw", back, length=13)
        self.reset.setObjectName(f"reset.{name}")
        self.reset.clicked.connect(lambda: bound.put(bound.default))
        self.choice.activated.connect(self._put)
        _lay_out(self, theme, _row(theme, self.label, self.reset), _row(theme, self.choice))
        self.follow()

    @override
    def follow(self) -> None:
        value = self._bound.value
        places = [place for place, (one, _) in enumerate(self._options) if one == value]
        self.choice.setCurrentIndex(places[0] if places else -1)
        differs = self._bound.differs
        self.reset.setVisible(differs)
        _say_default(self, self._said, self._default if differs else "")

    def _put(self, place: int) -> None:
        self._bound.put(self._options[place][0])

    @override
    def more_words(self) -> str:
        return folded("\n".join(text for _, text in self._options))


class SwitchField(SettingField):
    """On or off; a click on the words does it too."""

    def __init__(
        self, theme: Theme, name: str, label: str, hint: str, bound: Bound[bool], words: str = ""
    ) -> None:
        super().__init__(theme, name, label, hint, words)
        self._bound = bound
        self.box = QCheckBox()
        self.box.setMinimumWidth(max(24, theme.px(24)))
        self.box.setObjectName(f"settings.{name}")
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(hint)
        self._default = self.tr("on") if bound.default else self.tr("off")
        back = self.tr("Back to the default: {default}").format(default=self._default)
        self.reset = IconButton(theme, "rotate-ccw", back, length=13)
        self.reset.setObjectName(f"reset.{name}")
        self.reset.clicked.connect(lambda: bound.put(bound.default))
        self.box.clicked.connect(lambda: bound.put(self.box.isChecked()))
        self.label.clicked.connect(self.box.click)
        row = _row(theme, self.box, self.label, self.reset)
        row.setSpacing(max(0, theme.px(_WORDS) - self.box.minimumWidth()))
        _lay_out(self, theme, row, gap=0)
        self.hint.setIndent(theme.px(_WORDS))
        self.follow()

    @override
    def follow(self) -> None:
        self.box.setChecked(self._bound.value)
        differs = self._bound.differs
        self.reset.setVisible(differs)
        _say_default(self, self._said, self._default if differs else "")


def _say_default(field: SettingField, hint: str, default: str) -> None:
    """Name the default in the hint of what is another one."""
    if default:
        text = QCoreApplication.translate("SettingField", "{hint} The default is: {default}.")
        text = text.format(hint=hint, default=default)
        field.hint.setText(text.strip())
    else:
        field.hint.setText(hint)
    field.hint.setVisible(bool(field.hint.text()))


def _row(theme: Theme, *widgets: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    for widget in widgets:
        row.addWidget(widget, int(isinstance(widget, MarkedLabel)))
    if not any(isinstance(widget, MarkedLabel) for widget in widgets):
        row.addStretch(1)
    return row


def _lay_out(field: SettingField, theme: Theme, *rows: QLayout, gap: int = 5) -> None:
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(gap))
    for row in rows:
        column.addLayout(row)
    column.addWidget(field.hint)


def _places(parts: Sequence[str], text: str) -> tuple[tuple[int, int], ...]:
    found = ((text.find(part), len(part)) for part in parts)
    return tuple((at, length) for at, length in found if at >= 0)
