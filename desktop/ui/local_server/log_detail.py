"""One line of the log, whole; and what explains it, as every other error is explained."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagnostics.explain import Explanation, Remedy
from desktop.domain.text import visible
from desktop.system.log_line import LogLine, Severity
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.local_server.log_words import severity_word, writer_word
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.fitted_text import FittedText
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner, BannerKind
from desktop.ui.wording import remedy_label, words


class LogDetail(QWidget):
    """Hidden until a line is chosen."""

    closed = Signal()
    remedy_wanted = Signal(object, object)
    """A Remedy, and the Explanation that offers it."""

    def __init__(
        self, theme: Theme, offered: Sequence[Remedy], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._raw = ""
        self._explanation: Explanation | None = None
        self.facts = Label(theme, "", "small", "muted")
        self.copy = IconButton(theme, "copy", self.tr("Copy the line"))
        self.close_button = IconButton(theme, "x", self.tr("Close"))
        self.buttons = {remedy: Button(theme, remedy_label(remedy)) for remedy in offered}
        self.banner = Banner(theme, "danger")
        self.banner.setObjectName("explainedLine")
        self.text = FittedText(theme, self.tr("The whole line"), most=8, font="mono_hint")
        self.text.setObjectName("wholeLine")
        self._build()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(visible(self._raw)))
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def show_line(self, line: LogLine | None, explanation: Explanation | None) -> None:
        """Show that line, or nothing."""
        self.setVisible(line is not None)
        if line is None:
            return
        self._raw, self._explanation = line.raw, explanation
        said = (severity_word(line.severity), writer_word(line.writer), line.source)
        when = "" if line.time is None else units.exact_time(line.time.astimezone())
        self.facts.setText("  ·  ".join(visible(part) for part in (*said, when) if part))
        self.text.show_text(visible(line.raw, keep_newlines=True))
        self.banner.setVisible(explanation is not None)
        if explanation is not None:
            self._explain(line, explanation)

    def _explain(self, line: LogLine, explanation: Explanation) -> None:
        offered = tuple(self.buttons)
        found = words(explanation, offered)
        kind: BannerKind = "danger" if line.severity is Severity.ERROR else "warning"
        self.banner.say(kind, found.sentence, found.facts)
        shown = {button.remedy for button in found.buttons}
        for remedy, button in self.buttons.items():
            button.setVisible(remedy in shown)
        self._holder.setVisible(bool(shown))

    def _ask(self, remedy: Remedy) -> None:
        if self._explanation is not None:
            self.remedy_wanted.emit(remedy, self._explanation)

    def _build(self) -> None:
        px = self._theme.px
        self._holder, inner = QWidget(), QWidget()
        room = QVBoxLayout(self._holder)
        room.setContentsMargins(0, px(8), 0, 0)
        room.addWidget(inner)
        flow = FlowLayout(px(6), inner)
        for remedy, button in self.buttons.items():
            flow.addWidget(button)
            button.clicked.connect(lambda _=False, remedy=remedy: self._ask(remedy))
        self.banner.add_below(self._holder, 0)
        top = QHBoxLayout()
        top.addWidget(self.facts, 1)
        top.addWidget(self.copy)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(6), px(16), px(12))
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.text)
        column.addStretch(1)
