"""The stop sequences: where one comes, the answer ends."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from desktop.chat.defaults import Origin
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.row import AreaRow
from desktop.ui.chat.panel.stops import read, written


class StopRow(AreaRow):
    r"""One per line, a line feed written as \n. The model's own stand in the empty field."""

    def __init__(self, theme: Theme) -> None:
        name = QCoreApplication.translate("Parameters", "Stop sequences")
        super().__init__(theme, name, least=2, most=6, role="mono")
        self.field.edited.connect(self._on_typed)

    @override
    def refresh(self) -> None:
        stops = self.value if isinstance(self.value, tuple) else ()
        if read(self.field.text) != stops:
            self.show_text(written(stops))
        own = self._own()
        self.field.setPlaceholderText(visible(written(own), keep_newlines=True))
        self.say(self._hint(bool(own)))

    def _hint(self, has_own: bool) -> str:
        if not self.is_changed and has_own:
            return self.tr("This model's own")
        if self.value == () and has_own:
            return self.tr("None: the model's own are left out")
        if not self.is_changed and self.default.origin is Origin.UNKNOWN:
            return self.tr("As the model has it")
        return self.tr("One per line; \\n is a line feed")

    def _own(self) -> tuple[str, ...]:
        return self.default.value if isinstance(self.default.value, tuple) else ()

    def _on_typed(self, text: str) -> None:
        stops = read(text)
        self.take(stops if stops or self._own() else None)
