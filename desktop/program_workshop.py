"""The parts of the window that concern the workshop, wired to the services and to each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

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
from desktop.ui.jobs.page import JobsPage
from desktop.ui.models.customise import CustomiseDialog
from desktop.ui.models.page import ModelsPage
from desktop.ui.shell.commands import Command
from desktop.ui.shell.file_drop import FileDrop
from desktop.ui.shell.navigation import Page
from desktop.ui.shell.window import MainWindow
from desktop.ui.workshop import keys
from desktop.ui.workshop.page import WorkshopPage
from desktop.ui.workshop.push_dialog import PushDialog, PushSource
from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices
from desktop.workshop.dropped import is_ours

_BARS = 108
"""How high the create bar is with the line above it, before scaling."""


@dataclass(frozen=True, slots=True)
class WorkshopViews:
    """What these parts want of the other pages; each is a plain function."""

    pull: Callable[[], None]
    chat: Callable[[Target], None]
    inspect: Callable[[HostId, str], None]


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
            chat=views.chat,
            inspect=views.inspect,
            show_jobs=self._show_jobs,
            show=lambda: window.show_page("workshop"),
            pull=views.pull,
            reveal=_reveal,
        )
        self.page = WorkshopPage(theme, asked, doors)
        self.drop = FileDrop(theme, window, self._takes, self._drop_words)
        self.drop.dropped.connect(self.page.open_paths)

    def on_rail(self) -> Page:
        """Return what the window shows of it."""
        page = self.page
        return Page(
            "workshop",
            self.tr("Workshop"),
            "hammer",
            page,
            page.side,
            "Ctrl+3",
            regions=page.regions,
        )

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files that were named on the command line, or by the system."""
        if paths:
            self.page.open_paths(paths)

    def open_file(self, path: Path) -> None:
        """Open one file that the system asks for."""
        self.open_files((path,))

    def add_commands(self) -> None:
        """Make everything of the page reachable by keys and the palette, once it is in the rail."""
        page = self.page
        for name, text, shortcuts, do in (
            ("new", self.tr("New draft"), (keys.NEW,), page.new_draft),
            ("open", self.tr("Open a Modelfile…"), (keys.OPEN,), page.opening.ask_for_file),
            ("save", self.tr("Save the draft"), (keys.SAVE,), page.save),
            ("saveAs", self.tr("Save the draft as…"), (keys.SAVE_AS,), page.save_as),
            ("find", self.tr("Find in the text"), (keys.FIND,), page.open_find),
            ("create", self.tr("Create the model"), (keys.CREATE,), page.conduct.create),
            ("rename", self.tr("Rename the draft…"), (keys.RENAME,), page.rename),
            ("close", self.tr("Close the draft"), (keys.CLOSE,), page.close_draft),
            ("form", self.tr("Show or hide the form"), (keys.FORM,), page.bench.toggle_form),
            ("next", self.tr("Next draft"), (keys.NEXT,), lambda: page.step(1)),
            ("previous", self.tr("Previous draft"), (keys.PREVIOUS,), lambda: page.step(-1)),
            ("gallery", self.tr("Begin from the gallery…"), (), page.beginnings.open_gallery),
            ("clipboard", self.tr("Begin from the clipboard"), (), page.opening.from_clipboard),
        ):
            self._window.commands.add(
                Command(f"workshop.{name}", text, shortcuts, page="workshop"), do
            )
        follow = page.set_layout_class
        self._window.layout_class_changed.connect(follow)
        follow(self._window.layout_class)
        self._window.page_changed.connect(self._on_page)

    def _on_page(self, key: str) -> None:
        """Keep messages off the create bar, and off the line above it."""
        if key == "workshop":
            self._window.toast.keep_above(_BARS)

    def show(self, draft_id: str) -> None:
        """Show a draft."""
        self._window.show_page("workshop")
        self.page.open(draft_id)

    def join(self, models: ModelsPage, jobs: JobsPage) -> None:
        """Do what the models and the jobs pages offer of it."""
        actions = models.actions_on_models
        actions.workshop_wanted.connect(self.page.beginnings.open_model)
        actions.customise_wanted.connect(self.customise)
        actions.push_wanted.connect(self.push)
        jobs.chat_wanted.connect(self._chat)
        jobs.inspect_wanted.connect(self._views.inspect)
        jobs.create_elsewhere_wanted.connect(self._create_elsewhere)
        jobs.workshop_wanted.connect(self._mend)

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

    def _chat(self, host_id: HostId, model: str) -> None:
        self._views.chat(Target(host_id, model))

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

    def _create_elsewhere(self, job: Job) -> None:
        if job.creation is not None:
            self.page.returning.create_elsewhere(job.creation, job.host_id)

    def _mend(self, job: Job) -> None:
        """Show the draft whose create failed, with the hosts where it shall be made."""
        if job.creation is not None:
            self.page.returning.mend(job.creation, job.host_id)

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
