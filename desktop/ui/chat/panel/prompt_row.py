"""The system prompt: the model's own, another one, or an empty one."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.row import AreaRow

_LONGEST = 300
"""Characters of the model's own prompt that are shown in the empty field."""


class PromptRow(AreaRow):
    """Nothing typed leaves the model its own prompt.

    Emptied after something was there it sends an empty one, where the model
    has one of its own that would come back otherwise.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, QCoreApplication.translate("Parameters", "System prompt"), least=3, most=12
        )
        self.field.edited.connect(self._on_typed)

    @override
    def refresh(self) -> None:
        own = self._own()
        text = self.value if isinstance(self.value, str) else ""
        self.show_text(text)
        cut = visible(own[:_LONGEST], keep_newlines=True) + ("…" if len(own) > _LONGEST else "")
        self.field.setPlaceholderText(cut or self.tr("No system prompt"))
        self.say(self._hint(own))

    def _hint(self, own: str) -> str:
        if not own:
            return ""
        if self.value is None:
            return self.tr("This model's own")
        if self.value == "":
            return self.tr("Sent empty: the model's own is left out")
        return self.tr("Instead of the model's own")

    def _own(self) -> str:
        return self.default.value if isinstance(self.default.value, str) else ""

    def _on_typed(self, text: str) -> None:
        self.take(text if text or self._own() else None)
