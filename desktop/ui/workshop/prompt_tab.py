"""The prompt as a host renders it, from the draft's template or of an installed model."""

from collections.abc import Collection, Coroutine, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.domain.model import SampleMessage
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.long_text import LongText
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Choice, FormField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner, EmptyState
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.splitter import HairlineSplitter
from desktop.ui.widgets.text_area import TextArea
from desktop.ui.workshop.model_choice import ModelButton, ModelChoice, snapshot_of
from desktop.ui.workshop.rendering import Renderer, outcome, renderers, why_none
from desktop.ui.workshop.study import Reading
from desktop.ui.workshop.tokens import TokenColours
from desktop.workshop.preview import PromptPreview, Rendered

_BESIDE = 348
_DRAFT, _INSTALLED = 0, 1


class PromptTab(QWidget):
    """The prompt at the left; what is asked, and of whom, at the right."""

    def __init__(
        self,
        theme: Theme,
        prompts: PromptPreview,
        registry: HostRegistry,
        models: ModelChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("promptTab")
        self._theme = theme
        self._prompts = prompts
        self._registry = registry
        self._models = models
        self._reading = Reading()
        self._renderers: tuple[Renderer, ...] = ()
        self._target = Target()
        self._asked_of: HostId | None = None
        self._scope = TaskScope(self)
        self.what = Segments(
            theme, self.tr("What is rendered"), (self.tr("This draft"), self.tr("Installed model"))
        )
        self.hosts = Choice(theme)
        self.model = ModelButton(theme, self.tr("Model"), self.tr("Choose a model…"))
        self.sample = TextArea(theme, self.tr("Sample prompt"), least=4, most=10)
        self.render_button = Button(theme, self.tr("Render"), "primary", "play")
        self.why = Label(theme, "", "small", "muted", wraps=True)
        self.prompt = LongText(theme, self.tr("Rendered prompt"), is_code=True)
        self.colours = TokenColours(theme, self.prompt.document())
        self.line = Label(theme, "", "small", "muted")
        self.banner = Banner(theme, "warning")
        self._build()
        self._connect()
        self.what.show_choice(_DRAFT)
        self._judge()

    def show_reading(
        self, reading: Reading, snapshots: Sequence[HostSnapshot], chosen: Collection[HostId]
    ) -> None:
        """Follow the draft and the hosts; what was rendered stays, and says that it is older."""
        if reading.recipe != self._reading.recipe and self.prompt.text:
            self.line.setText(self.tr("Rendered before the last change"))
        self._reading = reading
        found = renderers(reading, snapshots, chosen)
        if found != self._renderers:
            wanted = self.hosts.currentData()
            self._renderers = found
            self.hosts.clear()
            for one in found:
                self.hosts.addItem(one.label, one.host_id)
            self.hosts.setCurrentIndex(max(0, self.hosts.findData(wanted)))
        self._judge()

    def begin(self) -> None:
        """Forget what was rendered, as another draft is shown."""
        self._scope.cancel()
        self.prompt.show_text("")
        self.line.setText("")
        self.banner.hide()
        self._stack.setCurrentIndex(0)
        self._judge()

    def render_prompt(self) -> None:
        """Ask the host that is chosen."""
        if self._why_not() or self._scope.is_busy:
            return
        self.banner.hide()
        self._scope.start(self._question(), self._show)
        self._judge()

    def _question(self) -> Coroutine[Any, Any, Rendered]:
        text = self.sample.text
        if self.what.current == _INSTALLED:
            self._asked_of = self._target.host_id
            said = (*self._reading.recipe.messages, SampleMessage("user", text))
            return self._prompts.installed(self._target.host_id, self._target.model, said)
        asked = self._renderers[max(0, self.hosts.currentIndex())]
        self._asked_of = asked.host_id
        return self._prompts.edited(asked.host_id, asked.base, self._reading.recipe, text)

    def _show(self, rendered: Rendered) -> None:
        snapshot = snapshot_of(self._registry, self._asked_of) if self._asked_of else None
        sentence, facts = outcome(rendered, snapshot.host if snapshot else None)
        self.banner.setVisible(bool(sentence))
        if sentence:
            self.banner.say("warning", sentence, facts)
        if rendered.prompt:
            self.prompt.show_text(rendered.prompt)
            host = snapshot.host.label if snapshot else ""
            text = self.tr("{number} characters, rendered by {host}")
            count = units.number(len(rendered.prompt))
            self.line.setText(text.format(number=count, host=host))
            self._stack.setCurrentIndex(1)
        self._judge()

    def _why_not(self) -> str:
        if self.what.current == _INSTALLED:
            return "" if self._target.model else self.tr("Choose a model")
        return "" if self._renderers else why_none(self._reading)

    def _judge(self) -> None:
        is_installed = self.what.current == _INSTALLED
        self._host_field.setVisible(not is_installed and bool(self._renderers))
        self._model_field.setVisible(is_installed)
        is_busy = self._scope.is_busy
        why = self._why_not()
        self.render_button.setEnabled(not why and not is_busy)
        self.render_button.setText(self.tr("Rendering…") if is_busy else self.tr("Render"))
        self.why.setText(why or self._note())

    def _note(self) -> str:
        if self.what.current == _INSTALLED:
            return self.tr(
                "A chat with the draft's sample messages and this prompt, by the model's own "
                "template. The host loads the model for it."
            )
        return self.tr(
            "The draft's template and system prompt, rendered by its base. Sample messages take "
            "no part in it. The host loads the base for it."
        )

    def _choose_model(self) -> None:
        self._models.ask(self.model, self._target, self._take)

    def _take(self, target: Target) -> None:
        self._target = target
        self.model.show_target(target, snapshot_of(self._registry, target.host_id))
        self._judge()

    def _connect(self) -> None:
        self.what.chosen.connect(self._judge)
        self.model.clicked.connect(self._choose_model)
        self.render_button.clicked.connect(self.render_prompt)

    def _build(self) -> None:
        px = self._theme.px
        self.sample.show_text(self.tr("What is a mutex?"))
        nothing = self.tr("Not rendered yet")
        lines = self.tr("A host shows the text that the model would be given, and answers nothing.")
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(self._theme, "square-terminal", nothing, lines))
        self._stack.addWidget(self.prompt)
        self.prompt.setProperty("box", "")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(20), px(12), px(14), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self.line)
        self.banner.hide()
        splitter = HairlineSplitter(self._theme)
        splitter.addWidget(left)
        splitter.addWidget(self._build_beside())
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([px(780), px(_BESIDE)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _build_beside(self) -> QWidget:
        px = self._theme.px
        inner = QWidget()
        inner.setAutoFillBackground(False)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), px(14), px(18), px(16))
        column.setSpacing(px(12))
        self._host_field = FormField(self._theme, self.tr("Rendered by"), self.hosts)
        self._model_field = FormField(self._theme, self.tr("Model"), self.model)
        column.addWidget(self.what)
        column.addWidget(self._host_field)
        column.addWidget(self._model_field)
        column.addWidget(FormField(self._theme, self.tr("Sample prompt"), self.sample))
        column.addWidget(self.render_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.why)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setMinimumWidth(px(240))
        return area
