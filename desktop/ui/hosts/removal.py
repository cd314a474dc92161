"""The question before a host is removed on which something is still under way."""

from PySide6.QtWidgets import QWidget

from desktop.domain.host import Host
from desktop.domain.text import visible
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.dialog import Dialog


class RemovalQuestion(Dialog):
    """Says how many jobs end with the host; where none does, nobody is asked."""

    def __init__(
        self, theme: Theme, host: Host, unfinished: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", primary="", kind="danger", width=440, parent=parent)
        self.setObjectName("removalQuestion")
        title = self.tr("Remove {host} from the list?").format(host=visible(host.label))
        self.setWindowTitle(title)
        self.title.setText(title)
        if unfinished == 1:
            jobs = self.tr("A job there has not ended, and is cancelled.")
        else:
            jobs = self.tr("%n jobs there have not ended, and are cancelled.", "", unfinished)
        stays = self.tr("The models stay where they are: the host can be added again.")
        self.line.setText(f"{jobs} {stays}")
        self.line.show()
        self.set_primary(self.tr("Remove host"))
