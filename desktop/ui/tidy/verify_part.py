"""Checking this computer's files against their names, and pulling anew what is damaged."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.host import HostId
from desktop.domain.name import BadName
from desktop.jobs.queue import JobQueue
from desktop.system.blob_check import BAD, CheckedBlob, damaged_models
from desktop.system.tidy_snapshot import Check, TidySnapshot
from desktop.ui import units
from desktop.ui.bridge.announce import Announcer
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.freeing import names_of
from desktop.ui.tidy import file_words
from desktop.ui.tidy.file_table import FileRow, FileTable
from desktop.ui.tidy.notice_box import NoticeBox
from desktop.ui.tidy.questions import MendQuestion
from desktop.ui.tidy.services import TidyServices
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Bar


class VerifyPart(QWidget):
    """A button, a bar while it goes on, and what was found."""

    def __init__(self, theme: Theme, services: TidyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._bad: tuple[CheckedBlob, ...] = ()
        self._heard = _ending(services.tidying.snapshot.check)
        self.announcer = Announcer(self)
        self.line = Label(theme, "", "small", "muted", wraps=True)
        self.bar = Bar(theme)
        self.bar.setAccessibleName(self.tr("Files verified"))
        self.result = NoticeBox(theme)
        self.result.setObjectName("verifyResult")
        headers = [self.tr("Found"), self.tr("File"), self.tr("Size"), self.tr("Models")]
        self.table = FileTable(theme, self.tr("Damaged files"), headers, frozenset({2}), 3)
        self.table.setObjectName("damagedFiles")
        self.verify = Button(theme, "", icon="shield-check")
        self.verify.setObjectName("verifyFiles")
        self.mend = Button(theme, "", "primary", "arrow-down-to-line")
        self.mend.setObjectName("pullAgain")
        self.why = Label(theme, "", "small", "muted", wraps=True)
        self._build()
        self.verify.clicked.connect(self._toggle)
        self.mend.clicked.connect(self._ask)

    def show_state(self, known: TidySnapshot) -> None:
        """Show how far a check is, or what the last one found."""
        check = known.check
        is_running = check is not None and check.is_running
        self._bad = check.bad if check else ()
        self.verify.setText(self.tr("Stop") if is_running else self.tr("Verify files"))
        self.verify.set_icon("square" if is_running else "shield-check")
        self.verify.setEnabled(known.folder is not None or is_running)
        self.bar.setVisible(is_running)
        if check is not None and is_running:
            done = check.progress
            self.bar.show_fraction(done.done / done.total if done.total else None)
        is_mending = known.is_removing and known.is_mending
        mending = self.tr("Reading the damaged files once more, then removing them…")
        self.line.setText(mending if is_mending else self._words(check))
        self.table.show_rows([_row(each) for each in self._bad])
        self.table.setVisible(bool(self._bad))
        self._show_result(known)
        self._show_mending(known)
        self._announce(check)

    def _words(self, check: Check | None) -> str:
        if check is None or check.obstacle is not None:
            return self.tr(
                "Reads every file and compares it with the SHA-256 in its name, "
                "as after a crash or when a model talks nonsense."
            )
        if check.is_whole:
            size, time = units.size(check.progress.total), units.span(check.seconds)
            return self.tr("{size} read in {time}").format(size=size, time=time)
        said = file_words.progress(check.progress, check.seconds, is_running=check.is_running)
        if check.is_running:
            return said
        return self.tr("Stopped after {progress}").format(progress=said)

    def _show_result(self, known: TidySnapshot) -> None:
        check = known.check
        if known.is_mending and known.refused is not None:
            damaged = [each for each in self._bad if each.verdict in BAD]
            self.result.show_notice(file_words.refusal(known.refused, known.folder, damaged))
        elif known.is_mending and known.removal is not None:
            self.result.show_notice(file_words.removed(known.removal, is_mending=True), "success")
        elif check is None or check.is_running:
            self.result.show_notice(None)
        elif check.obstacle is not None:
            self.result.show_notice(file_words.obstacle(check.obstacle, known.folder))
        else:
            self._show_verdict(check)

    def _show_verdict(self, check: Check) -> None:
        """Say what a check has found that has ended."""
        self.result.show_notice(file_words.found(check), "success")

    def _show_mending(self, known: TidySnapshot) -> None:
        models = damaged_models(self._bad)
        is_over = known.check is not None and not known.check.is_running
        here = self._services.here()
        self.mend.setVisible(bool(models) and is_over)
        self.mend.setEnabled(here is not None and not known.is_removing)
        one, many = self.tr("Pull 1 model again…"), self.tr("Pull {number} models again…")
        number = units.number(len(models))
        self.mend.setText(one if len(models) == 1 else many.format(number=number))
        self.why.setVisible(bool(models) and is_over and here is None)
        self.why.setText(
            self.tr("This computer's Ollama is not among your hosts. Add it to pull to it.")
        )

    def _toggle(self) -> None:
        tidying = self._services.tidying
        check = tidying.snapshot.check
        if check is not None and check.is_running:
            tidying.stop_verifying()
        else:
            tidying.verify()

    def _ask(self) -> None:
        here = self._services.here()
        damaged = [each for each in self._bad if each.verdict in BAD and each.models]
        if here is None or not damaged:
            return
        question = MendQuestion(self._theme, damaged, damaged_models(damaged), parent=self.window())
        services = self._services

        def mend() -> None:
            services.tidying.mend(damaged, lambda models: pull_all(services.jobs, here, models))

        question.accepted.connect(mend)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def _announce(self, check: Check | None) -> None:
        """Read out how a check ended, once, however short it was."""
        ending = _ending(check)
        if check is not None and ending is not None and ending != self._heard:
            notice = file_words.found(check)
            self.announcer.say(notice.sentence if notice else self._words(check))
        self._heard = ending

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(self._theme.px(8))
        buttons.addWidget(self.verify)
        buttons.addWidget(self.mend)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        for widget in (self.line, self.bar, self.result, self.table, self.why):
            column.addWidget(widget)
        column.addLayout(buttons)


def pull_all(jobs: JobQueue, host_id: HostId, models: Sequence[str]) -> None:
    """Pull these models again; a manifest may lie under a name that no server takes."""
    for model in models:
        try:
            jobs.pull(host_id, model)
        except BadName:
            continue


def _ending(check: Check | None) -> object:
    """What tells one ended check from another; None while it runs."""
    return None if check is None or check.is_running else (check.progress, check.seconds)


def _row(each: CheckedBlob) -> FileRow:
    models = names_of(each.models)
    size = units.size(each.size) if each.size else ""
    texts = (file_words.verdict(each.verdict), file_words.short(each.blob), size, models)
    return FileRow(each.blob, texts, each.blob)
