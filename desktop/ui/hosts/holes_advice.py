"""Which holes the versions of one's hosts have, what they let others do, and what closes them."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.text import visible
from desktop.domain.versions import Harm, Hole, known_holes
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.holes import risky_hosts
from desktop.ui.widgets.code_tabs import CodeTabs, SystemText
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.key_values import KeyValues
from desktop.ui.widgets.labels import Label

_HARMS: dict[Harm, object] = {
    Harm.USED_BY_WEB_PAGES: QT_TRANSLATE_NOOP("Holes", "A page in a browser can use the server."),
    Harm.FILES_WRITTEN: QT_TRANSLATE_NOOP(
        "Holes", "A registry can write files outside the models' folder."
    ),
    Harm.MEMORY_EXHAUSTED: QT_TRANSLATE_NOOP("Holes", "A request can use up the memory."),
    Harm.SIGN_IN_STOLEN: QT_TRANSLATE_NOOP(
        "Holes", "A registry can have the server's sign-in sent elsewhere."
    ),
    Harm.MEMORY_READ: QT_TRANSLATE_NOOP(
        "Holes", "Whoever may create a model can read what others asked."
    ),
}


def harm_words(harm: Harm) -> str:
    """Return what a hole lets somebody do."""
    return QCoreApplication.translate("Holes", str(_HARMS[harm]))


class HolesAdvice(Dialog):
    """Reads alone: updating is done on the host, with the commands that stand below."""

    def __init__(
        self, theme: Theme, snapshots: Sequence[HostSnapshot], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", primary="", parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("holesAdvice")
        title = self.tr("Update Ollama there")
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(self.tr("Until then, let only those reach these hosts whom you trust."))
        self.line.show()
        for snapshot in risky_hosts(snapshots):
            self.body.addLayout(self._host(snapshot))
        self.body.addWidget(CodeTabs(theme, self._updates()))
        self.set_primary(self.tr("Close"))
        self.cancel.hide()

    def _host(self, snapshot: HostSnapshot) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(4))
        text = self.tr("{host}, {version}")
        facts = {"host": visible(snapshot.host.label), "version": visible(snapshot.version)}
        column.addWidget(Label(self._theme, text.format(**facts), "strong"))
        pairs = KeyValues(self._theme)
        for hole in known_holes(snapshot.version):
            pairs.add(hole.name, self._line(hole), copied="")
        column.addWidget(pairs)
        return column

    def _updates(self) -> list[SystemText]:
        app = self.tr('Where it is the app with an icon, use its own "Restart to update".')
        script = self.tr("In a terminal of the server. The script is Ollama's own.")
        return [
            SystemText("Linux", "curl -fsSL https://ollama.com/install.sh | sh", script),
            SystemText("macOS", "brew upgrade ollama", app),
            SystemText("Windows", "winget upgrade Ollama.Ollama", app),
        ]

    def _line(self, hole: Hole) -> str:
        closed = self.tr("Closed in {version}.").format(version=hole.fixed)
        return joining.sentences(harm_words(hole.harm), closed)
