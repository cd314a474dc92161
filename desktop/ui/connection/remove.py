"""The question before a host is removed on which jobs still run."""

from PySide6.QtWidgets import QWidget

from desktop.domain.host import Host
from desktop.domain.text import visible
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog


class RemoveQuestion(Dialog):
    """Says how many jobs would be cancelled with the host."""

    def __init__(
        self, theme: Theme, host: Host, jobs: int, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", primary="", kind="danger", width=440, parent=parent)
        self.setObjectName("removeQuestion")
        title = self.tr("Remove {host}?").format(host=visible(host.label))
        self.setWindowTitle(title)
        self.title.setText(title)
        stays = self.tr("The models stay where they are: the host can be added again.")
        self.line.setText(joining.sentences(self._sentence(jobs), stays))
        self.line.setVisible(True)
        self.set_primary(self.tr("Remove host"))

    def _sentence(self, jobs: int) -> str:
        if jobs == 1:
            return self.tr("A job runs on it or waits. It is cancelled with the host.")
        text = self.tr("{number} jobs run on it or wait. They are cancelled with the host.")
        return text.format(number=units.number(jobs))
