"""What the inspector says above its sections: reading, loading, and what went wrong."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagnostics.explain import explain
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot, LoadAttempt
from desktop.ui import joining
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.card_reader import CardReader
from desktop.ui.models.view import ModelRow
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.pictures import Loader
from desktop.ui.wording import words

_PATIENCE_MS = 500
"""What is read faster than this needs no word; most cards are."""


class InspectorNotice(QWidget):
    """One banner or one line with a loader, whichever matters most; hidden where all is well."""

    def __init__(self, theme: Theme, cards: CardReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self.retry = Button(theme, self.tr("Retry"))
        self._banner = Banner(theme, "danger", "", actions=(self.retry,), actions_below=True)
        self._banner.setObjectName("inspectorBanner")
        self._loader = Loader(theme, 14, counts=True)
        self._line = ElidedLabel(theme, "", "small", "muted")
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._waiting.timeout.connect(self._say_reading)
        busy = QHBoxLayout()
        busy.setSpacing(theme.px(6))
        busy.addWidget(self._loader)
        busy.addWidget(self._line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(12), theme.px(18), 0)
        column.addWidget(self._banner)
        column.addLayout(busy)
        self.retry.clicked.connect(cards.read_again)

    def show_state(self, row: ModelRow, snapshot: HostSnapshot | None) -> None:
        """Say the worst of what is known: an entry or a card that is damaged, an error, work."""
        self._waiting.stop()
        host = snapshot.host if snapshot else None
        attempt = _attempt(row, snapshot)
        if row.damage:
            sentence = self.tr("This entry cannot be read")
            facts = self.tr("{host} sent: {why}. Its other models are not affected.")
            self._warn(sentence, facts.format(host=visible(row.host), why=visible(row.damage)))
        elif self._cards.error is not None:
            said = words(explain(self._cards.error, host))
            self._warn(said.sentence, said.facts, can_retry=True)
        elif attempt is not None and attempt.error is not None:
            said = words(explain(attempt.error, host))
            self._warn(self._failed(attempt), joining.sentences(said.sentence, said.facts))
        elif attempt is not None:
            self._be_busy(self.tr("Unloading") if attempt.is_unload else self.tr("Loading"))
        elif self._cards.card is not None and self._cards.card.left_out:
            sentence = self.tr("A part of what is said of it cannot be read")
            facts = self.tr("{host} sent something else than Ollama does: {fields}.")
            fields = joining.listed(self._cards.card.left_out)
            self._warn(sentence, facts.format(host=visible(row.host), fields=fields))
        else:
            self.setVisible(False)
            if self._cards.is_reading and self._cards.card is None:
                self._waiting.start()

    def _failed(self, attempt: LoadAttempt) -> str:
        if attempt.is_unload:
            return self.tr("It could not be unloaded")
        return self.tr("It could not be loaded")

    def _warn(self, sentence: str, facts: str, *, can_retry: bool = False) -> None:
        self._banner.say("danger", sentence, facts)
        self.retry.setVisible(can_retry)
        self._show(is_busy=False)

    def _be_busy(self, text: str) -> None:
        self._line.setText(text)
        self._show(is_busy=True)

    def _say_reading(self) -> None:
        if self._cards.row is not None:
            text = self.tr("Reading from {host}")
            self._be_busy(text.format(host=visible(self._cards.row.host)))

    def _show(self, *, is_busy: bool) -> None:
        self._banner.setVisible(not is_busy)
        self._loader.setVisible(is_busy)
        self._line.setVisible(is_busy)
        self.setVisible(True)


def _attempt(row: ModelRow, snapshot: HostSnapshot | None) -> LoadAttempt | None:
    attempts = snapshot.attempts if snapshot else ()
    return next((attempt for attempt in attempts if attempt.model == row.name), None)
