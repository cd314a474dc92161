"""The parts of the window that concern the workshop, wired to the services and to each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.domain.conversation import Target
from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.name import is_same_name
from desktop.jobs.job import Job, JobState
from desktop.services import Services
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.verdict_line import FitDoor
from desktop.ui.models.customise import CustomiseDialog
from desktop.ui.models.page import ModelsPage
from desktop.ui.shell.commands import Command
from desktop.ui.shell.file_drop import FileDrop
from desktop.ui.shell.navigation import Content, Page
from desktop.ui.shell.window import MainWindow
from desktop.ui.workshop import keys
from desktop.ui.workshop.push_dialog import PushDialog, PushSource
from desktop.workshop.dropped import is_ours

if TYPE_CHECKING:
    from desktop.ui.workshop.page import WorkshopPage

_BARS = 108
"""How high the create bar is with the line above it, before scaling."""


@dataclass(frozen=True, slots=True)
class WorkshopViews:
    """What these parts want of the other pages; each is a plain function."""

    pull: Callable[[], None]
    chat: Callable[[Target], None]
    inspect: Callable[[HostId, str], None]
    fit_door: Callable[[], FitDoor]


class WorkshopParts(QObject):
    """The page, its commands, files that are dropped, and the dialogs that make or push a model."""

    def __init__(
        self, theme: Theme, services: Services, window: MainWindow, views: WorkshopViews
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._services = services
        self._window = window
        self._views = views
        self.drop = FileDrop(theme, window, self._takes, self._drop_words)
        self.drop.dropped.connect(self.open_files)

    @cached_property
    def page(self) -> "WorkshopPage":
        """The page, which is built when it is first wanted."""
        from desktop.ui.workshop.page import WorkshopPage
        from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices

        services, window = self._services, self._window
        asked = WorkshopServices(
            services.drafts,
            services.prompts,
            services.registry,
            services.jobs,
            services.settings,
            lambda: datetime.now().astimezone(),
        )
        doors = WorkshopDoors(
            say=window.toast.say,
            chat=self._views.chat,
            inspect=self._views.inspect,
            show_jobs=self._show_jobs,
            show=lambda: window.show_page("workshop"),
            pull=self._views.pull,
            reveal=_reveal,
        )
        page = WorkshopPage(self._theme, asked, doors)
        page.judge_with(self._views.fit_door())
        window.furnish("workshop", Content(page, page.side, page.regions, page.set_layout_class))
        return page

    def on_rail(self) -> Page:
        """Return its place in the rail."""
        return Page("workshop", self.tr("Workshop"), "hammer", lambda: self.page, "Ctrl+3")

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files that were named on the command line, or by the system."""
        if paths:
            self.page.open_paths(paths)

    def open_file(self, path: Path) -> None:
        """Open one file that the system asks for."""
        self.open_files((path,))

    def add_commands(self) -> None:
        """Make everything of the page reachable by keys and the palette, once it is in the rail."""
        add = self._add_command
        add("new", self.tr("New draft"), keys.NEW, lambda it: it.new_draft())
        add("open", self.tr("Open a Modelfile…"), keys.OPEN, lambda it: it.opening.ask_for_file())
        add("save", self.tr("Save the draft"), keys.SAVE, lambda it: it.save())
        add("saveAs", self.tr("Save the draft as…"), keys.SAVE_AS, lambda it: it.save_as())
        add("find", self.tr("Find in the text"), keys.FIND, lambda it: it.open_find())
        add("create", self.tr("Create the model"), keys.CREATE, lambda it: it.conduct.create())
        add("rename", self.tr("Rename the draft…"), keys.RENAME, lambda it: it.rename())
        add("close", self.tr("Close the draft"), keys.CLOSE, lambda it: it.close_draft())
        form = self.tr("Show or hide the form")
        add("form", form, keys.FORM, lambda it: it.bench.toggle_form())
        add("next", self.tr("Next draft"), keys.NEXT, lambda it: it.step(1))
        add("previous", self.tr("Previous draft"), keys.PREVIOUS, lambda it: it.step(-1))
        gallery = self.tr("Begin from the gallery…")
        add("gallery", gallery, "", lambda it: it.beginnings.open_gallery())
        clipboard = self.tr("Begin from the clipboard")
        add("clipboard", clipboard, "", lambda it: it.opening.from_clipboard())
        self._window.page_changed.connect(self._on_page)

    def _add_command(
        self, name: str, text: str, key: str, do: Callable[["WorkshopPage"], object]
    ) -> None:
        command = Command(f"workshop.{name}", text, (key,) if key else (), page="workshop")
        self._window.commands.add(command, lambda: do(self.page))

    def _on_page(self, key: str) -> None:
        """Keep messages off the create bar, and off the line above it."""
        if key == "workshop":
            self._window.toast.keep_above(_BARS)

    def show(self, draft_id: str) -> None:
        """Show a draft."""
        self._window.show_page("workshop")
        self.page.open(draft_id)

    def join(self, models: ModelsPage) -> None:
        """Do what the models page offers of it."""
        actions = models.actions_on_models
        actions.workshop_wanted.connect(self._open_model)
        actions.customise_wanted.connect(self.customise)
        actions.push_wanted.connect(self.push)

    def customise(self, target: Target) -> None:
        """Ask for another name, system prompt and parameters of a model."""
        model = self._installed(target)
        if model is None:
            return
        dialog = CustomiseDialog(
            self._theme, self._services.registry, target.host_id, model, parent=self._window
        )
        dialog.creation_wanted.connect(self._create)
        dialog.open()

    def inspect(self, target: Target) -> None:
        """Show a model on the models page."""
        self._views.inspect(target.host_id, target.model)

    def push(self, target: Target) -> None:
        """Ask under which name a model is pushed."""
        sources = [
            PushSource(one.id, one.host.label, model)
            for one in self._services.registry.snapshots
            for model in one.models
            if one.is_up and is_same_name(model.name, target.model)
        ]
        sources.sort(key=lambda source: source.host_id != target.host_id)
        if not sources:
            return
        dialog = PushDialog(self._theme, self._services.jobs, sources, parent=self._window)
        dialog.started.connect(self._show_jobs)
        dialog.copy_wanted.connect(self._copy_and_push)
        dialog.open()

    def _create(self, host_id: str, creation: Creation) -> None:
        self._services.jobs.create(HostId(host_id), creation)
        self._show_jobs()

    def _show_jobs(self) -> None:
        self._window.show_page("jobs")

    def _copy_and_push(self, host_id: str, source: str, name: str) -> None:
        """Copy a model, and ask again once its copy is listed."""
        wanted = Target(HostId(host_id), name)
        jobs, registry = self._services.jobs, self._services.registry
        copying = jobs.copy(HostId(host_id), source, name)

        def on_host(changed: HostId) -> None:
            if changed == wanted.host_id and self._installed(wanted) is not None:
                forget()
                self.push(wanted)

        def on_finished(job: Job) -> None:
            if job.id == copying and job.state is not JobState.DONE:
                forget()

        forgets = (registry.host_changed.subscribe(on_host), jobs.finished.subscribe(on_finished))

        def forget() -> None:
            for one in forgets:
                one()

        self.destroyed.connect(forget)

    def create_elsewhere(self, job: Job) -> None:
        """Show what was created, to be made on other hosts."""
        if job.creation is not None:
            self.page.returning.create_elsewhere(job.creation, job.host_id)

    def mend(self, job: Job) -> None:
        """Show the draft whose create failed, with the hosts where it shall be made."""
        if job.creation is not None:
            self.page.returning.mend(job.creation, job.host_id)

    def _open_model(self, target: Target) -> None:
        self.page.beginnings.open_model(target)

    def _installed(self, target: Target) -> InstalledModel | None:
        for one in self._services.registry.snapshots:
            if one.id == target.host_id:
                found = (m for m in one.models if is_same_name(m.name, target.model))
                return next(found, None)
        return None

    def _takes(self, paths: tuple[Path, ...]) -> bool:
        """Whether files that are dragged over the window are for the workshop."""
        if self._window.page == "workshop":
            return True
        return any(is_ours(path) or _is_folder_here(path) for path in paths)

    def _drop_words(self) -> tuple[str, str]:
        line = self.tr("Modelfiles, GGUF files, adapters, and folders with safetensors")
        return self.tr("Drop to open in the workshop"), line


def _is_folder_here(path: Path) -> bool:
    """Whether it is a folder of this computer: to ask for another one's would sign in there."""
    return not str(path).startswith(("//", "\\\\")) and path.is_dir()


def _reveal(path: Path) -> None:
    """Show a file's folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
