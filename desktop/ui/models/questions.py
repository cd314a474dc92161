"""The question before models are deleted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.memory.weights import Weights
from desktop.ui import units
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.freeing import Deletion, deletion
from desktop.ui.models.view import ModelRow
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import ElidedLabel, Label

_MOST_LINES = 100
_LINES_HIGH = 9
_WEIGHTS_MS = 250


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
        weights: Weights,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, _title(rows), primary=_button(len(rows)), kind="danger", width=440, parent=parent
        )
        self._rows = rows
        self._hosts = hosts
        self._weights = weights
        self._frees = [Label(theme, "", "body", "muted") for _ in rows[:_MOST_LINES]]
        self._notes = Label(theme, "", "small", "muted", wraps=True)
        self.setObjectName("deleteQuestion")
        self._build_lines()
        self._frame = Frame[HostId](self, self._on_weights, interval=_WEIGHTS_MS)
        self.destroyed.connect(weights.changed.subscribe(self._frame.add))
        if unsure := self._refresh().unsure:
            self._ask(unsure)
            self._refresh()  # Only now does it say that they are being asked.

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
        found = deletion(self._rows, self._installed, self._known)
        for label, text in zip(self._frees, found.frees, strict=False):
            label.setText(text)
        notes = [*found.notes, self.tr("Models are being asked which weights they have.")]
        is_asking = any(self._weights.of(host_id).is_asking for host_id, _ in found.unsure)
        self._notes.setText("\n".join(notes if is_asking else notes[:-1]))
        self._notes.setVisible(is_asking or bool(found.notes))
        if len(self._rows) > 1:
            self.fact.setText(found.total)
        return found

    def _installed(self, host_id: HostId) -> tuple[InstalledModel, ...]:
        try:
            return self._hosts.snapshot(host_id).models
        except KeyError:  # The host was removed while the question stands.
            return ()

    def _known(self, host_id: HostId) -> Mapping[str, str]:
        return self._weights.of(host_id).by_name

    def _ask(self, unsure: Sequence[tuple[HostId, str]]) -> None:
        """Ask what would make the figures exact; without it they stay bounds, and are true."""
        names: dict[HostId, set[str]] = {}
        for host_id, name in unsure:
            names.setdefault(host_id, set()).add(name)
        for host_id, asked in names.items():
            self._weights.want(host_id, asked)

    def _on_weights(self, _hosts: frozenset[HostId]) -> None:
        self._refresh()


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
