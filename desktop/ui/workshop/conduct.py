"""Lets the parts of the workshop follow the draft that is shown, and the draft what one writes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction

from desktop.domain.host import HostId
from desktop.domain.modelfile import Span
from desktop.domain.modelfile_check import Fix
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.bridge.frame import Frame
from desktop.ui.workshop.bench import DIFFERENCE, EDITOR, PROMPT, SENT, Bench
from desktop.ui.workshop.editor.actions import EditorActions
from desktop.ui.workshop.file_problems import file_rows
from desktop.ui.workshop.form.bases import Bases, bases_of
from desktop.ui.workshop.host_checks import HostCheck, creation_of, host_checks
from desktop.ui.workshop.host_words import first_error, problem_rows
from desktop.ui.workshop.intents import Intent, Intents
from desktop.ui.workshop.making import Order
from desktop.ui.workshop.problem_rows import ProblemRow, rows_of
from desktop.ui.workshop.services import WorkshopServices
from desktop.ui.workshop.study import Study
from desktop.workshop.draft import Draft, DraftId
from desktop.workshop.files import Survey

_HALF_TYPED_MS = 1500
"""How long the form waits for a line to become readable again."""


class Conduct(QObject):
    """Knows which draft is shown. Everything else is asked of the services each time."""

    replaced = Signal()
    """Another draft is shown, or none."""
    order_wanted = Signal(object)
    """An Order: the model is to be made."""

    def __init__(self, services: WorkshopServices, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._bench = bench
        self._draft_id: DraftId | None = None
        self._bases: tuple[object, Bases] | None = None
        self._bases_shown: Bases | None = None
        self._later = QTimer(self, singleShot=True, interval=_HALF_TYPED_MS)
        self._later.timeout.connect(self._show_form_now)
        self.intents = Intents()
        self.study = Study(self)
        self._frame = Frame[HostId](self, lambda _: self._on_hosts())
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """The draft that is shown, as it stands now."""
        return self._services.drafts.find(self._draft_id) if self._draft_id else None

    @property
    def intent(self) -> Intent:
        """What the create bar says."""
        bar = self._bench.bar
        return Intent(bar.name, bar.chosen, bar.quantize)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft in every part."""
        self._draft_id = draft.id
        self._bases_shown = None  # The form shows the new draft, whatever it is.
        bench = self._bench
        bench.form.forget_typing()
        bench.prompt.begin()
        bench.difference.begin()
        editor = bench.editors.show_draft(draft)
        actions = editor.actions_of_text
        bench.header.follow(actions.undo, actions.redo, actions.find)
        bench.bar.show_hosts(self._services.registry.snapshots)
        intent = self.intents.of(draft, self._services.registry.snapshots)
        bench.bar.show_draft(intent.model, intent.hosts, intent.quantize)
        self._show_head(draft)
        self.study.begin(editor.text(), draft.folder)
        self._follow_hosts()
        self.replaced.emit()

    def show_none(self) -> None:
        """Show no draft any more."""
        self._draft_id = None
        self.replaced.emit()

    def create(self) -> None:
        """Ask for what the create bar says."""
        bar = self._bench.bar
        self.study.flush()
        if not bar.why_not:
            self._on_create(bar.name, bar.chosen, bar.quantize)

    def _connect(self) -> None:
        bench, services = self._bench, self._services
        self.study.read.connect(self._show_reading)
        bench.editors.written.connect(self._on_written)
        bench.editors.undo_changed.connect(self._show_undo)
        bench.form.text_wanted.connect(self._on_form)
        bench.problems.fix_wanted.connect(self._mend)
        bench.problems.span_wanted.connect(self._go_to)
        bench.header.undo.clicked.connect(lambda: self._act(lambda actions: actions.undo))
        bench.header.redo.clicked.connect(lambda: self._act(lambda actions: actions.redo))
        bench.header.find_button.clicked.connect(self._find)
        bench.bar.name_changed.connect(self._on_intent)
        bench.bar.chosen_changed.connect(self._on_intent)
        bench.bar.quantize_changed.connect(self._on_intent)
        bench.bar.create_wanted.connect(self._on_create)
        bench.banner.mine_wanted.connect(self._keep_mine)
        bench.banner.theirs_wanted.connect(self._take_theirs)
        bench.tabs.chosen.connect(self._show_tab)
        for forget in (
            services.drafts.draft_changed.subscribe(self._on_draft),
            services.drafts.write_problem_changed.subscribe(lambda _: self._on_problem()),
            services.registry.host_changed.subscribe(self._frame.add),
            services.registry.changed.subscribe(lambda _: self._frame.add(HostId(""))),
        ):
            self.destroyed.connect(forget)

    def _on_written(self, draft_id: str, text: str) -> None:
        self._services.drafts.edit(DraftId(draft_id), text)
        if draft_id == self._draft_id:
            self.study.note(text)

    def _on_form(self, text: str) -> None:
        """Write what the form wants, and read it at once: the form works with what it shows."""
        editor = self._bench.editors.current
        if editor is not None:
            editor.apply(text)
            self.study.note(editor.text())
            self.study.flush()

    def _on_draft(self, draft_id: DraftId) -> None:
        draft = self._services.drafts.find(draft_id)
        if draft is None:
            return
        self._bench.editors.follow(draft)
        if draft_id == self._draft_id:
            self._show_head(draft)
            self.study.set_folder(draft.folder)

    def _on_problem(self) -> None:
        if (draft := self.draft) is not None:
            self._show_head(draft)

    def _show_head(self, draft: Draft) -> None:
        self._bench.header.show_draft(draft)
        self._bench.banner.show_draft(draft, self._services.drafts.write_problem)

    def _show_undo(self) -> None:
        editor = self._bench.editors.current
        if editor is not None:
            actions = editor.actions_of_text
            self._bench.header.undo.setEnabled(actions.undo.isEnabled())
            self._bench.header.redo.setEnabled(actions.redo.isEnabled())

    def _act(self, choose: Callable[[EditorActions], QAction]) -> None:
        editor = self._bench.editors.current
        if editor is not None:
            self._bench.tabs.choose(EDITOR)
            choose(editor.actions_of_text).trigger()
            editor.area.setFocus()

    def _find(self) -> None:
        editor = self._bench.editors.current
        if editor is not None:
            self._bench.tabs.choose(EDITOR)
            editor.actions_of_text.find.trigger()

    def _mend(self, fix: Fix) -> None:
        """Apply a fix, unless it is of an older text: its place may be another one by now."""
        editor = self._bench.editors.current
        if editor is not None and not self.study.is_behind:
            editor.apply_fix(fix)
            self.study.note(editor.text())
            self.study.flush()

    def _go_to(self, span: Span) -> None:
        editor = self._bench.editors.current
        if editor is not None:
            editor.go_to(span)
            editor.area.setFocus()

    def _keep_mine(self) -> None:
        if self._draft_id is not None:
            self._services.drafts.keep_mine(self._draft_id)

    def _take_theirs(self) -> None:
        if self._draft_id is not None:
            self._services.drafts.take_theirs(self._draft_id)

    def _on_intent(self) -> None:
        if (draft := self.draft) is not None:
            self.intents.put(draft.id, self.intent)
            self._show_reading()

    def _on_create(self, name: str, hosts: tuple[HostId, ...], quantize: str) -> None:
        draft = self.draft
        if draft is None:
            return
        self.study.flush()
        order = Order(draft.id, self.study.reading.recipe, draft.folder, name, hosts, quantize)
        self.order_wanted.emit(order)

    def catch_up(self) -> None:
        """Take in what the hosts told while nobody looked."""
        self._follow_hosts()

    def _on_hosts(self) -> None:
        if self._bench.isVisible():
            self._follow_hosts()

    def _follow_hosts(self) -> None:
        snapshots = self._services.registry.snapshots
        self._bench.bar.show_hosts(snapshots)
        names = dict.fromkeys(model.name for one in snapshots for model in one.models)
        self._bench.editors.set_models(tuple(names))
        if self.draft is not None:
            self._show_reading()

    def _show_reading(self) -> None:
        """Let every part show the text as it was read, and what the hosts would make of it."""
        editor, reading = self._bench.editors.current, self.study.reading
        if editor is None or self.draft is None:
            return
        snapshots = self._services.registry.snapshots
        checks = self._checks(snapshots)
        bases = self._bases_now(snapshots, reading.survey)
        findings = reading.findings if reading.is_begun else ()
        editor.show_findings(reading.text, findings)
        self._show_form(bases)
        self._bench.problems.show_rows(self._rows(bases, checks))
        obstacle = first_error(checks) if reading.is_begun else self.tr("Nothing is written yet")
        self._bench.bar.show_source(findings, bases.full_type(reading.base), obstacle)
        self._show_tab()

    def _show_form(self, bases: Bases) -> None:
        """Let the form follow; a line that is half typed does not empty it at once."""
        reading, editor = self.study.reading, self._bench.editors.current
        is_typing = editor is not None and editor.area.hasFocus()
        if reading.is_begun and not reading.is_readable and is_typing and self._bases_shown:
            self._later.start()
            return
        self._later.stop()
        self._bases_shown = bases
        findings = reading.findings if reading.is_begun else ()
        self._bench.form.show_text(reading.text, reading.parsed, findings, bases)

    def _show_form_now(self) -> None:
        self._bases_shown = None
        self._show_reading()

    def _checks(self, snapshots: tuple[HostSnapshot, ...]) -> tuple[HostCheck, ...]:
        intent = self.intent
        return host_checks(
            self.study.reading, intent.model, intent.quantize, snapshots, intent.hosts
        )

    def _rows(self, bases: Bases, checks: tuple[HostCheck, ...]) -> tuple[ProblemRow, ...]:
        reading = self.study.reading
        if not reading.is_begun:
            return ()
        context = bases.context_length(reading.base)
        usual = {"num_ctx": str(context)} if context else {}
        rows = rows_of(reading.findings, usual)
        if not reading.is_surveyed:
            return rows
        return (*rows, *file_rows(reading), *problem_rows(checks))

    def _bases_now(self, snapshots: tuple[HostSnapshot, ...], found: Survey) -> Bases:
        """Gather the bases anew only where a host, the choice or the files changed."""
        asked = (snapshots, self._bench.bar.chosen, found, self.study.reading.folder)
        if self._bases is None or self._bases[0] != asked:
            self._bases = (asked, bases_of(*asked))
        return self._bases[1]

    def _show_tab(self) -> None:
        """Let the tab that is shown follow; the others follow once they are."""
        bench, reading, intent = self._bench, self.study.reading, self.intent
        if self.draft is None:
            return
        snapshots = self._services.registry.snapshots
        first = next((one for one in snapshots if one.id in intent.hosts), None)
        bench.difference.show_place(intent.model, first)
        match bench.tabs.current:
            case tab if tab == SENT:
                creation = creation_of(reading, intent.model, intent.quantize)
                checks = self._checks(snapshots)
                bench.sent.show_creation(creation, reading.survey, checks, snapshots)
            case tab if tab == PROMPT:
                bench.prompt.show_reading(reading, snapshots, intent.hosts)
            case tab if tab == DIFFERENCE:
                bench.difference.show_text(reading.text)
                bench.difference.refresh()
            case _:
                pass
