"""Parameters that are one of a few choices: thinking, and what to do with a full context."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from desktop.chat.defaults import LEVELS
from desktop.domain.conversation import Overflow
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.row import LabelledRow
from desktop.ui.widgets.segments import Segments


class ThinkRow(LabelledRow):
    """Off and on, or how deep for models that are told that; none chosen leaves it to the model."""

    def __init__(self, theme: Theme) -> None:
        name = QCoreApplication.translate("Parameters", "Thinking")
        self.segments = Segments(theme, name, ())
        super().__init__(theme, name, self.segments)
        self._choices: tuple[bool | str, ...] = ()
        self.show_levels(False)
        self.segments.chosen.connect(self._on_chosen)

    def show_levels(self, has_levels: bool) -> None:
        """Offer levels rather than off and on."""
        self._choices = LEVELS if has_levels else (False, True)
        words = (
            (self.tr("Low"), self.tr("Medium"), self.tr("High"))
            if has_levels
            else (self.tr("Off"), self.tr("On"))
        )
        self.segments.set_words(words)

    def _on_chosen(self, place: int) -> None:
        self.take(self._choices[place])

    @override
    def refresh(self) -> None:
        value = self.value
        is_offered = isinstance(value, bool | str) and value in self._choices
        self.segments.show_choice(self._choices.index(value) if is_offered else None)
        if value is None:
            self.say(self.tr("As the model does"))
        elif not is_offered:
            self.say(self.tr("Set to {value}").format(value=str(value).lower()))
        else:
            self.say("")


class OverflowRow(LabelledRow):
    """What happens when the messages no longer fit; asking is what it does by itself."""

    _CHOICES = (Overflow.ASK, Overflow.DROP_OLDEST)

    def __init__(self, theme: Theme) -> None:
        name = QCoreApplication.translate("Parameters", "When the context is full")
        words = (
            QCoreApplication.translate("Parameters", "Stop and ask"),
            QCoreApplication.translate("Parameters", "Leave oldest out"),
        )
        self.segments = Segments(theme, name, words)
        super().__init__(theme, name, self.segments)
        self.segments.chosen.connect(self._on_chosen)

    @property
    @override
    def is_changed(self) -> bool:
        return self.value == Overflow.DROP_OLDEST

    @override
    def refresh(self) -> None:
        choice = Overflow.ASK if self.value is None else Overflow(str(self.value))
        self.segments.show_choice(self._CHOICES.index(choice))
        is_dropped = choice is Overflow.DROP_OLDEST
        self.say(
            self.tr("Those left out are marked; pinned ones stay")
            if is_dropped
            else self.tr("Nothing is left out unasked")
        )

    def _on_chosen(self, place: int) -> None:
        self.take(self._CHOICES[place].value)
