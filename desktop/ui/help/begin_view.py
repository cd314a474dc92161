"""The help page's five steps to begin with, each with a button that does it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon

_COLUMN = 640


@dataclass(frozen=True, slots=True)
class HelpDoors:
    """What the help page does elsewhere; each is a plain function."""

    add_host: Callable[[], None]
    pull: Callable[[], None]
    chat: Callable[[], None]
    palette: Callable[[], None]
    save_report: Callable[[], None]
    about: Callable[[], None]
    manual: str = ""
    """Where the manual and the questions are, "" where this build does not say."""
    issues: str = ""


class BeginView(QScrollArea):
    """A host, a model, a chat, a model of one's own, and the palette for all the rest."""

    def __init__(self, theme: Theme, doors: HelpDoors, workshop: Callable[[], None]) -> None:
        super().__init__(widgetResizable=True)
        self._theme = theme
        inner = QWidget()
        inner.setMaximumWidth(theme.px(_COLUMN))
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(*[theme.px(20)] * 4)
        self._column.setSpacing(theme.px(8))
        self._hosts_and_models(doors)
        self._own_and_everything(doors, workshop)
        self._column.addSpacing(theme.px(12))
        self._more(doors)
        self._column.addStretch(1)
        self.setWidget(inner)

    def _hosts_and_models(self, doors: HelpDoors) -> None:
        self._step(
            "server",
            self.tr("Add a host"),
            self.tr("An address, as you would give it to OLLAMA_HOST. This computer is there."),
            self.tr("Add…"),
            doors.add_host,
        )
        self._step(
            "arrow-down-to-line",
            self.tr("Pull a model"),
            self.tr("Paste a name or a line such as ollama run llama3.2, and choose hosts."),
            self.tr("Pull…"),
            doors.pull,
        )
        self._step(
            "message-circle",
            self.tr("Chat with it"),
            self.tr("Conversations are kept on this computer, and can be branched and exported."),
            self.tr("Chat"),
            doors.chat,
        )

    def _own_and_everything(self, doors: HelpDoors, workshop: Callable[[], None]) -> None:
        self._step(
            "hammer",
            self.tr("Make one of your own"),
            self.tr("A Modelfile with help as you write; one draft can be created on many hosts."),
            self.tr("Open"),
            workshop,
        )
        self._step(
            "search",
            self.tr("Find everything else"),
            self.tr("Ctrl+K finds each action with its key, and models, hosts and conversations."),
            self.tr("Search"),
            doors.palette,
        )

    def _step(self, icon: str, title: str, line: str, button: str, do: Callable[[], None]) -> None:
        px = self._theme.px
        card = QFrame()
        card.setProperty("box", "card")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(self._theme, title, "medium", wraps=True))
        words.addWidget(Label(self._theme, line, "small", "muted", wraps=True))
        does = Button(self._theme, button)
        does.setAccessibleDescription(title)
        does.setMinimumWidth(px(78))
        does.clicked.connect(lambda: do())
        row = QHBoxLayout(card)
        row.setContentsMargins(px(16), px(12), px(14), px(12))
        row.setSpacing(px(16))
        row.addWidget(Icon(self._theme, icon, 20, "link"))
        row.addLayout(words, 1)
        row.addWidget(does)
        self._column.addWidget(card)

    def _more(self, doors: HelpDoors) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        report = Button(self._theme, self.tr("Save a report…"), "quiet", "file-archive")
        report.clicked.connect(doors.save_report)
        about = Button(self._theme, self.tr("Versions and licences"), "quiet", "info")
        about.clicked.connect(doors.about)
        row.addWidget(report)
        row.addWidget(about)
        row.addStretch(1)
        self._column.addWidget(Label(self._theme, self.tr("More"), "strong"))
        manual, issues = self.tr("The manual: {link}"), self.tr("Questions and faults: {link}")
        for text, link in ((manual, doors.manual), (issues, doors.issues)):
            said = Label(self._theme, text.format(link=link), "small", wraps=True, selectable=True)
            said.setVisible(bool(link))
            self._column.addWidget(said)
        self._column.addLayout(row)
