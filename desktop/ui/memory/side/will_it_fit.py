"""Asks whether a model would fit on a host, and with how much context."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.conversation import Target
from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.registry import HostRegistry
from desktop.hosts.snapshot import HostSnapshot
from desktop.memory.snapshot import FitAnswer
from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.frame import Frame
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.host_words import source_word
from desktop.ui.memory.services import FitsService
from desktop.ui.memory.side.answer_view import AnswerView
from desktop.ui.memory.side.load_form import LoadForm
from desktop.ui.memory.side.subject import Subject, answer_of, first_subject
from desktop.ui.memory.side.subject_choice import SubjectChoice
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import Choice
from desktop.ui.widgets.labels import Label, Tag
from desktop.ui.workshop.model_choice import ModelChoice, snapshot_of
from desktop.workshop.dropped import look
from desktop.workshop.looking import SourceFile

_NARROW = 72
"""A chooser's least width; a name that is longer ends in an ellipsis."""


class WillItFit(QFrame):
    """Keeps what a person chose; every answer is asked of the service anew, once a frame."""

    def __init__(
        self,
        theme: Theme,
        fits: FitsService,
        registry: HostRegistry,
        *,
        open_sources: Callable[[HostId], None],
        pull: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fits = fits
        self._registry = registry
        self._subject = Subject()
        self._host = HostId("")
        self._is_reading = False
        self._is_own_context = False
        self._hosts_shown: tuple[tuple[HostId, str], ...] = ()
        self._said = ""
        self._announcer = Announcer(self)
        self._scope = TaskScope(self)
        self.models = ModelChoice(theme, registry, pull, self, offers=lambda _: True)
        self.model = SubjectChoice(theme, self.tr("Model"), self.tr("Choose a model…"))
        self.file = IconButton(theme, "file-box", self.tr("Choose a GGUF file…"))
        self.host = Choice(theme)
        self.source = Tag(theme, "")
        self.form = LoadForm(theme)
        self.answer = AnswerView(theme)
        self._build()
        self._frame = Frame[None](self, lambda _: self._refresh())
        self._connect(open_sources)

    @property
    def subject(self) -> Subject:
        """What is judged."""
        return self._subject

    @property
    def host_id(self) -> HostId:
        """The host that it is judged for."""
        return self._host

    def judge(self, host_id: HostId, model: str, context: int = 0) -> None:
        """Judge a model on a host; a context of 0 is the one it would be loaded with."""
        self._scope.cancel()
        self._is_reading = False
        self._take(Subject(Target(host_id, model)), host_id, context)

    def judge_file(self, path: Path) -> None:
        """Read a GGUF file's header, and judge what it holds for the host that is chosen."""
        self._scope.cancel()
        self._is_reading = True
        self._take(Subject(file=path), self._host or self._first_host(), 0)
        self._scope.start(look(path), self._on_read)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _connect(self, open_sources: Callable[[HostId], None]) -> None:
        for event in (self._registry.changed, self._fits.changed):
            self.destroyed.connect(event.subscribe(lambda _: self._frame.add(None)))
        self.destroyed.connect(
            self._registry.host_changed.subscribe(lambda _: self._frame.add(None))
        )
        self.model.wanted.connect(self._choose_model)
        self.file.clicked.connect(self._choose_file)
        self.host.activated.connect(self._on_host)
        self.form.changed.connect(self._on_form)
        self.answer.context_wanted.connect(self.form.set_context)
        self.answer.sources_wanted.connect(lambda: open_sources(self._host))
        self.answer.retry_wanted.connect(self._ask_again)

    def _take(self, subject: Subject, host_id: HostId, context: int) -> None:
        self._subject, self._host = subject, host_id
        self._is_own_context = context > 0
        if context:
            self.form.set_context(context)
        self._refresh()

    def _choose_model(self) -> None:
        self.models.ask(self.model, self._subject.target, lambda t: self.judge(t.host_id, t.model))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a GGUF file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("GGUF files (*.gguf)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, name: str) -> None:
        self.judge_file(Path(name))

    def _on_read(self, file: SourceFile) -> None:
        self._is_reading = False
        shape = file.header.shape if file.header else None
        self._subject = Subject(file=self._subject.file, shape=shape)
        self._refresh()

    def _ask_again(self) -> None:
        for host_id in {self._host, self._subject.target.host_id}:
            if snapshot_of(self._registry, host_id) is not None:
                self._fits.ask_again(host_id)
                self._registry.refresh(host_id)

    def _on_host(self, place: int) -> None:
        if 0 <= place < len(self._hosts_shown):
            self._host = self._hosts_shown[place][0]
            self._refresh()

    def _on_form(self) -> None:
        self._is_own_context = True
        self._frame.add(None)

    def _refresh(self) -> None:
        """Ask anew and show it; while it is hidden nothing is asked."""
        if not self.isVisible():
            return
        snapshots = self._registry.snapshots
        if not self._subject and not self._is_reading:
            self._subject = first_subject(snapshots)
            self._host = self._subject.target.host_id
        if snapshot_of(self._registry, self._host) is None:
            self._host = self._first_host()
        self._show_hosts(snapshots)
        self._show_subject()
        self._show_answer(snapshots)

    def _show_answer(self, snapshots: tuple[HostSnapshot, ...]) -> None:
        has_hosts = bool(snapshots)
        self.source.hide()
        self.form.setVisible(has_hosts and bool(self._subject))
        if not has_hosts:
            self.answer.say(self.tr("Without a host there is nothing to fit on."), "server")
        elif self._is_reading:
            self.answer.say(self.tr("The file is being read"), "hourglass")
        elif not self._subject:
            self.answer.say(self.tr("No host has a model yet. Choose a GGUF file, or pull one."))
        else:
            self._ask(snapshots)

    def _ask(self, snapshots: tuple[HostSnapshot, ...]) -> None:
        if not self._is_own_context:
            usual = self._fits.usual_load(self._host, self._subject.target.model)
            if usual != self.form.load:
                self.form.show_load(usual)
        answer = answer_of(self._subject, self._host, self.form.load, snapshots, self._fits)
        self.form.show_trained(answer.trained_context)
        snapshot = snapshot_of(self._registry, self._host)
        label = snapshot.host.label if snapshot else ""
        is_up = snapshot is not None and snapshot.is_up
        self.answer.show_answer(answer, label, can_retry=answer.error is None or not is_up)
        self._show_source(answer)
        self._announce()

    def _show_source(self, answer: FitAnswer) -> None:
        """Say whence the host's memory is known."""
        source = answer.memory.source
        self.source.setVisible(answer.fit is not None and source is not None)
        if source is not None:
            self.source.setText(source_word(source))

    def _announce(self) -> None:
        """Tell whoever is at work here, and cannot see it, when the verdict is another one."""
        said = self.answer.said
        focused = QApplication.focusWidget()
        if said != self._said and focused is not None and self.isAncestorOf(focused):
            self._announcer.say(said)
        self._said = said

    def _show_hosts(self, snapshots: tuple[HostSnapshot, ...]) -> None:
        hosts = tuple((one.id, one.host.label) for one in snapshots)
        if hosts != self._hosts_shown:
            self._hosts_shown = hosts
            self.host.clear()
            self.host.addItems([visible(label) for _, label in hosts])
        ids = [host_id for host_id, _ in hosts]
        self.host.setCurrentIndex(ids.index(self._host) if self._host in ids else -1)
        self.host.setEnabled(bool(hosts))

    def _show_subject(self) -> None:
        subject = self._subject
        name = subject.file.name if subject.file else subject.target.model
        self.model.show_name(name)

    def _first_host(self) -> HostId:
        return next((one.id for one in self._registry.snapshots), HostId(""))

    def _build(self) -> None:
        px = self._theme.px
        self.setProperty("box", "card")
        self.host.setAccessibleName(self.tr("Host"))
        self.host.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for choice in (self.model, self.host):
            choice.setMinimumWidth(px(_NARROW))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(10), px(16), px(14))
        column.setSpacing(px(8))
        column.addLayout(self._build_head())
        column.addLayout(self._build_choice())
        column.addWidget(self.form)
        column.addWidget(self.answer)

    def _build_head(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(Label(self._theme, self.tr("Will it fit?"), "heading"))
        row.addWidget(self.source)
        row.addStretch(1)
        row.addWidget(self.file)
        return row

    def _build_choice(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        row.addWidget(self.model, 3)
        row.addWidget(Label(self._theme, self.tr("on"), "small", "muted"))
        row.addWidget(self.host, 2)
        return row
