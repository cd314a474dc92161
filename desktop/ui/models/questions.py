"""The question before models are deleted."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.memory.weights import Weights
from desktop.ui import units
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.freeing import Deletion, deletion
from desktop.ui.models.named_lines import NamedLines
from desktop.ui.models.view import ModelRow
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.labels import Label

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
        self._lines = NamedLines(theme, len(rows), "body")
        self._notes = Label(theme, "", "small", "muted", wraps=True)
        self.setObjectName("deleteQuestion")
        self.body.addWidget(self._lines)
        self.body.addWidget(self._notes)
        self._name_lines()
        self._frame = Frame[HostId](self, self._on_weights, interval=_WEIGHTS_MS)
        self.destroyed.connect(weights.changed.subscribe(self._frame.add))
        if unsure := self._refresh().unsure:
            self._ask(unsure)
            self._refresh()  # Only now does it say that they are being asked.

    @property
    def frees(self) -> list[str]:
        """What stands behind each model's name."""
        return [label.text() for label in self._lines.words]

    @property
    def notes(self) -> str:
        """What stands below the models."""
        return self._notes.text()

    def _name_lines(self) -> None:
        are_many_hosts = len({row.host_id for row in self._rows}) > 1
        for label, row in zip(self._lines.names, self._rows, strict=False):
            name = visible(row.name)
            on = self.tr("{model} on {host}").format(model=name, host=visible(row.host))
            label.setText(on if are_many_hosts else name)

    def _refresh(self) -> Deletion:
        found = deletion(self._rows, self._installed, self._known)
        for label, text in zip(self._lines.words, found.frees, strict=False):
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
