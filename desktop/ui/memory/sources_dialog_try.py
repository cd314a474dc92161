"""Asks once who is to tell, before anything is saved, and shows what came."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.readings import ComputerReading
from desktop.domain.text import visible
from desktop.system.reader import NoReading, Reader
from desktop.ui import joining, units
from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.sources_dialog_words import problem_words, reading_words
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.pictures import Loader


class TryView(QWidget):
    """One try at a time; the next one gives up the one before, and so does closing."""

    ended = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scope = TaskScope(self)
        self._seconds = 0
        self._announcer = Announcer(self)
        self.result = Banner(theme)
        self.waiting = Label(theme, "", "small", "muted")
        self._loader = Loader(theme)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)
        self._build()
        self.forget()

    @property
    def is_busy(self) -> bool:
        return self._timer.isActive()

    def start(self, reader: Reader) -> None:
        """Read once."""
        self.forget()
        self._seconds = 0
        self._timer.start()
        self.waiting.setText(self.tr("Asking"))
        self._busy.show()
        self._scope.start(reader.read(), self._on_read, self._on_error)

    def forget(self) -> None:
        """Show nothing, and give up what is being asked."""
        self._scope.cancel()
        self._timer.stop()
        self._busy.hide()
        self.result.hide()

    def _on_read(self, reading: ComputerReading) -> None:
        words = reading_words(reading)
        self._say("success", self.tr("This was told"), words)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, NoReading):
            raise error
        sentence, advice = problem_words(error.problem)
        raw = visible(error.raw)
        part = reading_words(error.part) if error.part is not None else ""
        if part:
            part = self.tr("What was told all the same:") + "\n" + part
        self._say("warning", sentence, "\n".join(text for text in (advice, raw, part) if text))

    def _say(self, kind: str, sentence: str, facts: str) -> None:
        self._timer.stop()
        self._busy.hide()
        self.result.say("success" if kind == "success" else "warning", sentence, facts)
        self.result.show()
        self._announcer.say(joining.sentences(sentence, facts))
        self.ended.emit()

    def _tick(self) -> None:
        self._seconds += 1
        text = self.tr("Asking for {time}")
        self.waiting.setText(text.format(time=units.duration(self._seconds)))

    def _build(self) -> None:
        px = self._theme.px
        self._busy = QWidget()
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._loader)
        row.addWidget(self.waiting, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._busy)
        column.addWidget(self.result)
