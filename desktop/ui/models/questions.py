"""The question before models are deleted."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel, ModelCard
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.ui import units
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.card_reader import CardReader
from desktop.ui.models.freeing import Deletion, deletion
from desktop.ui.models.view import ModelRow
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import ElidedLabel, Label

_MOST_LINES = 100
_LINES_HIGH = 9
_MOST_READ = 12


class DeleteQuestion(Dialog):
    """Names the models and the host and says what is freed, never more than the truth.

    Where that hangs on weights that may be shared, the cards which tell are
    read while the question stands, and the figures become exact.
    """

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[ModelRow],
        hosts: HostRegistry,
        cards: CardReader,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, _title(rows), primary=_button(len(rows)), kind="danger", width=440, parent=parent
        )
        self._rows = rows
        self._hosts = hosts
        self._cards = cards
        self._found: dict[HostId, dict[str, str]] = {}
        self._frees = [Label(theme, "", "body", "muted") for _ in rows[:_MOST_LINES]]
        self._notes = Label(theme, "", "small", "muted", wraps=True)
        self.setObjectName("deleteQuestion")
        self._build_lines()
        self._scope = TaskScope(self)
        found = self._refresh()
        for host_id, name in found.unsure[:_MOST_READ]:
            self._read(host_id, name)

    @property
    def frees(self) -> list[str]:
        """What stands behind each model's name."""
        return [label.text() for label in self._frees]

    @property
    def notes(self) -> str:
        """What stands below the models."""
        return self._notes.text()

    def _build_lines(self) -> None:
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setVerticalSpacing(self._theme.px(5))
        grid.setColumnStretch(0, 1)
        are_many_hosts = len({row.host_id for row in self._rows}) > 1
        for place, (row, frees) in enumerate(zip(self._rows, self._frees, strict=False)):
            name = visible(row.name)
            on = self.tr("{model} on {host}").format(model=name, host=visible(row.host))
            grid.addWidget(
                ElidedLabel(self._theme, on if are_many_hosts else name, "medium"), place, 0
            )
            grid.addWidget(frees, place, 1, Qt.AlignmentFlag.AlignRight)
        if len(self._rows) > _MOST_LINES:
            more = units.number(len(self._rows) - _MOST_LINES)
            text = self.tr("and {number} more").format(number=more)
            grid.addWidget(Label(self._theme, text, "body", "muted"), len(self._frees), 0)
        self.body.addWidget(self._scrolled(lines) if len(self._rows) > _LINES_HIGH else lines)
        self.body.addWidget(self._notes)

    def _scrolled(self, lines: QWidget) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(lines)
        high = self._theme.metrics("body").height() + self._theme.px(5)
        area.setFixedHeight(high * _LINES_HIGH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _refresh(self) -> Deletion:
        found = deletion(self._rows, self._installed, self._weights)
        for label, text in zip(self._frees, found.frees, strict=False):
            label.setText(text)
        self._notes.setText("\n".join(found.notes))
        self._notes.setVisible(bool(found.notes))
        if len(self._rows) > 1:
            self.fact.setText(found.total)
        return found

    def _installed(self, host_id: HostId) -> tuple[InstalledModel, ...]:
        try:
            return self._hosts.snapshot(host_id).models
        except KeyError:  # The host was removed while the question stands.
            return ()

    def _weights(self, host_id: HostId) -> dict[str, str]:
        return {**self._cards.weights(host_id), **self._found.get(host_id, {})}

    def _read(self, host_id: HostId, name: str) -> None:
        def learn(card: ModelCard) -> None:
            if card.weights_digest:
                self._found.setdefault(host_id, {})[name] = card.weights_digest
                self._refresh()

        self._scope.start(self._hosts.read_card(host_id, name), learn, _leave)


def _leave(_error: BaseException) -> None:
    """Without that card the figure stays a bound, which is true all the same."""


def _title(rows: Sequence[ModelRow]) -> str:
    hosts = {row.host_id for row in rows}
    where = visible(rows[0].host)
    if len(rows) == 1:
        text = QCoreApplication.translate("Delete", "Delete {model} on {host}?")
        return text.format(model=visible(rows[0].name), host=where)
    if len(hosts) == 1:
        text = QCoreApplication.translate("Delete", "Delete {number} models on {host}?")
        return text.format(number=units.number(len(rows)), host=where)
    text = QCoreApplication.translate("Delete", "Delete {number} models on {hosts} hosts?")
    return text.format(number=units.number(len(rows)), hosts=units.number(len(hosts)))


def _button(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Delete", "Delete model")
    return QCoreApplication.translate("Delete", "Delete {number} models").format(
        number=units.number(count)
    )
