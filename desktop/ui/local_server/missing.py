"""Where there is no Ollama: where it comes from, and the command that installs it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.code_tabs import CodeTabs, SystemText
from desktop.ui.widgets.messages import EmptyState

DOWNLOAD_PAGE = "https://ollama.com/download"
_WIDTH = 620


class NoOllama(QWidget):
    """Installs nothing: the person does, by what stands here."""

    url_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = Button(theme, DOWNLOAD_PAGE, "link", "external-link")
        self.link.setObjectName("downloadPage")
        self.link.setAccessibleName(self.tr("Open Ollama's download page"))
        self.link.clicked.connect(lambda: self.url_wanted.emit(DOWNLOAD_PAGE))
        heading = self.tr("There is no Ollama on this computer")
        lines = self.tr(
            "It was looked for on the path and in the usual places, and nothing listens on its "
            "port.\nInstall it from its download page or by the command below."
        )
        state = EmptyState(theme, "server", heading, lines, actions=(self.link,))
        self.commands = CodeTabs(theme, self._commands())
        holder = QWidget()
        holder.setMaximumWidth(theme.px(_WIDTH))
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.commands)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.addStretch(1)
        column.addWidget(state)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)

    def _commands(self) -> list[SystemText]:
        script = self.tr("In a terminal. The script is Ollama's own.")
        package = self.tr("In a terminal, if you use Homebrew.")
        windows = self.tr("In a terminal.")
        return [
            SystemText("Linux", "curl -fsSL https://ollama.com/install.sh | sh", script),
            SystemText("macOS", "brew install --cask ollama", package),
            SystemText("Windows", "winget install Ollama.Ollama", windows),
        ]
