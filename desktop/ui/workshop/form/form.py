"""The form beside the editor, which edits the same text."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.modelfile import Parsed, parse
from desktop.domain.modelfile_check import Finding
from desktop.domain.modelfile_writing import Unwritable
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.fields import FormField
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.messages import Banner
from desktop.ui.workshop.form.adapter_field import AdapterField
from desktop.ui.workshop.form.area import PartArea
from desktop.ui.workshop.form.base_field import BaseField
from desktop.ui.workshop.form.bases import Bases
from desktop.ui.workshop.form.licences import Licences
from desktop.ui.workshop.form.messages import Messages
from desktop.ui.workshop.form.more import More
from desktop.ui.workshop.form.parameters import Parameters
from desktop.ui.workshop.form.shown import Change, Shown, text_warning, unwritable_words
from desktop.ui.workshop.form.template import Template

_WIDTH, _EDGE = 348, 18
_BAR = 10
"""Room that the scroll bar takes when it comes."""


class ModelfileForm(QScrollArea):
    """Shows a Modelfile part by part. What a person changes here comes out as a whole text.

    Comments, order and whatever else stands in the text stay as they are. A
    text that is no Modelfile is shown as far as it was read, and not edited.
    `current` is asked for the newest text before each change, where the form
    may not have been shown it yet.
    """

    text_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        current: Callable[[], str] | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._current = current
        self._shown = Shown()
        self._text = ""
        self._banner = Banner(theme, "warning")
        self._banner.hide()
        self.base = BaseField(theme, self._write)
        self.system = PartArea(
            theme, self._write, "system", self.tr("System prompt"), least=5, most=12
        )
        self._system_field = FormField(theme, self.tr("System prompt"), self.system)
        self.parameters = Parameters(theme, self._write)
        self.messages = Messages(theme, self._write)
        self.licences = Licences(theme, self._write)
        self.template = Template(theme, self._write)
        self.adapter = AdapterField(theme, self._write)
        self.more = More(theme, self._write)
        self._parts = QWidget()
        self.system.setPlaceholderText(self.tr("The base model's own"))
        self.system.said.connect(self._say_system)
        self._build()

    def show_text(
        self,
        text: str,
        parsed: Parsed,
        findings: tuple[Finding, ...] = (),
        bases: Bases | None = None,
    ) -> None:
        """Show a text and what was found in it; nothing is emitted."""
        self._text = text
        self._shown = shown = Shown(text, parsed, findings, bases or self._shown.bases)
        self._lock(shown)
        self.base.show_base(shown)
        self.system.show_part(shown)
        self._say_system(self.system.refusal)
        self.parameters.show_parameters(shown)
        self.messages.show_messages(shown)
        self.licences.show_licences(shown)
        self.template.show_template(shown)
        self.adapter.show_adapter(shown)
        self.more.show_more(shown)

    def forget_typing(self) -> None:
        """Let go of what was typed and not written: another draft is shown next."""
        for part in (self.base, self.system, self.parameters, self.template.area, self.more):
            part.forget_typing()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDTH), self._theme.px(600))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(260), self._theme.px(100))

    def _write(self, change: Change) -> str:
        """Change the text and tell it; returns why it cannot be written."""
        before = self._current() if self._current else self._text
        if before != self._text:
            shown = Shown(before, parse(before), (), self._shown.bases)
            self._text, self._shown = before, shown
        if not self._shown.is_editable:
            return ""
        try:
            text = change(before)
        except Unwritable as error:
            return unwritable_words(error)
        if text != before:
            self._text = text
            self.text_wanted.emit(text)
        return ""

    def _lock(self, shown: Shown) -> None:
        """Let the parts be edited only while they can be told apart."""
        if shown.is_editable:
            self._banner.hide()
        else:
            text = self.tr("Mend line {line} first").format(line=shown.wrong_line)
            facts = self.tr("The form shows what was read up to there.")
            self._banner.say("warning", text, facts)
            self._banner.show()
        self._parts.setEnabled(shown.is_editable)

    def _say_system(self, refusal: str) -> None:
        if refusal:
            self._system_field.set_error(refusal)
        else:
            self._system_field.set_hint(text_warning(self._shown, "system"))

    def _build(self) -> None:
        px = self._theme.px
        inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setSpacing(px(12))
        column.addWidget(self._banner)
        column.addWidget(self._parts)
        column.addStretch(1)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(px(12))
        parts.addWidget(self.base)
        parts.addWidget(self._system_field)
        for section in (
            self.parameters,
            self.messages,
            self.licences,
            self.template,
            self.adapter,
            self.more,
        ):
            parts.addWidget(Hairline())
            parts.addWidget(section)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._keep_room)
        self._theme.changed.connect(self._keep_room)
        self._keep_room()

    def _keep_room(self) -> None:
        """Give the scroll bar room that was free before, so that nothing moves."""
        px = self._theme.px
        right = px(_EDGE) - (px(_BAR) if self.verticalScrollBar().maximum() else 0)
        self._column.setContentsMargins(px(_EDGE), px(14), right, px(16))
