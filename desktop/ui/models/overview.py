"""The inspector's first section: what a model is, where it lies, and who else has it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.model import ModelCard
from desktop.domain.text import visible
from desktop.memory.snapshot import FitAnswer
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.services import FitsService
from desktop.ui.memory.verdict_line import FitDoor, VerdictLine
from desktop.ui.models import cells
from desktop.ui.models.view import ModelRow, shown_capabilities
from desktop.ui.widgets.key_values import KeyValues, Section
from desktop.ui.widgets.labels import ElidedLabel, Label
from desktop.ui.widgets.paint import Dot
from desktop.ui.widgets.pictures import StateDot

_SIDE = 18
"""Room beside the words; a scroll bar stands in it."""
_DIGITS = 12
"""Of a digest, as Ollama's own list shows it; the whole one is copied."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The same name on another host. `is_same` is None where digests cannot be compared."""

    host: str
    dot: Dot
    is_same: bool | None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the overview says beyond the model itself."""

    sharing: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()


class Overview(QScrollArea):
    """Rebuilt whole for another model; a few labels are made in a millisecond or two."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: object = None
        self._door: FitDoor | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._leave_room)

    def judge_with(self, door: FitDoor) -> None:
        """Say from now on whether a model fits, once its card has come."""
        self._door, self._shown = door, None

    def show_model(
        self, row: ModelRow, card: ModelCard | None, around: Surroundings = Surroundings()
    ) -> None:
        """Show this model, with what its card adds once that has come."""
        context = row.loaded.context_length if row.loaded else 0
        shown = (row.model, row.damage, id(card), around, context)
        if shown == self._shown:
            return
        self._shown = shown
        body = QWidget()
        column = QVBoxLayout(body)
        column.setSpacing(0)
        column.addWidget(self._model(row, card))
        if not row.damage:
            column.addWidget(self._cloud(row) if row.model.is_remote else self._disk(row, around))
        if self._door is not None and card is not None and not row.model.is_remote:
            column.addWidget(self._memory(row, self._door))
        if around.elsewhere:
            column.addWidget(self._also(around.elsewhere))
        column.addStretch(1)
        place = self.verticalScrollBar().value()
        self.setWidget(body)
        self._leave_room()
        self.verticalScrollBar().setValue(place)

    def _leave_room(self) -> None:
        """Keep the words as wide as they are when a scroll bar comes: they would break anew."""
        px, bar = self._theme.px, self.verticalScrollBar()
        right = px(_SIDE) - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
        if (body := self.widget()) and (column := body.layout()):
            column.setContentsMargins(px(_SIDE), px(16), max(0, right), px(8))

    def _model(self, row: ModelRow, card: ModelCard | None) -> QWidget:
        section = Section(self._theme, self.tr("Model"), has_line=False)
        details, facts = row.model.details, KeyValues(self._theme)
        named = card.metadata.get("general.architecture") if card else None
        architecture = named or details.family
        self._add(facts, self.tr("Architecture"), str(architecture))
        self._add(facts, self.tr("Parameters"), units.parameters(details.parameter_count))
        self._add(facts, self.tr("Quantization"), details.quantization_level)
        tokens = self.tr("{number} tokens")
        context = units.number(details.context_length)
        if details.context_length > 0:
            self._add(facts, self.tr("Context length"), tokens.format(number=context))
        if details.embedding_length > 0:
            self._add(facts, self.tr("Embedding"), units.number(details.embedding_length))
        if details.parent_model:
            self._add(facts, self.tr("Made from"), details.parent_model)
        can = shown_capabilities(card.capabilities if card else row.model.capabilities)
        if can:
            facts.add_tags(self.tr("Can do"), tuple(cells.capability(one) for one in can))
        section.body.addWidget(facts)
        return section

    def _disk(self, row: ModelRow, around: Surroundings) -> QWidget:
        section, facts = Section(self._theme, self.tr("On disk")), KeyValues(self._theme)
        model = row.model
        size = units.exact_size(model.size)
        facts.add(self.tr("Size"), size, copied=str(model.size))
        if model.digest:
            short = visible(model.digest.removeprefix("sha256:")[:_DIGITS])
            facts.add(self.tr("Digest"), short, copied=model.digest, mono=True, shows_copy=True)
        if model.modified_at:
            facts.add(self.tr("Modified"), units.exact_time(model.modified_at))
        section.body.addWidget(facts)
        if around.sharing:
            section.body.addWidget(Label(self._theme, around.sharing, "small", "muted", wraps=True))
        return section

    def _memory(self, row: ModelRow, door: FitDoor) -> QWidget:
        """Ask for what it was loaded with, or would be; not for rows that are only passed by."""
        section, line = Section(self._theme, self.tr("Memory")), VerdictLine(self._theme, door)
        section.body.addWidget(line)
        host_id, name = row.host_id, row.name
        context = row.loaded.context_length if row.loaded else 0

        def question(fits: FitsService) -> FitAnswer:
            load = fits.usual_load(host_id, name)
            return fits.installed(host_id, name, replace(load, context=context or load.context))

        line.ask(question, row.host, lambda: door.judge(host_id, name, context))
        return section

    def _cloud(self, row: ModelRow) -> QWidget:
        section, facts = Section(self._theme, self.tr("In the cloud")), KeyValues(self._theme)
        self._add(facts, self.tr("Runs on"), row.model.remote_host)
        self._add(facts, self.tr("Named there"), row.model.remote_model)
        section.body.addWidget(facts)
        return section

    def _also(self, others: Sequence[Elsewhere]) -> QWidget:
        section = Section(self._theme, self.tr("Also on"))
        words = {
            True: self.tr("same digest"),
            False: self.tr("other digest"),
            None: self.tr("last seen"),
        }
        for other in others:
            line = QHBoxLayout()
            line.setSpacing(self._theme.px(6))
            line.addWidget(StateDot(self._theme, other.dot))
            line.addWidget(ElidedLabel(self._theme, other.host, "small"), 1)
            line.addWidget(Label(self._theme, words[other.is_same], "small", "muted"))
            section.body.addLayout(line)
        return section

    def _add(self, facts: KeyValues, key: str, value: str) -> None:
        if value:
            facts.add(key, visible(value))
