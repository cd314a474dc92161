"""Asks under which name a model is pushed to a registry."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.model import DEFAULT_REGISTRY, InstalledModel
from desktop.domain.name import BadName
from desktop.domain.text import visible
from desktop.jobs.queue import JobQueue
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import Choice, FormField, TextField
from desktop.ui.widgets.messages import Banner
from desktop.ui.wording_names import name_problem
from desktop.ui.workshop.form.fold import Fold
from desktop.ui.workshop.push_words import PushObstacle, PushTarget, read_target


@dataclass(frozen=True, slots=True)
class PushSource:
    """A model on a host, and the host's label."""

    host_id: HostId
    host: str
    model: InstalledModel


class PushDialog(Dialog):
    """Pushes under the model's own name; under another one it offers to copy it first.

    `started` carries the id of the job, `copy_wanted` the host, the model and
    the name to copy it to; whoever copies opens the dialog again with the copy.
    """

    started = Signal(object)
    copy_wanted = Signal(str, str, str)

    def __init__(
        self,
        theme: Theme,
        queue: JobQueue,
        sources: Sequence[PushSource],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", " ", primary="", width=480, parent=parent)
        self.setObjectName("pushDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._queue = queue
        self._sources = tuple(sources)
        self._target = PushTarget(None)
        title = self.tr("Push {model}").format(model=visible(sources[0].model.name))
        self.setWindowTitle(title)
        self.title.setText(title)
        self.line.setText(self.tr("Pushing needs a name like you/model."))
        self.name = TextField(theme, sources[0].model.name)
        self._name = FormField(theme, self.tr("Name"), self.name)
        self.copy = Button(theme, "", icon="copy")
        self.host = Choice(theme)
        for source in self._sources:
            self.host.addItem(visible(source.host))
        self._host = FormField(theme, self.tr("From this host"), self.host)
        self._without_tls = Fold(theme, self.tr("Registry without TLS"))
        self.insecure = QCheckBox(self.tr("Push without encryption"))
        self.insecure.setFont(theme.font("body"))
        self._fill_body()
        self.name.textChanged.connect(self._judge)
        self.host.currentIndexChanged.connect(self._judge)
        self.insecure.toggled.connect(self._judge)
        self.copy.clicked.connect(self._copy)
        self._judge()

    @property
    def source(self) -> PushSource:
        """The model that is pushed, on the host that is chosen."""
        return self._sources[max(0, self.host.currentIndex())]

    @override
    def accept(self) -> None:
        if not self.primary.isEnabled():
            return
        source = self.source
        job_id = self._queue.push(source.host_id, source.model.name, insecure=self._is_insecure)
        super().accept()
        self.started.emit(job_id)

    @property
    def _is_insecure(self) -> bool:
        return self.insecure.isChecked() and self._target.registry != DEFAULT_REGISTRY

    def _fill_body(self) -> None:
        warning = self.tr(
            "Everyone between the host and the registry could read the model and your sign-in."
        )
        self._without_tls.body.addWidget(self.insecure)
        self._without_tls.body.addWidget(Banner(self._theme, "warning", warning))
        self.body.addWidget(self._name)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._host)
        self.body.addWidget(self._without_tls)
        self.body.addStretch(1)
        self._host.setVisible(len(self._sources) > 1)

    def _judge(self) -> None:
        source = self.source
        self._target = target = read_target(self.name.text(), source.model.name)
        self._say(target)
        is_elsewhere = target.registry.lower() != DEFAULT_REGISTRY
        self._without_tls.setVisible(is_elsewhere)
        needs_copy = target.obstacle is PushObstacle.OTHER_NAME
        self.copy.setVisible(needs_copy)
        if needs_copy and target.name:
            self.copy.setText(self.tr("Copy to {name}").format(name=target.name.short))
        button = self.tr("Push to {registry}").format(registry=target.registry)
        self.set_primary(button, enabled=target.obstacle is None, why=self._fact(target))

    def _say(self, target: PushTarget) -> None:
        match target.obstacle:
            case BadName() as bad:
                self._name.set_error(name_problem(bad))
            case PushObstacle.NO_NAMESPACE:
                text = self.tr("Put your name on the registry before it: you/{model}")
                text = text.format(model=target.name.model if target.name else "")
                is_typed = self.name.text() != self.source.model.name
                (self._name.set_error if is_typed else self._name.set_hint)(text)
            case PushObstacle.OTHER_NAME:
                self._name.set_hint(
                    self.tr("The model is pushed under its own name, so copy it first.")
                )
            case None:
                self._name.set_hint("")

    def _fact(self, target: PushTarget) -> str:
        if target.obstacle is PushObstacle.OTHER_NAME:
            return self.tr("Copy it first; a copy takes no room")
        if target.obstacle is not None:
            return self.tr("Mend the name first")
        text = self.tr("{size} at most; what the registry has is not sent again")
        return text.format(size=units.size(self.source.model.size))

    def _copy(self) -> None:
        if self._target.name is not None:
            source = self.source
            self.copy_wanted.emit(source.host_id, source.model.name, self._target.name.short)
            self.reject()
