"""The question before a host pulls a base that it does not have."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.workshop.form.base_words import listed


class PullBaseQuestion(Dialog):
    """A create pulls what FROM names and the host has not, whatever its size (fact 47)."""

    def __init__(
        self,
        theme: Theme,
        base: str,
        registry: str,
        hosts: Sequence[str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        count = len(hosts)
        super().__init__(theme, "", " ", primary="", width=440, parent=parent)
        self.setObjectName("pullBaseQuestion")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Pull {base} first?").format(base=visible(base))
        self.setWindowTitle(title)
        self.title.setText(title)
        if count == 1:
            text = self.tr(
                "{hosts} does not have it, and would pull it from {registry} before the model is "
                "made. How large it is, is known only then."
            )
        else:
            text = self.tr(
                "{hosts} do not have it, and would pull it from {registry} before the model is "
                "made. How large it is, is known only then."
            )
        names = listed(tuple(hosts))
        self.line.setText(text.format(hosts=names, registry=visible(registry)))
        one = self.tr("Pull and create")
        self.set_primary(one)
