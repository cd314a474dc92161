"""The template of a Modelfile, in a fold: few write one, and it is long."""

from PySide6.QtCore import QCoreApplication, Qt

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.workshop.form.area import PartArea
from desktop.ui.workshop.form.fold import Fold
from desktop.ui.workshop.form.shown import Shown, Write, text_warning


class Template(Fold):
    """Without one, the base's own is used; a GGUF file may have none.

    What `take` does is the page's: it asks a host for a model's template.
    """

    def __init__(self, theme: Theme, write: Write) -> None:
        super().__init__(theme, QCoreApplication.translate("Template", "Template"))
        self.area = PartArea(
            theme, write, "template", self.tr("Template"), least=4, most=16, font="mono"
        )
        self.area.setPlaceholderText(self.tr("The base model's own"))
        text = QCoreApplication.translate("Template", "Take that of a model…")
        self.take = Button(theme, text, icon="boxes")
        self._below = Label(theme, "", "small", "danger", wraps=True)
        self._warning = ""
        self.body.setSpacing(theme.px(5))
        self.body.addWidget(self.area)
        self.body.addWidget(self._below)
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.area.said.connect(self._say)

    def show_template(self, shown: Shown) -> None:
        self._warning = text_warning(shown, "template")
        self.area.show_part(shown)
        lines = len(self.area.text.splitlines())
        if not lines:
            self.summary.setText(self.tr("the base model's own"))
        elif lines == 1:
            self.summary.setText(self.tr("1 line"))
        else:
            self.summary.setText(self.tr("%n lines", "", lines))
        self._say(self.area.refusal)

    def _say(self, refusal: str) -> None:
        self._below.setText(refusal or self._warning)
        self._below.set_tone("danger" if refusal else "warning")
        self._below.setVisible(bool(refusal or self._warning))
        self.area.set_wrong(bool(refusal))
        self.area.setAccessibleDescription(refusal or self._warning)
