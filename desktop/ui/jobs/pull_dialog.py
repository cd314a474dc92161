"""Asks for a model and for the hosts to pull it to."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.host import HostId
from desktop.domain.name import BadName, ModelName, NameProblem
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.jobs.job import JobId
from desktop.jobs.queue import JobQueue
from desktop.ui import joining, units
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.theme import Theme
from desktop.ui.jobs import pull_offer
from desktop.ui.jobs.pull_fits import Known, PullFits
from desktop.ui.jobs.pull_offer import Origin, Reading
from desktop.ui.jobs.pull_target_list import TargetList
from desktop.ui.jobs.pull_targets import PullTargets
from desktop.ui.memory.services import FitsService
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialog import Dialog
from desktop.ui.widgets.fields import TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.messages import Banner
from desktop.ui.wording_names import name_problem


class PullDialog(Dialog):
    """Says what it understood while one types, and starts nothing before the button is pressed.

    Without `chosen`, the only host that is up is chosen. The clipboard is
    looked at when the dialog opens with no text, and only its name is shown. With `fits` it says
    of each host whether the model fits there, where another one has it already.
    """

    started = Signal(list)
    """The ids of the jobs, one for each host."""

    def __init__(
        self,
        theme: Theme,
        queue: JobQueue,
        registry: HostRegistry,
        *,
        text: str = "",
        chosen: Iterable[HostId] = (),
        fits: FitsService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", " ", primary="", parent=parent)
        self.setObjectName("pullDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title.setText(self.tr("Pull a model"))
        self.setWindowTitle(self.tr("Pull a model"))
        self.line.setText(self.tr("A name, the address of a model's page, or a copied line."))
        self._queue = queue
        self._registry = registry
        self._reading: Reading | None = None
        self._targets = PullTargets(set(chosen) or self._only_one_up(), self)
        self._field = TextField(theme, text, hint="llama3.2")
        self._field.setObjectName("pullName")
        self.offer = Button(theme, "", "link")
        self.offer.setObjectName("clipboardOffer")
        self._verdict = Banner(theme)
        self._said = ("", "")
        self._count = Label(theme, "", "small", "muted")
        self._fits = PullFits(fits, registry, self) if fits is not None else None
        self._fill_body()
        self._field.textChanged.connect(self._read)
        self._targets.chosen_changed.connect(self._judge)
        self._follow()
        self._look_at_clipboard()
        self._read()

    @property
    def field(self) -> TextField:
        return self._field

    @override
    def accept(self) -> None:
        if self._reading is None or not self._targets.chosen:
            return
        name = self._reading.name.short
        ids = [self._queue.pull(host_id, name) for host_id in self._targets.chosen]
        super().accept()
        self.started.emit(ids)

    def _only_one_up(self) -> set[HostId]:
        up = {snapshot.id for snapshot in self._registry.snapshots if snapshot.is_up}
        return up if len(up) == 1 else set()

    def _fill_body(self) -> None:
        self.body.addLayout(self._build_field())
        self.body.addWidget(self._verdict)
        self.body.addLayout(self._build_hosts())
        self._field.setFocus()

    def _build_field(self) -> QLayout:
        label = Label(self._theme, self.tr("Model"), "small_medium")
        label.setBuddy(self._field)
        self._field.setAccessibleName(self.tr("Model"))
        return self._headed(label, self.offer, self._field)

    def _build_hosts(self) -> QLayout:
        well = QFrame()
        well.setProperty("box", "well")
        inside = QVBoxLayout(well)
        inside.setContentsMargins(1, self._theme.px(4), 1, self._theme.px(4))
        inside.addWidget(TargetList(self._theme, self._targets))
        label = Label(self._theme, self.tr("To these hosts"), "small_medium")
        return self._headed(label, self._count, well)

    def _headed(self, label: Label, right: QWidget, below: QWidget) -> QLayout:
        row = QHBoxLayout()
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(right)
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(5))
        column.addLayout(row)
        column.addWidget(below)
        return column

    def _follow(self) -> None:
        """Keep up with hosts that come and go, and with jobs, while the dialog is open."""
        frame = Frame[HostId | JobId | None](self, lambda _: self._refresh())
        self.destroyed.connect(self._registry.changed.subscribe(frame.add))
        self.destroyed.connect(self._registry.host_changed.subscribe(frame.add))
        self.destroyed.connect(self._queue.changed.subscribe(frame.add))
        if self._fits is not None:
            self._fits.changed.connect(lambda: frame.add(None))

    def _look_at_clipboard(self) -> None:
        text = QGuiApplication.clipboard().text() if not self._field.text() else ""
        name = pull_offer.clipboard_offer(text)
        self.offer.setVisible(name is not None)
        if name is not None:
            self.offer.setText(self.tr("Use {name} from the clipboard").format(name=name.short))
            self.offer.clicked.connect(lambda: self._take(text.strip()))

    def _take(self, text: str) -> None:
        self.offer.hide()
        self._field.setText(text.splitlines()[0])
        self._field.setFocus()

    def _read(self) -> None:
        try:
            self._reading = pull_offer.read(self._field.text())
        except BadName as bad:
            self._reading = None
            is_empty = bad.problem is NameProblem.EMPTY
            self._field.set_wrong(not is_empty)
            self._verdict.say("info" if is_empty else "danger", name_problem(bad))
            self._said = ("", "")
        else:
            self._field.set_wrong(False)
        self._refresh()

    def _refresh(self) -> None:
        name = self._reading.name if self._reading else None
        self._targets.show_places(
            pull_offer.places(name, self._registry.snapshots, self._queue.jobs)
        )
        known = None
        if self._fits is not None and name is not None:
            known = self._fits.known(name)
            self._targets.show_verdicts(self._fits.verdicts(known))
        if name is not None:
            self._say(name, known)

    def _say(self, name: ModelName, known: Known | None) -> None:
        facts = joining.sentences(self._whence(), self._judged_by(known))
        said = (self._pulls(name), facts)
        if said != self._said:
            self._said = said
            self._verdict.say("success", *said)

    def _judged_by(self, known: Known | None) -> str:
        """Say whose measures are gone by; the registry may have another model by now."""
        if known is None:
            return ""
        text = self.tr("On {host} it has {size}; whether it fits is judged by that.")
        host = visible(known.host.host.label)
        return text.format(host=host, size=units.size(known.model.size))

    def _pulls(self, name: ModelName) -> str:
        text = self.tr("Pulls {name} from {registry}")
        return text.format(name=pull_offer.without_registry(name), registry=name.registry)

    def _whence(self) -> str:
        match self._reading.origin if self._reading else Origin.NAME:
            case Origin.NAME:
                return ""
            case Origin.NAME_WITHOUT_TAG:
                return self.tr("No tag was given, so it is :latest.")
            case Origin.LINE:
                return self.tr("Taken from the line you pasted.")
            case Origin.ADDRESS:
                return self.tr("Taken from the address you pasted.")

    def _judge(self) -> None:
        chosen, possible = len(self._targets.chosen), self._targets.possible
        text = self.tr("{chosen} of {possible}")
        self._count.setText(
            text.format(chosen=units.number(chosen), possible=units.number(possible))
        )
        why = self._why_not()
        label = self.tr("Pull") if chosen < 2 else self.tr("Pull to %n hosts", "", chosen)
        self.set_primary(label, enabled=not why, why=why)

    def _why_not(self) -> str:
        if self._reading is None:
            if not self._field.text().strip():
                return self.tr("Type a name first")
            return self.tr("Mend the name first")
        if not self._targets.possible:
            return self.tr("No host can pull it now")
        return "" if self._targets.chosen else self.tr("Choose a host")
