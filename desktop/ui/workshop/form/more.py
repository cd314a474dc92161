"""Parts of a Modelfile that few need: how a conversation is written and read, and versions."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.modelfile_check import Trap
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.form.fold import Fold
from desktop.ui.workshop.form.line_part import LinePart
from desktop.ui.workshop.form.shown import Shown, Write

_PARTS = ("renderer", "parser", "requires", "draft")


class More(Fold):
    """Renderer, parser, required version and draft model."""

    def __init__(self, theme: Theme, write: Write) -> None:
        super().__init__(theme, QCoreApplication.translate("More", "More"))
        self.parts = {
            "renderer": LinePart(
                theme, write, "renderer", self.tr("Renderer"), self.tr("Built into Ollama.")
            ),
            "parser": LinePart(
                theme, write, "parser", self.tr("Parser"), self.tr("Built into Ollama.")
            ),
            "requires": LinePart(
                theme, write, "requires", self.tr("Requires"), self.tr("Ollama's least version.")
            ),
            "draft": LinePart(
                theme, write, "draft", self.tr("Draft model"), self.tr("A file that guesses ahead.")
            ),
        }
        for part in self.parts.values():
            self.body.addWidget(part)

    def show_more(self, shown: Shown) -> None:
        names = [name for name in _PARTS if shown.value(name)]
        self.summary.setText(joining.listed(names))
        version = shown.finding("requires", Trap.BAD_VERSION)
        wrong = self.tr("A version such as 0.14.0") if version else ""
        for name, part in self.parts.items():
            part.show_part(shown, wrong if name == "requires" else "")

    def forget_typing(self) -> None:
        for part in self.parts.values():
            part.forget_typing()
