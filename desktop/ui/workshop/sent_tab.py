"""What will be sent: the request as it goes out, the files, and what each host would make of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.domain.text import visible
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.tokens import Role
from desktop.ui.memory.verdict_line import FitDoor, VerdictLine
from desktop.ui.models.long_text import LongText
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.key_values import Section
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pictures import Icon
from desktop.ui.widgets.splitter import HairlineSplitter
from desktop.ui.workshop.file_row import FileRow
from desktop.ui.workshop.host_checks import HostCheck
from desktop.ui.workshop.host_words import sentence, severity
from desktop.ui.workshop.problem_rows import Severity
from desktop.ui.workshop.sent_verdict import sent_question
from desktop.workshop.files import Survey
from desktop.workshop.preview import body_of

_ICONS: dict[Severity, tuple[str, Role]] = {
    Severity.ERROR: ("circle-x", "danger"),
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.NOTE: ("info", "muted"),
}
_BESIDE = 348
_MOST_FILES = 200
"""Rows that are built; a folder may have thousands of files."""


class SentTab(QWidget):
    """The body of the request to read and copy; beside it files and hosts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("sentTab")
        self._line = Label(theme, "", "small", "muted", wraps=True)
        self.copy = Button(theme, self.tr("Copy"), "quiet", "copy")
        self.body = LongText(theme, self.tr("What will be sent"), is_code=True)
        self.body.setProperty("box", "")
        self._beside = QScrollArea(widgetResizable=True)
        self._beside.setAccessibleName(self.tr("What will be sent"))
        self._door: FitDoor | None = None
        self.verdicts: dict[HostId, VerdictLine] = {}
        self._shown: tuple[Survey, tuple[HostCheck, ...]] | None = None
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.body.text))
        self._build()

    def show_creation(
        self,
        creation: Creation,
        survey: Survey,
        checks: Sequence[HostCheck],
        snapshots: Sequence[HostSnapshot] = (),
    ) -> None:
        """Show what would be sent as things stand; `snapshots` tell which bases are where."""
        self.body.show_text(body_of(creation))
        base = visible(creation.base)
        words = self.tr("POST /api/create, made from the text. Files are sent before it.")
        if base and not creation.files:
            words = self.tr("POST /api/create, made from the text. No file is sent.")
        self._line.setText(words)
        if self._shown != (survey, tuple(checks)):
            self._shown = (survey, tuple(checks))
            self._show_beside(survey, checks)
        self._judge(creation, survey, snapshots)

    def judge_with(self, door: FitDoor) -> None:
        """Say from now on whether it will fit on each host."""
        self._door, self._shown = door, None

    def _judge(self, creation: Creation, survey: Survey, snapshots: Sequence[HostSnapshot]) -> None:
        by_id = {one.id: one for one in snapshots}
        for host_id, line in self.verdicts.items():
            found = by_id.get(host_id)
            question = sent_question(creation, survey, host_id, found)
            line.ask(question, found.host.label if found is not None else "")

    def _show_beside(self, survey: Survey, checks: Sequence[HostCheck]) -> None:
        px = self._theme.px
        inner = QWidget()
        self.verdicts.clear()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(18), px(14), px(18), px(16))
        column.setSpacing(0)
        column.addWidget(self._files(survey))
        for check in checks:
            column.addWidget(self._host(check))
        column.addStretch(1)
        inner.setAutoFillBackground(False)
        self._beside.setWidget(inner)

    def _files(self, survey: Survey) -> Section:
        section = Section(self._theme, self.tr("Files"), has_line=False)
        for file in survey.files[:_MOST_FILES]:
            section.body.addWidget(FileRow(self._theme, file))
        hidden = len(survey.files) - _MOST_FILES
        if hidden > 0:
            text = self.tr("and {number} more").format(number=units.number(hidden))
            section.body.addWidget(Label(self._theme, text, "small", "muted"))
        section.body.addWidget(self._sum(survey))
        return section

    def _sum(self, survey: Survey) -> Label:
        if not survey.files:
            text = self.tr("None. It is made from a model that is on the host, or pulled there.")
        else:
            text = self.tr(
                "{size} at most. Each file is hashed first, and not sent where a host has it."
            )
            text = text.format(size=units.size(survey.size))
        return Label(self._theme, text, "small", "muted", wraps=True)

    def _host(self, check: HostCheck) -> Section:
        title = self.tr("On {host}").format(host=visible(check.label))
        section = Section(self._theme, title)
        for finding in check.findings:
            icon, role = _ICONS[severity(finding)]
            row = QHBoxLayout()
            row.setSpacing(self._theme.px(8))
            row.addWidget(Icon(self._theme, icon, 14, role), 0, Qt.AlignmentFlag.AlignTop)
            words = sentence(finding, check.label)
            row.addWidget(Label(self._theme, words, "body", wraps=True), 1)
            section.body.addLayout(row)
        if not check.findings:
            nothing = self.tr("Nothing is downloaded, and nothing replaced.")
            section.body.addWidget(Label(self._theme, nothing, "small", "muted", wraps=True))
        if self._door is not None:
            line = self.verdicts[check.host_id] = VerdictLine(self._theme, self._door)
            section.body.addWidget(line)
        return section

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(8), px(12), px(4))
        head.addWidget(self._line, 1)
        head.addWidget(self.copy)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        inset = QVBoxLayout()
        inset.setContentsMargins(px(16), 0, 0, px(8))
        inset.addWidget(self.body)
        column.addLayout(inset, 1)
        self._beside.setFrameShape(QFrame.Shape.NoFrame)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside.viewport().setAutoFillBackground(False)
        self._beside.setMinimumWidth(px(240))
        splitter = HairlineSplitter(self._theme)
        splitter.addWidget(left)
        splitter.addWidget(self._beside)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([px(780), px(_BESIDE)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
