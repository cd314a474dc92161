"""The panel beside a conversation: how its model is asked, and what it sees of the messages."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.chat.defaults import Default, Origin, default_of, has_levels, trained_context
from desktop.chat.snapshot import Meter
from desktop.domain.conversation import (
    AnswerFormat,
    ConversationId,
    Overflow,
    Parameters,
    Target,
)
from desktop.domain.model import Capability, ModelCard
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.meter import ContextBar
from desktop.ui.chat.panel.choice_rows import ThinkRow
from desktop.ui.chat.panel.column import EDGE, ParameterColumn
from desktop.ui.chat.panel.context_row import ContextRow
from desktop.ui.chat.panel.format_row import FormatRow
from desktop.ui.chat.panel.keep_row import KeepRow
from desktop.ui.chat.panel.more import MoreParameters
from desktop.ui.chat.panel.number_row import NumberRow
from desktop.ui.chat.panel.numbers import Span, even
from desktop.ui.chat.panel.preset_book import PresetBook
from desktop.ui.chat.panel.presets import PresetChooser
from desktop.ui.chat.panel.prompt_row import PromptRow
from desktop.ui.chat.panel.row import ParameterRow, Value
from desktop.ui.memory.verdict_line import FitDoor
from desktop.ui.widgets.labels import Hairline, Label

WIDTH = 286
NO_CONVERSATION = ConversationId("")
NOBODY = Target()
_NEVER_NONE = {"format": AnswerFormat.TEXT.value, "overflow": Overflow.ASK.value}
"""Parameters that have a value always: None from their row means this one."""


class ParametersPanel(QFrame):
    """Shows the parameters of one conversation, and tells by `changed` what a person set.

    It keeps no facts: what is shown comes by `show_conversation`, which never
    emits. `closed` is Esc, for where the panel lies over the conversation.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(
        self, theme: Theme, settings: SettingsFile, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parameters = Parameters()
        self._conversation = NO_CONVERSATION
        self._card: ModelCard | None = None
        self.setObjectName("parametersPanel")
        self.presets = PresetChooser(theme, PresetBook(settings))
        self.prompt = PromptRow(theme)
        self.context = ContextRow(theme)
        self.think = ThinkRow(theme)
        self.format = FormatRow(theme)
        self.keep = KeepRow(theme)
        self.more = MoreParameters(theme)
        self.rows: dict[str, ParameterRow] = self._build_rows(theme)
        self.bar = ContextBar(theme)
        self.area = ParameterColumn(theme)
        self._build()
        self.presets.chosen.connect(self._on_preset)
        self.format.editor.changed.connect(self._on_schema)
        self.bar.raise_wanted.connect(self._on_raise)
        for name, row in self.rows.items():
            row.changed.connect(partial(self._on_row, name))
        self.show_conversation(Parameters(), None, (), Meter())

    def judge_with(self, door: FitDoor) -> None:
        """Say from now on whether the model fits with the context that is set."""
        self.context.judge_with(door)

    @override
    def sizeHint(self) -> QSize:
        wide = max(self._theme.px(WIDTH - 1), self.minimumSizeHint().width())
        return QSize(wide, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        wide = max(self._theme.px(240), super().minimumSizeHint().width())
        return QSize(wide, self._theme.px(200))

    def show_conversation(
        self,
        parameters: Parameters,
        card: ModelCard | None,
        capabilities: Collection[Capability],
        meter: Meter,
        *,
        conversation: ConversationId = NO_CONVERSATION,
        host_name: str = "",
        target: Target = NOBODY,
    ) -> None:
        """Show what a conversation sets, beside what its model would do.

        `card` is None until it was read. A text that is being typed stays as
        it is, unless it belongs to another conversation.
        """
        if conversation != self._conversation:
            self._forget_typing()
        self._parameters, self._conversation, self._card = parameters, conversation, card
        trained = trained_context(card)
        self.context.show_context(meter, host_name, trained)
        self.think.show_levels(has_levels(card))
        self.think.setVisible(Capability.THINKING in capabilities)
        self.bar.show_meter(meter, host_name, trained)
        self._show()
        self.context.show_target(target, host_name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        parameters = self._parameters
        self.format.show_schema(parameters.schema)
        for name, row in self.rows.items():
            row.show_value(_shown(getattr(parameters, name)), self._default(name))
        self.more.count()
        self.presets.show_parameters(parameters, self._conversation)

    def _default(self, name: str) -> Default:
        if name in _NEVER_NONE:
            return Default(_NEVER_NONE[name], Origin.OLLAMA)
        return default_of(self._card, name)

    def _on_row(self, name: str, value: Value) -> None:
        match name:
            case "format":
                self._set(format=AnswerFormat(value or AnswerFormat.TEXT))
            case "overflow":
                self._set(overflow=Overflow(value or Overflow.ASK))
            case _:
                self._set(**{name: value})

    def _on_schema(self, schema: str) -> None:
        self._set(schema=schema)

    def _on_raise(self, tokens: int) -> None:
        self.context.forget_typing()
        self._set(num_ctx=tokens)

    def _on_preset(self, parameters: Parameters) -> None:
        self._forget_typing()
        self._tell(parameters)

    def _set(self, **changes: object) -> None:
        self._tell(replace(self._parameters, **changes))

    def _tell(self, parameters: Parameters) -> None:
        """Show it at once, so that the next key is added to it, and say so."""
        self._parameters = parameters
        self._show()
        self.changed.emit(parameters)

    def _forget_typing(self) -> None:
        for row in self.rows.values():
            row.forget_typing()

    def _build_rows(self, theme: Theme) -> dict[str, ParameterRow]:
        return {
            "system": self.prompt,
            "temperature": NumberRow(theme, "temperature", Span(0, 2), places=even(0, 2, 0.05)),
            "num_ctx": self.context,
            "top_p": NumberRow(theme, "top_p", Span(0, 1), places=even(0, 1, 0.05)),
            "think": self.think,
            "format": self.format,
            "keep_alive": self.keep,
            **self.more.rows,
        }

    def _build(self) -> None:
        px = self._theme.px
        rows = self.area.rows
        for group in (("system",), ("temperature", "num_ctx", "top_p")):
            for name in group:
                rows.addWidget(self.rows[name])
            rows.addWidget(Hairline())
        for widget in (self.think, self.format, self.keep, self.more):
            rows.addWidget(widget)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addWidget(self.area, 1)
        column.addWidget(Hairline())
        foot = QVBoxLayout()
        foot.setContentsMargins(px(EDGE), px(12), px(EDGE), px(12))
        foot.addWidget(self.bar)
        column.addLayout(foot)

    def _build_head(self) -> QHBoxLayout:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(EDGE), px(12), px(EDGE - 6), px(8))
        head.setSpacing(px(8))
        head.addWidget(Label(self._theme, self.tr("Parameters"), "title"))
        head.addStretch(1)
        head.addWidget(self.presets)
        return head


def _shown(value: Value) -> Value:
    """An enum's value, where a row knows it by that."""
    return value.value if isinstance(value, AnswerFormat | Overflow) else value
