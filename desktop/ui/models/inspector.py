"""Everything about the model that is chosen, beside the table."""

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.model import ModelCard
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.weights import Weights
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.verdict_line import FitDoor
from desktop.ui.models.actions import ModelActions
from desktop.ui.models.card import message_text, parameter_facts, tensor_facts
from desktop.ui.models.card_reader import CardReader
from desktop.ui.models.facts_section import FactsSection
from desktop.ui.models.inspector_header import InspectorHeader
from desktop.ui.models.inspector_notice import InspectorNotice
from desktop.ui.models.metadata_section import MetadataSection
from desktop.ui.models.overview import Overview
from desktop.ui.models.surroundings import surroundings, unasked
from desktop.ui.models.table import ModelTable
from desktop.ui.models.text_section import TextSection
from desktop.ui.models.view import ModelRow
from desktop.ui.widgets.labels import Hairline
from desktop.ui.widgets.tabs import TabBar

WIDTH = 286
"""Of which the line of the splitter takes 1 where it stands beside the table."""
WEIGHTS_MS = 200
_MOST_ASKED = 12
"""Models that are asked whether they share weights; more are asked only where it matters."""


class Part(IntEnum):
    """The sections, in the order of their tabs; the first three are always tabs."""

    OVERVIEW = 0
    PARAMETERS = 1
    TEMPLATE = 2
    SYSTEM = 3
    LICENCE = 4
    MESSAGES = 5
    METADATA = 6
    TENSORS = 7
    MODELFILE = 8


class Inspector(QFrame):
    """Shows one row at once from what the list said, and the rest when its card has come.

    A section is filled when it is looked at: a licence of 8 MB costs nothing
    behind another tab.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        hosts: HostRegistry,
        models: ModelTable,
        cards: CardReader,
        weights: Weights,
        actions: ModelActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hosts = hosts
        self._models = models
        self._cards = cards
        self._weights = weights
        self._row: ModelRow | None = None
        self.setObjectName("inspector")
        self.header = InspectorHeader(theme, actions)
        self.notice = InspectorNotice(theme, cards)
        self.overview = Overview(theme)
        self.parameters = FactsSection(
            theme, self.tr("Parameters"), self.tr("It has no parameters of its own.")
        )
        self.tensors = FactsSection(theme, self.tr("Tensors"), self.tr("It lists no tensors."))
        self.metadata = MetadataSection(theme)
        self.texts = self._build_texts(theme)
        self.tabs = TabBar(theme, list(self._names().values()))
        self._stack = QStackedWidget()
        self._build()
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        self.tabs.chosen.connect(self._on_tab)
        self.header.closed.connect(self.closed)
        self.metadata.lists_wanted.connect(cards.read_lists)
        cards.changed.connect(self._on_card)
        self._frame = Frame[HostId](self, self._on_weights, interval=WEIGHTS_MS)
        self.destroyed.connect(weights.changed.subscribe(self._frame.add))

    @property
    def has_card(self) -> bool:
        """Whether everything the host says of the row has come."""
        return self._cards.card is not None

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH - 1), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(200))

    def show_row(self, row: ModelRow | None, chosen: int = 1) -> None:
        """Show that row, or that none or several (`chosen`) are selected."""
        self._row = row
        has_facts = row is not None and not row.damage
        self.tabs.setVisible(has_facts)
        self._stack.setVisible(has_facts)
        if row is None:
            self.header.show_number(chosen)
            self.notice.setVisible(False)
            return
        self.header.show_row(row, self._models.now(row.host_id))
        self.notice.show_state(row, self._snapshot(row))
        self._fill()

    def tick(self) -> None:
        """Tell the time that is left again."""
        if self._row is not None and self._row.loaded is not None:
            self.header.show_row(self._row, self._models.now(self._row.host_id))

    def judge_with(self, door: FitDoor) -> None:
        """Say from now on whether the model fits on its host."""
        self.overview.judge_with(door)
        self._fill()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build_texts(self, theme: Theme) -> dict[Part, TextSection]:
        nothing = {
            Part.TEMPLATE: self.tr("It has no template."),
            Part.SYSTEM: self.tr("It has no system prompt."),
            Part.LICENCE: self.tr("It says nothing of a licence."),
            Part.MESSAGES: self.tr("It has no sample messages."),
            Part.MODELFILE: self.tr("It has no Modelfile."),
        }
        code = {Part.TEMPLATE, Part.MODELFILE}
        return {
            part: TextSection(theme, self._names()[part], text, is_code=part in code)
            for part, text in nothing.items()
        }

    def _names(self) -> dict[Part, str]:
        return {
            Part.OVERVIEW: self.tr("Overview"),
            Part.PARAMETERS: self.tr("Parameters"),
            Part.TEMPLATE: self.tr("Template"),
            Part.SYSTEM: self.tr("System prompt"),
            Part.LICENCE: self.tr("Licence"),
            Part.MESSAGES: self.tr("Messages"),
            Part.METADATA: self.tr("Metadata"),
            Part.TENSORS: self.tr("Tensors"),
            Part.MODELFILE: self.tr("Modelfile"),
        }

    def _build(self) -> None:
        sections: dict[Part, QWidget] = {
            Part.OVERVIEW: self.overview,
            Part.PARAMETERS: self.parameters,
            Part.METADATA: self.metadata,
            Part.TENSORS: self.tensors,
            **self.texts,
        }
        for part in Part:
            self._stack.addWidget(sections[part])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        tabs = QVBoxLayout()
        tabs.setContentsMargins(self._theme.px(16), 0, self._theme.px(4), 0)
        tabs.addWidget(self.tabs)
        column.addLayout(tabs)
        column.addWidget(Hairline())
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addStretch(0)

    def _on_tab(self, _part: int) -> None:
        self._fill()

    def _on_card(self) -> None:
        if self._row is not None:
            self.notice.show_state(self._row, self._snapshot(self._row))
            self._fill()

    def _fill(self) -> None:
        """Fill the section that is looked at."""
        row, card = self._row, self._cards.card
        if row is None:
            return
        part = Part(self.tabs.current)
        match part:
            case Part.OVERVIEW:
                known = self._weights.of(row.host_id).by_name
                unsure = self._unsure(row, known) if card else ()
                around = surroundings(row, self._hosts.snapshots, known, unsure)
                self.overview.show_model(row, card, around)
            case Part.PARAMETERS:
                self.parameters.show_facts(parameter_facts(card) if card else None)
            case Part.TENSORS:
                self.tensors.show_facts(tensor_facts(card) if card else None)
            case Part.METADATA:
                self.metadata.show_card(card)
            case _:
                self.texts[part].show_text(_text(part, card) if card else None)

    def _unsure(self, row: ModelRow, known: Mapping[str, str]) -> Sequence[str]:
        """Return who may share the weights of `row`, and have them asked where they are few."""
        snapshot = self._snapshot(row)
        unsure = unasked(row, snapshot, known) if snapshot else []
        if len(unsure) <= _MOST_ASKED:
            self._weights.want(row.host_id, unsure)
        return unsure

    def _on_weights(self, hosts: frozenset[HostId]) -> None:
        if self._row is not None and self._row.host_id in hosts:
            self._fill()

    def _snapshot(self, row: ModelRow) -> HostSnapshot | None:
        try:
            return self._hosts.snapshot(row.host_id)
        except KeyError:  # Removed a moment ago.
            return None


def _text(part: Part, card: ModelCard) -> str:
    match part:
        case Part.TEMPLATE:
            return card.template
        case Part.SYSTEM:
            return card.system
        case Part.LICENCE:
            return card.license
        case Part.MESSAGES:
            return message_text(card)
        case _:
            return card.modelfile
