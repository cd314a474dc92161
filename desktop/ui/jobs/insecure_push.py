"""Asks before a model is pushed without encryption."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog


class InsecurePush(Dialog):
    """Says what it means that nothing is encrypted; Cancel has the focus."""

    def __init__(self, theme: Theme, model: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", " ", primary="", kind="danger", parent=parent)
        self.setObjectName("insecurePush")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Push without encryption"))
        self.title.setText(self.tr("Push {model} without encryption?").format(model=visible(model)))
        self.line.setText(
            self.tr(
                "Everyone between the host and the registry could read the model, its login, "
                "and put other bytes in their place. Do this only on a network that you trust."
            )
        )
        self.primary.setText(self.tr("Push without encryption"))
