"""A doctor's run as a list: each step with its result and time, and what mends it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.diagnostics.checkup import Checkup, StepResult, StepState
from desktop.diagnostics.explain import Remedy
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.checkup_finding import Finding
from desktop.ui.hosts.checkup_step import StepRow
from desktop.ui.widgets.labels import Label
from desktop.ui.wording_steps import run_words

_MARK_ROOM = 24
"""Icon and gap: the finding begins where the names do."""


class CheckupView(QWidget):
    """Shows one run as it goes on; the finding unfolds below the step that failed.

    `is_offered` says which remedies have a button here.
    """

    remedy_wanted = Signal(object)
    """A Remedy, of the finding or of a note."""

    def __init__(
        self,
        theme: Theme,
        *,
        is_offered: Callable[[Remedy], bool] = lambda _: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("checkup")
        self._theme = theme
        self._is_offered = is_offered
        self._rows: list[StepRow] = []
        self._notes: list[Finding] = []
        self._summary = Label(theme, "", "small", "muted")
        self._finding = Finding(theme, "danger", is_offered)
        self._finding.remedy_wanted.connect(self.remedy_wanted)
        self._finding_place = self._indented(self._finding)
        self._hint = Label(
            theme, self.tr("Not tested yet. Nothing is changed by a test."), "small", "muted"
        )
        self._build()
        self.show_checkup(None)

    def show_checkup(self, checkup: Checkup | None) -> None:
        """Show that run, or that there was none."""
        self._hint.setVisible(checkup is None)
        self._summary.setText(run_words(checkup) if checkup else "")
        self._finding.explain(checkup.finding if checkup else None)
        self._finding_place.setVisible(bool(checkup and checkup.finding))
        self._show_steps(checkup.results if checkup else ())
        self._show_notes(checkup)

    def _show_steps(self, results: tuple[StepResult, ...]) -> None:
        while len(self._rows) < len(results):
            row = StepRow(self._theme)
            self._steps.addWidget(row)
            self._rows.append(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(results))
        for row, result in zip(self._rows, results, strict=False):
            row.show_result(result)
        failed = next((n for n, r in enumerate(results) if r.state is StepState.FAILED), None)
        wanted = len(results) if failed is None else failed + 1
        if self._steps.indexOf(self._finding_place) != wanted:
            self._steps.removeWidget(self._finding_place)
            self._steps.insertWidget(wanted, self._finding_place)

    def _show_notes(self, checkup: Checkup | None) -> None:
        notes = checkup.notes if checkup else ()
        while len(self._notes) < len(notes):
            note = Finding(self._theme, "warning", self._is_offered)
            note.remedy_wanted.connect(self.remedy_wanted)
            self._notes.append(note)
            self._below.addWidget(note)
        for place, note in enumerate(self._notes):
            note.explain(notes[place] if place < len(notes) else None)

    def _indented(self, widget: QWidget) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(self._theme.px(_MARK_ROOM), self._theme.px(2), 0, self._theme.px(6))
        row.addWidget(widget)
        return place

    def _build(self) -> None:
        px = self._theme.px
        title = QHBoxLayout()
        title.addWidget(Label(self._theme, self.tr("Test connection"), "strong"))
        title.addStretch(1)
        title.addWidget(self._summary)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(0)
        self._steps.addWidget(self._finding_place)
        self._below = QVBoxLayout()
        self._below.setSpacing(px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(title)
        column.addWidget(self._hint)
        column.addLayout(self._steps)
        column.addLayout(self._below)
