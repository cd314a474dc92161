"""Lines of a card for models that are not loaded: one being loaded, one pinned, one that failed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.diagnostics.explain import Remedy, explain
from desktop.domain.host import Host, HostId
from desktop.domain.memory_source import Pin
from desktop.domain.text import visible
from desktop.hosts.snapshot import LoadAttempt
from desktop.ui import joining, units
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.actions import MemoryActions
from desktop.ui.memory.card_row import CardRow
from desktop.ui.memory.loaded import KEEP_FOR_EVER
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.widgets.pictures import Icon, Loader
from desktop.ui.wording import words

_PATIENCE = 2.0
"""Seconds from which it is said how long it takes."""


class LoadingRow(CardRow):
    """A model on its way into memory, which no host lists meanwhile (fact 70)."""

    def __init__(
        self,
        theme: Theme,
        actions: MemoryActions,
        host_id: HostId,
        attempt: LoadAttempt,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._since = now
        self._attempt = attempt
        self.words = ElidedLabel(theme, "", "medium")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.seconds = Label(theme, "", "small", "muted")
        self.line.addWidget(Loader(theme, 16))
        self.line.addWidget(self.words, 1)
        self.line.addWidget(self.seconds)
        self.cancel = Button(theme, self.tr("Cancel"))
        self.line.addWidget(self.cancel)
        self.cancel.clicked.connect(lambda: actions.break_off(host_id, attempt.model))
        self._say()

    @override
    def tick(self, now: datetime) -> None:
        gone = (now - self._since).total_seconds()
        text = units.duration(gone) if gone >= _PATIENCE else ""
        if text != self.seconds.text():
            self.seconds.setText(text)

    def _say(self) -> None:
        attempt, name = self._attempt, visible(self._attempt.model)
        text = self.tr("Loading {model}").format(model=name)
        if attempt.context:
            text = self.tr("Loading {model} with {context} context").format(
                model=name, context=units.tokens(attempt.context)
            )
        self.words.setText(text)
        self.setAccessibleName(text)
        self.cancel.setAccessibleName(self.tr("Cancel loading {model}").format(model=name))


class WaitingRow(CardRow):
    """A pinned model that is not in memory: it is loaded when its host comes back."""

    def __init__(
        self,
        theme: Theme,
        actions: MemoryActions,
        host_id: HostId,
        pin: Pin,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        name = visible(pin.model)
        text = self.tr("{model} is pinned, but not loaded").format(model=name)
        words = ElidedLabel(theme, text, "body", "muted")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.unpin = Button(theme, self.tr("Unpin"), "quiet")
        self.unpin.setAccessibleName(self.tr("Unpin {model}").format(model=name))
        self.load = Button(theme, self.tr("Load"))
        self.load.setAccessibleName(self.tr("Load {model}").format(model=name))
        self.line.addWidget(Icon(theme, "pin", 14))
        self.line.addWidget(words, 1)
        self.line.addWidget(self.unpin)
        self.line.addWidget(self.load)
        self.setAccessibleName(text)
        self.unpin.clicked.connect(lambda: actions.unpin(host_id, pin.model))
        self.load.clicked.connect(
            lambda: actions.load(host_id, pin.model, KEEP_FOR_EVER, pin.context)
        )


class FailedRow(CardRow):
    """What could not be loaded or unloaded: why, and what mends it."""

    def __init__(
        self,
        theme: Theme,
        actions: MemoryActions,
        host: Host,
        attempt: LoadAttempt,
        dismiss: Callable[[LoadAttempt], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._actions = actions
        self._attempt = attempt
        self._host = host
        self.dismiss = Button(theme, self.tr("Dismiss"), "quiet")
        self.again = Button(theme, self.tr("Try again"))
        self.buttons: dict[Remedy, Button] = {}
        self.banner = Banner(theme, "danger")
        self.banner.setObjectName("loadFailed")
        self.line.addWidget(self.banner, 1)
        self.again.clicked.connect(lambda: actions.try_again(host.id, attempt))
        self.dismiss.clicked.connect(lambda: dismiss(attempt))
        self._say(theme)

    def _say(self, theme: Theme) -> None:
        attempt = self._attempt
        if attempt.error is None:
            return
        explanation = explain(attempt.error, self._host)
        said = words(explanation)
        text = self.tr("{model} could not be loaded")
        if attempt.is_unload:
            text = self.tr("{model} could not be unloaded")
        sentence = text.format(model=visible(attempt.model))
        self.banner.say("danger", sentence, joining.sentences(said.sentence, said.facts))
        self.setAccessibleName(sentence)
        place = QWidget()
        row = FlowLayout(theme.px(6), place)
        row.addWidget(self.again)
        for one in said.buttons:
            if one.remedy is Remedy.RETRY:
                continue  # Asking the host again is less than to try again.
            button = self.buttons[one.remedy] = Button(theme, one.label)
            button.clicked.connect(
                lambda _=False, remedy=one.remedy: self._actions.mend(
                    self._host.id, remedy, explanation, attempt.model
                )
            )
            row.addWidget(button)
        row.addWidget(self.dismiss)
        self.banner.add_below(place, theme.px(8))
