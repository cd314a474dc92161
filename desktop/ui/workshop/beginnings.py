"""What other pages and the list ask of the workshop: to begin here, or to go on here."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.conversation import Target
from desktop.domain.creation import Creation
from desktop.domain.host import HostId
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.gallery_dialog import GalleryDialog
from desktop.ui.workshop.intents import Intent, Intents
from desktop.ui.workshop.list import Begin
from desktop.ui.workshop.made import Made
from desktop.ui.workshop.model_choice import ModelChoice
from desktop.ui.workshop.opening import Opening
from desktop.ui.workshop.services import WorkshopDoors, WorkshopServices
from desktop.workshop.draft import Draft
from desktop.workshop.rewriting import text_of


class Beginnings(QObject):
    """Begins drafts, and finds the one that a model was made from."""

    def __init__(
        self,
        theme: Theme,
        services: WorkshopServices,
        doors: WorkshopDoors,
        opening: Opening,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._services = services
        self._doors = doors
        self._opening = opening
        self._page = page

    def begin(self, begin: Begin, models: ModelChoice, anchor: QWidget) -> None:
        """Begin a draft in one of the ways that the list offers."""
        match begin:
            case Begin.MODEL:
                models.ask(anchor, Target(), self._opening.from_model)
            case Begin.GGUF:
                self._opening.ask_for_gguf()
            case Begin.GALLERY:
                self.open_gallery()
            case Begin.CLIPBOARD:
                self._opening.from_clipboard()

    def open_gallery(self) -> None:
        """Show the Modelfiles that the program brings along."""
        snapshots = self._services.registry.snapshots
        dialog = GalleryDialog(self._theme, snapshots, parent=self._page)
        dialog.begun.connect(self._opening.new)
        dialog.open()

    def open_model(self, target: Target) -> None:
        """Begin with a model's own Modelfile."""
        self._doors.show()
        self._opening.from_model(target)


class Returning(QObject):
    """Shows the draft of a job again: to make its model elsewhere, or to mend what failed."""

    def __init__(
        self,
        services: WorkshopServices,
        doors: WorkshopDoors,
        opening: Opening,
        made: Made,
        intents: Intents,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._services = services
        self._doors = doors
        self._opening = opening
        self._made = made
        self._intents = intents

    def create_elsewhere(self, creation: Creation, host_id: HostId) -> None:
        """Show the draft with the hosts chosen that do not have the model."""
        snapshots = self._services.registry.snapshots
        others = tuple(one.id for one in snapshots if one.id != host_id)
        self._show(creation, others)

    def mend(self, creation: Creation, host_id: HostId) -> None:
        """Show the draft whose create failed on that host."""
        self._show(creation, (host_id,))

    def _show(self, creation: Creation, hosts: tuple[HostId, ...]) -> None:
        """Show the draft, or one with the same recipe where it was closed or never was."""
        self._doors.show()
        draft = self._made.draft_of(creation) or self._anew(creation)
        self._intents.put(draft.id, Intent(creation.model, hosts, creation.quantize))
        self._opening.opened.emit(draft.id)

    def _anew(self, creation: Creation) -> Draft:
        name = creation.model.removesuffix(":latest")
        draft_id = self._services.drafts.new(text_of(creation.recipe), name)
        draft = self._services.drafts.find(draft_id)
        assert draft is not None  # noqa: S101  it was made a line above
        return draft
