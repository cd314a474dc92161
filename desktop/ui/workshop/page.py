"""The workshop page: drafts, the one that is shown, and what one can begin from."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.creation import FilePart
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.drawer import Drawer
from desktop.ui.memory.verdict_line import FitDoor
from desktop.ui.shell.navigation import LayoutClass
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.messages import EmptyState
from desktop.ui.workshop.beginnings import Beginnings, Returning
from desktop.ui.workshop.bench import EDITOR, Bench
from desktop.ui.workshop.conduct import Conduct
from desktop.ui.workshop.draft_actions import DraftActions
from desktop.ui.workshop.family_template import FamilyTemplate
from desktop.ui.workshop.file_pane import FilePane
from desktop.ui.workshop.list import Begin
from desktop.ui.workshop.made import Made
from desktop.ui.workshop.making import Making
from desktop.ui.workshop.opening import Opening
from desktop.ui.workshop.page_memory import PageMemory
from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices
from desktop.ui.workshop.side import WorkshopSide
from desktop.workshop.draft import DraftId
from desktop.workshop.looking import SourceFile


class WorkshopPage(QWidget):
    """Arranges the parts, and does what keys, the palette and other pages ask for.

    It keeps no facts. The list stands beside the sheet and is given to the
    window; where it has no room there, another one comes over the page.
    """

    def __init__(
        self,
        theme: Theme,
        services: WorkshopServices,
        doors: WorkshopDoors,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("workshopPage")
        self._theme = theme
        self._services = services
        self._doors = doors
        self._class = LayoutClass.WIDE
        self.memory = PageMemory(services.settings)
        self.side = WorkshopSide(theme, services.drafts, services.now)
        self._drawer_side = WorkshopSide(theme, services.drafts, services.now)
        self.bench = Bench(theme, services, doors, is_form_open=self.memory.is_form_open)
        self.files = FilePane(theme)
        self.opening = Opening(services, self)
        self.actions_on_drafts = DraftActions(theme, services, self.opening, doors, self)
        self.making = Making(theme, services, self)
        self.conduct = Conduct(services, self.bench, self)
        self.family = FamilyTemplate(services, self.bench, self)
        self.made = Made(services, doors, self.bench.strip, self)
        self.beginnings = Beginnings(theme, services, doors, self.opening, self)
        self.returning = Returning(
            services, doors, self.opening, self.made, self.conduct.intents, self
        )
        self._build()
        self._connect()
        self._begin()

    @property
    def sides(self) -> tuple[WorkshopSide, ...]:
        """The list beside the sheet, and the one over the page."""
        return (self.side, self._drawer_side)

    @property
    def draft_id(self) -> DraftId | None:
        """The draft that is shown."""
        draft = self.conduct.draft
        return draft.id if draft else None

    def open(self, draft_id: str) -> None:
        """Show a draft."""
        draft = self._services.drafts.find(DraftId(draft_id))
        if draft is None:
            return
        self.drawer.hide()
        for side in self.sides:
            side.drafts.refresh()  # A draft that was just begun is marked at once.
        self.memory.keep_draft(draft.id)
        self._stack.setCurrentWidget(self.bench)
        self.conduct.show_draft(draft)

    def judge_with(self, door: FitDoor) -> None:
        """Say from now on whether what is made or was dropped fits on the hosts."""
        self.files.view.verdicts.judge_with(door)
        self.bench.sent.judge_with(door)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files, whatever they are, and show the workshop."""
        self._doors.show()
        self.opening.open_paths(paths)

    def new_draft(self) -> None:
        """Begin an empty draft, and let the person write."""
        self.opening.new()

    def save(self) -> None:
        """Write the draft to its file."""
        if (draft := self.conduct.draft) is not None:
            self.opening.save(draft)

    def save_as(self) -> None:
        """Write the draft to another file."""
        if (draft := self.conduct.draft) is not None:
            self.opening.save_as(draft)

    def open_find(self) -> None:
        """Open the editor's find bar."""
        editor = self.bench.editors.current
        if editor is not None and self.draft_id is not None:
            self.bench.tabs.choose(EDITOR)
            editor.actions_of_text.find.trigger()

    def rename(self) -> None:
        """Ask for another name of the draft."""
        if self.draft_id is not None:
            self.actions_on_drafts.rename(self.draft_id)

    def close_draft(self) -> None:
        """Close the draft, after a question if text would be lost."""
        if self.draft_id is not None:
            self.actions_on_drafts.close(self.draft_id)

    def step(self, by: int) -> None:
        """Show the draft below or above the one that is shown."""
        if (found := self.side.step(by)) is not None:
            self.open(found)

    def focus_editor(self) -> None:
        """Put the cursor into the text."""
        editor = self.bench.editors.current
        if editor is not None:
            self.bench.tabs.choose(EDITOR)
            editor.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_layout_class(self, found: LayoutClass) -> None:
        """Follow the width of the window: the list goes first, then the form."""
        self._class = found
        is_chooser = found >= LayoutClass.CHOOSER
        self.bench.header.set_chooser(is_chooser=is_chooser)
        self.bench.set_overlay(is_overlay=found >= LayoutClass.NARROW)
        if not is_chooser:
            self.drawer.hide()

    def regions(self) -> tuple[QWidget, ...]:
        """The places that F6 walks."""
        shown = self._stack.currentWidget()
        return self.bench.regions() if shown is self.bench else (self._stack,)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.bench.place
        if event.key() == Qt.Key.Key_Escape and place.is_overlay and place.is_open:
            place.close()
            self.focus_editor()
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._services.drafts.look_again()
        self.conduct.catch_up()

    def _begin(self) -> None:
        """Show the draft that was shown when the program last ended, else the newest one."""
        drafts = self._services.drafts.drafts
        wanted = self._services.drafts.find(DraftId(self.memory.open_draft))
        self.bench.tabs.choose(self.memory.tab)
        if wanted is not None or drafts:
            self.open((wanted or drafts[-1]).id)

    def _open_to_write(self, draft_id: str) -> None:
        """Show a draft that was begun or opened just now, with the cursor in its text."""
        self.open(draft_id)
        self.focus_editor()

    def _show_files(self, files: tuple[SourceFile, ...]) -> None:
        self.files.show_files(files)
        self._stack.setCurrentWidget(self.files)
        for side in self.sides:
            side.show_chosen(None)

    def _leave_files(self) -> None:
        draft = self.conduct.draft
        self._stack.setCurrentWidget(self.bench if draft else self._empty)
        self._mark()

    def _use_as_base(self, file: SourceFile) -> None:
        self.opening.from_file(file, FilePart.BASE)

    def _use_as_adapter(self, file: SourceFile) -> None:
        self.opening.from_file(file, FilePart.ADAPTER)

    def _begin_from(self, begin: Begin) -> None:
        anchor = self.side.view if self.side.isVisible() else self.bench.header
        self.beginnings.begin(begin, self.bench.models, anchor)

    def _mark(self) -> None:
        self.made.show_draft(self.draft_id)
        for side in self.sides:
            side.show_chosen(self.draft_id)
        if self.draft_id is None:
            self._stack.setCurrentWidget(self._empty)

    def _on_closed(self, draft_id: str) -> None:
        """Show the next draft where the one that is shown was closed."""
        self.bench.editors.keep_only([draft.id for draft in self._services.drafts.drafts])
        self.side.drafts.refresh()
        if self._services.drafts.find(DraftId(draft_id)) is None and self.draft_id is None:
            following = self.side.step(0)
            if following is not None:
                self.open(following)
            else:
                self.conduct.show_none()

    def _open_drawer(self) -> None:
        self.drawer.open()
        self._drawer_side.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, text: str) -> None:
        self._doors.say(text, "", None)

    def _connect(self) -> None:
        header, opening = self.bench.header, self.opening
        for side in self.sides:
            side.chosen.connect(self.open)
            side.writing_wanted.connect(self.focus_editor)
            side.begin_wanted.connect(self._begin_from)
            side.file_wanted.connect(opening.open_path)
            side.menu_wanted.connect(self.actions_on_drafts.fill)
            side.rename_wanted.connect(self.actions_on_drafts.rename)
            side.close_wanted.connect(self.actions_on_drafts.close)
            side.new.clicked.connect(self.new_draft)
        header.list.clicked.connect(self._open_drawer)
        header.open.clicked.connect(opening.ask_for_file)
        header.save.clicked.connect(self.save)
        self.bench.form_moved.connect(self.memory.keep_form)
        self.bench.tabs.chosen.connect(self.memory.keep_tab)
        opening.opened.connect(self._open_to_write)
        opening.files_found.connect(self._show_files)
        opening.refused.connect(self._say)
        self.family.refused.connect(self._say)
        self.files.closed.connect(self._leave_files)
        self.files.base_wanted.connect(self._use_as_base)
        self.files.adapter_wanted.connect(self._use_as_adapter)
        self.actions_on_drafts.closed.connect(self._on_closed)
        self.conduct.replaced.connect(self._mark)
        self.conduct.order_wanted.connect(self.making.begin)
        self.making.refused.connect(self._say)
        self.making.started.connect(self.made.follow)

    def _build(self) -> None:
        new = Button(self._theme, self.tr("New draft"), "primary", "plus")
        new.clicked.connect(self.new_draft)
        gallery = Button(self._theme, self.tr("Open the gallery"), icon="library")
        gallery.clicked.connect(self.beginnings.open_gallery)
        self._empty = EmptyState(
            self._theme,
            "hammer",
            self.tr("Make a model of your own"),
            self.tr(
                "Drop a Modelfile or a GGUF file anywhere in the window,\n"
                "or begin from one of your models."
            ),
            actions=(new, gallery),
            is_page=True,
        )
        self._stack = QStackedWidget()
        for part in (self._empty, self.bench, self.files):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.drawer = Drawer(self._theme, self._drawer_side, self)
